import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proximity } from '../../src/search/proximity.ts';

const text = (...terms: number[]) => Int32Array.from(terms);
const asked = [1, 2, 3];
const worth = [1, 1, 1];
const near = (...terms: number[]) => proximity(text(...terms), asked, worth);

test('words side by side in the order of the question are the best there is', () => {
  expect(near(1, 2)).toBeGreaterThan(near(2, 1));
  expect(near(1, 2)).toBeGreaterThan(near(1, 9, 2));
  expect(near(1, 9, 2)).toBeGreaterThan(near(1, 9, 9, 9, 9, 2));
  expect(near(1, 2, 3)).toBeGreaterThan(near(1, 2, 9, 9, 9, 3));
});

test('words far apart still count for being there, those of one sentence more', () => {
  const gap = Array<number>(40).fill(9);
  expect(near(1, ...gap, 2)).toBeGreaterThan(near(9));
  expect(near(1, ...gap.slice(0, 10), 2)).toBeGreaterThan(near(1, ...gap, 2));
});

describe('nothing is near where', () => {
  test.each([
    ['the text is empty', [], asked],
    ['no word of the question stands in it', [7, 8, 9], asked],
    ['the question has no words', [1, 2, 3], []],
  ])('%s', (_, terms, question) =>
    expect(
      proximity(
        text(...terms),
        question,
        question.map(() => 1),
      ),
    ).toBe(0),
  );
});

test('proximity() stays from 0 to 1.5, whatever the words are worth', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 60 }),
      fc.array(fc.double({ min: 0, max: 12, noNaN: true }), { minLength: 3, maxLength: 3 }),
      (terms, worths) => {
        const value = proximity(text(...terms), asked, worths);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1.5 + 1e-9);
      },
    ),
  );
});
