import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { aPressOffice, CHANNEL, PEOPLE } from './a-desk.ts';

const BOT = '<@U0MED1ADSK>';
/** A Monday at 07:40, before the desk opens. */
const MONDAY = new Date('2026-11-23T07:40:00+08:00');

const aFile = (title: string, body: string) => `---\ntitle: ${title}\n---\n\n${body}\n`;

async function aFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'releases-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

test('S2: Monday from 07:40, the minister’s office and a new joiner', async () => {
  const releases = await aFolder({
    '2019-11-19-strategy.md': aFile(
      'National AI strategy launched',
      'Singapore has invested over S$500 million to further AI research. The strategy covers five sectors.',
    ),
    '2021-03-02-budget.md': aFile(
      'Committee of supply',
      'Of the S$500 million, two thirds went to research. The budget grew by S$50 million.',
    ),
    '2022-05-05-ferry.md': aFile('Night ferry', 'The night ferry sails from Changi Point.'),
  });
  const office = await aPressOffice({
    releases,
    now: MONDAY,
    desk: { rota: [{ from: '2026-11-23', to: '2026-11-29', person: PEOPLE.arjun }] },
  });
  const { slack, settle, wait } = office;
  const mei = slack.as(PEOPLE.mei);
  const release = async (text: string) => {
    await mei.command('/release', text, CHANNEL.newsroom);
    await settle();
    return slack.ephemerals(PEOPLE.mei).at(-1)?.text ?? '';
  };

  // 07:40 "Have we ever said S$500 million, and when?": all released sentences, oldest first, each dated.
  const said = await release('have we ever said “S$500 million”, and when?');
  expect(said).toContain('2 released sentences');
  expect(said.indexOf('19 Nov 2019')).toBeLessThan(said.indexOf('2 Mar 2021'));
  expect(said).toContain('“Singapore has invested over S$500 million to further AI research.”');
  expect(said).not.toContain('S$50 million');
  expect(await release('said "S$500m"')).toContain('2 released sentences');
  expect(await release('said "durians"')).toContain('No released sentence');

  // 07:50 "Still current?": the latest mention is named.
  expect(said).toContain('Latest mention: Committee of supply');
  expect(said).toContain('No later release here has these words.');

  // The words to be spoken are checked against what was released.
  expect(await release('check "Singapore has invested over S$500 million"')).toContain(
    'Word for word',
  );
  const altered = await release(
    'check "Singapore has invested over S$600 million to further AI research."',
  );
  expect(altered).toContain('Not word for word');
  expect(altered).toContain('Not in the release: $600');
  expect(altered).toContain('Left out: $500');
  expect(await release('check "We shall colonise the moon by Tuesday"')).toContain(
    'No release says this',
  );

  // 08:10 The morning meeting wants what is open, and who has the desk: for staff only, in private.
  const nuria = slack.as(PEOPLE.nuria);
  const asked = await nuria.say(CHANNEL.shared, `${BOT} How much of it goes to healthcare?`);
  await settle();
  const [, answer] = slack.thread(CHANNEL.shared, asked.ts);
  if (answer === undefined) throw new Error('no answer');
  await nuria.press(answer, 'enquiry.ask');
  await nuria.submit(await nuria.opened(), { deadline: 'by 6pm Singapore time today' });
  await settle();
  const open = await release('open');
  expect(open).toContain('1 enquiry is open');
  expect(open).toContain('La Bitácora');
  const duty = await release('duty');
  expect(duty).toContain('Now: Arjun Nair (until the end of Sun 29 Nov 2026)');
  expect(duty).toContain('nobody is named');
  await slack.as(PEOPLE.goh).command('/release', 'open', CHANNEL.newsroom);
  await settle();
  expect(slack.ephemerals(PEOPLE.goh).at(-1)?.text).toBe('This is for the press office only.');

  // 08:30 A slip of the pen still finds it.
  expect(await release('AI stratergy')).toContain('National AI strategy launched');

  // 09:00 The digest, with deadlines; and a new joiner asks for help.
  await wait(85);
  const digest = slack.messages(CHANNEL.desk).find(({ text }) => text.startsWith('Open enquiries'));
  expect(digest?.text).toContain('ME-26-0001');
  expect(digest?.text).toContain('6:00 pm');
  expect(await release('help')).toContain('“/release AI strategy” finds releases');

  // Nothing of it was seen outside but the answer and the receipt.
  expect(slack.messages(CHANNEL.shared).concat(slack.thread(CHANNEL.shared, asked.ts))).not.toEqual(
    expect.arrayContaining([expect.objectContaining({ text: expect.stringContaining('Arjun') })]),
  );
  expect(slack.faults).toEqual([]);
});
