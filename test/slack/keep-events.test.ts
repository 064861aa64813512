import { describe, expect, onTestFinished, test } from 'vitest';
import type { Incoming } from '../../src/enquiries/inbox.ts';
import { openLocalSlack } from '../../src/practice/local-slack.ts';
import { practiceWorld } from '../../src/practice/world.ts';
import { createSlackApp } from '../../src/slack/create-app.ts';
import { incomingOf } from '../../src/slack/keep-events.ts';

const message = {
  type: 'message',
  channel: 'C1',
  channel_type: 'channel',
  user: 'U1',
  text: 'hello',
  ts: '1700000000.000100',
  event_ts: '1700000000.000100',
};
const envelope = (event: Record<string, unknown>) => ({
  type: 'event_callback',
  event_id: 'Ev1',
  team_id: 'T1',
  event,
});

describe('what is kept', () => {
  test('a mention, under its event and its message, behind what came before it in the thread', () => {
    const event = { ...message, type: 'app_mention' };
    expect(incomingOf(envelope(event))).toEqual({
      eventId: 'Ev1',
      messageKey: 'C1:1700000000.000100',
      lane: 'C1:1700000000.000100',
      order: '1700000000.000100',
      payload: envelope(event),
    });
  });

  test('both events of one mention have one message and one lane', () => {
    const inThread = { ...message, thread_ts: '1699999999.000100' };
    const kept = incomingOf(envelope(inThread)) as Incoming;
    const twin = incomingOf(envelope({ ...inThread, type: 'app_mention' })) as Incoming;
    expect([twin.messageKey, twin.lane]).toEqual([kept.messageKey, kept.lane]);
  });

  test.each([
    ['an edit of the first message', { ...message, thread_ts: undefined }, 'C1:1700000000.000100'],
    ['an edit in a thread', { ...message, thread_ts: '1699999999.000100' }, 'C1:1699999999.000100'],
  ])('%s stands behind the message that it changes', (_, previous, lane) => {
    const edit = {
      type: 'message',
      subtype: 'message_changed',
      channel: 'C1',
      ts: '1700000009.000200',
      message: previous,
      previous_message: previous,
    };
    expect(incomingOf(envelope(edit))).toMatchObject({ lane });
    expect(incomingOf(envelope(edit))).not.toHaveProperty('messageKey');
  });

  test.each<[string, Record<string, unknown>]>([
    ['a direct message', { ...message, channel_type: 'im' }],
    ['a reply in a thread', { ...message, thread_ts: '1.1' }],
    ['a file', { ...message, channel_type: 'im', subtype: 'file_share' }],
    ['a deletion', { ...message, subtype: 'message_deleted' }],
    [
      'a Home tab that was opened',
      { type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home', event_ts: '1.2' },
    ],
    [
      'somebody joining',
      { type: 'member_joined_channel', user: 'U1', channel: 'C1', event_ts: '1.2' },
    ],
  ])('%s', (_, event) => {
    expect(incomingOf(envelope(event))).toMatchObject({ eventId: 'Ev1' });
  });
});

describe('what is not kept', () => {
  test.each<[string, Record<string, unknown>]>([
    ['talk in a channel', message],
    ['what bots say', { ...message, channel_type: 'im', bot_id: 'B1' }],
    ['what bots say in threads', { ...message, thread_ts: '1.1', bot_id: 'B1' }],
  ])('%s is none of the bot’s business', (_, event) => {
    expect(incomingOf(envelope(event))).toBe('of-no-interest');
  });

  test.each<[string, unknown]>([
    ['a command', { command: '/release', text: 'AI' }],
    ['a click', { type: 'block_actions', actions: [] }],
    ['Slack trying the address', { type: 'url_verification', challenge: 'x' }],
    ['an event without an id', { type: 'event_callback', event: message }],
    ['nothing', undefined],
  ])('%s is no event', (_, body) => {
    expect(incomingOf(body)).toBe('not-an-event');
  });
});

/** The real Bolt app before a local Slack over signed HTTP. */
async function anApp(keep: (incoming: Incoming) => Promise<void>) {
  const now = new Date();
  const slack = await openLocalSlack({ world: practiceWorld, now: () => now });
  onTestFinished(() => slack.close());
  const made = await createSlackApp({
    access: {
      transport: 'http',
      botToken: practiceWorld.app.botToken,
      apiUrl: slack.apiUrl,
      signingSecret: practiceWorld.app.signingSecret,
    },
    port: 0,
    routes: [
      { path: '/healthz', answer: async () => ({ status: 200, type: 'text/plain', body: 'ok' }) },
      { path: '/broken', answer: () => Promise.reject(new Error('a bug')) },
    ],
    keep,
    realNow: () => now,
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  const port = await made.start();
  onTestFinished(() => made.stop());
  slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  const knock = (payload: Record<string, unknown>, forgery = {}) =>
    slack.knock({ type: 'events_api', name: 'message', payload }, forgery);
  return { ...made, slack, knock, origin: `http://127.0.0.1:${port}` };
}

const direct = envelope({ ...message, channel_type: 'im' });

describe('over HTTP', () => {
  test('Slack is told that an event arrived once it is kept, and not when keeping it fails', async () => {
    const kept: string[] = [];
    let isDown = false;
    const { knock } = await anApp(async ({ eventId }) => {
      if (isDown) throw new Error('the store does not answer');
      kept.push(eventId);
    });
    expect((await knock(direct)).status).toBe(200);
    expect(kept).toEqual(['Ev1']);
    isDown = true;
    expect((await knock(direct)).status).toBeGreaterThanOrEqual(500);
    expect(kept).toEqual(['Ev1']);
  });

  test.each([
    ['unsigned', { unsigned: true }],
    ['signed by somebody else', { secret: 'not-the-signing-secret' }],
    ['signed long ago', { ageSeconds: 301 }],
    ['signed in the future', { ageSeconds: -360 }],
  ])('a request is refused and nothing kept when it is %s', async (_, forgery) => {
    const kept: string[] = [];
    const { knock, slack } = await anApp(async ({ eventId }) => void kept.push(eventId));
    expect((await knock(direct, forgery)).status).toBe(401);
    const command = { command: '/release', text: 'AI', user_id: 'U1', team_id: 'T1' };
    expect(
      (await slack.knock({ type: 'slash_commands', name: '/release', payload: command }, forgery))
        .status,
    ).toBe(401);
    expect(kept).toEqual([]);
  });

  test('a clock that is some minutes off is no reason to refuse', async () => {
    const { knock } = await anApp(async () => {});
    expect((await knock(direct, { ageSeconds: 240 })).status).toBe(200);
    expect((await knock(direct, { ageSeconds: -240 })).status).toBe(200);
  });

  test('Slack may try the address', async () => {
    const { knock } = await anApp(async () => {});
    const answered = await knock({ type: 'url_verification', challenge: 'abc' });
    expect(answered.status).toBe(200);
    expect(answered.body).toContain('abc');
  });

  test('machines read its health, and a page that fails is a 500 and not a silence', async () => {
    const { origin } = await anApp(async () => {});
    const health = await fetch(`${origin}/healthz`);
    expect([health.status, await health.text()]).toEqual([200, 'ok']);
    expect((await fetch(`${origin}/broken`)).status).toBe(500);
    expect((await fetch(`${origin}/elsewhere`)).status).toBe(404);
  });
});
