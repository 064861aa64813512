import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { aPressOffice, CHANNEL, PEOPLE } from './a-desk.ts';
import { onBothStores } from './on-both-stores.ts';

const BOT = '<@U0MED1ADSK>';

type Office = Awaited<ReturnType<typeof aPressOffice>>;

const homeOf = async ({ slack, settle }: Office, who: string) => {
  await slack.as(who).openHome();
  await settle();
  const home = slack.home(who);
  if (home === undefined) throw new Error('no Home');
  return { view: home, text: JSON.stringify(home.view) };
};

await onBothStores((aDatabase) => {
  test('Home shows staff their desk, and anyone else what this is; what somebody sets holds for them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'releases-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const save = (name: string, title: string) =>
      writeFile(
        join(folder, `2026-11-2${name}.md`),
        `---\ntitle: ${title}\n---\n\n${title} opens.\n`,
      );
    await save('0-bus', 'Bus 910 To Woodlands');
    const office = await aPressOffice({
      databaseUrl: await aDatabase(),
      releases: folder,
      desk: {
        rota: [
          { from: '2026-11-23', to: '2026-11-25', person: PEOPLE.mei },
          { from: '2026-11-26', to: '2026-11-29', person: PEOPLE.arjun },
        ],
      },
    });
    const { slack, settle, store, wait } = office;
    const nuria = slack.as(PEOPLE.nuria);
    const asked = await nuria.say(CHANNEL.shared, `${BOT} How many zebras live in Yishun?`);
    await settle();
    const [, answer] = slack.thread(CHANNEL.shared, asked.ts);
    if (answer === undefined) throw new Error('no answer');
    await nuria.press(answer, 'enquiry.ask');
    await nuria.submit(await nuria.opened(), { deadline: '2026-11-26 18:00 Singapore' });
    await settle();

    const { text, view } = await homeOf(office, PEOPLE.mei);
    for (const shown of [
      'home.search',
      'ME-26-0001',
      'Now: Mei Tan',
      'Arjun Nair',
      'Asked this week, and not in the releases',
      'How many zebras',
      'Your settings',
    ])
      expect(text).toContain(shown);

    // Somebody who is not of the press office sees none of it.
    const other = await homeOf(office, PEOPLE.goh);
    expect(other.text).not.toMatch(/ME-26-0001|On duty|Your settings|zebras/);
    expect(other.text).toContain('home.search');

    // A zone that is chosen holds at once, for this person alone, and is kept.
    await slack.as(PEOPLE.mei).press(view, 'home.set.zone', 'Europe/London');
    await slack.until(
      () => JSON.stringify(slack.home(PEOPLE.mei)?.view).includes('10:00 am London') || undefined,
      8_000,
    );
    expect((await homeOf(office, PEOPLE.arjun)).text).not.toContain('10:00 am London');
    expect((await store.allSettings()).get(PEOPLE.mei)).toMatchObject({ zone: 'Europe/London' });

    // Alerts in the morning: what comes out in the afternoon is told at nine the next working day.
    const again = await homeOf(office, PEOPLE.mei);
    await slack.as(PEOPLE.mei).press(again.view, 'home.set.alerts', 'morning');
    await expect
      .poll(async () => (await store.allSettings()).get(PEOPLE.mei)?.alerts, { timeout: 8_000 })
      .toBe('morning');
    await slack.as(PEOPLE.mei).tell('follow hospital');
    await slack.as(PEOPLE.arjun).tell('follow hospital');
    await settle();
    await save('5-hospital', 'New Hospital In Tengah');
    const alerts = (who: string) =>
      slack.directMessages(who).filter(({ text: said }) => said.startsWith('A new release'));
    await slack.until(() => alerts(PEOPLE.arjun).length || undefined, 8_000);
    expect(alerts(PEOPLE.mei)).toEqual([]);
    await wait(18 * 60 + 55);
    expect(alerts(PEOPLE.mei)).toHaveLength(1);

    // By then the duty has changed hands, and Home has the button until somebody has accepted.
    expect((await homeOf(office, PEOPLE.siti)).text).toContain('is not accepted yet');
    const arjuns = await homeOf(office, PEOPLE.arjun);
    await slack.as(PEOPLE.arjun).press(arjuns.view, 'duty.accept');
    await expect
      .poll(async () => (await store.latestShift())?.acceptedAt, { timeout: 8_000 })
      .toBeDefined();
    expect((await homeOf(office, PEOPLE.siti)).text).not.toContain('is not accepted yet');
    expect(slack.faults).toEqual([]);
  }, 60_000);
});
