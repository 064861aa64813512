import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery, readPeriod } from '../../src/search/parse-query.ts';

const plain = {
  words: '',
  phrases: [],
  without: [],
  kind: undefined,
  since: undefined,
  until: undefined,
  sector: undefined,
  contact: undefined,
  problems: [],
};

describe('parseQuery() reads', () => {
  test.each([
    ['AI strategy', { words: 'AI strategy' }],
    // phrases, with the quotation marks of keyboards, telephones and Slack
    ['"digital economy" 2019', { phrases: ['digital economy'], words: '2019' }],
    ['“digital economy”', { phrases: ['digital economy'] }],
    // what to leave out
    ['strategy -health', { words: 'strategy', without: ['health'] }],
    ['strategy -"smart nation"', { words: 'strategy', without: ['smart nation'] }],
    ['one-north', { words: 'one-north' }],
    ['2015 - 2019', { words: '2015 - 2019' }],
    // filters
    ['kind:speech ai', { kind: 'speech', words: 'ai' }],
    ['Kind:Speeches', { kind: 'speech' }],
    ['kind:"press release"', { kind: 'press-release' }],
    ['since:2019', { since: '2019-01-01' }],
    ['until:2019', { until: '2019-12-31' }],
    ['since:2019-11 until:2020-02', { since: '2019-11-01', until: '2020-02-29' }],
    ['since:2019-11-19', { since: '2019-11-19' }],
    ['sector:health', { sector: 'health' }],
    ['contact:"Terry Lim"', { contact: 'Terry Lim' }],
    // not filters
    ['at 10:30 see https://example.org', { words: 'at 10:30 see https://example.org' }],
  ])('%s', (text, expected) => expect(parseQuery(text)).toEqual({ ...plain, ...expected }));
});

describe('parseQuery() says what it does not understand in', () => {
  test.each([
    ['kind:poem', /“poem” is no kind of release/],
    ['since:202x', /“202x” is no date/],
    ['until:2019-13', /no date/],
    ['since:2019-02-30', /no date/],
    ['since:', /needs a value/],
    ['since:2021 until:2019', /Nothing can be both/],
    ['kind:speech kind:news', /twice/],
    ['"digital economy', /not closed/],
  ])('%s', (text, problem) =>
    expect(parseQuery(text).problems).toEqual([expect.stringMatching(problem)]),
  );
});

test('parseQuery() is total', () => {
  const pieces = fc.constantFrom(
    '"',
    '-',
    'kind:',
    'since:',
    'a',
    ' ',
    '“',
    '”',
    '2019',
    ':',
    '😀',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const { words, phrases, without } = parseQuery(parts.join(''));
      expect(words).not.toMatch(/["“”]/);
      expect([...phrases, ...without].every((one) => one.trim() !== '')).toBe(true);
    }),
  );
});

test('readPeriod() knows how long months are', () => {
  expect(readPeriod('2020-02')).toEqual({ from: '2020-02-01', to: '2020-02-29' });
  expect(readPeriod('2019-02')).toEqual({ from: '2019-02-01', to: '2019-02-28' });
  expect(readPeriod('0019')).toBeUndefined();
});
