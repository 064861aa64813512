import type { Passage, Span } from '../releases/passage.ts';
import type { Quote } from './answer.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidate.ts';
import { listFormOf, type Prepared } from './features.ts';
import { newerTeller } from './newer-teller.ts';
import { factsOfPassage, factsOfRelease } from './sentence-facts.ts';
import { fitsOfParts } from './type-fit.ts';

/** Most quotes in a reply, and most characters of them together. */
const mostQuotes = 3;
const mostCharacters = 700;

/** A quote that comes this far behind the best one is not shown. */
const margin = 4.5;

const pronounStart = /^(?:He|She|It|They|His|Her|Its|Their|This|These|Those|Such|Both)\b/;

/** What cannot be read without the sentence before: it was cut in two by a name such as "NovA!". */
const fragment = /^[\p{Ll},;)]/u;

/** A sentence that lists what the one before it spoke of. */
const enumeration =
  /^(?:They|These|Those|Examples|Among|It|The \w+) (?:are|were|include[sd]?|comprises?|consists?|covers?)\b/;

/** A stretch of a passage, from its first to its last sentence. */
type Stretch = {
  readonly candidate: Candidate;
  readonly from: number;
  readonly to: number;
  /** Without the introducing sentence. */
  readonly bare?: boolean;
};

const cut = (passage: Passage, from: number, to: number): string => {
  const first: Span | undefined = passage.sentences[from];
  const last: Span | undefined = passage.sentences[to];
  return first === undefined || last === undefined ? '' : passage.text.slice(first.from, last.to);
};

/** The words shown for a stretch: of a list, below the sentence that introduces it where there is room for it. */
const textOf = ({ candidate, from, to, bare }: Stretch): string => {
  const { passage } = candidate.found;
  const text = cut(passage, from, to);
  return passage.kind === 'list' && passage.intro !== undefined && bare !== true
    ? `${passage.intro}\n${text}`
    : text;
};

/** The list that a sentence such as "…the following:" introduces, or that an item belongs to. */
const listOf = (candidate: Candidate): Passage | undefined => {
  const { passage, release } = candidate.found;
  if (passage.kind === 'list') return passage;
  if (!/[:：]\s*$/.test(candidate.sentence.text)) return undefined;
  const at = factsOfRelease(release).order.get(passage);
  const next = at === undefined ? undefined : release.passages[at + 1];
  return next?.kind === 'list' ? next : undefined;
};

/** The first sentence of the last item: what follows it explains that item alone. */
const lastItem = ({ text, sentences }: Passage): number =>
  Math.max(
    0,
    sentences.findLastIndex(({ from }) => from === 0 || text[from - 1] === '\n'),
  );

/** As many items as fit, from the first; of a list too long, from the item found. */
const wholeList = (candidate: Candidate, list: Passage, room: number): Stretch => {
  const found = { ...candidate, found: { ...candidate.found, passage: list } };
  const last = list.sentences.length - 1;
  const isItem = list === candidate.found.passage;
  const to = lastItem(list);
  const whole: readonly Stretch[] = [
    { candidate: found, from: 0, to: last },
    { candidate: found, from: 0, to },
    { candidate: found, from: 0, to: last, bare: true },
    { candidate: found, from: 0, to, bare: true },
  ];
  const fitting = whole.find((stretch) => textOf(stretch).length <= room);
  if (fitting !== undefined) return fitting;
  const fits = (from: number, end: number) =>
    textOf({ candidate: found, from, to: end }).length <= room;
  const grow = (from: number, least: number) => {
    let end = least;
    while (end < last && fits(from, end + 1)) end += 1;
    return { candidate: found, from, to: end };
  };
  const fromStart = grow(0, 0);
  const at = candidate.sentence.at;
  if (!isItem || fromStart.to >= at) return fromStart;
  return grow(at, at);
};

/** A list is shown whole where one is asked, where yes or no hangs on it, and where any words may answer. */
const mayWantList = ({ parts }: Asked): boolean =>
  parts.some(({ wants }) => wants.includes('list') || wants[0] === 'yes-no' || wants[0] === 'text');

const stretchOf = (asked: Asked, candidate: Candidate, room: number): Stretch => {
  const { passage } = candidate.found;
  const list = listOf(candidate);
  const wantsList = asked.parts.some(
    ({ wants }) => wants.includes('list') || wants[0] === 'yes-no',
  );
  if (list !== undefined && (mayWantList(asked) || passage.kind !== 'list'))
    return wholeList(candidate, list, room);
  const { at, text } = candidate.sentence;
  if (passage.kind === 'list' || passage.kind === 'row') return { candidate, from: at, to: at };
  const { sentences } = factsOfPassage(passage);
  const after = sentences[at + 1]?.text;
  const leansBack = at > 0 && (pronounStart.test(text) || fragment.test(text));
  const goesOn =
    after !== undefined && (fragment.test(after) || (wantsList && enumeration.test(after)));
  return { candidate, from: leansBack ? at - 1 : at, to: goesOn ? at + 1 : at };
};

const overlap = (one: Candidate, other: Candidate): number => {
  const terms = new Set(one.sentence.terms);
  const shared = other.sentence.terms.filter((term) => terms.has(term)).length;
  return shared / Math.max(1, Math.min(terms.size, other.sentence.terms.length));
};

/** Takes in a neighbouring sentence instead of making a quote of its own. */
const joined = (stretches: readonly Stretch[], next: Stretch): Stretch[] | undefined => {
  const at = stretches.findIndex(
    ({ candidate, from, to }) =>
      candidate.found.passage === next.candidate.found.passage &&
      candidate.found.passage.kind !== 'row' &&
      next.from <= to + 2 &&
      next.to >= from - 2,
  );
  const old = stretches[at];
  if (old === undefined) return undefined;
  const wider = { ...old, from: Math.min(old.from, next.from), to: Math.max(old.to, next.to) };
  return stretches.map((stretch, place) => (place === at ? wider : stretch));
};

const lengthOf = (stretches: readonly Stretch[]) =>
  stretches.reduce((sum, stretch) => sum + textOf(stretch).length, 0);

/** Sentences that tell the rest of a question: looked for among these, of the release of the best one. */
const lookedAt = 60;

/** For each part that the best sentence leaves untold, the best sentence of its release that tells it plainly. */
const tellersOfOtherParts = (
  { asked, terms }: Pick<Prepared, 'asked' | 'terms'>,
  ranked: readonly Candidate[],
): Candidate[] => {
  const [best] = ranked;
  if (best === undefined || asked.parts.length < 2) return [];
  const fits = ({ sentence, found }: Candidate) =>
    fitsOfParts(asked, sentence.text, terms, listFormOf(found.passage, sentence.text));
  const told = fits(best);
  return asked.parts.flatMap((_, part) =>
    (told[part]?.found ?? 0) >= plain
      ? []
      : (ranked
          .slice(1, lookedAt)
          .find(
            (candidate) =>
              candidate.found.release === best.found.release &&
              (fits(candidate)[part]?.found ?? 0) >= plain,
          ) ?? []),
  );
};

const plain = 0.85;

/** How much better a candidate reads as a further quote when it stands in the release quoted first. */
const sameRelease = 0.8;

/**
 * One to three quotes from ranked sentences, 700 characters together: the best sentence, lists whole where a list is
 * asked, with the sentence before where it opens with "He" or "This"; then the next best that say something else, those
 * of the same release a little before others.
 */
export const chooseQuotes = (
  { asked, terms }: Pick<Prepared, 'asked' | 'terms'>,
  ranked: readonly Candidate[],
): Quote[] => {
  const [best] = ranked;
  if (best === undefined) return [];
  const ofOtherParts = tellersOfOtherParts({ asked, terms }, ranked);
  const newer = [newerTeller(asked, ranked)].filter((teller) => teller !== undefined);
  const tellers = [...ofOtherParts, ...newer];
  const next = ranked
    .slice(1, 40)
    .map((candidate) => ({
      candidate,
      order: candidate.score + (candidate.found.release === best.found.release ? sameRelease : 0),
    }))
    .sort((one, other) => other.order - one.order)
    .map(({ candidate }) => candidate);
  let stretches: readonly Stretch[] = [];
  // What is newer must not push out the next best.
  for (const candidate of [
    best,
    ...ofOtherParts,
    ...next.slice(0, 1),
    ...newer,
    ...next.slice(1),
  ]) {
    if (best.score - candidate.score > margin && !tellers.includes(candidate)) continue;
    if (
      stretches.some(
        ({ candidate: taken }) =>
          overlap(taken, candidate) > 0.8 && taken.sentence.text !== candidate.sentence.text,
      )
    )
      continue;
    const room = mostCharacters - lengthOf(stretches);
    const stretch = stretchOf(asked, candidate, room);
    const inside = stretches.some(
      ({ candidate: { found }, from, to }) =>
        found.passage === stretch.candidate.found.passage &&
        from <= stretch.from &&
        to >= stretch.to,
    );
    if (inside) continue;
    const wider =
      joined(stretches, stretch) ??
      (stretches.length < mostQuotes ? [...stretches, stretch] : undefined);
    const plain = { ...stretch, from: stretch.to };
    if (wider !== undefined && lengthOf(wider) <= mostCharacters) stretches = wider;
    else if (stretches.length < mostQuotes && lengthOf([...stretches, plain]) <= mostCharacters)
      stretches = [...stretches, plain];
    else if (stretches.length === 0) stretches = [stretch];
    if (stretches.length === mostQuotes && lengthOf(stretches) > mostCharacters - 60) break;
  }
  return stretches.map((stretch) => ({
    release: stretch.candidate.found.release,
    passage: stretch.candidate.found.passage,
    text: textOf(stretch),
  }));
};
