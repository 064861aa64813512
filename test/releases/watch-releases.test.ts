import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReleaseSet } from '../../src/releases/release.ts';
import type { ReleaseChanges } from '../../src/releases/release-changes.ts';
import { type ReleasesWatch, watchReleases } from '../../src/releases/watch-releases.ts';

const page = (body: string, fields = '') => `---\ntitle: T\n${fields}---\n${body}\n`;

type Change = { readonly set: ReleaseSet; readonly changes: ReleaseChanges };

let dir = '';
let watching: ReleasesWatch;
let seen: Change[] = [];
let wake: (() => void) | undefined;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'watched-'));
  await writeFile(join(dir, 'one.md'), page('It costs $1.'));
  seen = [];
  watching = await watchReleases(dir, {
    zone: 'Asia/Singapore',
    onChange: (set, changes) => {
      seen.push({ set, changes });
      wake?.();
    },
  });
});
afterEach(async () => {
  await watching.close();
  await rm(dir, { recursive: true, force: true });
});

/** The next change that is so, however many others come before it. */
const change = async (isSo: (change: Change) => boolean): Promise<Change> => {
  for (;;) {
    const found = seen.find(isSo);
    if (found) return found;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
};

const words = ({ releases }: ReleaseSet) => releases.map(({ passages }) => passages[1]?.text);

test('a saved file is live, and only it is to be indexed anew', async () => {
  await writeFile(join(dir, 'one.md'), page('It costs $2.'));
  const { changes } = await change(({ set }) => words(set)[0] === 'It costs $2.');
  expect(changes.upserted.map(({ id }) => id)).toEqual(['one']);
  expect(changes.removed).toEqual([]);
});

test('a new file comes in and a deleted one goes', async () => {
  await writeFile(join(dir, 'two.md'), page('Another.'));
  await change(({ set }) => set.releases.length === 2);
  await rm(join(dir, 'one.md'));
  const { changes } = await change(({ set }) => set.releases[0]?.file === 'two.md');
  expect(changes.removed).toEqual(['one']);
});

test('a renamed file keeps its identity', async () => {
  await rename(join(dir, 'one.md'), join(dir, '2020-02-03-first.md'));
  const { set } = await change(
    ({ set: { releases } }) => releases.length === 1 && releases[0]?.file !== 'one.md',
  );
  expect(set.releases[0]).toMatchObject({ id: 'one', date: { day: '2020-02-03' } });
});

test('a file that cannot be read now is reported, and its last good version stays served', async () => {
  await writeFile(join(dir, 'one.md'), '---\ntitle: "T\n---\nIt costs');
  const { set } = await change(({ set: { rejected } }) => rejected.length === 1);
  expect(words(set)).toEqual(['It costs $1.']);
  expect(set.rejected[0]?.reason).toMatch(/last good version stays served$/);
  await writeFile(join(dir, 'one.md'), page('It costs $3.'));
  const later = await change(({ set: after }) => words(after)[0] === 'It costs $3.');
  expect(later.set.rejected).toEqual([]);
});

test('a file that is to be hidden goes at once, even where that cannot be read', async () => {
  await writeFile(join(dir, 'one.md'), page('It costs $1.', 'embargo: next week\n'));
  const { set } = await change(({ set: { rejected } }) => rejected.length === 1);
  expect(set.releases).toEqual([]);
});

test('looking again finds nothing to tell where nothing changed', async () => {
  await watching.refresh();
  expect(seen).toEqual([]);
  expect(words(watching.current())).toEqual(['It costs $1.']);
});
