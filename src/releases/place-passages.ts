import type { Draft } from './draft.ts';
import {
  isFurniture,
  isOnlyDate,
  isPointer,
  isQuestion,
  isQuestionPart,
  isRunInAbout,
} from './page-furniture.ts';
import type { Passage, PassageKind } from './passage.ts';

/** What is known of the file around the body. */
export type Surroundings = {
  readonly title: string;
  /** Lines of the file taken by contact blocks. */
  readonly contactBlocks: readonly { readonly from: number; readonly to: number }[];
};

type Heading = { readonly level: number; readonly text: string };

/**
 * Gives every piece of a body its heading path, and tells what answers nobody's question: contact blocks, "About …" at
 * the foot, printed dates, footers, links to share, questions put to a minister, the title printed again.
 */
export function placePassages(
  drafts: readonly Draft[],
  { title, contactBlocks }: Surroundings,
): Passage[] {
  const inContact = ({ line }: Draft) =>
    contactBlocks.some(({ from, to }) => line >= from && line <= to);
  const about = aboutFrom(drafts, inContact);
  const notes = notesFrom(drafts);
  const passages: Passage[] = [];
  let path: readonly Heading[] = [];
  let asking = false;
  drafts.forEach((draft, index) => {
    if (draft.kind === 'rule') return;
    const add = (kind: PassageKind) =>
      passages.push(placed(draft, kind, kind === 'contact' || kind === 'footnote' ? [] : path));
    if (inContact(draft)) {
      add('contact');
      return;
    }
    const isAnnounced =
      isOnlyDate(draft.text) &&
      /:$/.test(drafts[index - 1]?.text ?? '') &&
      passages.filter(({ kind }) => kind === 'paragraph').length > 1;
    if ((isFurniture(draft.text) && !isAnnounced) || isPointer(draft)) {
      add('boilerplate');
      return;
    }
    if (draft.kind === 'heading') {
      asking = false;
      if (
        isTitle(
          draft.text,
          title,
          passages.every(({ kind }) => kind === 'boilerplate'),
        )
      ) {
        if (!sameWords(draft.text, title)) add('title');
        return;
      }
      path = path.filter(({ level }) => level < draft.level);
      if (!introduces(draft, drafts.slice(index + 1, index + 6)))
        add(isLabel(draft.text) ? 'boilerplate' : 'paragraph');
      path = [...path, { level: draft.level, text: draft.text.replace(/\s*:$/, '') }];
      return;
    }
    if (isQuestion(draft.text) || (asking && isQuestionPart(draft.text))) {
      add('question');
      asking = !/[.?]["”’]?$/.test(draft.text);
      return;
    }
    asking = false;
    if (index >= notes) add('footnote');
    else if (isRunInAbout(draft.text) && index * 2 >= drafts.length) add('boilerplate');
    else add(index >= about && draft.kind !== 'footnote' ? 'boilerplate' : draft.kind);
  });
  return passages;
}

const placed = (draft: Draft, kind: PassageKind, path: readonly Heading[]): Passage => ({
  kind,
  text: draft.text,
  sentences: draft.sentences,
  heading: path.map(({ text }) => text),
  paragraph: draft.paragraph,
  intro: draft.intro,
  line: draft.line,
});

/** Whether something stands under a heading; one without anything under it is printed text like any other. */
function introduces(heading: Draft, behind: readonly Draft[]): boolean {
  const next = behind.find(({ kind, text }) => kind !== 'rule' && !isFurniture(text));
  return next !== undefined && (next.kind !== 'heading' || next.level > heading.level);
}

/** A heading of a few words or in capitals says where one is, and answers nothing. */
const isLabel = (text: string): boolean =>
  text.split(' ').length < 6 || text === text.toUpperCase();

/**
 * Where the closing part about the organisations starts: a heading "About …" in the second half, after which only more
 * of them, notes and contacts follow.
 *
 * @returns index of the first piece of it, or the number of pieces
 */
function aboutFrom(drafts: readonly Draft[], inContact: (draft: Draft) => boolean): number {
  const total = drafts.reduce((sum, { text }) => sum + text.length, 0);
  let start = drafts.length;
  let behind = 0;
  for (let index = drafts.length - 1; index >= 0 && behind < total / 2; index--) {
    const draft = drafts[index] as Draft;
    behind += draft.text.length;
    if (draft.kind !== 'heading') continue;
    if (/^about\b/i.test(draft.text) && behind < total / 2) start = index;
    else if (!isFurniture(draft.text) && !inContact(draft)) break;
  }
  return start;
}

/**
 * Where footnotes start that are printed as plain paragraphs: behind a line across the page, numbered anew from 1.
 */
function notesFrom(drafts: readonly Draft[]): number {
  const from = drafts.findLastIndex(
    ({ kind, text }) => kind === 'rule' || /^[-–—_\s]{4,}$/.test(text),
  );
  const first = drafts[from + 1];
  const numbered = drafts
    .slice(0, Math.max(0, from))
    .some(({ paragraph }) => paragraph !== undefined);
  const isNote =
    from !== -1 &&
    first !== undefined &&
    (first.paragraph === '1' || /^(?:\[?1\]?|\*|\^1)\s/.test(first.text)) &&
    (numbered || first.kind === 'footnote' || /^(?:1|\*|\^)/.test(first.text));
  return isNote ? from + 1 : drafts.length;
}

/**
 * Whether a heading is the title printed again, perhaps longer or cut short.
 *
 * @param opening whether nothing but dates stands before it; the first heading may word the title anew
 */
function isTitle(heading: string, title: string, opening: boolean): boolean {
  const [one, other] = [letters(heading), letters(title)];
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length >= 20 && long.includes(short) && short.length * 2 >= long.length) return true;
  if (!opening) return false;
  const [few, many] = [words(heading), words(title)].sort((a, b) => a.size - b.size);
  if (few === undefined || many === undefined || few.size < 4) return false;
  return [...few].filter((word) => many.has(word)).length >= few.size * 0.7;
}

/** The words of a heading that carry its meaning. */
const words = (text: string): Set<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);

/** Whether two headings say the same, whatever their case, marks and blanks. */
const sameWords = (one: string, other: string): boolean => letters(one) === letters(other);

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
