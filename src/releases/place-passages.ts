import type { Passage, PassageKind } from './passage.ts';
import type { Draft } from './read-passages.ts';

/** What is known of the file around the body. */
export type Surroundings = {
  readonly title: string;
  /** Lines of the file taken by contact blocks. */
  readonly contactBlocks: readonly { readonly from: number; readonly to: number }[];
};

/**
 * Gives every piece of a body its heading path, and tells what answers nobody's question: contact blocks, "About …" at
 * the foot, printed dates, footers, links to share, questions put to a minister.
 */
export function placePassages(
  drafts: readonly Draft[],
  { title, contactBlocks }: Surroundings,
): Passage[] {
  const passages: Passage[] = [];
  const path: { level: number; text: string }[] = [];
  const about = aboutFrom(drafts, contactBlocks);
  let asking = false;
  drafts.forEach((draft, index) => {
    const inContact = contactBlocks.some(({ from, to }) => draft.line >= from && draft.line <= to);
    if (draft.kind === 'heading' && !inContact) {
      if (sameWords(draft.text, title)) return;
      while ((path.at(-1)?.level ?? 0) >= draft.level) path.pop();
      path.push({ level: draft.level, text: draft.text });
      asking = false;
      const next = drafts[index + 1];
      const carries = next !== undefined && (next.kind !== 'heading' || next.level > draft.level);
      if (carries && !isFooter(draft.text)) return;
      passages.push(
        placed(
          draft,
          isFooter(draft.text) || isLabel(draft.text) ? 'boilerplate' : 'paragraph',
          path.slice(0, -1),
        ),
      );
      return;
    }
    const kind = kindOf(draft, { inContact, about: index >= about, asking });
    asking = kind === 'question' && !/\?["”’]?$/.test(draft.text);
    passages.push(placed(draft, kind, path));
  });
  return passages;
}

const placed = (draft: Draft, kind: PassageKind, path: readonly { text: string }[]): Passage => ({
  kind,
  text: draft.text,
  sentences: draft.sentences,
  heading: path.map(({ text }) => text),
  paragraph: draft.paragraph,
  intro: draft.intro,
  line: draft.line,
});

type Place = { readonly inContact: boolean; readonly about: boolean; readonly asking: boolean };

function kindOf(draft: Draft, { inContact, about, asking }: Place): PassageKind {
  if (inContact) return 'contact';
  if (isFooter(draft.text) || isPointer(draft)) return 'boilerplate';
  if (
    isQuestion(draft.text) ||
    (asking && /^(?:\([a-z]+\)|[a-z][.)])\s|^whether\b/i.test(draft.text))
  )
    return 'question';
  if (about && draft.kind !== 'footnote') return 'boilerplate';
  return draft.kind === 'heading' ? 'paragraph' : draft.kind;
}

/** A parliamentary question as it is printed above the reply. */
export const isQuestion = (text: string): boolean =>
  /\bto ask the (?:(?:acting|coordinating|deputy|prime|second|senior) )*minister\b/i.test(
    text.slice(0, 250),
  );

const weekday = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?';
const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const onlyDate = new RegExp(
  `^(?:date:?\\s*)?${weekday}(?:\\d{1,2}(?:st|nd|rd|th)?\\s+${month},?|${month}\\s+\\d{1,2},?)\\s+\\d{4}$`,
  'i',
);

/** Lines that belong to the page rather than to the release. */
export const isFooter = (text: string): boolean =>
  text.length < 160 &&
  (onlyDate.test(text) ||
    /^(?:page )?last updated (?:on|:)?/i.test(text) ||
    /^\d{1,2} \w{3,9} \d{4} posted in\b/i.test(text) ||
    /^(?:share|follow us|tweet|print|e-?mail this)\b.{0,40}$/i.test(text) ||
    /^(?:for|contact for) (?:all )?(?:media|press) (?:enquir|inquir|quer|clarif)\w+\b.{0,60}$/i.test(
      text,
    ) ||
    /^(?:media|press) contacts?:?$/i.test(text) ||
    /^\[?press release issued by\b/i.test(text) ||
    /^(?:[-–—*#_=~.•\s]|end(?:s)?)+$/i.test(text));

/** A paragraph that is nothing but a link to the same text elsewhere. */
const isPointer = ({ linked, text }: Draft): boolean =>
  linked &&
  text.length < 160 &&
  /\b(?:pdf|download|click here|read more|view|watch|transcript|version)\b/i.test(text);

const isLabel = (text: string): boolean =>
  text.split(' ').length < 6 || text === text.toUpperCase();

/**
 * Where the closing part about the organisations starts: a heading "About …" after which only more of them, notes and
 * contacts follow.
 *
 * @returns index of the first piece of it, or the number of pieces
 */
function aboutFrom(drafts: readonly Draft[], blocks: Surroundings['contactBlocks']): number {
  let start = drafts.length;
  for (let index = drafts.length - 1; index >= 0; index--) {
    const { kind, text, line } = drafts[index] as Draft;
    if (kind !== 'heading') continue;
    if (/^about\b/i.test(text)) start = index;
    else if (!isFooter(text) && !blocks.some(({ from, to }) => line >= from && line <= to)) break;
  }
  return start;
}

/** Whether two headings say the same, whatever their case, marks and blanks. */
export const sameWords = (one: string, other: string): boolean =>
  letters(one) === letters(other) && letters(one) !== '';

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
