import { nameScore, readName } from './contact-name.ts';
import type { ContactParts } from './contact-parts.ts';
import { phraseKind } from './contact-words.ts';

/** The lines of one person. */
export type ContactGroup = {
  /** The organisation printed above several people, if any. */
  readonly label: string | null;
  /** The line with the name; `undefined` for a press desk. */
  readonly name: string | undefined;
  /** Lines that describe the person, in print order. */
  readonly words: readonly string[];
  readonly parts: readonly ContactParts[];
};

const isPlaceLabel = (words: string): boolean => /^(?:in|from|for)\b.{2,40}:?$/i.test(words);

/** Lines with nothing but words stand before (or behind) a run of lines with addresses and numbers. */
const runsOf = (
  parts: readonly ContactParts[],
): { words: ContactParts[]; reach: ContactParts[] }[] => {
  const runs: { words: ContactParts[]; reach: ContactParts[] }[] = [];
  let run: { words: ContactParts[]; reach: ContactParts[] } = { words: [], reach: [] };
  for (const part of parts) {
    const startsPerson =
      !part.reaches ||
      (part.words !== '' &&
        run.reach.length > 0 &&
        nameScore(part.words, undefined, part.emails) >= 4);
    if (startsPerson && run.reach.length > 0) {
      runs.push(run);
      run = { words: [], reach: [] };
    }
    if (part.reaches) run.reach.push(part);
    else run.words.push(part);
  }
  runs.push(run);
  return runs;
};

/** Where in the words above the numbers the person starts; -1 where nobody is named. */
const nameAt = (words: readonly ContactParts[], emails: readonly string[]): number => {
  let best = -1;
  let bestScore = 0;
  words.forEach(({ words: line, line: { gap } }, at) => {
    const score = nameScore(line, words[at + 1]?.words, emails);
    if (score + (gap ? 0.5 : 0) > bestScore && score > 0) {
      best = at;
      bestScore = score + (gap ? 0.5 : 0);
    }
  });
  return best;
};

/**
 * Cuts the lines of a block into people, by the name above and the numbers below each.
 *
 * @param topic the organisation that the introduction names, for people who have none printed
 */
export function groupContacts(
  parts: readonly ContactParts[],
  topic: string | null,
): ContactGroup[] {
  const groups: {
    label: string | null;
    name: string | undefined;
    words: string[];
    parts: ContactParts[];
  }[] = [];
  let label: string | null = topic;
  for (const { words, reach } of runsOf(parts)) {
    const previous = groups.at(-1);
    let from = 0;
    // A department may stand behind the address of the person above.
    if (previous !== undefined)
      while (from < words.length) {
        const part = words[from];
        if (part === undefined || part.line.gap || phraseKind(part.words) === 'unknown') break;
        previous.words.push(part.words);
        previous.parts.push(part);
        from++;
      }
    if (reach.length === 0) break;
    const emails = reach.flatMap((part) => part.emails);
    const mixed = reach[0]?.words ?? '';
    const left = words.slice(from);
    const at = nameAt(left, emails);
    const inLine = at === -1 && nameScore(mixed, undefined, emails) > 0;
    // Without a name, the last paragraph is a press desk; what stands above it labels it.
    const lastGap = left.findLastIndex(({ line }) => line.gap);
    const start = at !== -1 ? at : inLine ? left.length : Math.max(lastGap, 0);
    for (const part of left.slice(0, start)) {
      const text = part.words.replace(/:$/, '');
      label = isPlaceLabel(part.words) ? null : text;
    }
    const own = left.slice(start);
    if (own.length === 0 && !inLine && previous !== undefined && start === 0) {
      previous.parts.push(...reach);
      continue;
    }
    const described = own.slice(at === -1 ? 0 : 1).map((part) => part.words);
    const extra = reach.map((part) => part.words).filter((text) => text !== '');
    groups.push({
      label,
      name: at !== -1 ? own[0]?.words : inLine ? mixed : undefined,
      words: [...described, ...(inLine ? extra.slice(1) : extra)],
      parts: [...own, ...reach],
    });
  }
  return groups;
}

/** Whether a group is surely a person: known by honorific, title or address, and not by the place alone. */
export const isEvident = ({ name, words, parts }: ContactGroup): boolean => {
  if (name === undefined) return false;
  const emails = parts.flatMap((part) => part.emails);
  return readName(name).honorific !== null || nameScore(name, words[0], emails) >= 3;
};
