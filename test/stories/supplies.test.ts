import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';
import { aPressOffice, CHANNEL, PEOPLE, type PressOffice } from './a-desk.ts';

/** A release of its own each, so that one can go while the other stays. */
const releases = {
  'ferry.md':
    '---\ntitle: Night Ferry To Pulau Ubin\n---\n\nThe night ferry to Pulau Ubin costs S$4 for each adult.\n',
  'bus.md': '---\ntitle: New Bus 910\n---\n\nBus 910 runs to Woodlands every ten minutes.\n',
};

const ready = async ({ app }: PressOffice) => {
  const answer = await fetch(`http://127.0.0.1:${app.port}/readyz`);
  return { status: answer.status, body: await answer.text() };
};

const homeOf = async ({ slack, settle }: PressOffice): Promise<string> => {
  await slack.as(PEOPLE.mei).openHome();
  await settle();
  return JSON.stringify(slack.home(PEOPLE.mei));
};

const toldDesk = ({ slack }: PressOffice, words: string) =>
  slack.messages(CHANNEL.desk).filter(({ text }) => text.includes(words)).length;

async function found({ slack }: PressOffice, words: string): Promise<string> {
  await slack.as(PEOPLE.mei).command('/release', words, CHANNEL.newsroom);
  return slack.ephemerals(PEOPLE.mei).at(-1)?.text ?? '';
}

test('the releases folder goes and comes back: what was read last is served, and everybody concerned is told once', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'supplies-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const folder = join(dir, 'releases');
  const elsewhere = join(dir, 'elsewhere');
  await mkdir(folder);
  for (const [file, text] of Object.entries(releases)) await writeFile(join(folder, file), text);
  const office = await aPressOffice({ releases: folder });
  expect(await ready(office)).toEqual({ status: 200, body: 'ready\n' });

  await rename(folder, elsewhere);
  await expect.poll(async () => (await ready(office)).body, { timeout: 8_000 }).toContain('gone');
  // Served as it was read last, by a process that is still the one to ask; and said so.
  expect((await ready(office)).status).toBe(200);
  expect(await found(office, 'ferry')).toContain('Night Ferry');
  await office.wait(1);
  await office.wait(1);
  expect(toldDesk(office, 'folder of releases is gone')).toBe(1);
  expect(await homeOf(office)).toContain('folder of releases is gone');

  // One was withdrawn and one changed while it was away.
  await rm(join(elsewhere, 'bus.md'));
  await writeFile(join(elsewhere, 'ferry.md'), releases['ferry.md'].replace('S$4', 'S$5'));
  await rename(elsewhere, folder);
  await expect.poll(async () => (await ready(office)).body, { timeout: 8_000 }).toBe('ready\n');
  expect(await found(office, 'Woodlands')).not.toContain('New Bus 910');
  await office.wait(1);
  await office.wait(1);
  expect(toldDesk(office, 'folder of releases is there again')).toBe(1);
  expect(await homeOf(office)).not.toContain('folder of releases');
  // And what is saved from now on is followed again.
  await writeFile(
    join(folder, 'tram.md'),
    '---\ntitle: Tram To Bedok\n---\n\nThe tram runs to Bedok.\n',
  );
  await expect.poll(() => found(office, 'tram'), { timeout: 8_000 }).toContain('Tram To Bedok');
}, 60_000);

/** What SQLite itself says. */
const faults = {
  'its disk is full': { code: 'SQLITE_FULL', message: 'database or disk is full' },
  'it is read-only': { code: 'SQLITE_READONLY', message: 'attempt to write a readonly database' },
};

/** The store until `switchTo` names a fault; from there on it is read, and every write fails. */
function unwritable() {
  let fault: (typeof faults)[keyof typeof faults] | undefined;
  const isReading =
    /^(find|list|all|timeline|record$|ids|queueState|latest|recent|.*Since$|.*From$|.*Of$|dialect|close|.*Quoting)/;
  return {
    switchTo: (why: keyof typeof faults | undefined) => {
      fault = why === undefined ? undefined : faults[why];
    },
    through: (store: Store): Store =>
      new Proxy(store, {
        get(target, name) {
          const value: unknown = Reflect.get(target, name);
          if (typeof value !== 'function' || isReading.test(String(name))) return value;
          return async (...given: unknown[]) => {
            if (fault !== undefined)
              throw Object.assign(new Error(fault.message), { code: fault.code });
            return (value as (...all: unknown[]) => unknown).apply(target, given);
          };
        },
      }),
  };
}

describe('the database takes nothing', () => {
  test.each(Object.keys(faults) as (keyof typeof faults)[])(
    '%s: said, looked up all the same, nothing acknowledged is lost, and told when it is over',
    async (why) => {
      const disk = unwritable();
      const office = await aPressOffice({ through: disk.through });
      const { slack, settle, wait } = office;
      const nuria = slack.as(PEOPLE.nuria);
      disk.switchTo(why);

      expect(await ready(office)).toEqual({
        status: 503,
        body: `the store takes nothing: ${why}\n`,
      });
      // Slack is not told "received", so that it tells again.
      const asked = await nuria.say(
        CHANNEL.shared,
        '<@U0MED1ADSK> which sectors does the AI strategy cover?',
      );
      await slack.settled();
      expect(
        slack.traffic.filter(
          ({ name, outcome }) => name === 'app_mention' && outcome.startsWith('taken'),
        ),
      ).toEqual([]);
      expect(await found(office, 'AI strategy')).toContain('AI');
      await office.app.settle();
      await wait(1);
      await office.app.settle();
      await wait(1);
      expect(toldDesk(office, why)).toBe(1);
      expect(await homeOf(office)).toContain(why);

      disk.switchTo(undefined);
      await wait(5);
      await wait(1);
      await settle();
      expect(await ready(office)).toEqual({ status: 200, body: 'ready\n' });
      expect(toldDesk(office, 'takes what I give it again')).toBe(1);
      expect(await homeOf(office)).not.toContain(why);
      expect(slack.thread(CHANNEL.shared, asked.ts).length).toBe(2);
    },
    60_000,
  );
});
