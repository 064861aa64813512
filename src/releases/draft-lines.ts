import type { Line } from './block.ts';
import { type MarkedLine, readMarker } from './body-line.ts';
import { type Context, type Draft, headingDraft, paragraphDraft } from './draft.ts';
import { draftList, type Item } from './draft-list.ts';

/**
 * Lines of text: headings in bold, numbered paragraphs, runs of lettered or short lines, and plain paragraphs.
 *
 * @param bare lines whose paragraph number has no point
 * @param before the piece that stands before them, which may announce a list
 */
export function draftLines(
  lines: readonly Line[],
  bare: ReadonlyMap<Line, string>,
  context: Context,
  before: Draft | undefined,
): Draft[] {
  const marked = lines.map((line) => readMarker(line, bare));
  const drafts: Draft[] = [];
  let at = 0;
  while (at < marked.length) {
    const run = runLength(marked, at);
    const [first] = marked.slice(at, at + 1);
    if (first === undefined) break;
    if (run > 1) {
      const items = marked.slice(at, at + run).map(itemOf);
      drafts.push(...draftList(items, context, drafts.at(-1) ?? before));
    } else drafts.push(draftLine(first, context));
    at += run;
  }
  return drafts;
}

const itemOf = (line: MarkedLine): Item => ({
  text: line.marker?.kind === 'bullet' ? line.words : line.text,
  line: line.line,
});

/** How many lines from here make one list: all lettered, all with a bullet, all short and numbered, or all short. */
function runLength(lines: readonly MarkedLine[], from: number): number {
  const first = lines[from];
  if (first === undefined || isHeading(first)) return 1;
  const kind = first.marker?.kind;
  if (first.marker?.kind === 'number' && first.marker.number !== '1') return 1;
  const fits = (line: MarkedLine): boolean => {
    if (line.marker?.kind !== kind || isHeading(line)) return false;
    if (kind === 'note') return false;
    if (kind === 'number') return line.text.length < 120;
    return kind !== undefined || isShort(line);
  };
  let to = from;
  while (to < lines.length && fits(lines[to] as MarkedLine)) to += 1;
  return Math.max(1, to - from);
}

const isShort = ({ text }: MarkedLine): boolean =>
  text.length < 120 && !/[.?!。]["”’)]*$/.test(text);

function draftLine(line: MarkedLine, context: Context): Draft {
  const { marker, text, words, linked } = line;
  if (isHeading(line)) {
    const name = marker?.kind === 'number' ? words : text;
    return { ...headingDraft(name, line.line, isCapitals(name) ? 7 : 8), linked };
  }
  const printed = marker?.kind === 'number' || marker?.kind === 'bullet' ? words : text;
  const draft = { ...paragraphDraft(printed, line.line, context), linked };
  if (marker?.kind === 'number' && !context.note) return { ...draft, paragraph: marker.number };
  return marker?.kind === 'note' ? { ...draft, kind: 'footnote' } : draft;
}

const isHeading = ({ bold, words }: MarkedLine): boolean =>
  bold && words.length <= 150 && !/[.;,。]["”’)]*$/.test(words);

const isCapitals = (text: string): boolean => text === text.toUpperCase() && /[A-Z]{3}/.test(text);
