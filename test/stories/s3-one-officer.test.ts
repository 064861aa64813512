import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { verifyRecords } from '../../src/enquiries/verify-records.ts';
import { aPressOffice, CHANNEL, PEOPLE } from './a-desk.ts';
import { onBothStores } from './on-both-stores.ts';

const BOT = '<@U0MED1ADSK>';
const HARBOUR = '#press-harbour-times';
const at = (time: string) => new Date(`2026-11-27T${time.padEnd(8, ':00')}+08:00`);

const SEVEN = `${BOT} Seven questions, need answers by 9.30pm Singapore time tonight:
1. How much has Singapore invested in AI?
2. What is the salary of the chief of the National AI Office?
3. Has Singapore established a National AI Office?
4. Why did the minister's driver resign?
5. Who announced the AI strategy?
6. How many complaints about robots were there last week?
7. Which vendor was sacked in October?`;

const HOLDING = 'We have your questions and are preparing answers.';
const POLICY = 'The Office does not comment on the terms of single officers.';
const line = (front: string, body: string) =>
  `---\nowner: Siti Rahman\nexpires: 2026-12-31\n${front}---\n\n${body}\n`;
const SIGNED = 'signedBy: Siti Rahman\nsignedAt: 2026-11-27 09:00\n';

/** Friday night: one contact on leave since noon, the other moved, one officer on duty. */
const desk = {
  people: [
    {
      email: 'goh_yu_chong@pmo.gov.sg',
      slackId: PEOPLE.goh,
      name: 'Goh Yu Chong',
      away: [{ from: '2026-11-27', to: '2026-12-04' }],
    },
    {
      email: 'terry_lim@pmo.gov.sg',
      slackId: PEOPLE.terry,
      name: 'Terry Lim',
      away: [],
      movedTo: 'Ministry of Health',
    },
    {
      email: 'arjun.nair@press-office.example',
      slackId: PEOPLE.arjun,
      name: 'Arjun Nair',
      away: [],
    },
  ],
  rota: [{ from: '2026-11-27', to: '2026-11-27', person: PEOPLE.arjun }],
};

await onBothStores((aDatabase) => {
  test('S3: Friday 19:05, one duty officer, seven questions for tonight', async () => {
    const lines = await mkdtemp(join(tmpdir(), 'media-desk-lines-'));
    onTestFinished(() => rm(lines, { recursive: true, force: true }));
    await writeFile(join(lines, 'holding.md'), line(`${SIGNED}holding: true\n`, HOLDING));
    const office = await aPressOffice({
      databaseUrl: await aDatabase(),
      now: at('19:05'),
      desk,
      lines,
    });
    const { slack, settle, store } = office;
    const until = async (time: string) => {
      await slack.moveClock(at(time));
      await settle();
    };
    const owen = slack.as(PEOPLE.owen);
    const arjun = slack.as(PEOPLE.arjun);

    // 19:05: what is released is quoted at once, the rest is named, and the deadline is read back.
    const asked = await owen.say(HARBOUR, SEVEN);
    await settle();
    const thread = () => slack.thread(HARBOUR, asked.ts);
    const answer = thread()[1];
    if (answer === undefined) throw new Error('no answer');
    expect(thread()).toHaveLength(2);
    expect(answer.text).toMatch(/[1-6] of 7 questions/);
    expect(answer.text).toContain('S$500 million');
    expect(answer.text).toContain('9:30 pm Singapore');

    // 19:06: only what is open goes to a person.
    await until('19:06');
    await owen.press(answer, 'enquiry.ask');
    const modal = await owen.opened();
    const prefilled = JSON.stringify(modal.view);
    expect(prefilled).toContain('Why did the minister');
    expect(prefilled).not.toContain('How much has Singapore invested');
    expect(prefilled).toContain('9.30pm');
    await owen.submit(modal, {});
    const again = owen.modal();
    if (again !== undefined) await owen.submit(again, { deadline: '2026-11-27 21:30 Singapore' });
    await settle();
    expect(thread().at(-1)?.text).toContain('9:30 pm Singapore');

    // Every skip is explained, and the duty officer is called.
    const card = () => {
      const found = slack.messages(CHANNEL.desk).find(({ text }) => text.startsWith('Enquiry ME-'));
      if (found === undefined) throw new Error('no card');
      return found;
    };
    expect(card().text).toContain('Routed to Arjun Nair');
    expect(card().text).toMatch(/Goh Yu Chong, is away/);
    expect(card().text).toMatch(/Terry Lim, has moved to Ministry of Health/);
    expect(slack.directMessages(PEOPLE.arjun).at(-1)?.text).toContain('ME-26-0001');
    expect(slack.directMessages(PEOPLE.goh)).toEqual([]);

    // 19:12: claimed from the copy in a direct message; the talk stays inside.
    await until('19:12');
    const copy = slack.directMessages(PEOPLE.arjun).at(-1);
    if (copy === undefined) throw new Error('no copy');
    await arjun.press(copy, 'enquiry.move.claim');
    await settle();
    await arjun.say(CHANNEL.desk, 'They smell blood, what do we say about the driver?', {
      threadTs: card().ts,
    });

    // Half of the time gone: the holding line is offered, previewed and sent.
    await until('20:20');
    const offer = slack
      .directMessages(PEOPLE.arjun)
      .find(({ text }) => text.includes('holding line'));
    if (offer === undefined) throw new Error('no offer');
    await arjun.press(offer, 'enquiry.holding');
    // The next update is promised: what cannot be read is not taken, and what is read is shown before it is sent.
    const unread = await arjun.submit(await arjun.opened(), { promise: 'soonish' });
    expect(unread).toMatchObject({ kind: 'errors' });
    expect(await arjun.submit(await arjun.opened(), { promise: '8pm' })).toMatchObject({
      kind: 'errors',
    });
    const held = thread().length;
    await arjun.submit(await arjun.opened(), { promise: '9pm' });
    const preview = await arjun.opened();
    expect(JSON.stringify(preview.view)).toContain('1:00 pm London time (9:00 pm Singapore)');
    expect(thread()).toHaveLength(held);
    await arjun.submit(preview);
    await until('20:21');
    expect(thread().at(-1)?.text).toContain(HOLDING);
    expect(thread().at(-1)?.text).toContain(
      'Next update by Fri 27 Nov 2026, 1:00 pm London time (9:00 pm Singapore).',
    );
    await expect.poll(() => card().text, { timeout: 8_000 }).toContain('Promised: next update by');
    await expect.poll(() => card().text, { timeout: 8_000 }).toContain('a holding line was sent');

    // 20:50: the policy text arrives unsigned and cannot leave, typed or chosen.
    await until('20:50');
    await writeFile(join(lines, 'policy.md'), line('words: [salary, driver]\n', POLICY));
    await arjun.press(card(), 'enquiry.move.reply');
    const reply = await arjun.opened();
    expect(JSON.stringify(reply.view)).toContain('is not signed off');
    expect(await arjun.submit(reply, { reply: POLICY })).toMatchObject({ kind: 'errors' });
    // Whoever signs it is told that it is wanted, once.
    expect(await arjun.submit(reply, { reply: POLICY })).toMatchObject({ kind: 'errors' });
    const toSiti = () =>
      slack.directMessages(PEOPLE.siti).filter(({ text }) => text.includes('is not signed off'));
    await expect.poll(() => toSiti().length, { timeout: 8_000 }).toBe(1);
    await until('20:51');
    expect(toSiti()).toHaveLength(1);
    expect(toSiti()[0]?.text).toContain('desk/lines/policy.md');
    // Arjun is reminded of the promise before it is due, and again, with the desk, when it is.
    const reminders = () =>
      [...slack.directMessages(PEOPLE.arjun), ...slack.thread(CHANNEL.desk, card().ts)]
        .map(({ text }) => /update that was promised is (near|due)/.exec(text)?.[1])
        .filter((step) => step !== undefined);
    expect(reminders()).toEqual(['near']);
    await until('21:00');
    expect(reminders()).toEqual(['near', 'due', 'due']);

    // 21:02: signed, chosen, previewed, sent.
    await writeFile(
      join(lines, 'policy.md'),
      line('words: [salary, driver]\nsignedBy: Siti Rahman\nsignedAt: 2026-11-27 21:00\n', POLICY),
    );
    await until('21:02');
    await arjun.close(reply);
    await arjun.press(card(), 'enquiry.move.reply');
    await arjun.submit(await arjun.opened(), { line: 'policy' });
    await arjun.submit(await arjun.opened());
    await until('21:02:12');
    expect(thread().at(-1)?.text).toContain(POLICY);
    await expect.poll(() => card().text, { timeout: 8_000 }).toContain('Answered');

    // 21:30 passes without a reminder; the file is closed and whole.
    const told = slack.directMessages(PEOPLE.arjun).length;
    await until('21:45');
    expect(slack.directMessages(PEOPLE.arjun)).toHaveLength(told);
    await arjun.press(card(), 'enquiry.move.resolve');
    await settle();
    const [enquiry] = await store.list({});
    expect(enquiry?.status).toBe('resolved');
    expect(enquiry?.deadline?.at).toEqual(at('21:30'));
    expect((await verifyRecords(store)).broken).toEqual([]);

    // On Monday the report says it as it was: two minutes late.
    await slack.moveClock(new Date('2026-11-30T09:05:00+08:00'));
    await settle();
    const report = slack.messages(CHANNEL.desk).find(({ text }) => text.startsWith('Enquiries of'));
    expect(report?.text).toContain('0 of 1 promised updates came in time; late by 2 min.');
    expect(report?.text).toContain('1 of 1 deadlines met');
    const outside = JSON.stringify(slack.messages(HARBOUR)) + JSON.stringify(thread());
    expect(outside).not.toMatch(/smell blood|Arjun|U0ARJUN002|away until|moved to/);
    expect(slack.faults).toEqual([]);
  }, 60_000);
});
