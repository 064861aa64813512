import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/practice/local-slack.ts';
import type {
  SeatAction,
  SeatId,
  SeatState,
  WorldAction,
  WorldState,
} from '../../src/practice/seat-api.ts';
import { openTestSlack } from './bolt-app.ts';
import { openRecordingApp, type RecordingApp } from './recording-app.ts';

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

const post = async (path: string, body: object) =>
  (
    await fetch(`${slack.apiUrl}${path}`, { method: 'POST', body: JSON.stringify(body) })
  ).json() as Promise<Record<string, unknown>>;
const see = async (seat: SeatId) =>
  (await (await fetch(`${slack.apiUrl}seats/${seat}`)).json()) as SeatState;
const act = (seat: SeatId, action: SeatAction) => post(`seats/${seat}`, action);
const change = (action: WorldAction) => post('world', action);
const world = async () => (await (await fetch(`${slack.apiUrl}world`)).json()) as WorldState;
const call = (method: string, args: object) => post(`${method}?token=xoxb-practice`, args);
const api = async (method: string, args: object) => {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: 'Bearer xoxb-practice', 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  return (await response.json()) as Record<string, unknown>;
};

const conversation = (state: SeatState, name: string) => {
  const found = state.conversations.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no conversation ${name}`);
  return found;
};

describe('each seat has its own eyes', () => {
  test('staff see their channels and commands', async () => {
    const state = await see('staff');
    expect(state.me).toMatchObject({ name: 'Mei Tan', isExternal: false, zone: 'Asia/Singapore' });
    expect(state.conversations.map(({ name, kind }) => [name, kind])).toEqual([
      ['newsroom', 'channel'],
      ['press-desk', 'private'],
      ['press-la-bitacora', 'shared'],
      ['press-harbour-times', 'shared'],
      ['house-talk', 'channel'],
      ['Media Desk', 'im'],
    ]);
    expect(state.commands.map(({ command }) => command)).toEqual(['/release', '/invite']);
  });

  test('somebody who is not in a public channel still reads its name, and those of its people', async () => {
    const state = await see('contact');
    expect(state.conversations.map(({ name }) => name)).not.toContain('press-la-bitacora');
    expect(state.channelNames).toContainEqual({ id: 'C0B1TAC0RA', name: 'press-la-bitacora' });
    expect(state.people.map(({ name }) => name)).toContain('Núria Soler');
  });

  test('the journalist sees the shared channel and the app alone, and no commands', async () => {
    const state = await see('journalist');
    expect(state.workspace).toBe('La Bitácora');
    expect(state.channelNames).toEqual([{ id: 'C0B1TAC0RA', name: 'press-la-bitacora' }]);
    expect(state.conversations.map(({ name }) => name)).toEqual([
      'press-la-bitacora',
      'Media Desk',
    ]);
    expect(state.commands).toEqual([]);
    expect(state.people.map(({ name }) => name)).not.toContain('Owen Price');
    expect(state.people.find(({ name }) => name === 'Mei Tan')).toMatchObject({
      isExternal: true,
      workspace: 'Press Office',
    });
  });

  test('what is said in private, or to one person, is seen by nobody else', async () => {
    await act('staff', { type: 'message', channel: 'C0PRESSDSK', text: 'secret' });
    await api('chat.postEphemeral', { channel: 'C0B1TAC0RA', user: 'U0ME1TAN01', text: 'psst' });
    await api('chat.postMessage', { channel: 'U0G0HYUCH0', text: 'for the contact' });
    expect(JSON.stringify(await see('journalist'))).not.toMatch(/secret|psst|for the contact/);
    expect(JSON.stringify(await see('staff'))).not.toMatch(/for the contact/);
    expect(conversation(await see('staff'), 'press-la-bitacora').messages).toMatchObject([
      { text: 'psst', ephemeral: true },
    ]);
    expect(conversation(await see('contact'), 'Media Desk').messages).toMatchObject([
      { text: 'for the contact' },
    ]);
  });

  test('threads, edits and what is unread are told', async () => {
    await act('journalist', { type: 'message', channel: 'C0B1TAC0RA', text: 'helo' });
    const { ts = '' } = slack.messages('#press-la-bitacora')[0] ?? {};
    await act('journalist', { type: 'edit', channel: 'C0B1TAC0RA', ts, text: 'hello' });
    await api('chat.postMessage', { channel: 'C0B1TAC0RA', thread_ts: ts, text: 'reply' });
    expect(conversation(await see('staff'), 'press-la-bitacora')).toMatchObject({
      unread: 2,
      messages: [
        { ts, text: 'hello', edited: true, threadTs: null, replyCount: 1 },
        { text: 'reply', threadTs: ts },
      ],
    });
    await act('staff', { type: 'read', channel: 'C0B1TAC0RA' });
    expect(conversation(await see('staff'), 'press-la-bitacora').unread).toBe(0);
  });

  test('an ephemeral message is gone when the page is loaded anew', async () => {
    await api('chat.postEphemeral', { channel: 'C0NEWSR00M', user: 'U0ME1TAN01', text: 'psst' });
    await fetch(slack.url);
    expect(conversation(await see('staff'), 'newsroom').messages).toEqual([]);
  });
});

describe('acting in a seat', () => {
  test('names and addresses typed become references and links', async () => {
    const text = 'Hi @Media Desk <b> see https://example.org/a?b=1&c=2.';
    await act('journalist', { type: 'message', channel: 'C0B1TAC0RA', text });
    expect(slack.messages('#press-la-bitacora')[0]?.text).toBe(
      'Hi <@U0MED1ADSK> &lt;b&gt; see <https://example.org/a?b=1&amp;c=2>.',
    );
  });

  test('what somebody writes stands there at once, however long the app takes', async () => {
    app.answerWith(() => ({ never: true }));
    await act('staff', { type: 'message', channel: 'C0NEWSR00M', text: 'hello' });
    expect(conversation(await see('staff'), 'newsroom').messages).toMatchObject([
      { text: 'hello' },
    ]);
  });

  test('a command that the app does not take is shown as failed', async () => {
    app.answerWith(() => ({ status: 500 }));
    const outcome = await act('staff', {
      type: 'command',
      channel: 'C0NEWSR00M',
      command: '/release',
      text: 'x',
    });
    expect(outcome).toEqual({
      kind: 'refused',
      message: '/release failed with the error “dispatch_failed”',
    });
  });

  test('a modal is filled, found wanting, and sent', async () => {
    await act('staff', { type: 'command', channel: 'C0NEWSR00M', command: '/release', text: 'x' });
    const select = {
      type: 'static_select',
      action_id: 'kind',
      options: [{ text: { type: 'plain_text', text: 'A' }, value: 'a' }],
    };
    const view = {
      type: 'modal',
      title: { type: 'plain_text', text: 'Ask' },
      submit: { type: 'plain_text', text: 'Send' },
      blocks: [
        {
          type: 'input',
          block_id: 'q',
          label: { type: 'plain_text', text: 'Q' },
          element: { type: 'plain_text_input', action_id: 'text' },
        },
        {
          type: 'input',
          block_id: 'k',
          optional: true,
          label: { type: 'plain_text', text: 'K' },
          element: select,
        },
      ],
    };
    await api('views.open', { trigger_id: app.requests[0]?.payload.trigger_id, view });
    const [modal] = (await see('staff')).modals;
    const viewId = modal?.id ?? '';
    expect(modal?.state).toMatchObject({
      q: { text: { value: null } },
      k: { kind: { selected_option: null } },
    });
    expect(await act('staff', { type: 'submit', viewId, state: {} })).toEqual({
      kind: 'errors',
      errors: { q: 'Please complete this required field.' },
    });
    app.requests.length = 0;
    const state = { q: { text: { type: 'plain_text_input', value: 'Which?' } } };
    expect(await act('staff', { type: 'submit', viewId, state })).toEqual({ kind: 'done' });
    expect(app.requests[0]?.payload.view).toMatchObject({ state: { values: state } });
    expect((await see('staff')).modals).toEqual([]);
  });

  test('what is no action, or not from this machine’s page, is turned away', async () => {
    expect(await post('seats/staff', { type: 'shout' })).toEqual({ error: 'not a seat action' });
    const { port } = new URL(slack.url);
    const statusFor = (headers: Record<string, string>) =>
      new Promise((resolve) =>
        request({ port, path: '/api/seats/staff', headers }, ({ statusCode }) =>
          resolve(statusCode),
        ).end(),
      );
    expect(await statusFor({ host: 'evil.example' })).toBe(403);
    expect(await statusFor({ host: `localhost:${port}`, origin: 'http://evil.example' })).toBe(403);
    expect(await statusFor({ host: `localhost:${port}` })).toBe(200);
  });
});

describe('the world', () => {
  test('has a clock that goes forward only', async () => {
    expect(await change({ type: 'move-clock', to: '2026-03-03T09:00:00+08:00' })).toEqual({
      kind: 'done',
    });
    expect((await world()).now).toBe('2026-03-03T01:00:00.000Z');
    expect(await change({ type: 'move-clock', to: '2026-03-02T09:00:00+08:00' })).toMatchObject({
      kind: 'refused',
    });
    expect(await change({ type: 'move-clock', to: 'tomorrow' })).toMatchObject({ kind: 'refused' });
  });

  test('shows the traffic, with what is wrong in it', async () => {
    await act('staff', { type: 'message', channel: 'C0NEWSR00M', text: 'hello' });
    await slack.settled();
    await api('chat.postMessage', { channel: 'C0NEWSR00M', blocks: [{ type: 'section' }] });
    expect((await world()).traffic).toMatchObject(
      [
        { direction: 'to-app', name: 'message', outcome: 'taken', faults: [] },
        {
          direction: 'from-app',
          name: 'chat.postMessage',
          outcome: 'invalid_blocks',
          faults: [/needs text/],
        },
      ].map((each) => ({
        ...each,
        faults: each.faults.map(() => expect.stringMatching(/needs text/)),
      })),
    );
  });

  test('tells the page when something has changed', async () => {
    const response = await fetch(`${slack.apiUrl}stream`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    await act('staff', { type: 'message', channel: 'C0NEWSR00M', text: 'hello' });
    let heard = '';
    while (!heard.includes('data: ')) heard += (await reader?.read())?.value ?? '';
    expect(heard).toMatch(/data: \{"type":"changed","revision":\d+\}/);
    await reader?.cancel();
  });

  test('survives a restart, and is wiped by a fresh start', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'slack-'));
    const statePath = join(folder, 'slack.json');
    const first = await openTestSlack({ statePath, requestUrl: app.url });
    await first.as('Mei Tan').say('#newsroom', 'hello');
    await first.moveClock(new Date(first.now().getTime() + 3_600_000));
    await first.close();

    const second = await openTestSlack({ statePath, requestUrl: app.url });
    expect(second.messages('#newsroom')).toMatchObject([{ text: 'hello' }]);
    expect(second.now().getTime()).toBe(slack.now().getTime() + 3_600_000);
    await second.startAfresh();
    await second.close();

    const third = await openTestSlack({ statePath });
    expect(third.messages('#newsroom')).toEqual([]);
    expect(third.now()).toEqual(slack.now());
    await third.close();

    writeFileSync(statePath, '{ half a fi');
    const fourth = await openTestSlack({ statePath });
    expect(fourth.messages('#newsroom')).toEqual([]);
    await fourth.close();
    rmSync(folder, { recursive: true });
  });

  test('has a page, and nothing from outside the page’s folder', async () => {
    const page = await fetch(slack.url);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'self'/);
    expect((await fetch(`${slack.url}..%2fworld.ts`)).status).toBe(404);
    expect((await fetch(`${slack.url}nothing.js`)).status).toBe(404);
  });
});

test('Web API arguments come as a form too', async () => {
  const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { authorization: 'Bearer xoxb-practice' },
    body: new URLSearchParams({ channel: 'C0NEWSR00M', text: 'a', blocks: '[{"type":"divider"}]' }),
  });
  expect(await response.json()).toMatchObject({
    ok: true,
    message: { blocks: [{ type: 'divider' }] },
  });
  expect(await call('auth.test', {})).toMatchObject({ ok: true });
});
