import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultDesk } from '../../src/desk/desk.ts';
import { createIndex } from '../../src/search/release-index.ts';
import { readDeskAsked } from '../../src/slack/desk-words.ts';
import { answerQuoteAsked, readQuoteAsked } from '../../src/slack/quote-words.ts';
import { aRelease } from '../builders.ts';
import { processorTime } from '../processor-time.ts';

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
      const time = processorTime(() => {
        readQuoteAsked(`have we ever said ${text}`);
        readQuoteAsked(`check “${text}`);
      });
      expect(time).toBeLessThan(500);
    }),
    { numRuns: 30 },
  );
});

test('a quote from an earlier version is known only where that version was ever served', async () => {
  const now = () => new Date('2026-11-25T10:00:00+08:00');
  const release = aRelease({ id: 'ferry', passages: ['The night ferry costs S$6 for an adult.'] });
  const index = createIndex();
  index.put(release);
  const version = (name: string, fare: string) => ({
    releaseId: 'ferry',
    version: name,
    file: release.file,
    title: release.title,
    status: release.status,
    sentences: [`The night ferry costs ${fare} for an adult.`],
    seenAt: now(),
  });
  const quote = { releaseId: 'ferry', file: release.file, title: release.title, text: '' };
  const answer = {
    key: 'K',
    channel: 'C',
    threadTs: '1.1',
    userId: 'U',
    question: 'How much?',
    outcome: 'answered' as const,
    quotes: [{ ...quote, version: 'served' }],
    at: now(),
  };
  const check = async (fare: string) => {
    const { text } = await answerQuoteAsked(
      {
        index: () => index,
        desk: () => defaultDesk,
        now,
        store: {
          versionsOf: async () => [version('draft', 'S$3'), version('served', 'S$4')],
          correctionsOf: async () => [],
          answersQuoting: async () => [answer],
        },
      },
      { kind: 'check', words: `The night ferry costs ${fare} for an adult.` },
    );
    return text;
  };
  expect(await check('S$6')).toMatch(/^Word for word as released/);
  expect(await check('S$4')).toMatch(/^Word for word from an earlier version/);
  expect(await check('S$3')).toMatch(/^Not word for word/);
});
