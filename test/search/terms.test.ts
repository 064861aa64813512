import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { termsOf, tokensOf } from '../../src/search/terms.ts';

describe('termsOf() gives the same for', () => {
  test.each([
    // endings
    ['strategies', 'strategy'],
    ['developing', 'developed'],
    ['buses', 'bus'],
    ['children', 'child'],
    // case, width, accents, marks
    ['AI', 'ai'],
    ['ＡＩ', 'AI'],
    ['café', 'cafe'],
    ['ministry’s', "ministry's"],
    ["ministry's", 'ministry'],
    ["students'", 'students'],
    // how numbers are written
    ['1,200', '1200'],
    ['S$1,234,567', '1234567'],
    // what sites put inside words without showing it
    ['so\u00adft hy\u200bphen', 'soft hyphen'],
    // small words
    ['the strategy of the nation', 'strategy nation'],
  ])('%j and %j', (one, other) => {
    expect(termsOf(one)).toEqual(termsOf(other));
    expect(termsOf(one)).not.toEqual([]);
  });
});

describe('termsOf() keeps as one', () => {
  test.each([
    ['R&D', ['r&d']],
    ['S$141.8 million', ['141.8', 'million']],
    ['5G', ['5g']],
    ['AI', ['ai']],
  ])('%s', (text, terms) => expect(termsOf(text)).toEqual(terms));
});

test('termsOf() reads Chinese in pairs of characters, and Tamil in words', () => {
  expect(termsOf('人工智能')).toEqual(['人工', '工智', '智能']);
  expect(termsOf('AI战略')).toEqual(['ai', '战略']);
  expect(termsOf('கணினி தமிழ்')).toEqual(['கணினி', 'தமிழ்']);
});

test('termsOf() is not worn down by a word of a million letters', () => {
  expect(termsOf('a'.repeat(1_000_000))[0]?.length).toBeLessThanOrEqual(64);
});

test('tokensOf() gives offsets at which the word really stands, in order and apart', () => {
  const unit = fc.constantFrom(
    ..."aB1é’'.,& -人工க்\u00ad\u200b\ud83d\ude00\u0301𝐀".split(''),
    '𝐀',
    '😀',
  );
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      let last = 0;
      const alone = tokensOf(text).filter(({ word }) => !/\p{Script=Han}/u.test(word));
      for (const { from, to, word, term } of alone) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(text.length);
        expect(tokensOf(text.slice(from, to)).map((token) => [token.word, token.term])).toEqual([
          [word, term],
        ]);
        last = to;
      }
    }),
  );
});
