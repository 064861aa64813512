import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Enquiry, Reply } from '../../src/enquiries/enquiry.ts';
import { openPromise, promiseStepsAhead, promisesOf } from '../../src/enquiries/promises.ts';
import { nextStepAt } from '../../src/enquiries/reminder-steps.ts';
import { weeklyReport } from '../../src/enquiries/weekly-report.ts';
import { anEnquiry, minutesAfter, nine } from './an-enquiry.ts';

/** A reply that Slack had `sent` minutes after nine; with `promised`, the next word by then. */
const aReply = (id: string, sent: number, promised?: number): Reply => ({
  id,
  by: 'UMEI',
  at: minutesAfter(nine, sent),
  sendAt: minutesAfter(nine, sent),
  text: 'We are on it.',
  attribution: 'on-the-record',
  ...(promised === undefined
    ? {}
    : {
        holding: true,
        promise: { at: minutesAfter(nine, promised), said: 'Next update.', typed: '9pm' },
      }),
  delivery: { kind: 'sent', channel: 'C', ts: `${sent}.1`, at: minutesAfter(nine, sent) },
});

const claimed = (...replies: Reply[]): Enquiry => {
  const { deadline: _, ...facts } = anEnquiry();
  return {
    ...facts,
    replies,
    status: 'claimed',
    owner: 'UMEI',
    claimedAt: nine,
  } as Enquiry;
};

describe('a promised update', () => {
  test.each([
    { when: 'nothing was sent since', replies: [aReply('a', 0, 60)], state: { kind: 'open' } },
    {
      when: 'the answer came in time',
      replies: [aReply('a', 0, 60), aReply('b', 59)],
      state: { kind: 'kept', at: minutesAfter(nine, 59), lateMs: 0 },
    },
    {
      when: 'the answer came two minutes late',
      replies: [aReply('a', 0, 60), aReply('b', 62)],
      state: { kind: 'kept', at: minutesAfter(nine, 62), lateMs: 120_000 },
    },
    {
      when: 'a further word came in time, which promises another',
      replies: [aReply('a', 0, 60), aReply('b', 50, 90)],
      state: { kind: 'kept', at: minutesAfter(nine, 50), lateMs: 0 },
    },
  ])('is $state.kind when $when', ({ replies, state }) => {
    expect(promisesOf(claimed(...replies))[0]?.state).toEqual(state);
  });

  test('lapses when the asker withdraws before it is due, and is broken when it is closed after that', () => {
    const {
      owner: _owner,
      claimedAt: _claimed,
      ...facts
    } = claimed(aReply('a', 0, 60)) as never as {
      owner: string;
      claimedAt: Date;
    };
    const withdrawn = { ...facts, status: 'withdrawn', withdrawnAt: minutesAfter(nine, 30) };
    const resolved = {
      ...facts,
      status: 'resolved',
      resolvedBy: 'UMEI',
      resolvedAt: minutesAfter(nine, 61),
    };
    expect(promisesOf(withdrawn as never)[0]?.state).toEqual({ kind: 'lapsed' });
    expect(promisesOf(resolved as never)[0]?.state).toEqual({ kind: 'broken' });
  });

  test('is looked for by the store when it is near and when it is due, and no more once both were told', () => {
    const enquiry = claimed(aReply('a', 0, 60));
    expect(nextStepAt(enquiry)).toEqual(minutesAfter(nine, 45));
    expect(nextStepAt({ ...enquiry, promiseSteps: ['a:soon'] })).toEqual(minutesAfter(nine, 60));
    expect(nextStepAt({ ...enquiry, promiseSteps: ['a:due'] })).toBeUndefined();
    expect(promiseStepsAhead(claimed(aReply('a', 0, 60), aReply('b', 10)))).toEqual([]);
  });

  test('in any history there is at most one open, and the report counts each that was kept once', () => {
    const history = fc
      .array(
        fc.tuple(fc.integer({ min: 1, max: 50 }), fc.option(fc.integer({ min: 1, max: 90 }))),
        {
          maxLength: 6,
        },
      )
      .map((parts) => {
        let sent = 0;
        return parts.map(([after, promised], place) => {
          sent += after;
          return aReply(`r${place}`, sent, promised === null ? undefined : sent + promised);
        });
      });
    fc.assert(
      fc.property(history, (replies) => {
        const enquiry = claimed(...replies);
        const all = promisesOf(enquiry);
        const open = all.filter(({ state }) => state.kind === 'open');
        expect(open.length).toBeLessThanOrEqual(1);
        expect(openPromise(enquiry)).toEqual(open[0]);
        const { all: figures } = weeklyReport(
          [enquiry],
          { from: minutesAfter(nine, -1), to: minutesAfter(nine, 1) },
          minutesAfter(nine, 1000),
        );
        expect(figures.promisesLateMs).toHaveLength(all.length - open.length);
        expect(figures.promisesBroken).toBe(open.length);
      }),
      { numRuns: 60 },
    );
  });
});
