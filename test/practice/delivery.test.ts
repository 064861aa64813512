import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/practice/local-slack.ts';
import { practiceWorld } from '../../src/practice/world.ts';
import { openTestSlack, runBolt } from './bolt-app.ts';
import { openRecordingApp, type RecordingApp } from './recording-app.ts';

const usualPatience = 3_000;
const impatient = 150;

let slack: LocalSlack;
let app: RecordingApp;
beforeEach(async () => {
  app = await openRecordingApp();
  slack = await openTestSlack({ requestUrl: app.url });
});
afterEach(async () => {
  await slack.close();
  await app.close();
});

/** The same with a Slack that waits so long for an answer, in milliseconds. */
const impatiently = async (ackTimeoutMs: number) => {
  await slack.close();
  slack = await openTestSlack({ requestUrl: app.url, ackTimeoutMs });
};

describe('events over HTTP', () => {
  const retries = () =>
    app.requests.map(({ headers }) => [
      headers['x-slack-retry-num'],
      headers['x-slack-retry-reason'],
    ]);
  const passes = (minutes: number) =>
    slack.moveClock(new Date(slack.now().getTime() + minutes * 60_000));

  test('come once where the app takes them', async () => {
    await slack.as('Mei Tan').tell('hello');
    await passes(10);
    expect(retries()).toEqual([[undefined, undefined]]);
  });

  test.each([
    ['answers with an error', { status: 500 }, 'http_error', usualPatience],
    ['does not answer in time', { never: true }, 'http_timeout', impatient],
  ])(
    'come again at once, after a minute and after five where it %s',
    async (_, answer, reason, patience) => {
      await impatiently(patience);
      app.answerWith(() => answer);
      await slack.as('Mei Tan').tell('hello');
      expect(retries()).toEqual([
        [undefined, undefined],
        ['1', reason],
      ]);
      await passes(0.9);
      expect(app.requests).toHaveLength(2);
      await passes(0.1);
      expect(app.requests).toHaveLength(3);
      await passes(5);
      expect(retries().at(-1)).toEqual(['3', reason]);
      await passes(60);
      expect(app.requests).toHaveLength(4);
      expect(new Set(app.requests.map(({ payload }) => payload.event_id)).size).toBe(1);
    },
  );

  test('do not come again where the app says so', async () => {
    app.answerWith(() => ({ status: 500, headers: { 'x-slack-no-retry': '1' } }));
    await slack.as('Mei Tan').tell('hello');
    await passes(10);
    expect(app.requests).toHaveLength(1);
  });

  test('come thrice when the fault “redelivering” is on', async () => {
    slack.setFault('redelivering');
    await slack.as('Mei Tan').tell('hello');
    expect(retries().map(([number]) => number)).toEqual([undefined, '1', '2']);
  });

  test('reach an app that was away', async () => {
    slack.deliverTo('http://127.0.0.1:9/');
    await slack.as('Mei Tan').tell('hello');
    slack.deliverTo(app.url);
    await passes(1);
    expect(retries()).toEqual([['2', 'connection_failed']]);
  });

  test('wait while Slack is down, and outlive a restart of it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'slack-'));
    const statePath = join(folder, 'slack.json');
    const first = await openTestSlack({ statePath, requestUrl: 'http://127.0.0.1:9/' });
    await first.as('Mei Tan').tell('hello');
    first.setFault('down');
    first.deliverTo(app.url);
    await first.moveClock(new Date(first.now().getTime() + 60_000));
    expect(app.requests).toEqual([]);
    await first.close();
    const second = await openTestSlack({ statePath, requestUrl: app.url });
    await second.tick();
    expect(retries()).toEqual([['2', 'connection_failed']]);
    await second.close();
    rmSync(folder, { recursive: true });
  });

  test('of a mention come both as message and as app_mention', async () => {
    await slack.as('Mei Tan').say('#newsroom', '@Media Desk hello');
    const events = app.requests.map(({ payload }) => payload.event as Record<string, unknown>);
    expect(events.map(({ type }) => type).sort()).toEqual(['app_mention', 'message']);
    expect(new Set(events.map(({ ts }) => ts)).size).toBe(1);
    expect(events[0]).toMatchObject({
      text: '<@U0MED1ADSK> hello',
      user: 'U0ME1TAN01',
      team: 'T0PRESS0FF',
    });
  });

  test('of a channel that the app is not in do not come', async () => {
    await slack.as('Mei Tan').say('#house-talk', '@Media Desk hello');
    expect(app.requests).toEqual([]);
  });

  test('tell of edits and deletions', async () => {
    const mei = slack.as('Mei Tan');
    const { ts } = await mei.say('#newsroom', 'helo');
    await mei.edit('#newsroom', ts, 'hello');
    await mei.delete('#newsroom', ts);
    expect(app.requests.map(({ payload }) => payload.event)).toMatchObject([
      { type: 'message', text: 'helo', channel_type: 'channel' },
      {
        subtype: 'message_changed',
        message: { ts, text: 'hello', edited: {} },
        previous_message: { text: 'helo' },
      },
      { subtype: 'message_deleted', deleted_ts: ts, previous_message: { text: 'hello' } },
    ]);
  });

  test('tell of files', async () => {
    await slack
      .as('Mei Tan')
      .say('#newsroom', 'see', { files: [{ name: 'a.txt', text: 'words' }] });
    await slack
      .as('Núria Soler')
      .say('#press-la-bitacora', 'see', { files: [{ name: 'a.txt', text: 'words' }] });
    expect(app.requests.map(({ payload }) => payload.event)).toMatchObject([
      { subtype: 'file_share', files: [{ name: 'a.txt', mode: 'hosted' }] },
      { subtype: 'file_share', files: [{ file_access: 'check_file_info' }] },
    ]);
  });

  test('tell of links to the app’s own domains, from insiders only, and previews hang below', async () => {
    await slack.close();
    const events = [...practiceWorld.app.events, 'link_shared'];
    const scopes = [...practiceWorld.app.scopes, 'links:write'];
    const unfurls = { unfurlDomains: ['press.example'], events, scopes };
    const world = { ...practiceWorld, app: { ...practiceWorld.app, ...unfurls } };
    slack = await openTestSlack({ requestUrl: app.url, world });
    const text = 'see https://www.press.example/a and https://other.example/b';
    const { ts } = await slack.as('Mei Tan').say('#press-la-bitacora', text);
    await slack.as('Núria Soler').say('#press-la-bitacora', text);
    const shared = app.requests.map(({ payload }) => payload.event as Record<string, unknown>);
    expect(shared.filter(({ type }) => type === 'link_shared')).toMatchObject([
      {
        user: 'U0ME1TAN01',
        message_ts: ts,
        links: [{ domain: 'press.example', url: 'https://www.press.example/a' }],
      },
    ]);
    const preview = { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'A release' } }] };
    const call = (url: string) =>
      fetch(`${slack.apiUrl}chat.unfurl`, {
        method: 'POST',
        headers: { authorization: 'Bearer xoxb-practice', 'content-type': 'application/json' },
        body: JSON.stringify({ channel: 'C0B1TAC0RA', ts, unfurls: { [url]: preview } }),
      }).then((response) => response.json());
    expect(await call('https://www.press.example/a')).toEqual({ ok: true });
    expect(await call('https://www.press.example/c')).toMatchObject({ error: 'cannot_unfurl_url' });
    expect(slack.messages('#press-la-bitacora')[0]?.attachments).toMatchObject([preview]);
  });

  test('tell the app of its own messages too', async () => {
    await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-practice', 'content-type': 'application/json' },
      body: JSON.stringify({ channel: 'C0NEWSR00M', text: 'hello' }),
    });
    await slack.settled();
    expect(app.requests.map(({ payload }) => payload.event)).toMatchObject([
      { type: 'message', bot_id: 'B0MED1ADSK' },
    ]);
  });
});

describe('a command or a press that the app does not take', () => {
  test.each([
    ['operation_timeout', { never: true }, impatient],
    ['dispatch_failed', { status: 404 }, usualPatience],
  ])('shows %s, and is not sent again', async (error, answer, patience) => {
    await impatiently(patience);
    app.answerWith(() => answer);
    const shown = await slack.as('Mei Tan').command('/release', 'x', '#newsroom');
    expect(shown).toEqual({
      kind: 'refused',
      message: `/release failed with the error “${error}”`,
    });
    await slack.moveClock(new Date(slack.now().getTime() + 600_000));
    expect(app.requests).toHaveLength(1);
  });

  test('shows what is wrong with an answer only as a failure, and remembers the fault', async () => {
    app.answerWith(() => ({ body: JSON.stringify({ blocks: [{ type: 'section' }] }) }));
    expect(await slack.as('Mei Tan').command('/release', 'x', '#newsroom')).toMatchObject({
      kind: 'refused',
    });
    expect(slack.faults).toMatchObject([{ method: 'answer to /release' }]);
  });
});

test('a Bolt app turns away what Slack did not sign, or signed long ago', async () => {
  const bolt = await runBolt(() => undefined);
  const hello = {
    type: 'events_api',
    name: 'hello',
    payload: { type: 'url_verification', challenge: 'c' },
  } as const;
  expect(await bolt.slack.knock(hello)).toEqual({ status: 200, body: '{"challenge":"c"}' });
  expect(await bolt.slack.knock(hello, { secret: 'another' })).toMatchObject({ status: 401 });
  expect(await bolt.slack.knock(hello, { ageSeconds: 301 })).toMatchObject({ status: 401 });
  expect(await bolt.slack.knock(hello, { unsigned: true })).toMatchObject({ status: 401 });
  const probe = {
    type: 'slash_commands',
    name: 'ssl_check',
    payload: { ssl_check: 1, token: 'x' },
  } as const;
  expect(await bolt.slack.knock(probe)).toMatchObject({ status: 200 });
  await bolt.close();
});
