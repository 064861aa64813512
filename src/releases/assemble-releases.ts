import { createHash } from 'node:crypto';
import type { ParseOutcome } from './parse-release.ts';
import type { Problem } from './problem.ts';
import type { Rejection, Release, ReleaseSet } from './release.ts';
import { idFromFile } from './release-target.ts';

/**
 * Puts the files of a folder together: of releases with the same text one is served and names the others, and every
 * release gets an id of its own.
 */
export function assembleReleases(outcomes: readonly ParseOutcome[]): ReleaseSet {
  const rejected: Rejection[] = [];
  const parsed: Release[] = [];
  for (const outcome of outcomes) {
    if (outcome.kind === 'parsed') parsed.push(outcome.release);
    else rejected.push(outcome.rejection);
  }
  const { served, dropped } = dropDuplicates(parsed.sort(byFile));
  return { releases: withOwnIds(served), rejected: [...rejected, ...dropped].sort(byFile) };
}

const byFile = (one: { file: string }, other: { file: string }): number =>
  one.file < other.file ? -1 : one.file > other.file ? 1 : 0;

function dropDuplicates(releases: readonly Release[]): { served: Release[]; dropped: Rejection[] } {
  const groups = new Map<string, Release[]>();
  for (const release of releases) {
    const key = release.passages.length > 1 ? bodyDigest(release) : release.file;
    const group = groups.get(key);
    if (group) group.push(release);
    else groups.set(key, [release]);
  }
  const served: Release[] = [];
  const dropped: Rejection[] = [];
  for (const group of groups.values()) {
    const [first, ...others] = group as [Release, ...Release[]];
    served.push(others.length === 0 ? first : noting(first, others));
    for (const { file } of others)
      dropped.push({
        file,
        line: 1,
        reason: `Same text as ${first.file}, which is served in its place`,
      });
  }
  return { served: served.sort(byFile), dropped };
}

const noting = (release: Release, others: readonly Release[]): Release => ({
  ...release,
  problems: [
    ...release.problems,
    ...others.map(
      ({ file }): Problem => ({
        level: 'info',
        line: 1,
        message: `Same text as ${file}, which is not served`,
      }),
    ),
  ],
});

/** The words of a body, whatever its case, marks and blanks. */
const bodyDigest = ({ passages }: Release): string =>
  createHash('sha256')
    .update(
      passages
        .slice(1)
        .map(({ text }) => text)
        .join('')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ''),
    )
    .digest('hex');

function withOwnIds(releases: readonly Release[]): Release[] {
  const taken = new Map<string, string>();
  return releases.map((release) => {
    const holder = taken.get(release.id);
    if (holder === undefined) {
      taken.set(release.id, release.file);
      return release;
    }
    const other = idFromFile(release.file);
    const id = taken.has(other) ? release.file : other;
    taken.set(id, release.file);
    const message = `Its permalink or name is that of ${holder} too: give each its own`;
    return {
      ...release,
      id,
      problems: [...release.problems, { level: 'warning', line: 1, message }],
    };
  });
}
