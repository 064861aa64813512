import { expect, test } from 'vitest';
import type { Candidate } from '../../src/answers/candidate.ts';
import { releasesInOrder } from '../../src/answers/order-releases.ts';
import type { Release } from '../../src/releases/release.ts';

const scored = (file: string, scores: readonly number[]): Candidate[] => {
  const release = { file } as Release;
  return scores.map(
    (score) => ({ found: { release }, score, features: [] }) as unknown as Candidate,
  );
};

const order = (...groups: Candidate[][]) =>
  releasesInOrder(groups.flat().sort((one, other) => other.score - one.score)).map(
    ({ file }) => file,
  );

test('a release with the better sentence comes first', () => {
  expect(order(scored('a.md', [4]), scored('b.md', [9]), scored('c.md', [-2]))).toEqual([
    'b.md',
    'a.md',
    'c.md',
  ]);
});

test('of two nearly as good, the one that has more to say on the subject comes first', () => {
  expect(order(scored('a.md', [9.1]), scored('b.md', [9, 8, 8]))).toEqual(['b.md', 'a.md']);
});

test('many poor sentences do not make up for a good one', () => {
  expect(order(scored('a.md', [9]), scored('b.md', [6, 6, 6, 6, 6, 6, 6]))).toEqual([
    'a.md',
    'b.md',
  ]);
});

test('equal ones stand by file, and none stands twice', () => {
  expect(order(scored('b.md', [5, 5]), scored('a.md', [5, 5]))).toEqual(['a.md', 'b.md']);
  expect(order()).toEqual([]);
});
