import type { RankedPassage } from './rank-passages.ts';
import type { Shelf, Shelved } from './shelf.ts';

/** A release with its passages that were found, best first. */
export type RankedRelease = {
  readonly shelved: Shelved;
  readonly passages: readonly RankedPassage[];
  /** Larger is better; comparable within one list only. */
  readonly score: number;
};

/** What the second and third best passage add: a release that keeps to the subject goes before one that touches it. */
const FURTHER = [1, 0.1, 0.05];

/**
 * Releases by their best passages. Those that match by title or contact alone, without a passage among the best,
 * come after, by their cards.
 *
 * @param cards scores of releases by `cardScores`
 * @param passages best first
 * @param among only releases that pass
 */
export const rankReleases = (
  shelf: Shelf,
  cards: ReadonlyMap<string, number>,
  passages: readonly RankedPassage[],
  among: (shelved: Shelved) => boolean = () => true,
): RankedRelease[] => {
  const groups = new Map<Shelved, RankedPassage[]>();
  for (const passage of passages) {
    const group = groups.get(passage.shelved);
    if (group === undefined) groups.set(passage.shelved, [passage]);
    else group.push(passage);
  }
  const ranked = [...groups].map(([shelved, group]) => ({
    shelved,
    passages: group,
    score: FURTHER.reduce((sum, share, index) => sum + share * (group[index]?.score ?? 0), 0),
  }));
  const least = ranked.reduce((score, one) => Math.min(score, one.score), 1);
  for (const shelved of shelf.shelves()) {
    const card = cards.get(shelved.release.file);
    if (card !== undefined && !groups.has(shelved) && among(shelved))
      ranked.push({ shelved, passages: [], score: (least * card) / 2 });
  }
  return ranked.sort(
    (one, other) =>
      other.score - one.score || (one.shelved.release.file < other.shelved.release.file ? -1 : 1),
  );
};
