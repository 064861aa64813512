import { expect, test } from 'vitest';
import { assembleReleases } from '../../src/releases/assemble-releases.ts';
import { checkRelease } from '../../src/releases/check-release.ts';
import { type ParseOutcome, parseRelease } from '../../src/releases/parse-release.ts';
import { compareSets } from '../../src/releases/release-changes.ts';

const long = 'The Port Office will train four hundred pilots in the coming years. '.repeat(5);

const file = (name: string, fields = 'title: T', body = long): ParseOutcome =>
  parseRelease(name, `---\n${fields}\n---\n${body}`, { zone: 'Asia/Singapore' });

test('of two files with the same text the earlier is served, and each names the other', () => {
  const { releases, rejected } = assembleReleases([
    file('b/2020-05-02-x.md', 'title: Pilots'),
    file('a/2020-05-03-x.md', 'title: PILOTS!', `**${long}**`),
  ]);
  expect(releases.map((release) => release.file)).toEqual(['b/2020-05-02-x.md']);
  expect(releases[0]?.problems.map(({ level, message }) => [level, message])).toEqual([
    ['info', 'Same text as a/2020-05-03-x.md, which is not served: remove one of them'],
  ]);
  expect(rejected).toEqual([
    {
      file: 'a/2020-05-03-x.md',
      line: 1,
      level: 'warning',
      reason: 'Same text as b/2020-05-02-x.md, which is served in its place: remove one of them',
    },
  ]);
});

test('a few words under two titles are no copy', () => {
  const set = assembleReleases([
    file('a.md', 'title: One', 'See annex.'),
    file('b.md', 'title: Two', 'See annex.'),
  ]);
  expect(set.releases).toHaveLength(2);
});

test('an embargoed file is no copy of one that is out', () => {
  const set = assembleReleases([file('a.md'), file('b.md', 'title: T\nembargo: 2030-01-01')]);
  expect(set.releases.map((release) => release.file)).toEqual(['a.md', 'b.md']);
});

test('a permalink given twice leaves both served, under ids of their own', () => {
  const set = assembleReleases([
    file('a.md', 'title: One\npermalink: /x', 'One.'),
    file('b.md', 'title: Two\npermalink: /x/', 'Two.'),
  ]);
  expect(set.releases.map(({ id }) => id)).toEqual(['/x', 'b']);
  expect(set.releases[1]?.problems[0]?.message).toMatch(/that of a\.md too/);
});

test('what an index must do is told from two readings', () => {
  const before = assembleReleases([
    file('a.md', 'title: A', 'One.'),
    file('b.md', 'title: B', 'Two.'),
  ]);
  const after = assembleReleases([
    file('a.md', 'title: A', 'One!'),
    file('c.md', 'title: C', 'Three.'),
  ]);
  const { upserted, removed } = compareSets(before, after);
  expect(upserted.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(removed).toEqual(['b']);
  expect(compareSets(before, before)).toEqual({ upserted: [], removed: [] });
});

test('check says what was understood, and what to do where nothing was', () => {
  expect(
    checkRelease(file('2020-01-02-a.md', 'title: A\nembargo: 2026-03-01T10:00:00+08:00', 'One.')),
  ).toEqual({
    file: '2020-01-02-a.md',
    problems: [],
    title: 'A',
    date: '2020-01-02',
    contacts: [],
    passages: 2,
    embargo: '2026-03-01T02:00:00.000Z',
  });
  expect(checkRelease(file('a.md', 'title: A\nembargo: soon'))).toMatchObject({
    title: null,
    problems: [{ level: 'error', line: 3 }],
  });
});
