import { describe, expect, test } from 'vitest';
import { checkQuote } from '../../src/answers/check-quote.ts';
import { saidSentences } from '../../src/answers/said-sentences.ts';
import { aPassage, aRelease } from '../builders.ts';

const older = aRelease({
  title: 'Research fund',
  date: '2019-11-19',
  passages: ['Singapore has invested over S$500 million in AI. It began in 2014.'],
});
const newer = aRelease({
  title: 'The fund grows',
  date: '2021-03-02',
  passages: [
    'The fund grew by $50 million. The first $500m were spent by 2020.',
    'It costs S$500 millionaires nothing.',
    aPassage({ kind: 'contact', text: 'S$500 million desk' }),
  ],
});
const undated = aRelease({ title: 'Notes', passages: ['We said “S$500 million” before.'] });
const all = [undated, newer, older];

describe('saidSentences()', () => {
  test('gives every sentence with the words, oldest first, undated ones last, and no contact', () => {
    expect(
      saidSentences(all, '“S$500 million”').map(({ release, text }) => [release.title, text]),
    ).toEqual([
      ['Research fund', 'Singapore has invested over S$500 million in AI.'],
      ['The fund grows', 'The first $500m were spent by 2020.'],
      ['Notes', 'We said “S$500 million” before.'],
    ]);
  });

  test.each(['S$50', '00 million', 'invest', '', '“”', '...'])('has none for %j', (words) => {
    expect(saidSentences(all, words)).toEqual([]);
  });
});

describe('checkQuote()', () => {
  test.each([
    'Singapore has invested over S$500 million in AI.',
    'singapore has invested over $500m in AI',
    'over S$500 million in AI. It began in 2014',
  ])('%j is exact', (quote) => {
    expect(checkQuote(quote, all)).toMatchObject({
      kind: 'exact',
      sentence: { release: { title: 'Research fund' }, isCurrent: true },
    });
  });

  test('another figure is an altered quote, and both figures are named', () => {
    expect(checkQuote('Singapore has invested over S$600 million in AI.', all)).toMatchObject({
      kind: 'altered',
      sentence: { text: 'Singapore has invested over S$500 million in AI.' },
      missing: ['$500'],
      added: ['$600'],
    });
  });

  test('words of an earlier version are known as such', () => {
    const earlier = new Map([[older.id, ['Singapore has invested over S$400 million in AI.']]]);
    expect(
      checkQuote('Singapore has invested over S$400 million in AI', all, earlier),
    ).toMatchObject({ kind: 'exact', sentence: { isCurrent: false } });
  });

  test.each(['The minister likes durians.', '', '?'])('%j was never said', (quote) => {
    expect(checkQuote(quote, all)).toEqual({ kind: 'never-said' });
  });
});
