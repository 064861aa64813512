import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDeskAsked } from '../../src/slack/desk-words.ts';
import { readQuoteAsked } from '../../src/slack/quote-words.ts';

test.each([
  ['said "S$500 million"', 'said', 'S$500 million'],
  ['Said “S$500 million”?', 'said', 'S$500 million'],
  ['have we ever said S$500 million, and when?', 'said', 'S$500 million'],
  ['Has the ministry ever mentioned durians?', 'said', 'durians'],
  ['check “It covers "five" sectors.”', 'check', 'It covers "five" sectors.'],
  ['check: It covers five sectors.', 'check', 'It covers five sectors.'],
])('%j asks for %s of %j', (text, kind, words) => {
  expect(readQuoteAsked(text)).toEqual({ kind, words });
});

test.each([
  'check-in counters',
  'check in at Changi',
  'what was said about healthcare?',
  'who said “AI is the future”?',
  'said',
  'check ""',
  'have you said when it opens?',
])('%j is a question or a look-up like any other', (text) => {
  expect(readQuoteAsked(text)).toBeUndefined();
});

test.each([
  ['duty', 'duty'],
  ['Open.', 'open'],
  ['open data', undefined],
  ['duty free shops', undefined],
  ['', undefined],
])('readDeskAsked(%j) is %s', (text, asked) => {
  expect(readDeskAsked(text)).toBe(asked);
});

test('no text takes long to read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (text) => {
      const start = performance.now();
      readQuoteAsked(`have we ever said ${text}`);
      readQuoteAsked(`check “${text}`);
      expect(performance.now() - start).toBeLessThan(500);
    }),
    { numRuns: 30 },
  );
});
