import { webApi } from '@slack/bolt';
import { expect, onTestFinished, test } from 'vitest';
import { openLocalSlack } from '../../src/practice/local-slack.ts';
import { practiceWorld } from '../../src/practice/world.ts';
import { catchUp } from '../../src/slack/catch-up.ts';
import { sendMessage } from '../../src/slack/send-message.ts';
import { plainMessage } from '../../src/slack/views/plain-message.ts';
import { anEmptyStore } from '../enquiries/a-desk.ts';

const SHARED = 'C0B1TAC0RA';
const NURIA = 'U0NUR1AS0L';

/** A thread that the bot has answered in, in a Slack that cannot reach the app. */
async function aServedThread() {
  const at = new Date('2026-11-25T06:00:00Z');
  const slack = await openLocalSlack({ world: practiceWorld, now: () => at, messagePaceMs: 0 });
  onTestFinished(() => slack.close());
  const store = await anEmptyStore();
  onTestFinished(() => store.close());
  const { botToken, userId } = practiceWorld.app;
  const client = new webApi.WebClient(botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
  });
  const nuria = slack.as(NURIA);
  const asked = await nuria.say(SHARED, 'before the bot');
  const thread = { channel: SHARED, threadTs: asked.ts };
  await sendMessage(client, thread, plainMessage('an answer'), 'm');
  await store.recordAnswer({
    key: `${SHARED}:${asked.ts}`,
    ...thread,
    userId: NURIA,
    question: 'q',
    outcome: 'answered',
    quotes: [],
    at,
  });
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  let processes = 0;
  return {
    slack,
    store,
    nuria,
    asked,
    start: () => {
      processes += 1;
      const holder = `process ${processes}`;
      const later = new Date(at.getTime() + processes * 120_000);
      return catchUp({ client, store, botUserId: userId, holder, now: () => later, log });
    },
    heard: async () =>
      (await store.nextInbox({ now: at, leaseMs: 1 })).map(
        ({ payload }) => (payload as { event: { text: string } }).event.text,
      ),
  };
}

test('what was written in its threads while the app was away is heard at the next start, once', async () => {
  const { nuria, asked, start, heard } = await aServedThread();
  await nuria.say(SHARED, 'and healthcare?', { threadTs: asked.ts });
  expect(await start()).toBe(1);
  expect(await heard()).toEqual(['and healthcare?']);
  expect(await start()).toBe(0);
});

test('what was heard already is not heard again, and neither is the bot itself', async () => {
  const { store, nuria, asked, start } = await aServedThread();
  const said = await nuria.say(SHARED, 'and healthcare?', { threadTs: asked.ts });
  await store.receive(
    {
      eventId: 'Ev1',
      messageKey: `${SHARED}:${said.ts}`,
      lane: `${SHARED}:${asked.ts}`,
      order: said.ts,
      payload: {},
    },
    new Date('2026-11-25T06:00:00Z'),
  );
  expect(await start()).toBe(0);
});

test('where Slack does not say what was written, the start goes on', async () => {
  const { slack, start } = await aServedThread();
  slack.failNext('conversations.replies', { kind: 'error', error: 'not_in_channel' });
  expect(await start()).toBe(0);
});
