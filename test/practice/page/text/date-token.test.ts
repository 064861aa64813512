import { describe, expect, test } from 'vitest';
import { clockTime, formatDate } from '../../../../src/practice/page/text/date-token.ts';

/** Wednesday, 20 Nov 2019, 01:00 in Singapore and 18:00 of the day before in Barcelona. */
const now = new Date('2019-11-19T17:00:00Z');
const epochOf = (iso: string) => Date.parse(iso) / 1000;

describe('formatDate() shows Slack’s dates in the reader’s zone', () => {
  test.each([
    ['{date_num}', '2019-11-20'],
    ['{date_slash}', '20/11/2019'],
    ['{date}', 'November 20th'],
    ['{date_short}', 'Nov 20'],
    ['{date_long}', 'Wednesday, November 20th'],
    ['{time}', '1:05 AM'],
    ['{time_secs}', '1:05:09 AM'],
    ['{date_pretty}', 'Today'],
    ['due {date_short_pretty} at {time}', 'due today at 1:05 AM'],
    ['{ago}', 'In 5 minutes'],
    ['{unknown} words', '{unknown} words'],
  ])('%s', (format, shown) => {
    expect(formatDate(epochOf('2019-11-19T17:05:09Z'), format, 'Asia/Singapore', now)).toBe(shown);
  });

  test.each([
    ['2019-11-18T17:05:00Z', 'Asia/Singapore', 'Yesterday'],
    ['2019-11-20T17:05:00Z', 'Asia/Singapore', 'Tomorrow'],
    ['2019-11-19T17:05:00Z', 'Europe/Madrid', 'Today'],
    ['2019-11-19T23:30:00Z', 'Europe/Madrid', 'Tomorrow'],
    ['2019-11-22T17:05:00Z', 'Asia/Singapore', 'Nov 23'],
    ['2018-11-19T17:05:00Z', 'Asia/Singapore', 'Nov 20, 2018'],
  ])('%s in %s is %s', (iso, zone, shown) => {
    expect(formatDate(epochOf(iso), '{date_short_pretty}', zone, now)).toBe(shown);
  });

  test.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [11, '11th'],
    [12, '12th'],
    [13, '13th'],
    [21, '21st'],
    [22, '22nd'],
    [23, '23rd'],
    [30, '30th'],
  ])('day %i is the %s', (day, shown) => {
    const epoch = Date.UTC(2019, 10, day) / 1000;
    expect(formatDate(epoch, '{date}', 'UTC', now)).toBe(`November ${shown}`);
  });

  test('an instant that is none shows nothing, so that the fallback is used', () => {
    expect(formatDate(Number.POSITIVE_INFINITY, '{date}', 'UTC', now)).toBe('');
  });

  test.each([
    ['2019-11-19T00:00:00Z', '12:00 AM'],
    ['2019-11-19T12:30:00Z', '12:30 PM'],
  ])('%s is %s', (iso, shown) => {
    expect(clockTime(new Date(iso), 'UTC')).toBe(shown);
  });
});
