import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { verifyRecords } from '../../src/enquiries/verify-records.ts';
import { aPressOffice, CHANNEL, PEOPLE } from './a-desk.ts';
import { onBothStores } from './on-both-stores.ts';

const BOT = '<@U0MED1ADSK>';
const at = (time: string) => new Date(`2026-11-25T${time}:00+08:00`);
const OLDER = `---\ntitle: AI Strategy For Small Firms\n---\n\nThe AI strategy helps small firms with a grant of S$2 million.\n`;
const SECTORS = /Transport and Logistics, Smart Cities and Estates, Healthcare/;

/** Tonight's release under embargo to six in the evening, beside an older one. */
async function tonight(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'releases-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [seed = ''] = (await readdir('releases')).filter((name) => name.endsWith('.md'));
  const text = await readFile(join('releases', seed), 'utf8');
  const embargoed = text.replace('---\n', '---\nembargo: 2026-11-25T18:00:00+08:00\n');
  await writeFile(join(folder, 'ai-hub.md'), embargoed);
  await writeFile(join(folder, '2026-03-02-small-firms.md'), OLDER);
  return folder;
}

await onBothStores((aDatabase) => {
  test('S1: Barcelona, release day, from the embargo to the closed file', async () => {
    const releases = await tonight();
    const office = await aPressOffice({
      databaseUrl: await aDatabase(),
      releases,
      now: at('16:30'),
      desk: { rota: [{ from: '2026-11-25', to: '2026-11-25', person: PEOPLE.mei }] },
    });
    const { slack, settle, store } = office;
    const until = async (time: string) => {
      await slack.moveClock(at(time));
      await settle();
    };
    const mei = slack.as(PEOPLE.mei);
    const nuria = slack.as(PEOPLE.nuria);
    const goh = slack.as(PEOPLE.goh);
    await mei.command('/release', 'follow AI strategy', CHANNEL.newsroom);

    // 16:30: the desk learns that a release under embargo was loaded, and staff see what was understood of it.
    await settle();
    const loaded = slack
      .directMessages(PEOPLE.mei)
      .find(({ text }) => text.includes('under embargo'));
    if (loaded === undefined) throw new Error('the officer on duty was not told');
    expect(JSON.stringify(slack.messages(CHANNEL.desk))).not.toContain('embargo');
    const listOf = async (person: typeof mei) => {
      await person.command('/release', 'embargoed', CHANNEL.newsroom);
      return slack.ephemerals(person.id).at(-1)?.text ?? '';
    };
    expect(await listOf(mei)).toContain('1 release is under embargo');
    expect(await listOf(goh)).toBe('This is for the press office only.');
    expect(JSON.stringify(loaded)).not.toMatch(/Global Hub|global-hub|Goh Yu Chong/i);
    await mei.press(loaded, 'embargo.show');
    const understood = JSON.stringify((await mei.opened()).view);
    expect(understood).toContain('Singapore Sets Sights');
    expect(understood).toContain('No date given');
    expect(understood).toContain('Public from Wed 25 Nov 2026, 6:00 pm Singapore time');
    expect(understood).toMatch(/Goh Yu Chong.*Terry Lim/);
    expect(understood).toContain('https://www.smartnation.gov.sg/');
    await mei.close(await mei.opened());

    // It asks for a date: the press officer puts one before the file's name, and sees it taken.
    await rename(join(releases, 'ai-hub.md'), join(releases, '2026-11-25-ai-hub.md'));
    await expect
      .poll(
        async () => {
          await mei.press(loaded, 'embargo.show');
          const shown = JSON.stringify((await mei.opened()).view);
          await mei.close(await mei.opened());
          return shown;
        },
        { timeout: 10_000 },
      )
      .toContain('25 Nov 2026, from the file name');

    // 17:10: nothing of the embargoed release shows, not even in a count.
    await until('17:10');
    await mei.command('/release', 'AI strategy', CHANNEL.newsroom);
    expect(slack.ephemerals(PEOPLE.mei).at(-1)?.text).toContain('1 release matches');

    // 17:40: an accredited reporter reads it in advance, once she has promised; nobody else does.
    await until('17:40');
    const offer = async (userId: string) => {
      await mei.press(loaded, 'embargo.show');
      await mei.press(await mei.opened(), 'advance.give');
      const outcome = await mei.submit(await mei.opened(), { person: userId });
      for (let open = mei.modal(); open !== undefined; open = mei.modal()) await mei.close(open);
      await settle();
      return JSON.stringify(outcome);
    };
    expect(await offer(PEOPLE.owen)).toContain('desk.yml names no outlet');
    expect(await offer(PEOPLE.goh)).toContain('Choose a reporter');
    expect(slack.directMessages(PEOPLE.owen)).toEqual([]);
    await offer(PEOPLE.nuria);
    const offered = slack.directMessages(PEOPLE.nuria).at(-1);
    if (offered === undefined) throw new Error('no offer');
    expect(offered.text).toContain('I promise that nothing of it is published');
    expect(JSON.stringify(slack.directMessages(PEOPLE.nuria))).not.toMatch(/Global Hub/i);
    await slack
      .as(PEOPLE.owen)
      .press(offered, 'advance.promise')
      .catch(() => undefined);
    expect(slack.as(PEOPLE.owen).modal()).toBeUndefined();
    await nuria.press(offered, 'advance.promise');
    const advance = JSON.stringify((await nuria.opened()).view);
    expect(advance).toContain('ADVANCE COPY, UNDER EMBARGO UNTIL WED 25 NOV 2026, 6:00 PM');
    expect(advance).toContain('Núria Soler, who promised at 5:40 pm');
    expect(advance).toContain('Singapore Sets Sights');
    await nuria.close(await nuria.opened());
    await settle();
    expect(slack.directMessages(PEOPLE.mei).at(-1)?.text).toMatch(/promised at 5:40 pm to keep/);

    await until('17:59');
    expect(JSON.stringify(slack.messages(CHANNEL.newsroom))).not.toContain('Global Hub');

    // 18:00: it is public, and who follows it is told. The advance copy is one no more.
    await until('18:00');
    await nuria.press(offered, 'advance.promise');
    expect(JSON.stringify((await nuria.opened()).view)).toContain('The embargo has lifted');
    await nuria.close(await nuria.opened());
    expect(JSON.stringify(slack.messages(CHANNEL.newsroom))).toContain('Global Hub');

    // 18:04: the exact words.
    await until('18:04');
    const asked = await nuria.say(
      CHANNEL.shared,
      `${BOT} which sectors does the AI strategy cover?`,
    );
    await settle();
    const thread = () => slack.thread(CHANNEL.shared, asked.ts);
    expect(thread()[1]?.text).toMatch(SECTORS);
    expect(thread()[1]?.text).toContain('25 Nov 2026');

    // 18:20: what no release says goes to people, by 14:00 of her own clock.
    await until('18:20');
    await nuria.say(
      CHANNEL.shared,
      `${BOT} how much of the S$500 million is for the health ministry's salaries?`,
      { threadTs: asked.ts },
    );
    await settle();
    const refusal = thread().at(-1);
    if (refusal === undefined) throw new Error('no refusal');
    expect(refusal.text).toContain('Ask the press office');
    await nuria.press(refusal, 'enquiry.ask');
    await nuria.submit(await nuria.opened(), { deadline: '14:00 here' });
    const modal = nuria.modal();
    if (modal !== undefined) await nuria.submit(modal, { deadline: '14:00 Madrid time' });
    await settle();
    expect(thread().at(-1)?.text).toContain('ME-26-0001');
    expect(thread().at(-1)?.text).toContain('2:00 pm Madrid time (9:00 pm Singapore)');

    // 18:21: one of the two contacts claims; the other sees who has it.
    await until('18:21');
    const card = () => {
      const found = slack.messages(CHANNEL.desk).find(({ text }) => text.startsWith('Enquiry ME-'));
      if (found === undefined) throw new Error('no card');
      return found;
    };
    await goh.press(card(), 'enquiry.move.claim');
    await settle();
    expect(JSON.stringify(card().blocks)).toContain(`With <@${PEOPLE.goh}>`);
    expect(JSON.stringify(slack.directMessages(PEOPLE.terry).at(-1)?.blocks)).toContain(
      `With <@${PEOPLE.goh}>`,
    );
    const copy = slack.directMessages(PEOPLE.goh).at(-1)?.text ?? '';
    expect(copy).toContain('2 hours 39 minutes left');
    expect(copy).toMatch(/Released on this:|Nearest in the releases/);
    await goh.say(CHANNEL.desk, 'Between us: nobody has done the sums', { threadTs: card().ts });

    // 20:05: the guard marks a figure that no release supports; it is put right, sent, and not undone.
    await until('20:05');
    await goh.press(card(), 'enquiry.move.reply');
    const reply = await goh.opened();
    await goh.submit(reply, {
      reply: 'Singapore has invested over S$600 million. There is no split by ministry.',
    });
    expect(JSON.stringify((await goh.opened()).view)).toContain('S$600 million');
    expect(JSON.stringify((await goh.opened()).view)).toContain('Check it before you send');
    await goh.close(await goh.opened());
    await goh.submit(reply, {
      reply: 'Singapore has invested over S$500 million. There is no split by ministry.',
    });
    expect(JSON.stringify((await goh.opened()).view)).not.toContain('before you send:');
    await goh.submit(await goh.opened());
    await settle();
    expect(JSON.stringify(thread())).not.toContain('no split by ministry');
    await until('20:06');
    expect(thread().at(-1)?.text).toContain('S$500 million. There is no split by ministry.');

    // 21:00: met, closed, complete, and nothing else has left.
    const reminders = slack.directMessages(PEOPLE.goh).length;
    await until('21:30');
    expect(slack.directMessages(PEOPLE.goh)).toHaveLength(reminders);
    await mei.press(card(), 'enquiry.move.resolve');
    await settle();
    const [enquiry] = await store.list({});
    const sent = enquiry?.replies[0]?.delivery;
    expect(enquiry?.status).toBe('resolved');
    expect(sent?.kind === 'sent' && sent.at < at('21:00')).toBe(true);
    const steps = (await store.timeline(enquiry?.id ?? '')).map(({ what }) => what);
    for (const step of ['opened', 'claimed', 'reply drafted', 'reply sent', 'resolved'])
      expect(steps).toContain(step);
    expect((await verifyRecords(store)).broken).toEqual([]);
    expect(JSON.stringify(thread())).not.toMatch(/Between us|600 million|U0G0HYUCH0|U0TERRYL1M/);
    expect(slack.faults).toEqual([]);
    expect(office.troubles).toEqual([]);
  }, 60_000);
});
