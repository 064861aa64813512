import type { Passage } from '../releases/passage.ts';
import type { Release } from '../releases/release.ts';
import type { ReleaseIndex } from '../search/release-index.ts';
import type { PassageHit } from '../search/search-result.ts';
import { type SectorWords, sectorsAmong } from '../search/sector-words.ts';
import { termsOf } from '../search/terms.ts';
import { withoutNewest } from '../search/time-in-words.ts';
import type { FoundPassage } from './candidate.ts';
import { alternativesTo } from './everyday-words.ts';

const passagesWanted = 60;
const timelyWanted = 150;
const wholeReleases = 6;

/** What the first, second and third best passage of a release add to its score. */
const further = [1, 0.1, 0.05];

/** Releases of the passages found, best first. */
const releasesAmong = (hits: readonly PassageHit[]): { release: Release; score: number }[] => {
  const groups = new Map<Release, number[]>();
  for (const { release, score } of hits)
    groups.set(release, [...(groups.get(release) ?? []), score]);
  return [...groups]
    .map(([release, scores]) => ({
      release,
      score: further.reduce((sum, share, at) => sum + share * (scores[at] ?? 0), 0),
    }))
    .sort((one, other) => other.score - one.score);
};

/** A passage that was not found by its own words, but stands in a release that was. */
const unfound = 0;

/**
 * The question with other words for those that no release has: "schools" brings Education, "condo" condominium. Words
 * that the releases have are left to stand for themselves.
 */
const widened = (
  index: ReleaseIndex,
  question: string,
  sectors: readonly SectorWords[],
): string => {
  const strange = [...new Set(termsOf(question))].filter(
    (term) => index.documentFrequency(term) === 0,
  );
  const others = strange.flatMap((term) => [
    ...alternativesTo(term),
    ...sectorsAmong([term], sectors).map(({ name }) => name),
  ]);
  return others.length === 0 ? question : `${question} ${others.join(' ')}`;
};

export type GatherOptions = {
  readonly now: Date;
  readonly sectors: readonly SectorWords[];
  /** Releases to read whole besides. */
  readonly talkedOf?: readonly Release[];
  /** The newest state of things is asked: much is read on a subject that many releases touch. */
  readonly timely?: boolean;
};

/**
 * Passages worth reading for a question: the best sixty, and all of the best six releases, since the sentence that
 * answers often shares no word with the question. Scores are relative to the best one.
 */
export const gatherPassages = (
  index: ReleaseIndex,
  question: string,
  { now, sectors, talkedOf = [], timely = false }: GatherOptions,
): FoundPassage[] => {
  // Newness is weighed among the sentences that answer: here it would only bring what is new.
  const text = timely ? withoutNewest(question) : question;
  const hits = index.findPassages(widened(index, text, sectors), {
    now,
    limit: timely ? timelyWanted : passagesWanted,
  });
  const about = releasesAmong(hits);
  const bestHit = Math.max(...hits.map(({ score }) => score), 1e-9);
  const bestRelease = Math.max(...about.map(({ score }) => score), 1e-9);
  const releaseScores = new Map(
    about.map(({ release, score }) => [release, Math.max(0, score / bestRelease)]),
  );
  for (const release of talkedOf) releaseScores.set(release, 1);
  const taken = new Set<Passage>();
  const found: FoundPassage[] = [];
  const add = (release: Release, passage: Passage, score: number) => {
    if (taken.has(passage)) return;
    taken.add(passage);
    found.push({ release, passage, score, releaseScore: releaseScores.get(release) ?? 0 });
  };
  for (const { release, passage, score } of hits)
    add(release, passage, Math.max(0, score / bestHit));
  const whole = [...talkedOf, ...about.slice(0, wholeReleases).map(({ release }) => release)];
  for (const release of whole)
    for (const passage of release.passages) add(release, passage, unfound);
  return found;
};
