import { expect, test } from 'vitest';
import { aPressOffice, CHANNEL, PEOPLE } from './a-desk.ts';
import { onBothStores } from './on-both-stores.ts';

const BOT = '<@U0MED1ADSK>';

/** Mei this week, Arjun the next; both found by what stands in desk.yml, one by address. */
const desk = {
  rota: [
    { from: '2026-11-23', to: '2026-11-26', person: 'mei.tan@press-office.example' },
    { from: '2026-11-27', to: '2026-11-29', person: PEOPLE.arjun },
    { from: '2026-11-30', to: '2026-12-06', person: PEOPLE.mei },
  ],
};

type Office = Awaited<ReturnType<typeof aPressOffice>>;

const duty = async ({ slack, settle }: Office, who: string) => {
  await slack.as(who).command('/release', 'duty', CHANNEL.newsroom);
  await settle();
  const said = slack.ephemerals(who).findLast(({ text }) => text.startsWith('On duty'));
  if (said === undefined) throw new Error('nothing was said');
  return said;
};

const toldTo = ({ slack }: Office, who: string, words: RegExp) =>
  slack.directMessages(who).filter(({ text }) => words.test(text));

/** A question that no release answers, sent to a person; whom its card names. */
async function routedTo({ slack, settle }: Office): Promise<string> {
  const nuria = slack.as(PEOPLE.nuria);
  const asked = await nuria.say(CHANNEL.shared, `${BOT} How many zebras live in Yishun?`);
  await settle();
  const [, answer] = slack.thread(CHANNEL.shared, asked.ts);
  if (answer === undefined) throw new Error('no answer');
  await nuria.press(answer, 'enquiry.ask');
  await nuria.submit(await nuria.opened(), {});
  await settle();
  const cards = slack.messages(CHANNEL.desk).filter(({ text }) => text.startsWith('Enquiry ME-'));
  return /Routed to ([^:]+):/.exec(cards.at(-1)?.text ?? '')?.[1] ?? '';
}

await onBothStores((aDatabase) => {
  test('a shift is swapped with a named person who accepts, is shown and recorded, and routing follows', async () => {
    const office = await aPressOffice({
      databaseUrl: await aDatabase(),
      desk: { ...desk, staleAfterDays: 1 },
      now: new Date('2026-11-26T14:00:00+08:00'),
    });
    const { slack, settle, wait, store } = office;
    const arjun = slack.as(PEOPLE.arjun);
    const siti = slack.as(PEOPLE.siti);
    expect((await duty(office, PEOPLE.mei)).text).toContain(
      'Now: Mei Tan (until the end of Thu 26 Nov 2026)',
    );

    // Arjun offers the weekend to Siti and takes nothing in return; until she accepts it is his.
    await arjun.press(await duty(office, PEOPLE.arjun), 'duty.swap');
    const modal = await arjun.opened();
    expect(
      await arjun.submit(modal, { shift: '2026-11-27/2026-11-29', person: PEOPLE.nuria }),
    ).toMatchObject({ kind: 'errors' });
    await arjun.submit(modal, { shift: '2026-11-27/2026-11-29', person: PEOPLE.siti });
    await settle();
    const [offer] = toldTo(office, PEOPLE.siti, /asks you to take the duty/);
    expect(offer?.text).toContain('Fri 27 Nov 2026 to Sun 29 Nov 2026');
    expect((await duty(office, PEOPLE.mei)).text).toContain('Not accepted yet');
    if (offer === undefined) throw new Error('no offer');

    // Nobody else can accept it.
    await slack
      .as(PEOPLE.goh)
      .press(offer, 'duty.swap-agree')
      .catch(() => undefined);
    await settle();
    expect((await store.dutyChangesFrom('2026-11-26'))[0]?.status).toBe('offered');
    await siti.press(offer, 'duty.swap-agree');
    await slack.until(() => toldTo(office, PEOPLE.arjun, /Siti Rahman takes/).length || undefined);
    await settle();
    const shown = await duty(office, PEOPLE.mei);
    expect(shown.text).toContain('Siti Rahman, in a swap with Arjun Nair');
    expect(shown.text).toContain('Swapped: Siti Rahman for Arjun Nair');
    expect(
      slack.messages(CHANNEL.desk).filter(({ text }) => text.includes('Siti Rahman takes')),
    ).toHaveLength(1);

    // On Friday the list goes to her, and so does what nobody else is named for.
    await wait(19 * 60 + 5);
    expect(toldTo(office, PEOPLE.siti, /you are on duty now/)).toHaveLength(1);
    expect(toldTo(office, PEOPLE.arjun, /you are on duty now/)).toHaveLength(0);
    expect(await routedTo(office)).toContain('Siti');
    const [change] = await store.dutyChangesFrom('2026-11-26');
    expect(change?.timeline.map(({ who, what }) => [who, what])).toEqual([
      [PEOPLE.arjun, 'offered'],
      [PEOPLE.siti, 'agreed'],
    ]);

    // Called off, it is Arjun's again, and both he and the desk are told.
    await siti.press(await duty(office, PEOPLE.siti), 'duty.call-off.0');
    await slack.until(() => toldTo(office, PEOPLE.arjun, /Called off/).length || undefined);
    await settle();
    expect((await duty(office, PEOPLE.mei)).text).toMatch(/Now: Arjun Nair \(/);
    expect(slack.faults).toEqual([]);
  }, 60_000);
});

test('a shift is exchanged for another, and whoever declines leaves all as it was', async () => {
  const office = await aPressOffice({ desk, now: new Date('2026-11-26T14:00:00+08:00') });
  const { slack, settle, store } = office;
  const arjun = slack.as(PEOPLE.arjun);
  const mei = slack.as(PEOPLE.mei);
  const offer = async () => {
    await arjun.press(await duty(office, PEOPLE.arjun), 'duty.swap');
    await arjun.submit(await arjun.opened(), {
      shift: '2026-11-27/2026-11-29',
      person: PEOPLE.mei,
      'in-return': '2026-11-30/2026-12-06',
    });
    await settle();
    const last = toldTo(office, PEOPLE.mei, /asks you to take/).at(-1);
    if (last === undefined) throw new Error('no offer');
    return last;
  };
  await mei.press(await offer(), 'duty.swap-decline');
  await slack.until(() => toldTo(office, PEOPLE.arjun, /cannot take/).length || undefined);
  expect((await store.dutyChangesFrom('2026-11-26'))[0]?.status).toBe('declined');

  await mei.press(await offer(), 'duty.swap-agree');
  await slack.until(() => toldTo(office, PEOPLE.arjun, /Mei Tan takes/).length || undefined);
  await settle();
  const { text } = await duty(office, PEOPLE.siti);
  expect(text).toContain('Fri 27 Nov 2026 to Sun 29 Nov 2026: Mei Tan, in a swap with Arjun Nair');
  expect(text).toContain('Mon 30 Nov 2026 to Sun 6 Dec 2026: Arjun Nair, in a swap with Mei Tan');
});

test('leave holds at once: the desk is told what duty it leaves open, and nothing is routed to them', async () => {
  const office = await aPressOffice({
    desk: { ...desk, staleAfterDays: 1 },
    now: new Date('2026-11-27T10:00:00+08:00'),
  });
  const { slack, settle } = office;
  const arjun = slack.as(PEOPLE.arjun);
  expect(await routedTo(office)).toContain('Arjun');
  await arjun.press(await duty(office, PEOPLE.arjun), 'duty.leave');
  const modal = await arjun.opened();
  expect(
    await arjun.submit(modal, { 'from-day': '2026-11-29', 'to-day': '2026-11-27' }),
  ).toMatchObject({ kind: 'errors' });
  await arjun.submit(modal, { 'from-day': '2026-11-27', 'to-day': '2026-11-29' });
  await slack.until(
    () =>
      slack.messages(CHANNEL.desk).some(({ text }) => text.startsWith('Arjun Nair is away')) ||
      undefined,
  );
  await settle();
  const told = slack.messages(CHANNEL.desk).find(({ text }) => text.includes('is away'));
  expect(told?.text).toContain('nobody takes it yet');
  expect((await duty(office, PEOPLE.mei)).text).toContain('Away: Arjun Nair');
  expect(await routedTo(office)).not.toContain('Arjun');
});

test('23:00 on a Friday: the duty is handed to the weekend officer, and “Accept” stays until it is pressed', async () => {
  const office = await aPressOffice({
    now: new Date('2026-11-27T14:00:00+08:00'),
    desk: {
      rota: [
        { from: '2026-11-27', to: '2026-11-27 23:00', person: PEOPLE.arjun },
        { from: '2026-11-27 23:00', to: '2026-11-29', person: PEOPLE.siti },
      ],
    },
  });
  const { slack, settle, wait } = office;
  await routedTo(office);
  expect((await duty(office, PEOPLE.mei)).text).toContain(
    'Now: Arjun Nair (until Fri 27 Nov 2026, 23:00)',
  );
  await wait(9 * 60 - 1);
  expect(toldTo(office, PEOPLE.siti, /on duty now/)).toEqual([]);
  await wait(1);
  const list = () => {
    const [found] = toldTo(office, PEOPLE.siti, /on duty now/);
    if (found === undefined) throw new Error('no list');
    return found;
  };
  expect(list().text).toContain('Siti Rahman, you are on duty now, after Arjun Nair.');
  expect(list().text).toContain('ME-26-0001');
  const hasButton = () => JSON.stringify(list().blocks).includes('duty.accept');
  expect(hasButton()).toBe(true);

  // Half an hour without an answer: both are told, and the reminder has the button too.
  await wait(31);
  expect(toldTo(office, PEOPLE.arjun, /Nobody has accepted/)).toHaveLength(1);
  const [reminder] = toldTo(office, PEOPLE.siti, /Nobody has accepted/);
  expect(JSON.stringify(reminder?.blocks)).toContain('duty.accept');
  expect(hasButton()).toBe(true);

  await slack.as(PEOPLE.siti).press(list(), 'duty.accept');
  await slack.until(() => !hasButton() || undefined);
  await settle();
  expect(list().text).toContain('on duty now');
  expect(JSON.stringify(list().blocks)).toContain('Accepted by <@U0S1T1RAH3> at 11:31 pm.');
  expect(toldTo(office, PEOPLE.arjun, /Siti Rahman has accepted/)).toHaveLength(1);
  expect((await duty(office, PEOPLE.mei)).text).toMatch(/Now: Siti Rahman/);
  expect(slack.faults).toEqual([]);
});
