import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import { askJson } from '../../src/cli/ask-json.ts';
import { searchJson } from '../../src/cli/search-json.ts';
import { defaultDesk } from '../../src/desk/desk.ts';
import { openLibrary } from '../../src/library.ts';
import { parseRelease } from '../../src/releases/parse-release.ts';
import { createIndex, type ReleaseIndex } from '../../src/search/release-index.ts';
import { answerMessage } from '../../src/slack/views/answer-message.ts';
import { contactsModal } from '../../src/slack/views/contacts-modal.ts';
import { searchMessage } from '../../src/slack/views/search-message.ts';
import { aPressOffice, CHANNEL, PEOPLE } from './a-desk.ts';

const zone = 'Asia/Singapore';
const LIFTS = '2026-11-25T15:00:00+08:00';
const before = new Date('2026-11-25T14:59:59.999+08:00');
const after = new Date(LIFTS);

const page = (title: string, body: string, front = '') =>
  `---\ntitle: ${title}\npermalink: /news/${title.toLowerCase().replaceAll(' ', '-')}\n${front}---\n\n${body}\n`;

const contact = (name: string, email: string) =>
  `\n\nFor media enquiries, please contact:\n\n${name} (Ms)<br>\nManager, Communications<br>\nPort Office<br>\nTel: 6123 4567<br>\nEmail: ${email}\n`;

const visible = {
  '2026-03-01-ferry.md': page(
    'Night Ferry To Pulau Ubin',
    `1\\. The night ferry to Pulau Ubin costs S$4 for each adult. It sails from Changi Point.\n\n2\\. The Port Office (PO) set aside S$1.5 million for piers and hospital boats.${contact('Tan Mei Ling', 'tan_mei_ling@port.gov.sg')}`,
  ),
  '2026-04-02-schools.md': page(
    'More Teachers For Small Schools',
    'Schools with fewer than 300 pupils will have 40 more teachers in 2027. The Minister for Education opened two of them on Monday.',
  ),
  '2026-05-03-clinics.md': page(
    'Clinics Open On Sundays',
    'Ten clinics open on Sundays from June 2026. A visit costs S$12.',
  ),
};

const secretBody = `A new hospital with 500 beds opens in Tengah in 2030. The Quorvane Hospital Group (QHG) runs it for S$2 billion, and the night ferry to Pulau Ubin is free for its nurses.\n\nThe Minister for Health said clinics in Tengah will have 40 more teachers of nursing.${contact('Lim Zhen Wei', 'lim_zhen_wei@quorvane.sg')}`;
const secret = (front: string) => page('New Hospital In Tengah', secretBody, front);
const hidden: Readonly<Record<string, string>> = {
  '2026-11-25-hospital.md': secret(`embargo: ${LIFTS}\nsectors: [Health]\n`),
  // The same link and words as the embargoed one.
  '2026-11-20-tengah.md': secret('status: withdrawn\nsupersedes: [2026-03-01-ferry.md]\n'),
};

function indexOf(files: Readonly<Record<string, string>>): ReleaseIndex {
  const index = createIndex({ zone, sectors: defaultDesk.sectors });
  for (const [file, text] of Object.entries(files)) {
    const outcome = parseRelease(file, text, { zone });
    if (outcome.kind === 'rejected') throw new Error(outcome.rejection.reason);
    index.put(outcome.release);
  }
  return index;
}

/** All that the four ways of looking show of one query: text, JSON, blocks, and the modals behind the buttons. */
function everySurface(index: ReleaseIndex, query: string, now: Date): string {
  const found = index.search({ text: query, limit: 5 }, now);
  const answer = answerQuestion(index, query, { now, zone, sectors: defaultDesk.sectors });
  const options = { now, limit: 10 };
  return JSON.stringify([
    searchMessage(found, { site: undefined }),
    searchJson(found, undefined),
    askJson(answer, undefined),
    answerMessage(answer, { site: undefined, mobiles: true }),
    index.findPassages(query, options),
    index.findReleases(query, options),
    index.releases(now),
    found.hits.map(({ release }) => contactsModal(release, undefined, { mobiles: true })),
  ]);
}

const wordsOf = (text: string) => [...new Set(text.match(/[\p{L}\p{N}$@.]{2,}/gu) ?? [])];

const word = fc.oneof(
  fc.constantFrom(...wordsOf(secretBody)),
  fc.constantFrom(...wordsOf(Object.values(visible).join(' '))),
  // Nearly a word of the hidden text: nothing may be suggested for it.
  fc
    .constantFrom(...wordsOf(secretBody).filter(({ length }) => length > 5))
    .map((one) => one.slice(1)),
);
const query = fc
  .tuple(
    fc.constantFrom(
      '',
      'who is the contact for',
      'how much does',
      'what is',
      'latest',
      'when does',
      'which sectors',
      'who said',
    ),
    fc.array(word, { minLength: 1, maxLength: 6 }),
  )
  .map(([lead, words]) => `${lead} ${words.join(' ')}`.trim());

test('500 queries show the same, to the byte, whether hidden releases lie in the folder or not', () => {
  const without = indexOf(visible);
  const withHidden = indexOf({ ...visible, ...hidden });
  const withWithdrawn = indexOf({
    ...visible,
    '2026-11-20-tengah.md': hidden['2026-11-20-tengah.md'] ?? '',
  });
  // The embargo lifts, and then the clock is put back: nothing of what was in may stay behind.
  const clockWentBack = indexOf({ ...visible, ...hidden });
  expect(everySurface(clockWentBack, 'hospital in Tengah', after)).toContain('500 beds');
  const queries = fc.sample(query, { numRuns: 500, seed: 20261125 });
  for (const [at, asked] of queries.entries()) {
    const honest = everySurface(without, asked, before);
    expect(everySurface(withHidden, asked, before)).toBe(honest);
    if (at % 10 > 0) continue;
    expect(everySurface(clockWentBack, asked, before)).toBe(honest);
    expect(everySurface(withWithdrawn, asked, after)).toBe(everySurface(without, asked, after));
  }
}, 60_000);

async function aFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hidden-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

test('a folder that is followed shows an embargoed release at its instant, and not a moment before, however the clock moves', async () => {
  let now = before;
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const dir = await aFolder({ ...visible, ...hidden });
  const library = await openLibrary({ dir, desk: defaultDesk, now: () => now, log });
  onTestFinished(() => library.close());
  await library.whole;
  const found = () =>
    library.index
      .search({ text: 'Quorvane hospital Tengah', limit: 5 }, now)
      .hits.map(({ release }) => release.file);
  for (const [at, shown] of [
    [before, false],
    [after, true],
    [before, false],
    [new Date('2020-01-01T00:00:00Z'), false],
    [new Date('2031-01-01T00:00:00Z'), true],
    [new Date(after.getTime() - 1), false],
    [after, true],
  ] as const) {
    now = at;
    expect([at, found().includes('2026-11-25-hospital.md')]).toEqual([at, shown]);
    expect(found()).not.toContain('2026-11-20-tengah.md');
  }
});

/** Lets one press office do all that people do, and keeps everything that anybody was shown. */
async function transcript(releases: string): Promise<{ shown: string; lifted: string }> {
  const { slack, settle, wait, troubles } = await aPressOffice({ releases });
  const mei = slack.as(PEOPLE.mei);
  const nuria = slack.as(PEOPLE.nuria);
  await mei.command('/release', 'follow hospital', CHANNEL.newsroom);
  await nuria.say(CHANNEL.shared, '<@U0MED1ADSK> follow Tengah');
  for (const words of [
    'Quorvane',
    'hospital Tengah',
    'latest',
    'night ferry',
    'Quorvan hospitl',
    'following',
  ])
    await mei.command('/release', words, CHANNEL.newsroom);
  await settle();
  await mei.openHome();
  for (const question of [
    'how many beds does the new hospital in Tengah have?',
    'who is the contact for the Quorvane hospital?',
    'who is the media contact for the night ferry?',
    'what is the latest on health?',
  ]) {
    await nuria.say(CHANNEL.shared, `<@U0MED1ADSK> ${question}`);
    await settle();
  }
  await wait(49);
  const everything = () =>
    nameless(
      JSON.stringify([
        slack.messages(CHANNEL.newsroom),
        slack.messages(CHANNEL.shared),
        slack.messages(CHANNEL.desk),
        slack.ephemerals(PEOPLE.mei),
        slack.home(PEOPLE.mei),
        troubles,
      ]).replaceAll('},{', '},\n{'),
    );
  const shown = everything();
  await wait(1);
  return { shown, lifted: everything() };
}

/** Random ids, and marks of time that count how many calls were made, are told apart only by which is which. */
function nameless(text: string): string {
  const names = new Map<string, string>();
  return text.replaceAll(
    /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|\b\d{10}\.\d{6}\b|"(?:block_id|hash|trigger_id)":"[^"]*"|\bV0[0-9A-Z]{9}\b/g,
    (id) => {
      const name = names.get(id) ?? `#${names.size}`;
      names.set(id, name);
      return name;
    },
  );
}

test('two press offices, one of which has hidden releases, show the same until the embargo lifts', async () => {
  const [bare, hiding] = [await aFolder(visible), await aFolder({ ...visible, ...hidden })];
  const honest = await transcript(bare);
  const secretive = await transcript(hiding);
  expect(honest.shown).toContain('S$4');
  expect(secretive.shown.split('\n')).toEqual(honest.shown.split('\n'));
  expect(secretive.lifted).toContain('New Hospital In Tengah');
  expect(honest.lifted).not.toContain('New Hospital In Tengah');
});
