import type { RankedPassage, Ranking } from './rank-passages.ts';
import type { Shelf, Shelved } from './shelf.ts';

/** A release with its passages that were found, best first. */
export type RankedRelease = {
  readonly shelved: Shelved;
  readonly passages: readonly RankedPassage[];
  /** Larger is better; comparable within one list only. */
  readonly score: number;
};

/** What the release as a whole adds to its best passage. */
const WEIGHT = { card: 0.3, whole: 0.8 } as const;

/**
 * Releases by their best passage and by how well they fit as a whole. Those that match by title or contact alone,
 * without a passage among the best, come after.
 *
 * @param among only releases that pass
 */
export const rankReleases = (
  shelf: Shelf,
  { passages, cardOf, wholeOf }: Ranking,
  among: (shelved: Shelved) => boolean = () => true,
): RankedRelease[] => {
  const groups = new Map<Shelved, RankedPassage[]>();
  for (const passage of passages) {
    const group = groups.get(passage.shelved);
    if (group === undefined) groups.set(passage.shelved, [passage]);
    else group.push(passage);
  }
  const ofWhole = (shelved: Shelved) =>
    WEIGHT.card * cardOf(shelved) + WEIGHT.whole * wholeOf(shelved);
  const ranked = [...groups].map(([shelved, group]) => ({
    shelved,
    passages: group,
    score: (group[0]?.score ?? 0) + ofWhole(shelved),
  }));
  const least = ranked.reduce((score, one) => Math.min(score, one.score), 1);
  for (const shelved of shelf.shelves()) {
    if (wholeOf(shelved) > 0 && !groups.has(shelved) && among(shelved))
      ranked.push({ shelved, passages: [], score: (least * ofWhole(shelved)) / 2 });
  }
  return ranked.sort(
    (one, other) =>
      other.score - one.score || (one.shelved.release.file < other.shelved.release.file ? -1 : 1),
  );
};
