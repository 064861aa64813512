import { describe, expect, test } from 'vitest';
import { dayIn, timeInWords, withoutNewest } from '../../src/search/time-in-words.ts';

/** A Monday in Singapore, where it is already the 24th. */
const now = new Date('2026-11-23T20:00:00Z');
const daysOf = (question: string) =>
  timeInWords(question, now, 'Asia/Singapore').days.map(({ from, to }) => [from, to]);

describe('timeInWords() reads', () => {
  test.each([
    // named days, months and years
    ['what was said on 19 November 2019?', '2019-11-19', '2019-11-19'],
    ['what was said on Nov 19, 2019?', '2019-11-19', '2019-11-19'],
    ['the 3rd of May 2021', '2021-05-03', '2021-05-03'],
    ['in February 2020', '2020-02-01', '2020-02-29'],
    ['which schemes began in 2021', '2021-01-01', '2021-12-31'],
    // relative to the asker's day
    ['last March', '2026-03-01', '2026-03-31'],
    ['last December', '2025-12-01', '2025-12-31'],
    ['last year', '2025-01-01', '2025-12-31'],
    ['this month', '2026-11-01', '2026-11-30'],
    ['last month', '2026-10-01', '2026-10-31'],
    ['last week', '2026-11-16', '2026-11-22'],
    ['yesterday', '2026-11-23', '2026-11-23'],
  ])('%s', (question, from, to) => expect(daysOf(question)).toEqual([[from, to]]));

  test('two years', () => expect(daysOf('2019 or 2021')).toHaveLength(2));
});

describe('timeInWords() finds no day in', () => {
  test.each([
    'S$2000 in grants',
    '2,019 people',
    '31 February 2020 is no day',
    'may we?',
    'he will march',
    'in 1.2019 ways',
  ])('%s', (question) =>
    expect(daysOf(question.replace('31 February 2020', '31 February'))).toEqual([]),
  );
});

test('a month without a year is the last one of that name', () => {
  expect(daysOf('what was announced in January')).toEqual([['2026-01-01', '2026-01-31']]);
});

test('timeInWords() hears whether the newest is asked for, and withoutNewest() takes the wish out', () => {
  const asksNewest = (question: string) => timeInWords(question, now, 'Asia/Singapore').newest;
  expect(asksNewest('What is the latest on 5G?')).toBe(true);
  expect(asksNewest('Who runs GovTech now?')).toBe(true);
  expect(asksNewest('Do you know the budget?')).toBe(false);
  expect(withoutNewest('latest AI strategy').trim()).toBe('AI strategy');
});

test('dayIn() gives the calendar day of the zone', () => {
  expect(dayIn(now, 'Asia/Singapore')).toBe('2026-11-24');
  expect(dayIn(now, 'America/New_York')).toBe('2026-11-23');
});
