import { isDeskAddress, nameScore, readName } from './contact-name.ts';
import { partPeople } from './contact-pair.ts';
import type { ContactParts } from './contact-parts.ts';
import { readPost } from './contact-role.ts';
import { isBrand, phraseKind } from './contact-words.ts';

/** The lines of one person, or of one press desk. */
export type ContactGroup = {
  /** The organisation printed above several people, if any. */
  readonly label: string | null;
  /** The printed name with all that stands on its line; `undefined` for a press desk. */
  readonly name: string | undefined;
  /** Lines that describe the person, in print order. */
  readonly words: readonly string[];
  readonly parts: readonly ContactParts[];
};

type Run = { words: ContactParts[]; reach: ContactParts[] };

/** Cuts a block into runs: lines of words, then the lines with addresses and numbers below them. */
const runsOf = (parts: readonly ContactParts[]): Run[] => {
  const runs: Run[] = [];
  let run: Run = { words: [], reach: [] };
  for (const part of parts) {
    const named = part.words !== '' && nameScore(part.words, undefined, part.emails) >= 4;
    if (run.reach.length > 0 && (!part.reaches || named)) {
      runs.push(run);
      run = { words: [], reach: [] };
    }
    (part.reaches ? run.reach : run.words).push(part);
  }
  runs.push(run);
  return runs;
};

/** Where in the words above the numbers the person starts; -1 where nobody is named. */
const nameAt = (words: readonly ContactParts[], emails: readonly string[]): number => {
  const scores = words.map(({ words: line, line: { gap } }, at) => {
    const score = nameScore(line, words[at + 1]?.words, emails);
    return score > 0 && gap ? score + 0.5 : score;
  });
  const best = Math.max(0, ...scores);
  return best > 0 ? scores.indexOf(best) : -1;
};

/** How many of the words, right under the numbers of the person above, still describe that person. */
const tailOf = ({ words, reach }: Run): number => {
  const emails = reach.flatMap((part) => part.emails);
  const end = words.findIndex(({ words: line, line: { gap } }, at) => {
    const next = words[at + 1];
    const last = next === undefined ? reach.length === 0 : next.line.gap;
    // "Apple" is known as an organisation only by standing last, below a department.
    const closes = at > 0 && (last || isBrand(line));
    return (
      gap ||
      (phraseKind(line) === 'unknown' && !closes) ||
      nameScore(line, next?.words, emails) >= (closes ? 4 : 1)
    );
  });
  return end === -1 ? words.length : end;
};

const columnHead =
  /^(?:s\/?n|no\.?|name|designation|title|position|role|organi[sz]ation|agency|company|department|e-?mail|contacts?|contact (?:no\.?|number|details)|tel(?:ephone)?|phone|mobile)$/i;

/** `null`: it says where people are ("In Singapore:"), or what they do; no organisation. */
const labelText = (printed: string): string | null => {
  const text = printed.replace(/\s*:$/, '').replace(/^(?:for|from)\s+(?:the\s+)?(?=\S)/i, '');
  const kind = phraseKind(text);
  return /^in\s/i.test(text) || kind === 'place' || kind === 'title' ? null : text;
};

/** The organisation that these lines above a name print, or `undefined` where they print nothing of the kind. */
const labelOf = (lines: readonly ContactParts[]): string | null | undefined => {
  const labels = lines.filter(
    ({ words }) => !columnHead.test(words) && !/\.$/.test(words) && words.length <= 100,
  );
  const [above, last] = [labels.at(-2), labels.at(-1)];
  if (last === undefined) return undefined;
  const text = labelText(last.words);
  const continued =
    !last.line.gap &&
    above !== undefined &&
    [above.words, last.words].every((words) => phraseKind(words) === 'organisation');
  return continued && text !== null ? `${above.words.replace(/,$/, '')}, ${text}` : text;
};

const wordsIn = (parts: readonly ContactParts[]): string[] =>
  parts.map((part) => part.words).filter((words) => words !== '');

const hasEmail = (parts: readonly ContactParts[]): boolean =>
  parts.some(({ emails }) => emails.length > 0);

/** Whether a run without a name goes on with the person above it: "Tel", "Parks Board", then "Email". */
const continues = (previous: ContactGroup, { words, reach }: Run): boolean =>
  words.length === 0 ||
  (words[0]?.line.gap === false && !(hasEmail(reach) && hasEmail(previous.parts)));

/** Where a press desk starts in the words above its address: at the last paragraph, unless each line is one. */
const deskAt = (words: readonly ContactParts[]): number => {
  const gaps = words.map(({ line }) => line.gap);
  return gaps.includes(false) ? Math.max(gaps.lastIndexOf(true), 0) : 0;
};

/** Whether lines below the numbers of a person could belong there still. */
const isUnplaced = (person: ContactGroup): boolean =>
  // Where organisations are printed as labels, such a line is the next label.
  (person.label === null || person.words.length === 0) &&
  readPost(person.words).organisation === null;

/**
 * Cuts the lines of a block into people, by the name above and the numbers below each.
 *
 * @param topic the organisation that the introduction names, for people who have none printed
 */
export function groupContacts(
  parts: readonly ContactParts[],
  topic: string | null,
): ContactGroup[] {
  const groups: ContactGroup[] = [];
  let label: string | null = topic;
  const extendLast = (more: readonly ContactParts[]): void => {
    const last = groups.pop();
    if (last !== undefined)
      groups.push({
        ...last,
        words: [...last.words, ...wordsIn(more)],
        parts: [...last.parts, ...more],
      });
  };

  for (const run of runsOf(parts)) {
    const previous = groups.at(-1);
    const tail = previous !== undefined && isUnplaced(previous) ? tailOf(run) : 0;
    extendLast(run.words.slice(0, tail));
    const { reach } = run;
    if (reach.length === 0) break;

    const words = run.words.slice(tail);
    const emails = reach.flatMap((part) => part.emails);
    const named = nameAt(words, emails);
    const onLine = reach[0]?.words ?? '';
    const isOnLine = named === -1 && nameScore(onLine, undefined, emails) > 0;
    if (named === -1 && !isOnLine && previous && continues(previous, { words, reach })) {
      extendLast([...words, ...reach]);
      continue;
    }
    const start = named !== -1 ? named : isOnLine ? words.length : deskAt(words);
    const printed = labelOf(words.slice(0, start));
    if (printed !== undefined) label = printed;
    const own = [...words.slice(start), ...reach];
    const name = named !== -1 || isOnLine ? own[0]?.words : undefined;
    groups.push({
      label,
      name,
      words: wordsIn(name === undefined ? own : own.slice(1)),
      parts: own,
    });
  }
  return groups.flatMap(partPeople).filter(isReachable);
}

/** A contact nobody could reach, such as the head of a table, is none; a named one with a misprinted number is. */
const isReachable = ({ name, words, parts }: ContactGroup): boolean => {
  if (parts.some(({ emails, phones }) => emails.length + phones.length > 0))
    return name !== undefined || words.some((line) => phraseKind(line) !== 'unknown');
  return name !== undefined && parts.some(({ misprints }) => misprints.length > 0);
};

/** Whether a group is surely a person: known by honorific, by title, or by an address that has the name in it. */
export const isEvident = ({ name, words, parts }: ContactGroup): boolean => {
  if (name === undefined) return false;
  const emails = parts.flatMap((part) => part.emails);
  return readName(name).honorific !== null || nameScore(name, words[0], emails) >= 3;
};

/** Whether a group without a name is surely the desk that answers the press. */
export const isPressDesk = ({ name, words, parts }: ContactGroup): boolean =>
  name === undefined &&
  hasEmail(parts) &&
  words.some((line) =>
    /\b(?:communications?|comms|media|press|public (?:affairs|relations))\b/i.test(line),
  ) &&
  parts.flatMap(({ emails }) => emails).every(isDeskAddress);
