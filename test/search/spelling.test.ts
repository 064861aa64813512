import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSpelling, slipsBetween } from '../../src/search/spelling.ts';

const spelling = createSpelling();
spelling.add([
  'strategy',
  'strategic',
  'artificial',
  'intelligence',
  'healthcare',
  'ai',
  'form',
  'singapore',
]);
spelling.add(['strategy', 'singapore']);

describe('a word that no release has is taken for the nearest one', () => {
  test.each([
    ['stratgey', 'strategy'],
    ['artifical', 'artificial'],
    ['inteligence', 'intelligence'],
    ['helathcare', 'healthcare'],
    ['singapoer', 'singapore'],
    ['whcih', 'which'],
    // too short, too far, or no word
    ['frm', undefined],
    ['zebra', undefined],
    ['1234567', undefined],
  ])('%s: %s', (typed, meant) => expect(spelling.repair(typed)).toBe(meant));
});

test('words that were taken out are not suggested', () => {
  const words = ['secret', 'merger'];
  spelling.add(words);
  expect(spelling.repair('mergre')).toBe('merger');
  spelling.remove(words);
  expect(spelling.repair('mergre')).toBeUndefined();
});

test('slipsBetween() is 0 for the same word only, is symmetric, and counts one slip as one', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(slipsBetween(one, other, 9)).toBe(slipsBetween(other, one, 9));
      expect(slipsBetween(one, other, 9) === 0).toBe(one === other);
      expect(slipsBetween(one, `${one}x`, 9)).toBe(1);
    }),
  );
});
