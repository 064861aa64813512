import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { aPressOffice, CHANNEL, PEOPLE } from './a-desk.ts';

const BOT = 'U0MED1ADSK';
/** Núria's direct messages with the bot. */
const DM = `D${PEOPLE.nuria.slice(1)}`;
const SITE = 'https://www.smartnation.gov.sg';
const PAGE = `${SITE}/media-hub/press-releases/singapore-sets-sights-to-be-a-global-hub-for-developing-and-deploying-ai-solutions`;

function aFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'media-desk-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const attachmentsOf = (message: { readonly attachments?: readonly unknown[] } | undefined) =>
  JSON.stringify(message?.attachments ?? []);

test('a link to a release says what it leads to, however it was copied; other links are left alone', async () => {
  const { slack, settle, troubles } = await aPressOffice();
  const mei = slack.as(PEOPLE.mei);
  for (const link of [PAGE, `${PAGE}/?utm_source=mail#top`, PAGE.replace('www.', '')]) {
    const { ts } = await mei.say(CHANNEL.newsroom, `See ${link} for the words`);
    await settle();
    const message = slack.messages(CHANNEL.newsroom).find((each) => each.ts === ts);
    expect(attachmentsOf(message)).toContain('Singapore Sets Sights To Be A Global Hub');
    expect(attachmentsOf(message)).toContain('19 Nov 2019');
    expect(attachmentsOf(message)).toContain('Barcelona – Singapore outlined plans');
  }
  await mei.say(CHANNEL.newsroom, `And ${SITE}/media-hub/press-releases/ for the others`);
  await settle();
  expect(slack.messages(CHANNEL.newsroom).at(-1)?.attachments).toBeUndefined();
  expect(slack.traffic.filter(({ name }) => name === 'chat.unfurl')).toHaveLength(3);
  expect(slack.faults).toEqual([]);
  expect(troubles).toEqual([]);
});

test('a link to what is embargoed or withdrawn looks like any other, until the embargo lifts', async () => {
  const releases = aFolder({
    '2026-11-25-harbour.md':
      '---\ntitle: Harbour Sensors\npermalink: /news/harbour\nembargo: 2026-11-25T15:00:00+08:00\n---\n\nFour hundred sensors guide ships.\n',
    '2026-11-20-ferry.md':
      '---\ntitle: Night Ferry\npermalink: /news/ferry\nstatus: withdrawn\n---\n\nThe ferry sails at night.\n',
  });
  const { slack, settle, wait } = await aPressOffice({ releases });
  const mei = slack.as(PEOPLE.mei);
  const links = `${SITE}/news/harbour and ${SITE}/news/ferry`;
  await mei.say(CHANNEL.shared, links);
  await settle();
  expect(slack.traffic.filter(({ name }) => name === 'chat.unfurl')).toEqual([]);

  await wait(60);
  await mei.say(CHANNEL.shared, links);
  await settle();
  const shown = attachmentsOf(slack.messages(CHANNEL.shared).at(-1));
  expect(shown).toContain('Four hundred sensors');
  expect(shown).not.toContain('Night Ferry');
});

test('added to a channel it says once what it is for, also when Slack tells of it again or it is added anew', async () => {
  const { slack, settle } = await aPressOffice();
  const siti = slack.as(PEOPLE.siti);
  await siti.invite('#house-talk', PEOPLE.goh);
  await settle();
  expect(slack.messages('#house-talk')).toEqual([]);

  slack.setFault('redelivering');
  await siti.invite('#house-talk', BOT);
  await settle();
  const [welcome, ...others] = slack.messages('#house-talk');
  expect(welcome?.text).toContain('Mention me with a question');
  expect(others).toEqual([]);
});

test('“help” in a direct message offers everybody what they can do, and nobody what they cannot', async () => {
  const { slack, settle } = await aPressOffice();
  const helped = async (person: string) => {
    const { ts } = await slack.as(person).tell('help');
    await settle();
    return slack.directMessages(person).find((each) => each.ts > ts)?.text ?? '';
  };
  const staff = await helped(PEOPLE.mei);
  expect(staff).toContain('“/release AI strategy”');
  expect(staff).toContain('“/release duty”');
  const journalist = await helped(PEOPLE.nuria);
  expect(journalist).toContain('@Media Desk which sectors');
  expect(journalist).toContain('Ask the press office');
  expect(journalist).not.toContain('/release');
});

test('in a direct message too, a question put in other words is answered in place, and a deleted one takes its answer along', async () => {
  const { slack, settle } = await aPressOffice();
  const nuria = slack.as(PEOPLE.nuria);
  const asked = await nuria.tell('which sectors does the AI strategy cover?');
  await settle();
  const replies = () => slack.directMessages(PEOPLE.nuria).filter(({ user }) => user === BOT);
  expect(replies()).toHaveLength(1);
  expect(replies()[0]?.text).toContain('From the release');

  await nuria.edit(DM, asked.ts, 'how much has Singapore invested in AI?');
  await settle();
  expect(replies()).toHaveLength(1);
  expect(replies()[0]?.text).toContain('S$500 million');

  await nuria.delete(DM, asked.ts);
  await settle();
  expect(replies()).toEqual([]);
});
