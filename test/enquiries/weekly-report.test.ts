import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Enquiry, Reply } from '../../src/enquiries/enquiry.ts';
import { weeklyReport } from '../../src/enquiries/weekly-report.ts';
import { durationText, reportLines } from '../../src/slack/views/report-text.ts';
import { anEnquiry, claimedBy, minutesAfter, nine } from './an-enquiry.ts';

const week = { from: minutesAfter(nine, -600), to: minutesAfter(nine, 5 * 1440) };
const later = minutesAfter(nine, 2 * 1440);

const reply = (minutes: number, changes: Partial<Reply> = {}): Reply => ({
  id: `R${minutes}`,
  by: 'UOFFICER',
  at: minutesAfter(nine, minutes),
  sendAt: minutesAfter(nine, minutes),
  text: 'Yes.',
  attribution: 'on-the-record',
  delivery: { kind: 'sent', channel: 'C', ts: '1.1', at: minutesAfter(nine, minutes) },
  ...changes,
});

/** Asked at nine for noon. */
const answeredAfter = (minutes: number, changes: Partial<Enquiry> = {}): Enquiry => ({
  ...claimedBy({ ...anEnquiry({ replies: [reply(minutes)] }), ...changes } as Enquiry, 'UOFFICER'),
});

describe('weeklyReport()', () => {
  test('counts what was asked, answered and in time, by sector and outlet', () => {
    const report = weeklyReport(
      [
        answeredAfter(30),
        answeredAfter(90, { sectors: ['Healthcare', 'Education'], outlet: 'The Evening' }),
        answeredAfter(240),
        anEnquiry(),
        anEnquiry({ createdAt: minutesAfter(nine, -10_000) }),
      ],
      week,
      later,
    );
    expect(report.all).toEqual({
      asked: 4,
      answered: 3,
      waiting: 1,
      medianFirstReplyMs: 90 * 60_000,
      deadlinesMet: 2,
      deadlinesMissed: 2,
      promisesLateMs: [],
      promisesBroken: 0,
    });
    expect(report.bySector.map(({ name, asked }) => [name, asked])).toEqual([
      ['Healthcare', 4],
      ['Education', 1],
    ]);
    expect(report.byOutlet.map(({ name, answered }) => [name, answered])).toEqual([
      ['The Daily', 2],
      ['The Evening', 1],
    ]);
  });

  test('a holding line is a first reply and no answer: the deadline is met by an answer only', () => {
    const held = anEnquiry({ replies: [reply(60, { holding: true }), reply(200)] });
    expect(weeklyReport([held], week, later).all).toMatchObject({
      medianFirstReplyMs: 60 * 60_000,
      answered: 1,
      deadlinesMet: 0,
      deadlinesMissed: 1,
    });
  });

  test('a deadline still ahead is neither met nor missed', () => {
    const { all } = weeklyReport([anEnquiry()], week, minutesAfter(nine, 60));
    expect([all.deadlinesMet, all.deadlinesMissed]).toEqual([0, 0]);
  });

  test('the groups by outlet add up to the whole, whatever was asked', () => {
    const enquiry = fc
      .record({ minutes: fc.integer({ min: 0, max: 500 }), outlet: fc.constantFrom('', 'A', 'B') })
      .map(({ minutes, outlet }) => answeredAfter(minutes, { outlet }));
    fc.assert(
      fc.property(fc.array(enquiry, { maxLength: 20 }), (enquiries) => {
        const { all, byOutlet } = weeklyReport(enquiries, week, later);
        for (const figure of ['asked', 'answered', 'deadlinesMet', 'deadlinesMissed'] as const)
          expect(byOutlet.reduce((sum, one) => sum + one[figure], 0)).toBe(all[figure]);
      }),
    );
  });
});

test('reportLines() tells every figure in words', () => {
  const report = weeklyReport([answeredAfter(30), anEnquiry()], week, later);
  const { title, lines } = reportLines(report, 'Asia/Singapore');
  expect(title).toBe('Enquiries of the week 1 Mar to 6 Mar 2026');
  expect(lines).toEqual([
    '2 asked, 1 answered, 1 still waiting.',
    'Half of the first replies came within 30 min.',
    '1 of 2 deadlines met (50 %).',
    'By sector:',
    '• Healthcare: 2 asked, 1 answered, 1 still waiting. Half of the first replies came within 30 min. 1 of 2 deadlines met (50 %).',
    'By outlet:',
    '• The Daily: 2 asked, 1 answered, 1 still waiting. Half of the first replies came within 30 min. 1 of 2 deadlines met (50 %).',
  ]);
});

test.each([
  [10_000, 'less than a minute'],
  [5 * 60_000, '5 min'],
  [125 * 60_000, '2 h 5 min'],
  [26 * 3_600_000, '1 d 2 h'],
])('durationText(%i) is %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});
