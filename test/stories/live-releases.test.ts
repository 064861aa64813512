import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { LocalSlack } from '../../src/practice/local-slack.ts';
import { aPressOffice, CHANNEL, PEOPLE } from './a-desk.ts';

const BOT = '<@U0MED1ADSK>';

/** A folder of one's own, with files in it. */
async function aFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'releases-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const aFile = (title: string, body: string, front = '') =>
  `---\ntitle: ${title}\npermalink: /news/${title.toLowerCase().replaceAll(' ', '-')}\n${front}---\n\n${body}\n`;

const ferry = (fare: string) =>
  aFile(
    'Night Ferry To Pulau Ubin',
    `The night ferry to Pulau Ubin costs ${fare} for each adult. It sails from Changi Point.`,
  );

/** Resolves once the app has seen the change of the folder. */
const seen = (slack: LocalSlack, look: () => boolean) =>
  slack.until(() => look() || undefined, 8_000);

const saidIn = (slack: LocalSlack, channel: string) =>
  slack.messages(channel).map(({ text }) => text ?? '');

describe('the folder changes while people ask', () => {
  test('a saved release is live without a restart; where no desk can be asked, those who were quoted the old words are told at once', async () => {
    const releases = await aFolder({ '2026-03-01-ferry.md': ferry('S$4') });
    const { slack, settle } = await aPressOffice({ releases, desk: { channels: {} } });
    const asked = await slack
      .as(PEOPLE.nuria)
      .say(CHANNEL.shared, `${BOT} how much does the night ferry to Pulau Ubin cost?`);
    await settle();
    expect(slack.thread(CHANNEL.shared, asked.ts)[1]?.text).toContain('S$4');

    await writeFile(join(releases, '2026-03-01-ferry.md'), ferry('S$6'));
    await seen(slack, () => slack.thread(CHANNEL.shared, asked.ts).length > 2);
    const told = slack.thread(CHANNEL.shared, asked.ts).at(-1)?.text ?? '';
    expect(told).toContain('costs S$4 for each adult');
    expect(told).toContain('costs S$6 for each adult');
    await settle();
    expect(slack.thread(CHANNEL.shared, asked.ts)).toHaveLength(3);
    expect(saidIn(slack, CHANNEL.newsroom)).toEqual([]);

    const again = await slack
      .as(PEOPLE.nuria)
      .say(CHANNEL.shared, `${BOT} how much does the night ferry to Pulau Ubin cost?`);
    await settle();
    expect(slack.thread(CHANNEL.shared, again.ts)[1]?.text).toContain('S$6');
    expect(slack.faults).toEqual([]);
  });

  test('a change of form alone is told to nobody', async () => {
    const releases = await aFolder({ '2026-03-01-ferry.md': ferry('S$4') });
    const { slack, settle } = await aPressOffice({ releases });
    const asked = await slack
      .as(PEOPLE.nuria)
      .say(CHANNEL.shared, `${BOT} how much does the night ferry to Pulau Ubin cost?`);
    await settle();
    await writeFile(
      join(releases, '2026-03-01-ferry.md'),
      ferry('S$4')
        .replace('The night ferry', '**The night ferry**')
        .replace('. It sails', '.\n\nIt sails'),
    );
    // A second file, so that there is something to wait for.
    await writeFile(
      join(releases, '2026-03-02-bus.md'),
      aFile('New Bus 910', 'Bus 910 runs to Woodlands every ten minutes.'),
    );
    const mei = slack.as(PEOPLE.mei);
    await mei.command('/release', 'following', CHANNEL.newsroom);
    await expect
      .poll(
        async () => {
          await mei.command('/release', 'Bus 910', CHANNEL.newsroom);
          return slack.ephemerals(PEOPLE.mei).at(-1)?.text;
        },
        { timeout: 8_000 },
      )
      .toContain('New Bus 910');
    await settle();
    expect(slack.thread(CHANNEL.shared, asked.ts)).toHaveLength(2);
  });

  test('a withdrawn release leaves every answer at once, and who was quoted it is told', async () => {
    const releases = await aFolder({ '2026-03-01-ferry.md': ferry('S$4') });
    const { slack, settle } = await aPressOffice({ releases, desk: { channels: {} } });
    const nuria = slack.as(PEOPLE.nuria);
    const asked = await nuria.say(
      CHANNEL.shared,
      `${BOT} how much does the night ferry to Pulau Ubin cost?`,
    );
    await settle();
    const [, answer] = slack.thread(CHANNEL.shared, asked.ts);
    await writeFile(
      join(releases, '2026-03-01-ferry.md'),
      ferry('S$4').replace('---\n\n', 'status: withdrawn\n---\n\n'),
    );
    await seen(slack, () => slack.thread(CHANNEL.shared, asked.ts).length > 2);
    expect(slack.thread(CHANNEL.shared, asked.ts).at(-1)?.text).toContain('was withdrawn');

    const again = await nuria.say(
      CHANNEL.shared,
      `${BOT} how much does the night ferry to Pulau Ubin cost?`,
    );
    await settle();
    expect(slack.thread(CHANNEL.shared, again.ts)[1]?.text).not.toContain('S$4');
    expect(slack.thread(CHANNEL.shared, again.ts)[1]?.text).not.toContain('Ferry');

    // A button on the old answer must not open it either.
    if (answer === undefined) throw new Error('no answer');
    await nuria.press(answer, 'release.read');
    const opened = JSON.stringify((await nuria.opened()).view);
    expect(opened).toContain('was withdrawn on 25 Nov 2026');
    expect(opened).not.toContain('S$4');
  });
});

describe('followers and embargoes', () => {
  test('nothing of an embargoed release shows before its instant; then it is announced once to who follows it', async () => {
    const releases = await aFolder({
      '2026-03-01-ferry.md': ferry('S$4'),
      '2026-11-25-hospital.md': aFile(
        'New Hospital In Tengah',
        'A new hospital with 500 beds opens in Tengah in 2030.',
        'embargo: 2026-11-25T15:00:00+08:00\n',
      ),
    });
    const { slack, settle, wait } = await aPressOffice({ releases });
    const mei = slack.as(PEOPLE.mei);
    await mei.command('/release', 'follow healthcare', CHANNEL.newsroom);
    const nuria = slack.as(PEOPLE.nuria);
    await nuria.say(CHANNEL.shared, `${BOT} follow hospital`);
    await settle();

    const everything = () =>
      JSON.stringify([
        slack.messages(CHANNEL.newsroom),
        slack.messages(CHANNEL.shared),
        slack.ephemerals(PEOPLE.mei),
        slack.home(PEOPLE.mei),
      ]);
    await mei.command('/release', 'Tengah', CHANNEL.newsroom);
    await mei.command('/release', 'latest', CHANNEL.newsroom);
    await mei.openHome();
    await nuria.say(CHANNEL.shared, `${BOT} how many beds does the new hospital in Tengah have?`);
    await settle();
    await wait(49);
    expect(everything()).not.toMatch(/500 beds|New Hospital|2030/);

    await wait(1);
    expect(
      saidIn(slack, CHANNEL.newsroom).filter((text) => text.includes('New Hospital In Tengah')),
    ).toHaveLength(1);
    expect(
      saidIn(slack, CHANNEL.shared).filter((text) => text.includes('A new release on “hospital”')),
    ).toHaveLength(1);
    await wait(5);
    expect(
      saidIn(slack, CHANNEL.newsroom).filter((text) => text.includes('New Hospital In Tengah')),
    ).toHaveLength(1);
    expect(slack.faults).toEqual([]);
  });

  test('following can be listed and ended, in a channel and in a direct message', async () => {
    const { slack, settle } = await aPressOffice();
    const mei = slack.as(PEOPLE.mei);
    await mei.command('/release', 'follow AI strategy', CHANNEL.newsroom);
    await mei.command('/release', 'following', CHANNEL.newsroom);
    expect(slack.ephemerals(PEOPLE.mei).at(-1)?.text).toContain('“ai strategy”');
    await mei.command('/release', 'unfollow AI strategy', CHANNEL.newsroom);
    await mei.command('/release', 'following', CHANNEL.newsroom);
    await settle();
    expect(slack.ephemerals(PEOPLE.mei).at(-1)?.text).toContain('follows nothing');
  });
});
