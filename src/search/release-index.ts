import type { Release } from '../releases/release.ts';
import { createAdmissions } from './admissions.ts';
import { askedTerms, LONGEST_QUESTION } from './asked-terms.ts';
import { lookUp } from './look-up.ts';
import { LOOK_UP, QUOTABLE, rankPassages } from './rank-passages.ts';
import { rankReleases } from './rank-releases.ts';
import type { ReleaseReading } from './release-reading.ts';
import type { PassageHit, ReleaseHit, SearchQuery, SearchResult } from './search-result.ts';
import type { SectorWords } from './sector-words.ts';
import { createShelf } from './shelf.ts';
import { timeInWords, withoutNewest } from './time-in-words.ts';

/** What a question is asked with. */
export type AskOptions = {
  /** Decides what may be seen, and what "last March" means. */
  readonly now: Date;
  /** Most to return. */
  readonly limit: number;
};

/**
 * The releases, ready to be searched. Whatever is asked, the reply is the same as if embargoed and withdrawn releases
 * did not exist, and as if the visible ones had been put in fresh.
 */
export type ReleaseIndex = {
  /** Finds releases by words and filters, as typed after `/release`. */
  search(query: SearchQuery, now: Date): SearchResult;
  /** Passages that may answer a question, best first; never titles, contacts, footers or questions to ministers. */
  findPassages(question: string, options: AskOptions): PassageHit[];
  /** Releases that a question is about, best first. */
  findReleases(question: string, options: AskOptions): ReleaseHit[];
  /**
   * Takes in a new or changed release; the one of the same file before it is replaced.
   *
   * @param reading what `readForSearch` gives for the release, where it was worked out ahead
   */
  put(release: Release, reading?: ReleaseReading): void;
  remove(file: string): void;
  /** All that may be seen at `now`, ordered by file. */
  releases(now: Date): readonly Release[];
  /** How many passages hold a term (of `termsOf`), as of the last instant that was asked about. */
  documentFrequency(term: string): number;
  /** How telling a term is: about 0 where every passage has it, larger the rarer it is; same instant. */
  idf(term: string): number;
};

export type IndexOptions = {
  /** IANA time zone in which words such as "last March" are read. */
  readonly zone?: string;
  /** The desk's sectors with the words that people use for them. */
  readonly sectors?: readonly SectorWords[];
};

/** An index without releases. */
export const createIndex = ({
  zone = 'Asia/Singapore',
  sectors = [],
}: IndexOptions = {}): ReleaseIndex => {
  const shelf = createShelf(sectors);
  const admissions = createAdmissions({ enter: shelf.enter, leave: shelf.leave });

  const rank = (question: string, { now, limit }: AskOptions, weights: typeof LOOK_UP) => {
    admissions.settle(now);
    const asked = askedTerms(withoutNewest(question.slice(0, LONGEST_QUESTION)), shelf);
    const time = timeInWords(question.slice(0, LONGEST_QUESTION), now, zone);
    return rankPassages(shelf, asked, { time, limit, weights });
  };

  return {
    search(query, now) {
      admissions.settle(now);
      return lookUp(shelf, query, now, zone);
    },
    findPassages: (question, options) =>
      rank(question, options, QUOTABLE).passages.flatMap(
        ({ shelved, passageIndex, score, fit }) => {
          const passage = shelved.release.passages[passageIndex];
          return passage === undefined
            ? []
            : [{ release: shelved.release, passage, passageIndex, score, fit }];
        },
      ),
    findReleases(question, options) {
      const limit = Math.max(50, options.limit);
      const ranking = rank(question, { ...options, limit }, LOOK_UP);
      return rankReleases(shelf, ranking)
        .slice(0, options.limit)
        .map(({ shelved, score }) => ({ release: shelved.release, score }));
    },
    put: admissions.put,
    remove: admissions.remove,
    releases(now) {
      admissions.settle(now);
      return [...admissions.admitted()].sort((one, other) => (one.file < other.file ? -1 : 1));
    },
    documentFrequency: (term) => shelf.postings.frequency(term),
    idf: (term) => shelf.postings.idf(term),
  };
};

export type BuildOptions = IndexOptions & {
  /** Lets other work go on; called about every forty passages. */
  readonly pause: () => Promise<void>;
  /** Embargoes up to this instant are taken as lifted, so that the first question need not wait for them. */
  readonly now?: Date;
};

/** So many passages are read without a pause: a few thousandths of a second. */
const PASSAGES_AT_ONCE = 40;

/** An index of the releases, built in small steps so that nothing else has to wait for long. */
export const buildIndex = async (
  releases: readonly Release[],
  { pause, now, ...options }: BuildOptions,
): Promise<ReleaseIndex> => {
  const index = createIndex(options);
  if (now !== undefined) index.releases(now);
  let passages = 0;
  for (const release of releases) {
    index.put(release);
    passages += release.passages.length;
    if (passages < PASSAGES_AT_ONCE) continue;
    passages = 0;
    await pause();
  }
  return index;
};
