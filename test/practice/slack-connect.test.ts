import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/practice/local-slack.ts';
import { openTestSlack } from './bolt-app.ts';
import { openRecordingApp, type RecordingApp } from './recording-app.ts';

const home = 'T0PRESS0FF';
const outlet = 'T0B1TAC0RA';

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

const call = async (method: string, args: object) => {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: 'Bearer xoxb-practice', 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  return (await response.json()) as { ok: boolean; ts: string; error?: string };
};

const blocks = [
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'ask', text: { type: 'plain_text', text: 'Ask' }, value: '7' },
    ],
  },
];

const postButton = async () => {
  await call('chat.postMessage', { channel: 'C0B1TAC0RA', text: 'a', blocks });
  await slack.settled();
  app.requests.length = 0;
  const message = slack.messages('#press-la-bitacora')[0];
  if (message === undefined) throw new Error('not posted');
  return message;
};

const openModal = async (person: string) => {
  await slack.as(person).press(await postButton(), 'ask');
  const trigger = app.requests[0]?.payload.trigger_id;
  const view = {
    type: 'modal',
    title: { type: 'plain_text', text: 'Ask' },
    notify_on_close: true,
    blocks: [{ type: 'divider' }],
  };
  return call('views.open', { trigger_id: trigger, view });
};

describe('in a channel shared with another workspace', () => {
  test('an outsider’s message comes in the name of their workspace, for our installation', async () => {
    await slack.as('Núria Soler').say('#press-la-bitacora', '@Media Desk hello');
    const mention = app.requests
      .map(({ payload }) => payload)
      .find(({ event }) => (event as { type: string }).type === 'app_mention');
    expect(mention).toMatchObject({
      team_id: outlet,
      context_team_id: home,
      is_ext_shared_channel: true,
      authorizations: [{ team_id: home, is_bot: true }],
      event: { user: 'U0NUR1AS0L', team: outlet, user_team: outlet, source_team: outlet },
    });
  });

  test('an insider’s message says nothing of another workspace', async () => {
    await slack.as('Mei Tan').say('#press-la-bitacora', 'hello');
    const payload = app.requests[0]?.payload;
    expect(payload).toMatchObject({
      team_id: home,
      is_ext_shared_channel: true,
      event: { team: home },
    });
    expect(payload?.event).not.toHaveProperty('user_team');
  });

  test('an outsider’s press comes for our workspace, and names theirs with the person', async () => {
    await slack.as('Núria Soler').press(await postButton(), 'ask');
    expect(app.requests[0]?.payload).toMatchObject({
      type: 'block_actions',
      team: { id: home },
      user: { id: 'U0NUR1AS0L', team_id: outlet },
      container: { type: 'message', channel_id: 'C0B1TAC0RA', is_ephemeral: false },
      actions: [{ action_id: 'ask', type: 'button', value: '7' }],
    });
  });

  test('an outsider’s submission comes for their workspace, and names ours in the view', async () => {
    await openModal('Núria Soler');
    await slack.as('Núria Soler').submit(await slack.as('Núria Soler').opened());
    expect(app.requests.at(-1)?.payload).toMatchObject({
      type: 'view_submission',
      team: { id: outlet },
      user: { team_id: outlet },
      view: { app_installed_team_id: home },
    });
  });

  test('a modal that is closed tells the app where it asks for it', async () => {
    await openModal('Mei Tan');
    await slack.as('Mei Tan').close(await slack.as('Mei Tan').opened());
    expect(app.requests.at(-1)?.payload).toMatchObject({
      type: 'view_closed',
      team: { id: home },
      is_cleared: false,
    });
    expect(slack.modals('Mei Tan')).toEqual([]);
  });

  test('outsiders have no slash commands', async () => {
    const shown = await slack.as('Núria Soler').command('/release', 'x', '#press-la-bitacora');
    expect(shown).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/not a valid command/),
    });
    expect(app.requests).toEqual([]);
  });

  test('outsiders see no other channel', async () => {
    await expect(slack.as('Núria Soler').say('#press-desk', 'a')).rejects.toThrow(
      /cannot be found/,
    );
    await expect(slack.as('Núria Soler').say('#press-harbour-times', 'a')).rejects.toThrow(
      /cannot be found/,
    );
  });

  test('the end of the sharing takes the outsiders away and is told', async () => {
    await slack.share('#press-la-bitacora', outlet, false);
    expect(app.requests.map(({ payload }) => payload.event)).toMatchObject([
      { type: 'channel_unshared', previously_connected_team_id: outlet, channel: 'C0B1TAC0RA' },
    ]);
    expect(await call('chat.postMessage', { channel: 'U0NUR1AS0L', text: 'a' })).toMatchObject({
      error: 'channel_not_found',
    });
  });
});

describe('a trigger', () => {
  test('opens one modal, once, within three seconds', async () => {
    expect(await openModal('Mei Tan')).toMatchObject({ ok: true });
    const trigger_id = app.requests[0]?.payload.trigger_id;
    const view = { type: 'modal', title: { type: 'plain_text', text: 'Ask' }, blocks: [] };
    expect(await call('views.open', { trigger_id, view })).toMatchObject({
      error: 'exchanged_trigger_id',
    });
    expect(await call('views.open', { trigger_id: 'x', view })).toMatchObject({
      error: 'invalid_trigger_id',
    });

    await slack.as('Mei Tan').command('/release', '', '#newsroom');
    await slack.moveClock(new Date(slack.now().getTime() + 3_001));
    const late = app.requests.at(-1)?.payload.trigger_id;
    expect(await call('views.open', { trigger_id: late, view })).toMatchObject({
      error: 'expired_trigger_id',
    });
  });
});

describe('a response_url', () => {
  const urlOfCommand = async () => {
    await slack.as('Mei Tan').command('/release', 'x', '#house-talk');
    return String(app.requests.at(-1)?.payload.response_url);
  };
  const post = async (url: string, body: object) =>
    (
      await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).status;

  test('is good five times, privately unless told otherwise, also where the app is not', async () => {
    const url = await urlOfCommand();
    expect(await post(url, { text: 'private' })).toBe(200);
    expect(await post(url, { text: 'public', response_type: 'in_channel' })).toBe(200);
    for (const text of ['3', '4', '5']) expect(await post(url, { text })).toBe(200);
    expect(await post(url, { text: '6' })).toBe(404);
    expect(slack.messages('#house-talk')).toMatchObject([{ text: 'public' }]);
    expect(slack.ephemerals('Mei Tan').map(({ text }) => text)).toEqual(['private', '3', '4', '5']);
  });

  test('fails when it is asked to', async () => {
    const url = await urlOfCommand();
    slack.failNext('response_url', { kind: 'status', status: 500 });
    expect(await post(url, { text: 'a' })).toBe(500);
    expect(await post(url, { text: 'b' })).toBe(200);
    expect(slack.ephemerals('Mei Tan').map(({ text }) => text)).toEqual(['b']);
  });

  test('is good for half an hour', async () => {
    const url = await urlOfCommand();
    await slack.moveClock(new Date(slack.now().getTime() + 30 * 60_000 + 1));
    expect(await post(url, { text: 'late' })).toBe(404);
  });

  test('replaces or deletes the message whose button was pressed', async () => {
    const message = await postButton();
    await slack.as('Mei Tan').press(message, 'ask');
    const url = String(app.requests[0]?.payload.response_url);
    await post(url, { replace_original: true, text: 'b' });
    expect(slack.messages('#press-la-bitacora')).toMatchObject([{ ts: message.ts, text: 'b' }]);
    await post(url, { delete_original: true });
    expect(slack.messages('#press-la-bitacora')).toEqual([]);
  });
});
