import type { Asked } from './asked.ts';
import type { Candidate } from './candidate.ts';
import { dayNumber, featureNames } from './features.ts';

const TYPE = featureNames.indexOf('typeFound');
const COVERAGE = featureNames.indexOf('coverageWithPrevious');

/** Sentences looked at. */
const lookedAt = 60;

/** A sentence that has this share of the words that the best one has of the question is on its subject. */
const asMuchAs = 0.6;

const dayOf = ({ found }: Candidate) => dayNumber(found.release.date?.day);

/**
 * Where the latest is asked: the newest sentence that tells the same kind of thing on the same subject as the best one
 * and is of a newer release; `undefined` where the best one is the newest itself.
 *
 * @param ranked sentences, best first
 */
export const newerTeller = (
  { latest }: Asked,
  [best, ...others]: readonly Candidate[],
): Candidate | undefined => {
  if (!latest || best === undefined) return undefined;
  const least = (of: number) => best.features[of] ?? 0;
  return others
    .slice(0, lookedAt)
    .filter(
      (other) =>
        dayOf(other) > dayOf(best) &&
        (other.features[TYPE] ?? 0) >= Math.min(0.8, least(TYPE)) &&
        (other.features[COVERAGE] ?? 0) >= asMuchAs * least(COVERAGE),
    )
    .reduce<Candidate | undefined>(
      (newest, other) => (newest === undefined || dayOf(other) > dayOf(newest) ? other : newest),
      undefined,
    );
};
