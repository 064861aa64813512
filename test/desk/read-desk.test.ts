import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { missingHolidays } from '../../src/desk/check-holidays.ts';
import { defaultDesk } from '../../src/desk/desk.ts';
import { readDesk } from '../../src/desk/read-desk.ts';

const problemsOf = (text: string) => {
  const outcome = readDesk(text);
  return outcome.kind === 'invalid' ? outcome.problems : [];
};

describe('readDesk()', () => {
  test('the shipped desk.yml suits the seed', () => {
    const outcome = readDesk(readFileSync(new URL('../../desk.yml', import.meta.url), 'utf8'));
    expect(outcome).toMatchObject({
      kind: 'read',
      desk: { zone: 'Asia/Singapore', site: 'https://www.smartnation.gov.sg' },
    });
    if (outcome.kind === 'read') expect(outcome.desk.sectors).toHaveLength(5);
  });

  test('an empty file is the desk that holds without one', () => {
    expect(readDesk('')).toEqual({ kind: 'read', desk: defaultDesk });
  });

  test('reports every fault at once, each on its line', () => {
    const text = [
      'nmae: Press desk',
      'zone: Asia/Singapur',
      'hours:',
      '  monday: 9 to 6',
      'holidays:',
      '  - date: 2026-02-30',
      '    name: Leap day',
      'people:',
      '  - email: tan@agency.gov.sg',
      '    away:',
      '      - { from: 2026-12-03, to: 2026-12-01 }',
    ].join('\n');
    expect(problemsOf(text).map(({ line }) => line)).toEqual([1, 2, 4, 6, 11]);
    expect(problemsOf(text)[0]?.message).toContain('"nmae" is not something desk.yml knows');
  });

  test('says what clashes: a sector twice, two people on duty on one day', () => {
    const text = [
      'sectors:',
      '  - name: Health',
      '  - name: health',
      'rota:',
      '  - { from: 2026-11-23, to: 2026-11-29, person: tan@agency.gov.sg }',
      '  - { from: 2026-11-29, to: 2026-12-05, person: U012AB3CD }',
    ].join('\n');
    expect(problemsOf(text).map(({ line }) => line)).toEqual([3, 6]);
  });

  test('refuses aliases, so that a small file cannot become a huge one', () => {
    expect(problemsOf('name: &name Desk\nsite: *name')[0]?.message).toContain('Write entries out');
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(['read', 'invalid']).toContain(readDesk(text).kind);
      }),
    );
  });
});

describe('missingHolidays()', () => {
  const holidays = [{ date: '2026-12-25', name: 'Christmas Day' }];

  test('asks for next year’s from July on', () => {
    const desk = { ...defaultDesk, holidays };
    expect(missingHolidays(desk, new Date('2026-06-30T12:00:00+08:00'))).toEqual([]);
    expect(missingHolidays(desk, new Date('2026-07-01T00:00:00+08:00'))).toEqual([
      'desk.yml has no public holidays of 2027: add them under "holidays"',
    ]);
  });
});
