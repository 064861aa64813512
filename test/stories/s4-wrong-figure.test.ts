import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { World } from '../../src/practice/world.ts';
import { aPressOffice, CHANNEL, PEOPLE } from './a-desk.ts';
import { onBothStores } from './on-both-stores.ts';

const BOT = '<@U0MED1ADSK>';
const FILE = '2026-11-24-ferry.md';
const QUESTION = `${BOT} how much does the night ferry to Pulau Ubin cost?`;
const OLD = 'The night ferry to Pulau Ubin costs S$4 for each adult.';
const NEW = 'The night ferry to Pulau Ubin costs S$6 for each adult.';

const ferry = (fare: string, front = '') => `---
title: Night Ferry To Pulau Ubin
permalink: /news/night-ferry
${front}---

The night ferry to Pulau Ubin costs ${fare} for each adult. It sails from Changi Point.
`;

/** Seven more outlets with a channel each, nine with those of the practice workspace; the last two of two people. */
const OUTLETS = Array.from({ length: 7 }, (_, at) => ({
  team: `T0OUTLET0${at}`,
  channel: `C0OUTLET0${at}`,
  name: `press-outlet-${at}`,
  people: [`U0REP0RT${at}A`, ...(at >= 5 ? [`U0REP0RT${at}B`] : [])],
}));

const grown = (world: World): World => ({
  ...world,
  workspaces: [
    ...world.workspaces,
    ...OUTLETS.map(({ team, name }) => ({ id: team, name, domain: name })),
  ],
  people: [
    ...world.people,
    ...OUTLETS.flatMap(({ team, people }) =>
      people.map((id) => ({
        id,
        name: `Reporter ${id.slice(-2)}`,
        title: 'Reporter',
        workspaceId: team,
        zone: 'Asia/Singapore',
        kind: 'member' as const,
        email: `${id.toLowerCase()}@outlet.example`,
      })),
    ),
  ],
  channels: [
    ...world.channels,
    ...OUTLETS.map(({ team, channel, name, people }) => ({
      id: channel,
      name,
      topic: '',
      isPrivate: false,
      hostId: world.homeId,
      connectedIds: [team],
      memberIds: [...people, PEOPLE.mei, world.app.userId],
    })),
  ],
});

/** Arjun is on duty; Mei and Siti are of the desk. */
const desk = {
  rota: [{ from: '2026-11-23', to: '2026-11-29', person: PEOPLE.arjun }],
  outlets: OUTLETS.map(({ team, name }) => ({ workspace: team, name })),
};

async function anOffice(databaseUrl: string, more: { desk?: object } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'releases-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const save = (text: string) => writeFile(join(folder, FILE), text);
  await save(ferry('S$4'));
  await writeFile(
    join(folder, '2026-11-20-library.md'),
    '---\ntitle: Punggol Library\n---\n\nThe Punggol library opens on 3 December 2026.\n',
  );
  const office = await aPressOffice({
    databaseUrl,
    releases: folder,
    now: new Date('2026-11-25T10:00:00+08:00'),
    desk: { ...desk, ...more.desk },
    world: grown,
  });
  const { slack, store, settle } = office;
  /** Saves a version and waits until it is taken note of. */
  const saved = async (text: string) => {
    const before = (await store.versionsOf('/news/night-ferry')).length;
    await save(text);
    await expect
      .poll(() => store.versionsOf('/news/night-ferry'), { timeout: 8_000 })
      .toHaveLength(before + 1);
    await settle();
  };
  const cards = () =>
    slack
      .messages(CHANNEL.desk)
      .filter(
        ({ text, ts, thread_ts = ts }) =>
          ts === thread_ts && /^(Words that people|“.*is gone)/.test(text),
      );
  const card = () => {
    const found = cards().at(-1);
    if (found === undefined) throw new Error('no card of a correction');
    return found;
  };
  const saidIn = (channel: string, ts: string) =>
    slack.thread(channel, ts).map(({ text }) => text ?? '');
  /** What only this person could see, last. */
  const privately = (userId: string) => slack.ephemerals(userId).at(-1)?.text ?? '';
  /** Presses a button of the desk's card, and waits for what is said of it. */
  const decides = async (userId: string, action: string, said: string) => {
    await slack.as(userId).press(card(), `correction.${action}`);
    await slack.until(() => privately(userId).includes(said) || undefined, 8_000);
    await settle();
  };
  return { ...office, folder, saved, cards, card, saidIn, privately, decides };
}

await onBothStores((aDatabase) => {
  test('S4: a wrong figure in yesterday’s release, from 10:20 to noon', async () => {
    const office = await anOffice(await aDatabase());
    const { slack, store, settle, wait, saved, card, cards, saidIn, privately, decides } = office;
    const nuria = slack.as(PEOPLE.nuria);
    const owen = slack.as(PEOPLE.owen);
    const mei = slack.as(PEOPLE.mei);
    const arjun = slack.as(PEOPLE.arjun);

    // Eleven people in nine channels are given the sentence; one is given something else.
    const asked: { userId: string; channel: string; ts: string }[] = [];
    const ask = async (userId: string, channel: string) =>
      asked.push({ userId, channel, ts: (await slack.as(userId).say(channel, QUESTION)).ts });
    await ask(PEOPLE.nuria, CHANNEL.shared);
    await ask(PEOPLE.owen, '#press-harbour-times');
    for (const { name, people } of OUTLETS) for (const one of people) await ask(one, `#${name}`);
    expect(asked).toHaveLength(11);
    expect(new Set(asked.map(({ channel }) => channel)).size).toBe(9);
    const other = await nuria.say(CHANNEL.shared, `${BOT} when does the Punggol library open?`);
    await settle();
    const [first] = asked;
    if (first === undefined) throw new Error('nobody asked');
    expect(saidIn(first.channel, first.ts)[1]).toContain('S$4');
    // One of them asked for a person too, and left a number.
    const last = asked.at(-1) ?? first;
    const answer = slack.thread(last.channel, last.ts)[1];
    if (answer === undefined) throw new Error('no answer');
    await slack.as(last.userId).press(answer, 'enquiry.ask');
    await slack
      .as(last.userId)
      .submit(await slack.as(last.userId).opened(), { reach: '+65 6123 4567' });
    await settle();

    await wait(24);
    // 10:24 A change of form alone asks nobody anything.
    await saved(
      ferry('S$4').replace('sails from', 'sails  from').replace('The night', '**The** night'),
    );
    expect(cards()).toEqual([]);

    // The corrected file is saved: the desk sees the difference, sentence by sentence, and is asked what it is.
    await saved(ferry('S$6'));
    expect(card().text).toContain(`It was: “${OLD}”`);
    expect(card().text).toContain(`It now reads: “${NEW}”`);
    expect(card().text).toContain('11 people were given these words, in 9 conversations');
    expect(card().text).not.toContain('Changi Point');
    for (const { channel, ts } of asked)
      expect(saidIn(channel, ts).join()).not.toContain('S$6 for each');

    // Nobody from outside may decide, and nothing can be signed off before it is classed.
    await wait(2);
    await decides(PEOPLE.terry, 'class.material', 'for the press office only');
    expect(card().text).toContain('What is it?');
    // 10:26 Material: the note and its number of people are shown.
    await decides(PEOPLE.mei, 'class.material', 'waits for a sign-off');
    expect(card().text).toContain('Classed as material');
    expect(card().text).toContain('This goes to 11 people in 9 conversations');
    expect(cards()).toHaveLength(1);

    // A second pair of eyes: not who classed it, and first of all the officer on duty.
    await decides(PEOPLE.mei, 'sign', 'You classed this yourself');
    await decides(PEOPLE.siti, 'sign', 'is on duty and signs it off');
    expect(saidIn(first.channel, first.ts).join()).not.toContain('S$6 for each');

    // 10:31 Signed off: within the minute each has a note in their own thread, with old and new words, and nobody two.
    await wait(5);
    await decides(PEOPLE.arjun, 'sign', '11 notes are on their way');
    const notesIn = (channel: string, ts: string) =>
      saidIn(channel, ts).filter((text) => text.includes('has changed'));
    for (const { channel, ts } of asked) {
      expect(notesIn(channel, ts)).toHaveLength(1);
      expect(notesIn(channel, ts)[0]).toContain(OLD);
      expect(notesIn(channel, ts)[0]).toContain(NEW);
    }
    expect(saidIn(CHANNEL.shared, other.ts)).toHaveLength(2);
    // The button is gone from the card; an old one that is still on a screen does nothing more.
    for (const { channel, ts } of asked) expect(notesIn(channel, ts)).toHaveLength(1);
    expect(card().text).toContain('Told: 11 of 11. Known to have seen it: 0.');

    // 10:40 The old question gets the new sentence, and when it was corrected.
    await wait(9);
    const again = await nuria.say(CHANNEL.shared, QUESTION);
    await settle();
    expect(saidIn(CHANNEL.shared, again.ts)[1]).toContain(NEW);
    expect(saidIn(CHANNEL.shared, again.ts)[1]).toContain('corrected 10:31 am Singapore time');

    // 10:45 Somebody pastes a printed quote: it is of the version before the correction.
    await wait(5);
    const quote = await owen.say('#press-harbour-times', `${BOT} check “${OLD}”`);
    await settle();
    const check = saidIn('#press-harbour-times', quote.ts)[1] ?? '';
    expect(check).toContain('Matches the version before the correction of 10:31 am');
    expect(check).toContain(NEW);

    // Some press “Got it”, one writes in the thread; somebody else's press counts for nobody.
    const noteTo = (channel: string, ts: string) => {
      const note = slack.thread(channel, ts).find(({ text }) => text.includes('has changed'));
      if (note === undefined) throw new Error('no note');
      return note;
    };
    for (const { userId, channel, ts } of asked.slice(1, 8))
      await slack.as(userId).press(noteTo(channel, ts), 'correction.got-it');
    await mei.press(noteTo(first.channel, first.ts), 'correction.got-it');
    await settle();
    expect(privately(PEOPLE.mei)).toContain('for whoever was quoted');
    await nuria.say(first.channel, 'Thanks, we will change it.', { threadTs: first.ts });
    await settle();
    await slack.until(() => card().text.includes('seen it: 8.') || undefined, 8_000);
    expect(card().text).toContain('Known to have seen it: 8.');

    // Noon: who has not seen it, how to reach each; two are rung.
    await wait(75);
    const lists = () =>
      slack.thread(CHANNEL.desk, card().ts).filter(({ text }) => text.includes('not known'));
    expect(lists()).toHaveLength(1);
    expect(lists()[0]?.text).toContain('3 people are not known to have seen');
    expect(lists()[0]?.text).toMatch(
      /Reporter 6B · told at 10:31 am · reach: press-outlet-6, \+65 6123 4567/,
    );
    expect(lists()[0]?.text).toContain('press-outlet-6');
    expect(lists()[0]?.text).toContain('Slack does not tell who has read a message');
    const [list] = lists();
    if (list === undefined) throw new Error('no list');
    await arjun.press(list, 'correction.reached.0');
    await arjun.press(list, 'correction.reached.1');
    await slack.until(() => lists()[0]?.text.includes('1 person is') || undefined, 8_000);
    await settle();
    expect(lists()[0]?.text).toContain('1 person is not known to have seen');
    expect(card().text).toContain('Known to have seen it: 10.');
    await wait(60);
    expect(lists()).toHaveLength(1);

    // What happened stands in the record.
    const [correction] = await store.correctionsOf('/news/night-ferry');
    expect(correction).toMatchObject({
      status: 'signed',
      class: 'material',
      classedBy: PEOPLE.mei,
      signedBy: PEOPLE.arjun,
    });
    expect(correction?.timeline.map(({ what }) => what)).toEqual([
      'found',
      'classed',
      'reminded',
      'signed off',
    ]);
    const notes = await store.notesOnRelease('/news/night-ferry');
    expect(notes.filter(({ seen }) => seen?.how === 'reached')).toHaveLength(2);

    // A later edit elsewhere in the release tells nobody a second time; a further change of the sentence does.
    await saved(ferry('S$6').replace('Changi Point', 'Changi Village'));
    expect(cards()).toHaveLength(1);
    await saved(ferry('S$7'));
    expect(cards()).toHaveLength(2);
    expect(card().text).toContain(`It was: “${NEW}”`);
    expect(office.troubles.filter((one) => !one.includes('person.unknown'))).toEqual([]);
    expect(slack.faults).toEqual([]);
  }, 60_000);
});

describe('a correction that takes another way', () => {
  const given = async (office: Awaited<ReturnType<typeof anOffice>>) => {
    const asked = await office.slack.as(PEOPLE.nuria).say(CHANNEL.shared, QUESTION);
    await office.settle();
    await office.saved(ferry('S$6'));
    return () => office.saidIn(CHANNEL.shared, asked.ts);
  };

  test('a minor change tells nobody, and later answers say that it was corrected', async () => {
    const office = await anOffice(':memory:');
    const said = await given(office);
    await office.decides(PEOPLE.mei, 'class.minor', 'Noted as');
    expect(office.card().text).toContain('Nobody is told.');
    await office.wait(120);
    expect(said()).toHaveLength(2);
    const again = await office.slack.as(PEOPLE.nuria).say(CHANNEL.shared, QUESTION);
    await office.settle();
    expect(office.saidIn(CHANNEL.shared, again.ts)[1]).toContain('corrected 10:00 am');
  });

  test('a change of format tells nobody anything, and asks nobody again', async () => {
    const office = await anOffice(':memory:');
    const said = await given(office);
    await office.decides(PEOPLE.mei, 'class.format', 'Noted as');
    const again = await office.slack.as(PEOPLE.nuria).say(CHANNEL.shared, QUESTION);
    await office.settle();
    expect(office.saidIn(CHANNEL.shared, again.ts)[1]).not.toContain('corrected');
    await office.saved(ferry('S$6').replace('sails', 'leaves'));
    expect(office.cards()).toHaveLength(1);
    expect(said()).toHaveLength(2);
  });

  test('words that come back before anybody was told end it', async () => {
    const office = await anOffice(':memory:');
    const said = await given(office);
    await office.saved(ferry('S$4', 'sectors: [Transport]\n'));
    expect(office.card().text).toContain('back as they were');
    await office.wait(120);
    expect(said()).toHaveLength(2);
  });

  test('a further change while the desk is asked is shown on the same card, and asked anew', async () => {
    const office = await anOffice(':memory:');
    const said = await given(office);
    await office.decides(PEOPLE.mei, 'class.material', 'Noted as');
    await office.saved(ferry('S$8'));
    expect(office.cards()).toHaveLength(1);
    expect(office.card().text).toContain('S$8 for each adult');
    expect(office.card().text).toContain('What is it?');
    await office.decides(PEOPLE.mei, 'class.material', 'Noted as');
    await office.decides(PEOPLE.arjun, 'sign', 'Signed off');
    expect(said().at(-1)).toContain('S$8 for each adult');
    expect(said()).toHaveLength(3);
  });

  test('where nobody says what it is, the desk is reminded, then the officer on duty too', async () => {
    const office = await anOffice(':memory:');
    const said = await given(office);
    const inThread = () =>
      office.slack
        .thread(CHANNEL.desk, office.card().ts)
        .filter(({ text }) => text.includes('A correction waits')).length;
    const toArjun = () =>
      office.slack
        .directMessages(PEOPLE.arjun)
        .filter(({ text }) => text.includes('A correction waits')).length;
    await office.wait(5);
    expect([inThread(), toArjun()]).toEqual([1, 0]);
    await office.wait(10);
    await expect.poll(() => [inThread(), toArjun()]).toEqual([2, 1]);
    await office.wait(1);
    expect([inThread(), toArjun()]).toEqual([2, 1]);
    // A quarter of an hour without the officer: any colleague but the one who classed it may sign.
    await office.decides(PEOPLE.mei, 'class.material', 'Noted as');
    await office.wait(15);
    await office.decides(PEOPLE.siti, 'sign', 'Signed off');
    expect(said().at(-1)).toContain('S$6 for each adult');
  });

  test('without a desk there is nobody to ask: people are told at once', async () => {
    const office = await anOffice(':memory:', { desk: { channels: {} } });
    const said = await given(office);
    expect(said().at(-1)).toContain('S$6 for each adult');
  });

  test('a withdrawn release leaves every answer at once, and people are told once it is signed off', async () => {
    const office = await anOffice(':memory:');
    const asked = await office.slack.as(PEOPLE.nuria).say(CHANNEL.shared, QUESTION);
    await office.settle();
    await office.saved(ferry('S$4', 'status: withdrawn\n'));
    const again = await office.slack.as(PEOPLE.nuria).say(CHANNEL.shared, QUESTION);
    await office.settle();
    expect(office.saidIn(CHANNEL.shared, again.ts)[1]).not.toContain('S$4');
    expect(office.card().text).toContain('is gone');
    await office.decides(PEOPLE.mei, 'class.material', 'Noted as');
    await office.decides(PEOPLE.arjun, 'sign', 'Signed off');
    expect(office.saidIn(CHANNEL.shared, asked.ts).at(-1)).toContain('was withdrawn');
  });
});
