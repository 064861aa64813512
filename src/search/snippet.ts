import type { Snippet } from './search-result.ts';
import { type Token, tokensOf } from './terms.ts';

/** About three lines in Slack. */
const LONGEST = 240;

/**
 * The stretch of a text where most of the asked terms stand, with the matched words marked. It is cut between words
 * only, and not inside a name ("National AI Office"), an amount ("S$500 million") or an emoji; what is cut off is
 * shown as "…". White space becomes single blanks.
 *
 * @param wanted terms as `termsOf` makes them, with what each is worth
 * @param longest most UTF-16 units of the text to show, besides the "…"
 */
export const snippetOf = (
  text: string,
  wanted: ReadonlyMap<string, number>,
  longest = LONGEST,
): Snippet => {
  const tokens = tokensOf(text);
  const matched = tokens.filter(({ term, stop }) => !stop && wanted.has(term));
  const { from, to } =
    text.length <= longest
      ? { from: 0, to: text.length }
      : stretch(text, tokens, matched, wanted, longest);
  const before = from > 0 ? '… ' : '';
  const after = to < text.length ? ' …' : '';
  const shift = before.length - from;
  return {
    // One blank for one: the offsets of the marks stay true.
    text: before + text.slice(from, to).replaceAll(/\s/g, ' ') + after,
    marks: matched
      .filter((token) => token.from >= from && token.to <= to)
      .map((token) => ({ from: token.from + shift, to: token.to + shift })),
  };
};

const stretch = (
  text: string,
  tokens: readonly Token[],
  matched: readonly Token[],
  wanted: ReadonlyMap<string, number>,
  longest: number,
) => {
  const cuts = cutsOf(text, tokens, longest);
  const core = bestCore(matched, wanted, longest);
  const room = longest - (core.to - core.from);
  // A third of what is left goes before the first match; a sentence's beginning in reach is a better place to start.
  const reach = Math.max(0, core.from - Math.floor(room / 3));
  const sentence =
    [...text.slice(0, core.from).matchAll(/(?<=[.!?;:]\s+|\n|^)\S/g)].at(-1)?.index ?? 0;
  const wish = core.from - sentence <= room ? sentence : reach;
  const from = cuts.find((cut) => cut >= wish && cut <= core.from) ?? lastAtMost(cuts, core.from);
  const to = Math.max(
    lastAtMost(cuts, from + longest),
    cuts.find((cut) => cut > from) ?? text.length,
  );
  return trimmed(text, from, to);
};

/** The matches that go together into one snippet and are worth most. */
const bestCore = (
  matched: readonly Token[],
  wanted: ReadonlyMap<string, number>,
  longest: number,
) => {
  let best = { from: 0, to: 0, worth: 0 };
  for (let first = 0; first < matched.length; first += 1) {
    const start = matched[first];
    if (start === undefined) continue;
    const seen = new Set<string>();
    let worth = 0;
    let to = start.to;
    for (let last = first; last < matched.length; last += 1) {
      const token = matched[last];
      if (token === undefined || token.to - start.from > longest * 0.8) break;
      const fresh = !seen.has(token.term);
      seen.add(token.term);
      worth += (wanted.get(token.term) ?? 0) * (fresh ? 1 : 0.1);
      to = token.to;
    }
    if (worth > best.worth) best = { from: start.from, to, worth };
  }
  return best;
};

/** Places where the text may be cut, in order: between words, or between characters where a word has no end. */
const cutsOf = (text: string, tokens: readonly Token[], longest: number): number[] => {
  const cuts = [0];
  for (const gap of text.matchAll(/\s+/g)) {
    const after = gap.index + gap[0].length;
    if (after < text.length && !isTight(text, gap.index, after)) cuts.push(after);
  }
  cuts.push(text.length);
  return cuts.flatMap((cut, index) => {
    const next = cuts[index + 1];
    return next !== undefined && next - cut > longest * 0.75
      ? [cut, ...finerCuts(text, tokens, cut, next)]
      : [cut];
  });
};

/** A long stretch that offers no good cut is cut at any blank, and a long run without blanks between characters. */
const finerCuts = (text: string, tokens: readonly Token[], from: number, to: number) => {
  const blanks = [...text.slice(from, to).matchAll(/\s+/g)].map(
    (gap) => from + gap.index + gap[0].length,
  );
  if (blanks.length > 0) return blanks.filter((blank) => blank < to);
  // Chinese may be cut between any two characters, and so may a "word" without end.
  const words = tokens.filter(
    (token) => token.to > from && token.to - token.from < 40 && !CHINESE.test(token.word),
  );
  let next = 0;
  const inWord = (at: number) => {
    while (next < words.length && (words[next]?.to ?? 0) <= at) next += 1;
    return (words[next]?.from ?? at) < at;
  };
  return [...CHARACTERS.segment(text.slice(from, to))]
    .map(({ index }) => from + index)
    .filter((at) => at > from && !inWord(at));
};

const CHINESE = /\p{Script=Han}/u;
const CHARACTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Whether the words on both sides of a gap belong together: two parts of a name, or a number and what it counts. */
const isTight = (text: string, gapFrom: number, gapTo: number) => {
  const before = text.slice(Math.max(0, gapFrom - 40), gapFrom);
  const after = text.slice(gapTo, gapTo + 40);
  if (/(?<!\S)(?:Dr|Mr|Mrs|Ms|Mdm|Prof|St)\.?$/.test(before)) return true;
  if (/[.!?;:,]["”’)]*$/.test(before)) return false;
  if (/\p{N}[)%]?$|\p{Sc}$/u.test(before)) return /^[\p{L}\p{N}]/u.test(after);
  if (/(?<!\S)\p{Lu}\S*\s+(?:of|and|for|the|on)$/u.test(before)) return /^\p{Lu}/u.test(after);
  return (
    /(?<!\S)["“‘(]?\p{Lu}\S*$/u.test(before) &&
    /^(?:[\p{Lu}\p{N}]|(?:of|and|for|the|on)\s+\p{Lu})/u.test(after)
  );
};

const lastAtMost = (cuts: readonly number[], at: number) => {
  let last = 0;
  for (const cut of cuts) if (cut <= at) last = cut;
  return last;
};

const trimmed = (text: string, from: number, to: number) => {
  let end = to;
  while (end > from && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return { from, to: end === text.trimEnd().length ? text.length : end };
};
