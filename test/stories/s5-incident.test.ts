import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { verifyRecords } from '../../src/enquiries/verify-records.ts';
import type { World } from '../../src/practice/world.ts';
import { aPressOffice, PEOPLE } from './a-desk.ts';
import { onBothStores } from './on-both-stores.ts';

const DESK = '#press-desk';
const BOT = '<@U0MED1ADSK>';
/** A Saturday. */
const at = (time: string) => new Date(`2026-11-28T${time}+08:00`);

const QUESTIONS = [
  'Is it true that patient data was leaked from the hospitals?',
  'Can you confirm a data leak at the hospitals?',
  'How many patients are affected by the leak?',
  'Any statement on the hospital data leak?',
  'When did the ministry learn of the leak of patient data?',
  'Leak of patient data: who is responsible?',
  'Which hospitals were hit by the leak?',
  'Were patient records leaked?',
];

const LINE = 'We are looking into these reports and will say more here today.';
const aLine = `---\ntitle: First word\nowner: Siti Rahman\nholding: true\nexpires: 2026-12-31\nsignedBy: Siti Rahman\nsignedAt: 2026-11-28 12:00\n---\n\n${LINE}\n`;
const RELEASE = `---\ntitle: Statement on hospital data\n---\n\nNo patient data was leaked from the hospitals. A system for booking appointments was down for two hours on 28 November 2026.\n`;

const number = (place: number) => String(place).padStart(2, '0');
const reporter = (place: number) => `U0REP0RT${number(place)}`;
const channelOf = (place: number) => `#press-outlet-${number(place)}`;

/** So many outlets, each with a workspace, a reporter and a channel of its own with the press office. */
const withOutlets =
  (count: number) =>
  (world: World): World => {
    const places = Array.from({ length: count }, (_, place) => place);
    return {
      ...world,
      workspaces: [
        ...world.workspaces,
        ...places.map((place) => ({
          id: `T0OUTLET${number(place)}`,
          name: `Outlet ${number(place)}`,
          domain: `outlet-${number(place)}`,
        })),
      ],
      people: [
        ...world.people,
        ...places.map((place) => ({
          id: reporter(place),
          workspaceId: `T0OUTLET${number(place)}`,
          name: `Reporter ${number(place)}`,
          title: 'Reporter',
          zone: 'Asia/Singapore',
          kind: 'member' as const,
        })),
      ],
      channels: [
        ...world.channels,
        ...places.map((place) => ({
          id: `C0OUTLET${number(place)}`,
          name: `press-outlet-${number(place)}`,
          topic: '',
          isPrivate: false,
          hostId: world.homeId,
          connectedIds: [`T0OUTLET${number(place)}`],
          memberIds: [PEOPLE.mei, PEOPLE.arjun, PEOPLE.siti, reporter(place), 'U0MED1ADSK'],
        })),
      ],
    };
  };

/** All but the last are known outlets of desk.yml. */
const outletsOf = (count: number) =>
  Array.from({ length: count - 1 }, (_, place) => ({
    workspace: `T0OUTLET${number(place)}`,
    name: `Outlet ${number(place)}`,
  }));

async function anOffice(databaseUrl: string, count: number, paceMs = 0) {
  const lines = await mkdtemp(join(tmpdir(), 'media-desk-lines-'));
  const releases = await mkdtemp(join(tmpdir(), 'releases-'));
  onTestFinished(() => rm(lines, { recursive: true, force: true }));
  onTestFinished(() => rm(releases, { recursive: true, force: true }));
  await writeFile(join(lines, 'first-word.md'), aLine);
  await writeFile(
    join(releases, '2019-11-19-strategy.md'),
    '---\ntitle: National AI strategy\n---\n\nThe strategy covers five sectors, among them transport and logistics.\n',
  );
  const office = await aPressOffice({
    databaseUrl,
    releases,
    lines,
    paceMs,
    now: at('13:02:00'),
    world: withOutlets(count),
    desk: {
      outlets: outletsOf(count),
      people: [
        {
          email: 'arjun.nair@press-office.example',
          slackId: PEOPLE.arjun,
          name: 'Arjun Nair',
          phone: '+65 8123 4567',
          away: [],
        },
      ],
      rota: [{ from: '2026-11-28', to: '2026-11-28', person: PEOPLE.arjun }],
      fallbackContact: { name: 'Head of communications', phone: '+65 6123 4567' },
    },
  });
  const { slack, settle } = office;
  const threads = new Map<number, string>();
  const until = async (time: string) => {
    await slack.moveClock(at(time));
    await settle();
  };
  /** Asks, is refused, and sends the question to the press office. */
  const ask = async (place: number, values: Readonly<Record<string, string>> = {}) => {
    const person = slack.as(reporter(place));
    const question = QUESTIONS[place % QUESTIONS.length] ?? '';
    const asked = await person.say(channelOf(place), `${BOT} ${question}`);
    threads.set(place, asked.ts);
    await settle();
    const refusal = slack.thread(channelOf(place), asked.ts)[1];
    if (refusal === undefined) throw new Error('no answer');
    await person.press(refusal, 'enquiry.ask');
    await person.submit(await person.opened(), values);
    await settle();
  };
  /** All of them at the same moment: what is opened first is not what was asked first. */
  const askAtOnce = async (places: readonly number[]) => {
    await Promise.all(
      places.map(async (place) => {
        const question = QUESTIONS[place % QUESTIONS.length] ?? '';
        const asked = await slack.as(reporter(place)).say(channelOf(place), `${BOT} ${question}`);
        threads.set(place, asked.ts);
      }),
    );
    await settle();
    await slack.moveClock(new Date(slack.now().getTime() + 2_000));
    await settle();
    for (const place of places) {
      const person = slack.as(reporter(place));
      const refusal = slack.thread(channelOf(place), threads.get(place) ?? '')[1];
      if (refusal === undefined) throw new Error('no answer');
      await person.press(refusal, 'enquiry.ask');
      await person.submit(await person.opened());
    }
    await settle();
  };
  const threadOf = (place: number): string => threads.get(place) ?? '';
  const thread = (place: number) => slack.thread(channelOf(place), threads.get(place) ?? '');
  const got = (place: number, words: string) =>
    thread(place).filter(({ text }) => text.includes(words)).length;
  const deskLines = () =>
    slack.messages(DESK).filter(({ text }) => text.includes('seem to be on one subject'));
  const deskLine = () => {
    const [found] = deskLines();
    if (found === undefined) throw new Error('no line of the desk');
    return found;
  };
  return {
    ...office,
    until,
    ask,
    askAtOnce,
    thread,
    threadOf,
    got,
    deskLine,
    deskLines,
    lines,
    releases,
  };
}

await onBothStores((aDatabase, kind) => {
  test('S5: Saturday 13:02, a rumour of a data leak, from the first question to the summary', async () => {
    const office = await anOffice(await aDatabase(), 15);
    const { slack, settle, until, ask, thread, got, deskLine, deskLines, store } = office;
    const arjun = slack.as(PEOPLE.arjun);
    const siti = slack.as(PEOPLE.siti);

    // 13:02: no release says anything; the question goes to the press office, without a guess.
    await ask(0, { deadline: 'by 6pm today' });
    expect(thread(0)[1]?.text).toContain('The releases do not say');
    expect(thread(0).at(-1)?.text).toContain('ME-26-0001');
    expect(deskLines()).toHaveLength(0);

    // 13:03 to 13:05: with the fourth it is a surge: one line for the desk, and the officer on duty is told.
    await until('13:03:00');
    await ask(1);
    await until('13:04:00');
    await ask(2);
    expect(deskLines()).toHaveLength(0);
    await until('13:05:00');
    await ask(3);
    expect(deskLines()).toHaveLength(1);
    expect(deskLine().text).toContain('4 enquiries from 4 outlets');
    expect(deskLine().text).toContain('leak');
    expect(deskLine().text).toContain('Oldest: ME-26-0001, since 1:02 pm');
    expect(deskLine().text).toContain('6:00 pm');
    expect(slack.directMessages(PEOPLE.arjun).at(-1)?.text).toContain('You are on duty');

    // Each asker sees a receipt, and nothing of the others.
    for (const place of [4, 5, 6, 7, 8, 9, 10, 11]) await ask(place);
    expect(deskLines()).toHaveLength(1);
    expect(deskLine().text).toContain('12 enquiries from 12 outlets');
    for (let place = 0; place < 12; place += 1) {
      expect(got(place, 'Your question is with the press office')).toBe(1);
      expect(JSON.stringify(thread(place))).not.toMatch(/Outlet|seem to be|U0ARJUN|First word/);
    }

    // 13:09: nobody has acknowledged. Then: whom to ring.
    await until('13:09:00');
    expect(slack.messages(DESK).at(-1)?.text).toContain('<!subteam^S0PRESSDSK> For 4 min');
    await until('13:13:00');
    const ring = slack.messages(DESK).find(({ text }) => text.includes('Please ring or write'));
    expect(ring?.text).toContain('Head of communications · +65 6123 4567');
    expect(ring?.text).toContain('Arjun Nair · on duty · +65 8123 4567 · arjun.nair@');

    // 13:14: the head joins; a task that two must acknowledge.
    await until('13:14:00');
    await siti.press(deskLine(), 'surge.acknowledge');
    await settle();
    expect(deskLine().text).toContain(`Acknowledged by <@${PEOPLE.siti}>`);
    await siti.press(deskLine(), 'surge.task');
    await siti.submit(await siti.opened(), { reply: 'Nobody speaks of numbers before 15:00' });
    await settle();
    const task = () => {
      const found = slack.messages(DESK).find(({ text }) => text.includes('speaks of numbers'));
      if (found === undefined) throw new Error('no task');
      return found;
    };
    await siti.press(task(), 'surge.agree');
    await siti.press(task(), 'surge.agree');
    await settle();
    expect(task().text).toContain('It needs one more');
    await arjun.press(task(), 'surge.agree');
    await settle();
    expect(task().text).toContain('Acknowledged by both');

    // 13:20: one preview, one Send, ten seconds to undo; the first time it is undone.
    await until('13:20:00');
    const preview = async () => {
      await siti.press(deskLine(), 'surge.send');
      await siti.submit(await siti.opened(), { line: 'first-word', also: '2' });
      const shown = JSON.stringify((await siti.opened()).view);
      expect(shown).toContain(LINE);
      expect(shown).toContain('posted to 12 askers');
      await siti.submit(await siti.opened());
      await settle();
    };
    await preview();
    expect(deskLine().text).toContain('goes to 12');
    await siti.press(deskLine(), 'surge.undo');
    await until('13:21:00');
    for (let place = 0; place < 12; place += 1) expect(got(place, LINE)).toBe(0);
    await preview();
    await until('13:22:00');
    for (let place = 0; place < 12; place += 1) expect(got(place, LINE)).toBe(1);
    await until('13:22:05');
    expect(deskLine().text).toContain('was sent to 12 of 12');
    expect((await store.list({})).every(({ status }) => status === 'open')).toBe(true);

    // Whoever asks within two hours gets it at once.
    await ask(12);
    await until('13:22:10');
    expect(got(12, LINE)).toBe(1);

    // 13:35: an unknown account claims a national daily: flagged inside, the public line, and a call-back.
    await until('13:35:00');
    await ask(14, { outlet: 'The Straits Times' });
    await until('13:35:10');
    expect(got(14, LINE)).toBe(1);
    expect(got(14, 'write the number of your newsroom here')).toBe(1);
    expect(got(12, 'write the number of your newsroom here')).toBe(0);
    const card = slack.messages(DESK).findLast(({ text }) => text.startsWith('Enquiry ME-'));
    expect(card?.text).toContain('The Straits Times (not verified');
    expect(deskLine().text).toContain('The Straits Times (not verified)');

    // 13:50: a release says it. Those who wait are told, once, with the quote; answers switch to it.
    await until('13:50:00');
    await writeFile(join(office.releases, '2026-11-28-statement.md'), RELEASE);
    await expect
      .poll(
        async () => {
          await settle();
          return got(0, 'No patient data was leaked from the hospitals');
        },
        { timeout: 10_000 },
      )
      .toBe(1);
    await until('13:51:00');
    await until('13:52:00');
    const told = Array.from({ length: 15 }, (_, place) => place).filter(
      (place) => place !== 13 && got(place, 'Released since you asked') > 0,
    );
    expect(told.length).toBeGreaterThan(6);
    for (const place of told) expect(got(place, 'Released since you asked')).toBe(1);
    const late = slack.as(reporter(13));
    const asked = await late.say(
      channelOf(13),
      `${BOT} Was patient data leaked from the hospitals?`,
    );
    await settle();
    expect(slack.thread(channelOf(13), asked.ts)[1]?.text).toContain('No patient data was leaked');

    // 15:00, and the line goes to nobody else by then: summed up, with what is open.
    await until('15:00:00');
    await until('16:00:00');
    const summary = slack.messages(DESK).find(({ text }) => text.startsWith('Summed up'));
    expect(summary?.text).toContain('14 enquiries from 14 outlets, 1:02 pm to 1:35 pm');
    expect(summary?.text).toContain('First word sent');
    expect(summary?.text).toMatch(/Between the first and the last to get one line: \d+ seconds/);
    expect(summary?.text).toContain('14 are open');

    expect((await verifyRecords(store)).broken).toEqual([]);
    for (let place = 0; place < 15; place += 1)
      if (place !== 13)
        expect(JSON.stringify(thread(place))).not.toMatch(
          /U0S1T1|U0ARJUN|one subject|numbers before/,
        );
    expect(slack.faults).toEqual([]);
    expect(office.troubles).toEqual([]);
  }, 120_000);

  // The first of forty is written down and nothing is told; some are told; one is posted and not yet written down.
  // Each is a long story: one a store, since both stores keep one contract.
  const [killed, isStep, after] = {
    embedded: ['while they are told', (method: string) => method === 'settle', 9] as const,
    postgres: ['while they are written down', (method: string) => method === 'save', 12] as const,
  }[kind];
  test(`S5: forty outlets get one line once each, killed ${killed}, and within a minute`, async () => {
    const OUTLETS = 40;
    const office = await anOffice(await aDatabase(), OUTLETS, 1_000);
    const { slack, settle, until, askAtOnce, got, deskLine, store } = office;
    const siti = slack.as(PEOPLE.siti);
    const places = Array.from({ length: OUTLETS }, (_, place) => place);

    await askAtOnce(places);
    for (const place of places)
      expect(got(place, 'Your question is with the press office')).toBe(1);
    await until('13:04:00');
    expect(deskLine().text).toContain('40 enquiries from 40 outlets');

    await siti.press(deskLine(), 'surge.send');
    await siti.submit(await siti.opened(), { line: 'first-word' });
    await siti.submit(await siti.opened());
    await settle();

    // Killed in the middle of it, and started anew half a minute later, when what it held is free.
    let steps = 0;
    await office.killAt((method, given) => {
      const isReply = JSON.stringify(given ?? {}).includes('"kind":"reply"');
      if (isStep(method) && isReply) steps += 1;
      return steps > after;
    });
    await until('13:04:11');
    expect(steps).toBe(after + 1);
    const written = (await store.list({})).filter(({ replies }) =>
      replies.some(({ delivery }) => delivery.kind === 'sent'),
    );
    expect(written.length).toBeLessThan(OUTLETS);
    await office.restart();
    for (let second = 41; second < 60; second += 2) await until(`13:04:${second}`);
    await until('13:05:05');

    for (const place of places) expect(got(place, LINE)).toBe(1);
    const times = (await store.list({})).flatMap(({ replies }) =>
      replies.flatMap(({ delivery }) => (delivery.kind === 'sent' ? [delivery.at.getTime()] : [])),
    );
    expect(times).toHaveLength(OUTLETS);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(60_000);
    // Drawn by lot: not in the order in which they asked.
    const order = places
      .map((place) => ({
        place,
        ts: Number(slack.thread(channelOf(place), office.threadOf(place)).at(-1)?.ts),
      }))
      .toSorted((one, other) => one.ts - other.ts)
      .map(({ place }) => place);
    expect(order).not.toEqual(places);
    expect((await verifyRecords(store)).broken).toEqual([]);
    expect(slack.faults).toEqual([]);
  }, 120_000);
});
