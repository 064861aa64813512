import type { Passage } from '../releases/passage.ts';
import type { Release } from '../releases/release.ts';
import { type AskedTerms, askedTerms, LONGEST_QUESTION } from './asked-terms.ts';
import { filterOf, hasPhrase } from './filters.ts';
import { type ParsedQuery, parseQuery } from './parse-query.ts';
import { LOOK_UP, rankPassages } from './rank-passages.ts';
import { type RankedRelease, rankReleases } from './rank-releases.ts';
import type { SearchHit, SearchQuery, SearchResult } from './search-result.ts';
import type { Shelf, Shelved } from './shelf.ts';
import { snippetOf } from './snippet.ts';
import { tokensOf } from './terms.ts';
import { timeInWords, withoutNewest } from './time-in-words.ts';

/** A release matches when it has at least this share of what the best one has of the query, rare words counting more. */
const SHARE = 0.35;

const DEFAULT_LIMIT = 10;

/** So many passages are looked at, to find the releases that they stand in. */
const PASSAGES = 200;

/** Finds releases by what a person typed: words and filters. */
export const lookUp = (shelf: Shelf, query: SearchQuery, now: Date, zone: string): SearchResult => {
  const typed = query.text.slice(0, LONGEST_QUESTION);
  const parsed = { ...parseQuery(typed), ...fieldsOf(query) };
  const filter = filterOf(shelf, parsed);
  const time = timeInWords(parsed.words, now, zone);
  const limit = Math.max(0, query.limit ?? DEFAULT_LIMIT);
  const asked = askedTerms([withoutNewest(parsed.words), ...parsed.phrases].join(' '), shelf);
  const common = {
    query,
    didYouMean: didYouMean(typed, asked),
    problems: [
      ...(typed === query.text ? [] : [`Only the first ${LONGEST_QUESTION} characters were read.`]),
      ...parsed.problems,
      ...filter.problems,
    ],
  };

  if (asked.own.length + asked.besides.length === 0) {
    const listed = filter.narrows || time.newest ? newestFirst(shelf, filter.passes) : [];
    return {
      ...common,
      total: listed.length,
      hits: listed.slice(0, limit).map((release) => hitOf(release, leadOf(release), 0, asked)),
      nearest: undefined,
    };
  }
  const rank = (among: (shelved: Shelved) => boolean, most: number) => {
    const ranking = rankPassages(shelf, asked, {
      time,
      limit: PASSAGES,
      weights: LOOK_UP,
      among,
    });
    return rankReleases(shelf, ranking, among).slice(0, most);
  };
  const matching = matchingOf(shelf, asked, filter.passes);
  if (matching.size === 0)
    return { ...common, total: 0, hits: [], nearest: rank(() => true, 1)[0]?.shelved.release };
  return {
    ...common,
    total: matching.size,
    hits: rank((shelved) => matching.has(shelved), limit).map((ranked) => {
      const { release } = ranked.shelved;
      return hitOf(release, shownPassage(ranked, parsed), ranked.score, asked);
    }),
    nearest: undefined,
  };
};

const fieldsOf = ({ kind, since, until, sector, contact }: SearchQuery): Partial<ParsedQuery> => ({
  ...(kind === undefined ? {} : { kind }),
  ...(since === undefined ? {} : { since }),
  ...(until === undefined ? {} : { until }),
  ...(sector === undefined ? {} : { sector }),
  ...(contact === undefined ? {} : { contact }),
});

const matchingOf = (shelf: Shelf, asked: AskedTerms, passes: (shelved: Shelved) => boolean) => {
  const shares = new Map<Shelved, number>();
  for (const { term, weight } of [...asked.own, ...asked.besides]) {
    const holders = new Set(
      shelf.postings.holding(term).map((slot) => shelf.placeOf(slot)?.shelved),
    );
    const worth = weight * shelf.postings.idf(term);
    for (const shelved of holders)
      if (shelved !== undefined) shares.set(shelved, (shares.get(shelved) ?? 0) + worth);
  }
  for (const shelved of shares.keys()) if (!passes(shelved)) shares.delete(shelved);
  let best = 0;
  for (const share of shares.values()) best = Math.max(best, share);
  return new Set(
    [...shares].flatMap(([shelved, share]) => (share >= SHARE * best ? [shelved] : [])),
  );
};

/** The best passage; one that has the exact phrase goes before. */
const shownPassage = ({ shelved, passages }: RankedRelease, { phrases }: ParsedQuery) => {
  const texts = passages.flatMap(
    ({ passageIndex }) => shelved.release.passages[passageIndex] ?? [],
  );
  return (
    (phrases.length > 0 &&
      [...texts, ...shelved.release.passages].find(({ text }) =>
        phrases.some((phrase) => hasPhrase(text, phrase)),
      )) ||
    texts[0] ||
    leadOf(shelved.release)
  );
};

const leadOf = ({ title, passages }: Release): Passage =>
  passages.find(({ kind }) => kind === 'paragraph') ??
  passages.find(({ kind }) => kind !== 'contact' && kind !== 'boilerplate') ?? {
    kind: 'title',
    text: title,
    sentences: [{ from: 0, to: title.length }],
    heading: [],
    paragraph: undefined,
    intro: undefined,
    line: 1,
  };

const hitOf = (
  release: Release,
  passage: Passage,
  score: number,
  asked: AskedTerms,
): SearchHit => ({
  release,
  passage,
  score,
  snippet: snippetOf(
    passage.text,
    new Map([...asked.besides, ...asked.own].map(({ term, weight }) => [term, weight])),
  ),
});

/** Newest first, undated ones last. */
const newestFirst = (shelf: Shelf, passes: (shelved: Shelved) => boolean): Release[] =>
  [...shelf.shelves()]
    .filter(passes)
    .map(({ release }) => release)
    .sort(
      (one, other) =>
        compare(other.date?.day ?? '', one.date?.day ?? '') || compare(one.file, other.file),
    );

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** What was typed, with misspelt words put right; `undefined` where there are none. */
const didYouMean = (text: string, { repaired }: AskedTerms): string | undefined => {
  if (repaired.size === 0) return undefined;
  let right = '';
  let done = 0;
  for (const { word, from, to } of tokensOf(text)) {
    const meant = repaired.get(word);
    if (meant === undefined) continue;
    right += text.slice(done, from) + meant;
    done = to;
  }
  return done === 0 ? undefined : right + text.slice(done);
};
