import { createHash } from 'node:crypto';
import type { ParseOutcome } from './parse-release.ts';
import type { Problem } from './problem.ts';
import type { Rejection, Release, ReleaseSet } from './release.ts';
import { idFromFile } from './release-target.ts';

/**
 * Puts the files of a folder together: of releases with the same text one is served and names the others, and every
 * release gets an id of its own.
 */
export function assembleReleases(outcomes: Iterable<ParseOutcome>): ReleaseSet {
  const rejected: Rejection[] = [];
  const parsed: Release[] = [];
  for (const outcome of outcomes) {
    if (outcome.kind === 'parsed') parsed.push(outcome.release);
    else rejected.push(outcome.rejection);
  }
  const { served, copies } = findDuplicates(parsed.sort(byFile));
  return { releases: withOwnIds(served), rejected: [...rejected, ...copies].sort(byFile) };
}

const byFile = (one: { file: string }, other: { file: string }): number =>
  one.file < other.file ? -1 : one.file > other.file ? 1 : 0;

/**
 * Finds releases with the same text under several names. The one with the earliest date is served. Releases that may
 * be seen at different times are never taken for copies, so that an embargo neither hides nor uncovers another file.
 */
export function findDuplicates(releases: readonly Release[]): {
  served: Release[];
  copies: Rejection[];
} {
  const groups = new Map<string, Release[]>();
  for (const release of releases) {
    const key = digestOf(release);
    const group = groups.get(key);
    if (group) group.push(release);
    else groups.set(key, [release]);
  }
  const served: Release[] = [];
  const copies: Rejection[] = [];
  for (const group of groups.values()) {
    const [first, ...others] = group.toSorted(byDate);
    if (first === undefined) continue;
    served.push(others.length === 0 ? first : naming(first, others));
    for (const { file } of others)
      copies.push({
        file,
        line: 1,
        level: 'warning',
        reason: `Same text as ${first.file}, which is served in its place: remove one of them`,
      });
  }
  return { served: served.sort(byFile), copies: copies.sort(byFile) };
}

const byDate = (one: Release, other: Release): number =>
  (one.date?.day ?? '9999').localeCompare(other.date?.day ?? '9999') || byFile(one, other);

const naming = (release: Release, others: readonly Release[]): Release => ({
  ...release,
  problems: [
    ...release.problems,
    ...others.map(
      ({ file }): Problem => ({
        level: 'info',
        line: 1,
        message: `Same text as ${file}, which is not served: remove one of them`,
      }),
    ),
  ],
});

/** A folder is put together anew at every change; the digest of an unchanged release is not made again. */
const digests = new WeakMap<Release, string>();

/** Notes the digest of a release beforehand, so that putting a big folder together takes no long stretch. */
export function noteDigest(release: Release, digest: string): void {
  digests.set(release, digest);
}

function digestOf(release: Release): string {
  const known = digests.get(release);
  if (known !== undefined) return known;
  const made = textDigest(release);
  digests.set(release, made);
  return made;
}

/** Digest of the words of a body, whatever its case, marks and blanks; of a short one with its title. */
export function textDigest({ file, title, passages, link, embargo, status }: Release): string {
  const [, ...body] = passages;
  if (body.length === 0 && link === undefined) return file;
  const words = letters(body.map(({ text }) => text).join(''));
  const text = words.length < 200 ? `${letters(title)} ${words} ${link ?? ''}` : words;
  return createHash('sha256')
    .update(`${status} ${embargo?.getTime() ?? ''} ${text}`)
    .digest('base64');
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

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
