import { describe, expect, test } from 'vitest';
import { acceptShift, watchDuty } from '../../src/enquiries/watch-duty.ts';
import { aDesk } from './a-desk.ts';
import { minutesAfter, nine } from './an-enquiry.ts';

const mei = { person: 'mei@example.gov.sg', slackId: 'UMEI', name: 'Mei Tan' };
const arjun = { person: 'arjun@example.gov.sg', slackId: 'UARJUN', name: 'Arjun' };
const ben = { person: 'ben@example.gov.sg', slackId: null, name: 'Ben' };

/** Notices of a change of duty that were told since the last look. */
const toldIn = async (desk: Awaited<ReturnType<typeof aDesk>>) =>
  (await desk.deliver()).flatMap(({ notice }) =>
    notice.kind === 'shift' ? [[notice.event, notice.userId]] : [],
  );

async function aChange() {
  const desk = await aDesk();
  await watchDuty(desk.deps, mei);
  desk.moveClock(minutesAfter(nine, 1440));
  await watchDuty(desk.deps, arjun);
  return desk;
}

describe('a change of duty', () => {
  test('the first officer who is seen is handed nothing', async () => {
    const desk = await aDesk();
    await watchDuty(desk.deps, mei);
    await watchDuty(desk.deps, undefined);
    expect(await toldIn(desk)).toEqual([]);
  });

  test('the new officer gets the list, once, however often one looks', async () => {
    const desk = await aChange();
    await watchDuty(desk.deps, arjun);
    await Promise.all([watchDuty(desk.deps, arjun), watchDuty(desk.deps, arjun)]);
    expect(await toldIn(desk)).toEqual([['began', 'UARJUN']]);
    expect(await desk.store.latestShift()).toMatchObject({ seq: 2, officer: arjun, before: mei });
  });

  test('nobody accepts for half an hour: both are told, once', async () => {
    const desk = await aChange();
    await toldIn(desk);
    desk.moveClock(minutesAfter(nine, 1440 + 29));
    await watchDuty(desk.deps, arjun);
    expect(await toldIn(desk)).toEqual([]);
    desk.moveClock(minutesAfter(nine, 1440 + 30));
    await watchDuty(desk.deps, arjun);
    await watchDuty(desk.deps, arjun);
    expect((await toldIn(desk)).toSorted()).toEqual([
      ['not-accepted', 'UARJUN'],
      ['not-accepted', 'UMEI'],
    ]);
  });

  test('accepted, the former officer is told, and nobody is chased', async () => {
    const desk = await aChange();
    await toldIn(desk);
    expect(await acceptShift(desk.deps, 2)).toBe('accepted');
    expect(await acceptShift(desk.deps, 2)).toBe('accepted-before');
    desk.moveClock(minutesAfter(nine, 1440 + 60));
    await watchDuty(desk.deps, arjun);
    expect(await toldIn(desk)).toEqual([['accepted', 'UMEI']]);
  });

  test('somebody whom Slack does not know is told by way of the desk channel', async () => {
    const desk = await aChange();
    await watchDuty(desk.deps, ben);
    expect(await toldIn(desk)).toContainEqual(['began', null]);
    expect(await acceptShift(desk.deps, 2)).toBe('over');
    expect(await acceptShift(desk.deps, 9)).toBe('unknown');
  });
});
