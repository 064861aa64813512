import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sentenceDifference } from '../../src/releases/release-difference.ts';
import { aPressOffice, CHANNEL, PEOPLE } from './a-desk.ts';

const BOT = '<@U0MED1ADSK>';
const FILE = '2026-11-24-ferry.md';
const QUESTION = `${BOT} how much does the night ferry to Pulau Ubin cost?`;

const ferry = (fare: string, more = '') => `---
title: Night Ferry To Pulau Ubin
permalink: /news/night-ferry
---

The night ferry to Pulau Ubin costs ${fare} for each adult. It sails from Changi Point.${more}
`;

test('S4: a wrong figure in yesterday’s release, found at 10:20', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'releases-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const save = (text: string) => writeFile(join(folder, FILE), text);
  await save(ferry('S$4'));
  await writeFile(
    join(folder, '2026-11-20-library.md'),
    '---\ntitle: Punggol Library\n---\n\nThe Punggol library opens on 3 December 2026.\n',
  );
  const office = await aPressOffice({
    releases: folder,
    now: new Date('2026-11-25T10:20:00+08:00'),
  });
  const { slack, store, settle, wait } = office;
  const nuria = slack.as(PEOPLE.nuria);
  const mei = slack.as(PEOPLE.mei);
  const saidIn = (ts: string) => slack.thread(CHANNEL.shared, ts).map(({ text }) => text ?? '');

  // Two were given the old sentence, one something else.
  const first = await nuria.say(CHANNEL.shared, QUESTION);
  const second = await mei.say(CHANNEL.newsroom, QUESTION);
  const other = await nuria.say(CHANNEL.shared, `${BOT} when does the Punggol library open?`);
  await settle();
  expect(saidIn(first.ts)[1]).toContain('S$4');

  await wait(4);
  // 10:24 The corrected file is saved. A change of form alone tells nobody anything.
  await save(ferry('S$4').replace('sails from', 'sails  from'));
  await expect
    .poll(() => store.versionsOf('/news/night-ferry'), { timeout: 8_000 })
    .toHaveLength(2);
  await settle();
  expect(saidIn(first.ts)).toHaveLength(2);
  await wait(2);
  await save(ferry('S$6'));
  await expect
    .poll(() => store.versionsOf('/news/night-ferry'), { timeout: 8_000 })
    .toHaveLength(3);
  await settle();

  // The difference, sentence by sentence.
  const versions = await store.versionsOf('/news/night-ferry');
  expect(sentenceDifference(versions[1]?.sentences ?? [], versions[2]?.sentences ?? [])).toEqual([
    {
      kind: 'changed',
      before: 'The night ferry to Pulau Ubin costs S$4 for each adult.',
      after: 'The night ferry to Pulau Ubin costs S$6 for each adult.',
    },
  ]);

  // Exactly those who had the sentence are told, in their thread, with old and new words, once.
  const note = saidIn(first.ts).at(-1) ?? '';
  expect(note).toContain('S$4 for each adult');
  expect(note).toContain('S$6 for each adult');
  expect(slack.thread(CHANNEL.newsroom, second.ts).at(-1)?.text).toContain('S$6 for each adult');
  expect(saidIn(other.ts)).toHaveLength(2);
  await settle();
  expect(saidIn(first.ts)).toHaveLength(3);

  // 10:40 The old question gets the new sentence.
  const again = await nuria.say(CHANNEL.shared, QUESTION);
  await settle();
  expect(saidIn(again.ts)[1]).toContain('S$6');

  // 10:45 Somebody pastes a printed quote: it is known to be of an earlier version.
  const quote = await nuria.say(
    CHANNEL.shared,
    `${BOT} check “The night ferry to Pulau Ubin costs S$4 for each adult.”`,
  );
  await settle();
  expect(saidIn(quote.ts)[1]).toContain('earlier version');
  expect(saidIn(quote.ts)[1]).toContain('S$4');
  expect(slack.faults).toEqual([]);
});
