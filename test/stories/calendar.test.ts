import { describe, expect, test } from 'vitest';
import { verifyRecords } from '../../src/enquiries/verify-records.ts';
import { aPressOffice, CHANNEL, PEOPLE } from './a-desk.ts';
import { onBothStores } from './on-both-stores.ts';

const BOT = '<@U0MED1ADSK>';
const DAY = 24 * 60;

/** Núria asks the press office, by way of the button under an answer. */
async function ask({ slack, settle }: Awaited<ReturnType<typeof aPressOffice>>) {
  const nuria = slack.as(PEOPLE.nuria);
  const asked = await nuria.say(CHANNEL.shared, `${BOT} How much of the money goes to healthcare?`);
  await settle();
  const [, answer] = slack.thread(CHANNEL.shared, asked.ts);
  if (answer === undefined) throw new Error('no answer');
  await nuria.press(answer, 'enquiry.ask');
  await nuria.submit(await nuria.opened(), { deadline: 'by 6pm Singapore time tomorrow' });
  await settle();
}

const rota = (...turns: (readonly [string, string, string])[]) =>
  turns.map(([from, to, person]) => ({ from, to, person }));

describe('what the calendar brings', () => {
  test('a change of duty is told in the morning, must be accepted, and both are told when it is not', async () => {
    const office = await aPressOffice({
      desk: {
        rota: rota(
          ['2026-11-23', '2026-11-25', PEOPLE.mei],
          ['2026-11-26', '2026-11-29', PEOPLE.arjun],
        ),
      },
    });
    const { slack, settle, wait } = office;
    await ask(office);
    const dutyOf = (who: string) =>
      slack.directMessages(who).filter(({ text }) => /on duty now|hand-over/.test(text ?? ''));
    expect(dutyOf(PEOPLE.mei)).toEqual([]);

    await wait(12 * 60);
    expect(dutyOf(PEOPLE.arjun)).toEqual([]);
    await wait(7 * 60);
    const [list] = dutyOf(PEOPLE.arjun);
    expect(list?.text).toContain('Arjun Nair, you are on duty now, after Mei Tan.');
    expect(list?.text).toContain('Open: 1, of which 1 due in the next 12 hours');
    expect(list?.text).toContain('ME-26-0001');

    await wait(31);
    expect(dutyOf(PEOPLE.mei)).toHaveLength(1);
    expect(dutyOf(PEOPLE.arjun)).toHaveLength(2);

    if (list === undefined) throw new Error('no list');
    await slack.as(PEOPLE.arjun).press(list, 'duty.accept');
    await settle();
    await wait(60);
    expect(slack.ephemerals(PEOPLE.arjun).at(-1)?.text).toContain('You have the desk');
    expect(dutyOf(PEOPLE.mei).at(-1)?.text).toContain('has accepted');
    expect(dutyOf(PEOPLE.arjun)).toHaveLength(2);
    expect(slack.faults).toEqual([]);
  });

  test('on Monday morning the desk gets the report of last week and what the releases lack, once', async () => {
    const office = await aPressOffice();
    const { slack, wait } = office;
    await ask(office);
    await wait(4 * DAY + 19 * 60 + 5);
    await wait(30);
    const inDesk = slack.messages(CHANNEL.desk).map(({ text }) => text ?? '');
    const reports = inDesk.filter((text) => text.startsWith('Enquiries of the week'));
    expect(reports).toHaveLength(1);
    expect(reports[0]).toContain('Enquiries of the week 23 Nov to 29 Nov 2026');
    expect(reports[0]).toContain('1 asked, 0 answered, 1 still waiting.');
    expect(reports[0]).toContain('La Bitácora: 1 asked');
    const gaps = inDesk.filter((text) => text.startsWith('What people asked last week'));
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toContain('How much of the money goes to healthcare?');

    // The same as a picture, once, described in words for whoever does not see it.
    const pictures = slack.messages(CHANNEL.desk).filter(({ files }) => files !== undefined);
    expect(pictures).toHaveLength(1);
    expect(pictures[0]?.files).toMatchObject([
      {
        name: 'enquiries-2026-W48.png',
        title: 'Enquiries of the week 23 Nov to 29 Nov 2026',
        alt: expect.stringContaining('La Bitácora 1 (0 answered)'),
      },
    ]);
    expect(slack.faults).toEqual([]);
  });

  test.each([
    { error: 'missing_scope', when: 'the app was not given files:write' },
    { error: 'fatal_error', when: 'Slack takes no files for now' },
  ])('the report comes in words when $when, and nothing behind it waits', async ({ error }) => {
    const office = await aPressOffice();
    const { slack, wait } = office;
    await ask(office);
    slack.failNext('files.getUploadURLExternal', { kind: 'error', error }, 20);
    await wait(4 * DAY + 19 * 60 + 5);
    await wait(1);
    const said = slack.messages(CHANNEL.desk).map(({ text }) => text ?? '');
    expect(said.some((text) => text.startsWith('Enquiries of the week'))).toBe(true);
    expect(said.some((text) => text.startsWith('What people asked last week'))).toBe(true);
    for (let minutes = 0; minutes < 15; minutes += 1) await wait(1);
    const { outbox } = await office.store.queueState(slack.now());
    expect(outbox.waiting).toBe(0);
    expect(slack.messages(CHANNEL.desk).filter(({ files }) => files !== undefined)).toEqual([]);
  });
});

await onBothStores((aDatabase) => {
  test('what is kept is kept for its time by its kind, and every chain that is left holds', async () => {
    const office = await aPressOffice({
      databaseUrl: await aDatabase(),
      desk: {
        retention: {
          personalDataDays: 10,
          answersDays: 20,
          feedbackDays: 25,
          recordsDays: 30,
          dutyDays: 40,
        },
      },
    });
    const { slack, store, wait, settle } = office;
    await ask(office);
    await slack.as(PEOPLE.nuria).tell('follow healthcare');
    await slack.as(PEOPLE.owen).tell('follow education');
    await slack.as(PEOPLE.owen).say('#press-harbour-times', `${BOT} follow transport`);
    await settle();
    const card = slack.messages(CHANNEL.desk).find(({ text }) => text.startsWith('Enquiry ME-'));
    if (card === undefined) throw new Error('no card');
    await slack.as(PEOPLE.mei).press(card, 'enquiry.move.claim');
    await settle();
    await slack.as(PEOPLE.mei).press(card, 'enquiry.move.resolve');
    await settle();
    // A second enquiry stays open all the time: nothing of it may go.
    await ask(office);
    const kept = async () => ({
      enquiries: (await store.list({})).map(({ reference, question, outlet }) =>
        [reference, question !== '', outlet].join(' '),
      ),
      threads: (await store.servedThreads(new Date(0))).length,
      feedback: (await store.feedbackSince(new Date(0))).length > 0,
      broken: (await verifyRecords(store)).broken,
    });
    expect((await store.servedThreads(new Date(0))).length).toBeGreaterThan(1);
    const second = 'ME-26-0002 true La Bitácora';

    await wait(9 * DAY);
    expect(await kept()).toMatchObject({
      enquiries: [second, 'ME-26-0001 true La Bitácora'],
      feedback: true,
    });
    await wait(2 * DAY);
    expect(await kept()).toMatchObject({ enquiries: [second, 'ME-26-0001 false '], broken: [] });
    const [first] = (await store.list({})).filter(({ reference }) => reference === 'ME-26-0001');
    expect(JSON.stringify(await store.record(first?.id ?? ''))).not.toContain('Bitácora');

    // Owen leaves: what he followed by himself goes, what the channel follows stays without his id.
    slack.forget(PEOPLE.owen);
    await wait(10 * DAY);
    const follows = (await store.allFollows()).map(({ query, userId }) => [query, userId]);
    expect(follows.toSorted()).toEqual([
      ['healthcare', PEOPLE.nuria],
      ['transport', ''],
    ]);
    // Of the answers, only the thread of the open enquiry is still known.
    expect(await kept()).toMatchObject({ threads: 1, feedback: true, broken: [] });
    await wait(5 * DAY);
    expect(await kept()).toMatchObject({ feedback: false });
    await wait(5 * DAY);
    expect(await kept()).toMatchObject({ enquiries: [second], broken: [] });
    expect(await store.record(first?.id ?? '')).toBeUndefined();
    expect(slack.faults).toEqual([]);
  }, 60_000);
});
