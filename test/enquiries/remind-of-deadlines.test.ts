import { describe, expect, test } from 'vitest';
import { claimEnquiry } from '../../src/enquiries/claim-enquiry.ts';
import { remindOfDeadlines } from '../../src/enquiries/remind-of-deadlines.ts';
import { stepsOf } from '../../src/enquiries/reminder-steps.ts';
import { replyToEnquiry } from '../../src/enquiries/reply-to-enquiry.ts';
import { setDeadline } from '../../src/enquiries/set-deadline.ts';
import { snoozeReminders } from '../../src/enquiries/snooze-reminders.ts';
import { undoReply } from '../../src/enquiries/undo-reply.ts';
import { aDesk } from './a-desk.ts';
import { minutesAfter, nine, people } from './an-enquiry.ts';

const { contact, officer } = people;

/** A desk with one enquiry asked at nine for noon: 90, 135 and 162 minutes are half, three quarters, nine tenths. */
async function aWaitingDesk(mayDisturb: (userId: string | null) => boolean = () => true) {
  const desk = await aDesk();
  const { id: enquiryId } = await desk.open();
  await desk.deliver();
  const deps = { ...desk.deps, dutyOfficer: () => 'UDUTY', mayDisturb };
  return {
    ...desk,
    enquiryId,
    /** Who is reminded when the loop comes round at that minute; `null` is the desk channel. */
    async remindedAt(minutes: number) {
      desk.moveClock(minutesAfter(nine, minutes));
      await remindOfDeadlines(deps);
      return (await desk.deliver()).flatMap(({ notice }) =>
        notice.kind === 'reminder' ? [[notice.step, notice.userId]] : [],
      );
    },
  };
}

describe('remindOfDeadlines() tells', () => {
  test('the contacts, then the desk and the duty officer, of what nobody has claimed', async () => {
    const desk = await aWaitingDesk();
    expect(await desk.remindedAt(89)).toEqual([]);
    expect(await desk.remindedAt(90)).toEqual([['half', 'UCONTACT']]);
    expect(await desk.remindedAt(134)).toEqual([]);
    const all = ['UCONTACT', 'UDUTY', null];
    expect((await desk.remindedAt(135)).toSorted()).toEqual(
      all.map((who) => ['three-quarters', who]).toSorted(),
    );
    expect(await desk.remindedAt(162)).toHaveLength(3);
    expect((await desk.remindedAt(180)).toSorted()).toEqual(
      all.map((who) => ['overdue', who]).toSorted(),
    );
    expect(await desk.remindedAt(10_000)).toEqual([]);
  });

  test('the owner, and the duty officer only near the end', async () => {
    const desk = await aWaitingDesk();
    await claimEnquiry(desk.deps, { enquiryId: desk.enquiryId, actor: officer });
    expect(await desk.remindedAt(90)).toEqual([['half', 'UOFFICER']]);
    expect(await desk.remindedAt(135)).toEqual(
      expect.arrayContaining([
        ['three-quarters', 'UOFFICER'],
        ['three-quarters', null],
      ]),
    );
    expect(await desk.remindedAt(162)).toContainEqual(['nine-tenths', 'UDUTY']);
  });

  test('nobody twice, however many replicas look at once', async () => {
    const desk = await aWaitingDesk();
    desk.moveClock(minutesAfter(nine, 90));
    const deps = { ...desk.deps, dutyOfficer: () => undefined, mayDisturb: () => true };
    const reminded = await Promise.all([1, 2, 3].map(() => remindOfDeadlines(deps)));
    expect(reminded.flat()).toHaveLength(1);
    const told = await desk.deliver();
    expect(told.filter(({ notice }) => notice.kind === 'reminder')).toHaveLength(1);
  });

  test('only the latest of what came due while the bot was down', async () => {
    const desk = await aWaitingDesk();
    expect((await desk.remindedAt(170)).map(([step]) => step)).toEqual(
      Array(3).fill('nine-tenths'),
    );
    expect(await desk.remindedAt(171)).toEqual([]);
  });

  test('nobody again when the clock jumps back', async () => {
    const desk = await aWaitingDesk();
    expect(await desk.remindedAt(90)).toHaveLength(1);
    expect(await desk.remindedAt(10)).toEqual([]);
    expect(await desk.remindedAt(91)).toEqual([]);
  });

  test('nobody once a reply was given or is on its way; again if it is undone', async () => {
    const desk = await aWaitingDesk();
    const { deps, enquiryId } = desk;
    await claimEnquiry(deps, { enquiryId, actor: contact });
    desk.moveClock(minutesAfter(nine, 90));
    const reply = await replyToEnquiry(deps, { enquiryId, actor: contact, text: 'Yes.' });
    expect(await desk.store.dueBefore(minutesAfter(nine, 1_000))).toEqual([]);
    if (reply.kind !== 'waiting') throw new Error(reply.kind);
    await undoReply(deps, { enquiryId, replyId: reply.reply.id, actor: contact });
    expect(await desk.remindedAt(90)).toEqual([['half', 'UCONTACT']]);
    await replyToEnquiry(deps, { enquiryId, actor: contact, text: 'Yes.' });
    expect(await desk.remindedAt(135)).toEqual([]);
    expect(await desk.remindedAt(180)).toEqual([]);
  });

  test('whom it may disturb; when all sleep it waits for one to wake', async () => {
    const asleep = new Set<string | null>(['UCONTACT', 'UDUTY', null]);
    const desk = await aWaitingDesk((userId) => !asleep.has(userId));
    expect(await desk.remindedAt(90)).toEqual([]);
    expect(await desk.remindedAt(100)).toEqual([]);
    asleep.delete('UCONTACT');
    expect(await desk.remindedAt(101)).toEqual([['half', 'UCONTACT']]);
    expect(await desk.remindedAt(102)).toEqual([]);
  });

  test('the owner not before a snooze is over, but of the last tenth all the same', async () => {
    const desk = await aWaitingDesk();
    const { deps, enquiryId } = desk;
    await claimEnquiry(deps, { enquiryId, actor: contact });
    const until = minutesAfter(nine, 170);
    await snoozeReminders(deps, { enquiryId, actor: contact, until });
    expect(await desk.remindedAt(140)).toEqual([]);
    expect((await desk.remindedAt(162))[0]?.[0]).toBe('nine-tenths');
    expect(await desk.remindedAt(170)).toEqual([]);
  });

  test('anew after another deadline was set', async () => {
    const desk = await aWaitingDesk();
    expect(await desk.remindedAt(90)).toHaveLength(1);
    await setDeadline(desk.deps, {
      enquiryId: desk.enquiryId,
      actor: officer,
      deadline: { at: minutesAfter(nine, 290), words: '1.50pm', zone: 'Asia/Singapore' },
    });
    expect(await desk.remindedAt(189)).toEqual([]);
    expect(await desk.remindedAt(190)).toEqual([['half', 'UCONTACT']]);
  });
});

test.each([
  { minutes: 20, at: [10, 15, 18, 20] },
  { minutes: 180, at: [90, 135, 162, 180] },
  { minutes: 3 * 24 * 60, at: [2160, 3240, 3888, 4320] },
  { minutes: -5, at: [0, 0, 0, 0] },
])('stepsOf() a deadline $minutes minutes away are at $at', ({ minutes, at }) => {
  const deadline = { at: minutesAfter(nine, minutes), words: '', zone: 'UTC', setAt: nine };
  const found = stepsOf(deadline).map((step) => (step.at.getTime() - nine.getTime()) / 60_000);
  expect(found.map(Math.round)).toEqual(at);
});
