import { describe, expect, test } from 'vitest';
import { DeskFile } from '../../src/desk/desk.ts';
import { isFirstMorning, weekOf } from '../../src/desk/desk-week.ts';

const desk = DeskFile.parse({ holidays: [{ date: '2026-06-01', name: 'Vesak Day' }] });

test('weekOf() goes from Monday to Monday in the desk’s zone', () => {
  expect(weekOf(desk, new Date('2026-11-22T16:30:00Z'))).toEqual({
    name: '2026-W48',
    from: new Date('2026-11-22T16:00:00Z'),
    to: new Date('2026-11-29T16:00:00Z'),
  });
  expect(weekOf(desk, new Date('2026-11-22T16:30:00Z'), 1).name).toBe('2026-W47');
  expect(weekOf(desk, new Date('2027-01-01T04:00:00Z')).name).toBe('2026-W53');
});

describe('isFirstMorning()', () => {
  test.each([
    ['a Monday at nine', '2026-11-23T09:00+08:00', true],
    ['a Monday before the desk opens', '2026-11-23T08:59+08:00', false],
    ['a Monday afternoon', '2026-11-23T12:00+08:00', false],
    ['a Tuesday', '2026-11-24T09:00+08:00', false],
    ['a Monday that is a holiday', '2026-06-01T09:00+08:00', false],
    ['the Tuesday after it', '2026-06-02T09:00+08:00', true],
  ])('%s: %s', (_, at, is) => {
    expect(isFirstMorning(desk, new Date(at))).toBe(is);
  });
});
