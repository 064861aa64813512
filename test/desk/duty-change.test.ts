import { describe, expect, test } from 'vitest';
import { DeskFile } from '../../src/desk/desk.ts';
import { absence, onDuty } from '../../src/desk/duty.ts';
import { dutyAhead } from '../../src/desk/duty-ahead.ts';
import { type DutyChange, lastDayOf, withDutyChanges } from '../../src/desk/duty-change.ts';

const at = (time: string) => new Date(`${time.replace(' ', 'T')}:00+08:00`);

const desk = DeskFile.parse({
  people: [{ email: 'mei@example.gov.sg', slackId: 'U0MEI00000', name: 'Mei Tan' }],
  rota: [
    { from: '2026-11-23', to: '2026-11-27 23:00', person: 'U0MEI00000' },
    { from: '2026-11-27 23:00', to: '2026-11-29', person: 'U0BEN00000' },
  ],
  swaps: [{ from: '2026-11-24', to: '2026-11-24', person: 'U0BEN00000' }],
});

const aChange = (more: Partial<DutyChange>): DutyChange => ({
  id: '6f2c2b64-0c7f-4b7b-8d2c-0f8f9f3f1a11',
  version: 2,
  kind: 'swap',
  from: '2026-11-25',
  to: '2026-11-25',
  person: 'U0MEI00000',
  name: 'Mei Tan',
  email: 'mei@example.gov.sg',
  with: { id: 'U0S1T100000', name: 'Siti Rahman' },
  status: 'agreed',
  timeline: [{ at: at('2026-11-20 09:00'), who: 'U0MEI00000', what: 'offered' }],
  ...more,
});

describe('a turn that begins or ends at an hour', () => {
  test.each([
    ['2026-11-27 22:59', 'U0MEI00000', 'the last minute'],
    ['2026-11-27 23:00', 'U0BEN00000', 'the hour itself'],
    ['2026-11-29 23:59', 'U0BEN00000', 'to the end of the last day'],
    ['2026-11-30 00:00', undefined, 'and no longer'],
    ['2026-11-24 12:00', 'U0BEN00000', 'a swap stands above it'],
  ])('at %s it is %s: %s', (time, who, _why) => {
    expect(onDuty(desk, at(time))?.slackId ?? undefined).toBe(who);
  });

  test('is shown with its hour', () => {
    expect(dutyAhead(desk, at('2026-11-27 10:00'), 3)).toMatchObject([
      { from: '2026-11-27', to: '2026-11-27', toTime: '23:00' },
      { from: '2026-11-27', to: '2026-11-29', fromTime: '23:00' },
    ]);
    expect(dutyAhead(desk, at('2026-11-27 23:30'), 3)[0]?.officer?.slackId).toBe('U0BEN00000');
  });

  test.each([
    [{ from: '2026-11-27 23:00', to: '2026-11-27 23:00' }, false],
    [{ from: '2026-11-27 25:00', to: '2026-11-28' }, false],
    [{ from: '2026-11-31', to: '2026-12-01' }, false],
    [{ from: '2026-11-27', to: '2026-11-27 08:00' }, true],
  ])('%o is read: %s', (time, isRead) => {
    const read = DeskFile.safeParse({ rota: [{ ...time, person: 'U0MEI00000' }] });
    expect(read.success).toBe(isRead);
  });
});

describe('withDutyChanges()', () => {
  test.each([
    { status: 'agreed' as const, who: 'U0S1T100000' },
    { status: 'offered' as const, who: 'U0MEI00000' },
    { status: 'declined' as const, who: 'U0MEI00000' },
    { status: 'called-off' as const, who: 'U0MEI00000' },
  ])('a swap that is $status puts $who on duty', ({ status, who }) => {
    const changed = withDutyChanges(desk, [aChange({ status })]);
    expect(onDuty(changed, at('2026-11-25 12:00'))?.slackId).toBe(who);
  });

  test('what was agreed last stands above what was agreed first, and above desk.yml', () => {
    const changed = withDutyChanges(desk, [
      aChange({ from: '2026-11-24', to: '2026-11-25' }),
      aChange({ with: { id: 'U0GOH00000', name: 'Goh' } }),
    ]);
    expect(onDuty(changed, at('2026-11-24 12:00'))).toMatchObject({ name: 'Siti Rahman' });
    expect(onDuty(changed, at('2026-11-25 12:00'))).toMatchObject({ name: 'Goh' });
  });

  test('a shift in return is taken by whoever gave the other', () => {
    const inReturn = { from: '2026-11-27 23:00', to: '2026-11-29' };
    const change = aChange({ inReturn });
    expect(onDuty(withDutyChanges(desk, [change]), at('2026-11-28 12:00'))?.slackId).toBe(
      'U0MEI00000',
    );
    expect(lastDayOf(change)).toBe('2026-11-29');
  });

  test('leave makes somebody absent on its days and on no other', () => {
    const leave = aChange({
      kind: 'leave',
      with: null,
      person: 'U0BEN00000',
      name: 'Ben',
      email: null,
    });
    const changed = withDutyChanges(desk, [leave]);
    const ben = changed.people.find(({ slackId }) => slackId === 'U0BEN00000');
    expect(absence(changed, ben, at('2026-11-25 12:00'))).toContain('is away until');
    expect(absence(changed, ben, at('2026-11-26 12:00'))).toBeUndefined();
    const mei = withDutyChanges(desk, [aChange({ kind: 'leave', with: null })]).people[0];
    expect(mei?.away).toEqual([{ from: '2026-11-25', to: '2026-11-25' }]);
  });

  test('nothing settled leaves the desk as it is', () => {
    expect(withDutyChanges(desk, [])).toBe(desk);
  });
});
