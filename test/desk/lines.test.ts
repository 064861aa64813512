import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  barredLineIn,
  fittingLines,
  type Line,
  lineStanding,
  readLine,
} from '../../src/desk/lines.ts';

const zone = 'Asia/Singapore';
const file = (front: string, body = 'We are looking into it.') => `---\n${front}\n---\n\n${body}\n`;
const signed =
  'owner: Siti\nsignedBy: Siti\nsignedAt: 2026-11-25 14:00\nexpires: 2026-11-25 18:00:30';

function line(front: string, body?: string): Line {
  const outcome = readLine('ai-budget.md', file(front, body), zone);
  if (outcome.kind === 'invalid') throw new Error(outcome.reason);
  return outcome.line;
}

describe('a line to take is read from its file', () => {
  test('with its words, scope, signature and expiry in the desk’s zone', () => {
    expect(line(`${signed}\ntitle: AI budget\nwords: [budget, AI]\nholding: true`)).toEqual({
      id: 'ai-budget',
      title: 'AI budget',
      owner: 'Siti',
      words: ['budget', 'AI'],
      sectors: [],
      signedBy: 'Siti',
      signedAt: new Date('2026-11-25T14:00:00+08:00'),
      expires: new Date('2026-11-25T18:00:30+08:00'),
      holding: true,
      text: 'We are looking into it.',
    });
  });

  test('a day of expiry is the last on which it may be said', () => {
    expect(line('owner: S\nexpires: 2026-11-25').expires).toEqual(
      new Date('2026-11-26T00:00:00+08:00'),
    );
  });

  test.each([
    ['no front matter', 'Just words', /front matter/],
    ['no owner', file('expires: 2026-12-31'), /owner/],
    ['no expiry', file('owner: Siti'), /expires/],
    ['an expiry that is no day', file('owner: Siti\nexpires: soon'), /expires/],
    ['a signature at no time', file('owner: S\nexpires: 2026-12-31\nsignedAt: x'), /signedAt/],
    ['holding neither true nor false', file('owner: S\nexpires: 2026-12-31\nholding: 1'), /hold/],
    ['no words', file('owner: Siti\nexpires: 2026-12-31', ' '), /Write the words/],
    ['far too many words', file('owner: S\nexpires: 2026-12-31', 'a'.repeat(4000)), /Shorten/],
  ])('%s is refused with what to do', (_, text, reason) => {
    const outcome = readLine('x.md', text, zone);
    expect(outcome.kind === 'invalid' && outcome.reason).toMatch(reason);
  });

  test('no text makes it fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(['read', 'invalid']).toContain(readLine('x.md', text, zone).kind);
        expect(['read', 'invalid']).toContain(readLine('x.md', file(text, text), zone).kind);
      }),
      { numRuns: 100 },
    );
  });
});

describe('only what is signed and in date may be said', () => {
  test.each([
    [signed, '2026-11-25T13:59:59+08:00', 'not-yet'],
    [signed, '2026-11-25T14:00:00+08:00', 'ready'],
    [signed, '2026-11-25T18:00:29+08:00', 'ready'],
    [signed, '2026-11-25T18:00:30+08:00', 'expired'],
    ['owner: S\nexpires: 2026-12-31', '2026-11-25T15:00:00+08:00', 'unsigned'],
    ['owner: S\nexpires: 2026-12-31\nsignedBy: S', '2026-11-25T15:00:00+08:00', 'unsigned'],
    [
      'owner: S\nexpires: 2026-12-31\nsignedAt: 2026-01-01',
      '2026-11-25T15:00:00+08:00',
      'unsigned',
    ],
  ])('%j at %s is %s', (front, at, standing) => {
    expect(lineStanding(line(front), new Date(at))).toBe(standing);
  });

  test('words of an unsigned line are known wherever they stand, unless the same are signed elsewhere', () => {
    const now = new Date('2026-11-25T15:00:00+08:00');
    const unsigned = line('owner: S\nexpires: 2026-12-31', 'We will spend S$5 “soon”.');
    const typed = 'As I said:\nWe will  spend S$5 "soon".';
    expect(barredLineIn(typed, [unsigned], now)).toBe(unsigned);
    expect(barredLineIn('We will spend', [unsigned], now)).toBeUndefined();
    const same = { ...line(signed, 'We will spend S$5 “soon”.'), id: 'other' };
    expect(barredLineIn(typed, [unsigned, same], now)).toBeUndefined();
  });
});

test('lines of the words or sectors of a question come first, then those for every question', () => {
  const lines = [
    { id: 'all', words: [], sectors: [] },
    { id: 'budget', words: ['budget'], sectors: [] },
    { id: 'health', words: [], sectors: ['Healthcare'] },
    { id: 'other', words: ['ferry'], sectors: ['Transport'] },
  ];
  const fitting = fittingLines(lines, {
    question: 'What is the budget for hospitals?',
    sectors: ['healthcare'],
  });
  expect(fitting.map(({ id }) => id)).toEqual(['budget', 'health', 'all']);
});
