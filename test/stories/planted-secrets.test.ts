import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { enquiriesCommand } from '../../src/cli/enquiries.ts';
import { exportCommand } from '../../src/cli/export.ts';
import { openEnquiry } from '../../src/enquiries/open-enquiry.ts';
import { openLog } from '../../src/log.ts';
import { maskFor, secretsOf } from '../../src/mask-secrets.ts';
import { practiceWorld } from '../../src/practice/world.ts';
import { aFileStore } from '../cli/a-file-store.ts';
import { printed } from '../cli/printed.ts';
import { aDraft } from '../enquiries/an-enquiry.ts';
import { aPressOffice, CHANNEL, PEOPLE } from './a-desk.ts';

const { botToken, appToken, signingSecret } = practiceWorld.app;

/** As the machine that runs the app has them. */
const env = {
  SLACK_BOT_TOKEN: botToken,
  SLACK_APP_TOKEN: appToken,
  SLACK_SIGNING_SECRET: signingSecret,
};
const DATABASE = 'postgres://desk:hunter2hunter2@db.example/desk';
const ALL = [botToken, appToken, signingSecret, DATABASE].join(' ');

const leaks = (text: string): string[] =>
  [botToken, appToken, signingSecret, 'hunter2hunter2'].filter((secret) => text.includes(secret));

test('credentials in an error of Slack’s, in a message and in a release reach no log, metric, record or card', async () => {
  const releases = await mkdtemp(join(tmpdir(), 'planted-'));
  onTestFinished(() => rm(releases, { recursive: true, force: true }));
  await writeFile(join(releases, 'ferry.md'), '---\ntitle: Ferry\n---\n\nThe ferry sails.\n');
  await writeFile(join(releases, 'bad.md'), `---\ntitle: "${ALL}\n${ALL}: [\n---\n\nNothing.\n`);
  const lines: string[] = [];
  const mask = maskFor(secretsOf({ ...env, DATABASE_URL: DATABASE }));
  const log = openLog('debug', { write: (line: string) => void lines.push(line) }, mask);
  const office = await aPressOffice({ releases, log });
  const { slack, store, app, settle, wait } = office;

  slack.failNext('chat.postMessage', { kind: 'error', error: `refused_${ALL}` }, 3);
  const { enquiry } = await openEnquiry(
    { store, now: slack.now, newId: randomUUID, zone: 'Asia/Singapore' },
    aDraft({ question: `Is this yours: ${ALL}?` }),
  );
  await settle();
  await slack.as(PEOPLE.nuria).say(CHANNEL.shared, `<@U0MED1ADSK> is this yours: ${ALL}?`);
  log.error('x.failed', { error: new Error(ALL), deep: { deeper: [ALL] } });
  await wait(1);

  const kept = await store.find(enquiry.id);
  expect(kept?.troubles.map(({ reason }) => reason).join()).toContain('refused_[hidden]');
  expect(leaks(JSON.stringify(kept?.troubles))).toEqual([]);
  const whys = (await store.timeline(enquiry.id)).flatMap(({ details }) => details?.why ?? []);
  expect(whys.join()).toContain('refused_[hidden]');
  expect(leaks(whys.join())).toEqual([]);
  expect(lines.join('')).toContain('release.rejected');
  expect(lines.join('')).toContain('[hidden]');
  expect(leaks(lines.join(''))).toEqual([]);
  const metrics = await fetch(`http://127.0.0.1:${app.port}/metrics`);
  const page = await metrics.text();
  expect(page).toContain('media_desk_slack_errors_total');
  expect(leaks(page)).toEqual([]);
}, 60_000);

test('nor do they leave with an export or a list, also where somebody wrote them into a question', async () => {
  const file = await aFileStore(async (store) => {
    const now = () => new Date('2026-11-25T06:10:00Z');
    await openEnquiry(
      { store, now, newId: randomUUID, zone: 'Asia/Singapore' },
      aDraft({ question: `Is this yours: ${ALL}?`, outlet: `The ${signingSecret}` }),
    );
  });
  const { output, lines } = printed(400);
  const machine = { ...env, ...file };
  for (const options of [
    {},
    { format: 'md' },
    { redact: true },
    { format: 'md', redact: true },
  ] as const)
    await exportCommand('ME-26-0001', options, output, machine);
  for (const options of [{}, { json: true }, { csv: true }])
    await enquiriesCommand(options, output, machine);
  expect(lines.join('\n').match(/Is this yours: \[hidden\]/g)?.length).toBeGreaterThan(5);
  expect(leaks(lines.join('\n'))).toEqual([]);
});
