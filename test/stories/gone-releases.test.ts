import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { aPressOffice, CHANNEL, PEOPLE } from './a-desk.ts';

const FILE = '2026-03-01-ferry.md';
const LIFTS = '2026-11-25T15:00:00+08:00';
const NEUTRAL = 'This release can no longer be shown.';
const WITHDRAWN = 'This release was withdrawn on 25 Nov 2026.';

const ferry = (front = '') =>
  `---\ntitle: Night Ferry To Pulau Ubin\npermalink: /news/ferry\n${front}---\n\nThe night ferry to Pulau Ubin costs S$4 for each adult. It sails from Changi Point.\n\nFor media enquiries, please contact:\n\nTan Mei Ling (Ms)<br>\nManager<br>\nPort Office<br>\nEmail: tan_mei_ling@port.gov.sg\n`;
const bus =
  '---\ntitle: New Bus 910\npermalink: /news/bus\n---\n\nBus 910 runs to Woodlands every ten minutes.\n';

/** The desk with a folder of its own; `saved` changes the ferry's release and waits until that is live. */
async function anOffice(front = '') {
  const releases = await mkdtemp(join(tmpdir(), 'gone-'));
  onTestFinished(() => rm(releases, { recursive: true, force: true }));
  await writeFile(join(releases, FILE), ferry(front));
  await writeFile(join(releases, '2026-03-02-bus.md'), bus);
  const office = await aPressOffice({ releases });
  const { slack, settle } = office;
  const mei = slack.as(PEOPLE.mei);
  await settle();
  const found = async (words: string) => {
    await mei.command('/release', words, CHANNEL.newsroom);
    return slack.ephemerals(PEOPLE.mei).at(-1);
  };
  const saved = async (text: string | undefined, isLive: (shown: string) => boolean) => {
    const path = join(releases, FILE);
    await (text === undefined ? unlink(path) : writeFile(path, text));
    await expect
      .poll(async () => isLive((await found('ferry'))?.text ?? ''), { timeout: 8_000 })
      .toBe(true);
    await settle();
  };
  return { ...office, releases, mei, found, saved };
}

const isGone = (shown: string) => !shown.includes('Night Ferry');

/** What the buttons of a look-up say that was made while the release could be seen. */
async function pressedAll(office: Awaited<ReturnType<typeof anOffice>>, lookUp: object) {
  const { slack, mei } = office;
  const said: string[] = [];
  for (const button of ['release.read', 'release.contacts']) {
    await mei.press(lookUp as never, button);
    said.push(JSON.stringify((await mei.opened()).view));
  }
  const before = slack.ephemerals(PEOPLE.mei).length;
  await mei.press(lookUp as never, 'release.share');
  await slack.until(() => slack.ephemerals(PEOPLE.mei).length > before);
  said.push(slack.ephemerals(PEOPLE.mei).at(-1)?.text ?? '');
  return said;
}

describe('the buttons of a release that is gone', () => {
  test('a withdrawn one that was public: when it was withdrawn, and nothing of it', async () => {
    const office = await anOffice();
    const lookUp = await office.found('ferry');
    if (lookUp === undefined) throw new Error('nothing found');
    await office.saved(ferry('status: withdrawn\n'), isGone);
    for (const said of await pressedAll(office, lookUp)) {
      expect(said).toContain(WITHDRAWN);
      expect(said).not.toMatch(/S\$4|tan_mei_ling/);
    }
    // The day stays the same, whatever is written into it later and whenever the button is pressed.
    await office.wait(3 * 24 * 60);
    await office.restart();
    await office.settle();
    for (const said of await pressedAll(office, lookUp)) expect(said).toContain(WITHDRAWN);
    expect(office.slack.faults).toEqual([]);
  });

  test.each([
    ['put under embargo', ferry('embargo: 2027-01-01T00:00:00+08:00\n')],
    ['withdrawn, and put under embargo anew', ferry('status: withdrawn\nembargo: 2027-01-01\n')],
    ['deleted', undefined],
  ])('one that is %s: the same words as for one that never was', async (_, text) => {
    const office = await anOffice();
    const lookUp = await office.found('ferry');
    if (lookUp === undefined) throw new Error('nothing found');
    await office.saved(text, isGone);
    for (const said of await pressedAll(office, lookUp)) {
      expect(said).toContain(NEUTRAL);
      expect(said).not.toContain('withdrawn');
    }
  });

  test('one that was withdrawn before its embargo lifted was never public, so nothing is said of it', async () => {
    const office = await anOffice(`embargo: ${LIFTS}\n`);
    const lookUp = await office.found('bus');
    if (lookUp === undefined) throw new Error('nothing found');
    await office.saved(ferry(`embargo: ${LIFTS}\nstatus: withdrawn\n`), isGone);
    await office.wait(24 * 60);
    // A button as somebody might forge it: the id of one release under the look-up of another.
    const forged = JSON.parse(JSON.stringify(lookUp).replaceAll('/news/bus', '/news/ferry'));
    const { goneWords } = await import('../../src/slack/gone-words.ts');
    const deps = {
      store: office.store,
      desk: () => ({ zone: 'Asia/Singapore' }),
      now: office.slack.now,
      withdrawn: () => [],
    } as unknown as Parameters<typeof goneWords>[0];
    expect(forged).not.toEqual(lookUp);
    expect(await goneWords(deps, '/news/ferry')).toBe(NEUTRAL);
    expect(await goneWords(deps, '/news/nothing')).toBe(NEUTRAL);
  });
});

/** Text and blocks of a message, but for the names that Slack gives to blocks without one. */
const seen = (message: { text?: string; blocks?: unknown } | undefined): string =>
  JSON.stringify([message?.text, message?.blocks]).replaceAll(/"block_id":"[A-Z0-9]{5}"/g, '');

describe('a withdrawn release is asked for', () => {
  const SITE = 'https://www.smartnation.gov.sg';
  const asked = [
    'Night Ferry To Pulau Ubin',
    'night ferry to Pulau Ubin.',
    '/news/ferry',
    `${SITE}/news/ferry/`,
    `${SITE}/news/ferry?from=mail`,
  ];

  test('by its whole title or its link: when it was withdrawn, and nothing of it', async () => {
    const office = await anOffice();
    await office.saved(ferry('status: withdrawn\n'), isGone);
    for (const words of asked) expect((await office.found(words))?.text, words).toBe(WITHDRAWN);
    // Anything less is a search like any other.
    for (const words of ['ferry', 'Night Ferry', '/news', `${SITE}/news/bus`])
      expect((await office.found(words))?.text).not.toContain('withdrawn');
  });

  test('another release that took over its title is what is found', async () => {
    const office = await anOffice();
    const again = ferry().replace('/news/ferry', '/news/ferry-again').replace('S$4', 'S$5');
    await writeFile(join(office.releases, '2026-03-09-ferry-again.md'), again);
    await office.saved(
      ferry('status: withdrawn\n'),
      (shown) => shown.includes('S$5') && !shown.includes('S$4'),
    );
    expect((await office.found('Night Ferry To Pulau Ubin'))?.text).toContain('S$5');
    expect((await office.found('/news/ferry'))?.text).toBe(WITHDRAWN);
  });

  test.each([
    ['put under embargo', '', 'embargo: 2027-01-01T00:00:00+08:00\n'],
    ['withdrawn, and put under embargo anew', '', `status: withdrawn\nembargo: 2027-01-01\n`],
    [
      'withdrawn before its embargo lifted',
      `embargo: ${LIFTS}\n`,
      `status: withdrawn\nembargo: ${LIFTS}\n`,
    ],
    ['deleted', '', undefined],
  ])('one that is %s: the same words as for one that never was', async (_, before, after) => {
    const office = await anOffice(before);
    await office.saved(after === undefined ? undefined : ferry(after), isGone);
    for (const words of asked) {
      const said = seen(await office.found(words));
      expect(said).not.toMatch(/withdrawn|embargo|S\$4/);
      const unknown = words.replaceAll(/ferry/gi, 'Zebra');
      const other = seen(await office.found(unknown));
      const neutral = (text: string) => text.replaceAll(/ferry|zebra/gi, '…');
      expect(neutral(said)).toBe(neutral(other));
    }
  });

  test.each([
    ['', 'status: withdrawn\n', true],
    ['', 'embargo: 2027-01-01T00:00:00+08:00\n', false],
    ['', 'status: withdrawn\nembargo: 2027-01-01\n', false],
  ])(
    'the form for a question about it says so, where anything may be said',
    async (before, after, says) => {
      const office = await anOffice(before);
      const { slack, mei } = office;
      await mei.say(
        CHANNEL.newsroom,
        '<@U0MED1ADSK> How much does the night ferry to Pulau Ubin cost?',
      );
      const answer = await slack.until(() =>
        slack.messages(CHANNEL.newsroom).find(({ text }) => text?.includes('S$4')),
      );
      await office.saved(ferry(after), isGone);
      await mei.press(answer as never, 'enquiry.ask');
      const view = JSON.stringify((await mei.opened()).view);
      expect(view).toContain('How much does the night ferry');
      expect(view.includes(WITHDRAWN)).toBe(says);
      expect(view).not.toContain('embargo');
    },
  );
});

describe('an embargo lifts', () => {
  test('who follows it is told within a second of its instant and never before, wherever the clock jumps', async () => {
    const { slack, mei, settle } = await anOffice(`embargo: ${LIFTS}\n`);
    await mei.command('/release', 'follow ferry', CHANNEL.newsroom);
    await settle();
    const alerts = () =>
      slack.messages(CHANNEL.newsroom).filter(({ text }) => text?.includes('Night Ferry'));
    await slack.moveClock(new Date(new Date(LIFTS).getTime() - 1));
    await settle();
    expect(alerts()).toEqual([]);
    // Nothing is asked of the app from here on: it sees by itself that the clock was put forward by a day.
    await slack.moveClock(new Date(new Date(LIFTS).getTime() + 24 * 60 * 60_000));
    await slack.until(() => alerts().length > 0, 2_000);
    await settle();
    expect(alerts()).toHaveLength(1);
  });

  test('while nothing runs: it is announced at the start', async () => {
    const office = await anOffice(`embargo: ${LIFTS}\n`);
    const { slack, mei, settle } = office;
    await mei.command('/release', 'follow ferry', CHANNEL.newsroom);
    await settle();
    // From here on the app reaches nothing that it keeps, as if it were not there.
    await office.killAt(() => true);
    await slack.moveClock(new Date(new Date(LIFTS).getTime() + 60_000));
    await office.restart();
    await slack.until(
      () => slack.messages(CHANNEL.newsroom).some(({ text }) => text?.includes('Night Ferry')),
      2_000,
    );
  });
});
