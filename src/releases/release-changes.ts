import type { Release, ReleaseSet } from './release.ts';

/** What an index must do to follow the folder: take out, then put in. */
export type ReleaseChanges = {
  /** Releases that are new or not what they were. */
  readonly upserted: readonly Release[];
  /** Ids of releases that are gone. */
  readonly removed: readonly string[];
};

/** What is different between two readings of a folder. */
export function compareSets(before: ReleaseSet, after: ReleaseSet): ReleaseChanges {
  const known = new Map(before.releases.map((release) => [release.id, release]));
  const upserted: Release[] = [];
  for (const release of after.releases) {
    const old = known.get(release.id);
    known.delete(release.id);
    if (old === undefined || !isSame(old, release)) upserted.push(release);
  }
  return { upserted, removed: [...known.keys()] };
}

const isSame = (one: Release, other: Release): boolean =>
  one === other ||
  (one.version === other.version &&
    one.file === other.file &&
    one.problems.length === other.problems.length &&
    one.problems.every(({ message }, index) => message === other.problems[index]?.message));
