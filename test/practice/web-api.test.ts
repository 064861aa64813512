import { type Logger, LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/practice/local-slack.ts';
import { openTestSlack } from './bolt-app.ts';

let slack: LocalSlack;
let client: WebClient;
beforeAll(async () => {
  slack = await openTestSlack();
  client = clientOf(slack.world.app.botToken);
});
beforeEach(() => slack.startAfresh());
afterAll(() => slack.close());

const clientOf = (token: string) => quietClient(slack, token, { rejectRateLimitedCalls: true });

/** Without tries again, and without a word about what the tests fail on purpose. */
function quietClient(
  { apiUrl, world }: LocalSlack,
  token: string = world.app.botToken,
  options: WebClientOptions = {},
) {
  const nothing = () => undefined;
  const logger: Logger = {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: nothing,
    setLevel: nothing,
    setName: nothing,
    getLevel: () => LogLevel.ERROR,
  };
  return new WebClient(token, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    logger,
    ...options,
  });
}

const errorOf = (call: Promise<unknown>) =>
  call.then(
    () => 'none',
    (error: { data?: { error?: string } }) => error.data?.error ?? String(error),
  );

const newsroom = 'C0NEWSR00M';
const desk = 'C0PRESSDSK';
const shared = 'C0B1TAC0RA';

const tsOf = async (text: string, more: object = {}) =>
  String((await client.chat.postMessage({ channel: newsroom, text, ...more })).ts);

describe('who may call', () => {
  test('tells the app who it is', async () => {
    expect(await client.auth.test()).toMatchObject({
      team_id: 'T0PRESS0FF',
      user_id: 'U0MED1ADSK',
    });
  });

  test.each([
    ['no token', '', 'not_authed'],
    ['a wrong token', 'xoxb-wrong', 'invalid_auth'],
    ['an app-level token', 'xapp-practice', 'not_allowed_token_type'],
  ])('refuses %s', async (_, token, error) => {
    expect(await errorOf(clientOf(token).auth.test())).toBe(error);
  });

  test('knows no method that Slack does not have', async () => {
    expect(await errorOf(client.apiCall('chat.shout'))).toBe('unknown_method');
  });

  test('refuses a method whose scope was not granted', async () => {
    const world = { ...slack.world, app: { ...slack.world.app, scopes: ['chat:write'] } };
    const poor = await openTestSlack({ world });
    const call = quietClient(poor).users.info({
      user: 'U0ME1TAN01',
    });
    const failed = await call.catch((error: { data: unknown }) => error.data);
    expect(failed).toMatchObject({
      error: 'missing_scope',
      needed: 'users:read',
      provided: 'chat:write',
    });
    await poor.close();
  });
});

test('each kind of channel has a scope of its own', async () => {
  const scopes = ['channels:read', 'channels:history'];
  const modest = await openTestSlack({
    world: { ...slack.world, app: { ...slack.world.app, scopes } },
  });
  const at = quietClient(modest);
  expect(await errorOf(at.conversations.info({ channel: newsroom }))).toBe('none');
  expect(await errorOf(at.conversations.info({ channel: desk }))).toBe('missing_scope');
  expect(await errorOf(at.conversations.history({ channel: desk }))).toBe('missing_scope');
  await modest.close();
});

test('an app that was taken out of the workspace can do nothing any more', async () => {
  await slack.uninstall();
  expect(await errorOf(client.auth.test())).toBe('account_inactive');
});

describe('posting', () => {
  test.each([
    ['a channel that is not there', 'C0NOWHERE', 'channel_not_found'],
    ['a public channel that the app is not in', 'C0H0USETLK', 'not_in_channel'],
    ['somebody the app shares no channel with', 'U0STRANGER', 'channel_not_found'],
  ])('is refused in %s', async (_, channel, error) => {
    expect(await errorOf(client.chat.postMessage({ channel, text: 'a' }))).toBe(error);
  });

  test('to a person lands in their direct messages with the app', async () => {
    const { channel } = await client.chat.postMessage({ channel: 'U0NUR1AS0L', text: 'hello' });
    expect(slack.directMessages('Núria Soler')).toMatchObject([{ text: 'hello' }]);
    expect(await client.conversations.open({ users: 'U0NUR1AS0L' })).toMatchObject({
      channel: { id: channel },
    });
  });

  test('in a thread hangs below its first message', async () => {
    const ts = await tsOf('root');
    await tsOf('reply', { thread_ts: ts });
    const { messages } = await client.conversations.replies({ channel: newsroom, ts });
    expect(messages).toMatchObject([
      { text: 'root', thread_ts: ts, reply_count: 1 },
      { text: 'reply', thread_ts: ts },
    ]);
    expect((await client.conversations.history({ channel: newsroom })).messages).toHaveLength(1);
  });

  test('below a message that is not there is refused', async () => {
    const call = client.chat.postMessage({ channel: newsroom, text: 'a', thread_ts: '1.000001' });
    expect(await errorOf(call)).toBe('thread_not_found');
  });

  test('of invalid blocks is refused, and remembered as a fault of the app', async () => {
    const call = client.chat.postMessage({
      channel: newsroom,
      text: 'a',
      blocks: [{ type: 'section' }],
    });
    const { data } = (await call.catch((error: unknown) => error)) as {
      data: { response_metadata: { messages: string[] } };
    };
    expect(data).toMatchObject({ error: 'invalid_blocks' });
    expect(data.response_metadata.messages[0]).toMatch(/section needs text or fields/);
    expect(slack.faults).toMatchObject([{ method: 'chat.postMessage' }]);
  });

  test('without text is warned of', async () => {
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'a' } }];
    const answer = await client.apiCall('chat.postMessage', { channel: newsroom, blocks });
    expect(answer).toMatchObject({ warning: 'missing_text_in_message' });
  });

  test('keeps metadata, and gives it only to who asks', async () => {
    const metadata = { event_type: 'enquiry', event_payload: { id: '7' } };
    const ts = await tsOf('a', { metadata });
    const plain = await client.conversations.replies({ channel: newsroom, ts });
    const full = await client.conversations.replies({
      channel: newsroom,
      ts,
      include_all_metadata: true,
    });
    expect(plain.messages?.[0]).not.toHaveProperty('metadata');
    expect(full.messages?.[0]).toMatchObject({ metadata });
  });

  test('faster than one message a second in a channel is held back', async () => {
    const paced = await openTestSlack({ messagePaceMs: 1000 });
    const call = () =>
      fetch(`${paced.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: { authorization: 'Bearer xoxb-practice', 'content-type': 'application/json' },
        body: JSON.stringify({ channel: newsroom, text: 'a' }),
      });
    expect((await call()).status).toBe(200);
    const held = await call();
    expect([held.status, held.headers.get('retry-after')]).toEqual([429, '1']);
    await paced.moveClock(new Date(paced.now().getTime() + 1000));
    expect((await call()).status).toBe(200);
    await paced.close();
  });

  test('later happens when its time has come', async () => {
    const postAt = slack.now().getTime() / 1000 + 60;
    await client.chat.scheduleMessage({ channel: newsroom, text: 'later', post_at: postAt });
    expect(slack.messages('#newsroom')).toEqual([]);
    await slack.moveClock(new Date(postAt * 1000));
    expect(slack.messages('#newsroom')).toMatchObject([{ text: 'later' }]);
  });
});

describe('changing what was posted', () => {
  test('replaces text, drops blocks that are not named again, and shows it', async () => {
    const ts = await tsOf('a', { blocks: [{ type: 'divider' }] });
    await client.chat.update({ channel: newsroom, ts, text: 'b' });
    const [message] = slack.messages('#newsroom');
    expect(message).toMatchObject({ text: 'b', edited: { user: 'U0MED1ADSK' } });
    expect(message).not.toHaveProperty('blocks');
  });

  test('takes at most 4,000 characters, where posting takes 40,000', async () => {
    const ts = await tsOf('x'.repeat(4001));
    expect(
      await errorOf(client.chat.update({ channel: newsroom, ts, text: 'x'.repeat(4001) })),
    ).toBe('msg_too_long');
  });

  test('is for the app’s own messages only', async () => {
    const { ts } = await slack.as('Mei Tan').say('#newsroom', 'mine');
    expect(await errorOf(client.chat.update({ channel: newsroom, ts, text: 'b' }))).toBe(
      'cant_update_message',
    );
    expect(await errorOf(client.chat.delete({ channel: newsroom, ts }))).toBe(
      'cant_delete_message',
    );
    expect(await errorOf(client.chat.update({ channel: newsroom, ts: '1.1', text: 'b' }))).toBe(
      'message_not_found',
    );
  });

  test('leaves a tombstone where there are replies', async () => {
    const ts = await tsOf('root');
    await tsOf('reply', { thread_ts: ts });
    await client.chat.delete({ channel: newsroom, ts });
    expect(slack.messages('#newsroom')).toMatchObject([
      { subtype: 'tombstone' },
      { text: 'reply' },
    ]);
  });
});

describe('ephemeral messages', () => {
  test('are seen by one person and kept nowhere', async () => {
    const { message_ts: ts } = await client.chat.postEphemeral({
      channel: newsroom,
      user: 'U0ME1TAN01',
      text: 'psst',
    });
    expect(slack.ephemerals('Mei Tan')).toMatchObject([{ text: 'psst' }]);
    expect(slack.ephemerals('Arjun Nair')).toEqual([]);
    expect((await client.conversations.history({ channel: newsroom })).messages).toEqual([]);
    expect(await errorOf(client.chat.update({ channel: newsroom, ts: ts ?? '', text: 'b' }))).toBe(
      'message_not_found',
    );
  });

  test('reach only members of the channel', async () => {
    const call = client.chat.postEphemeral({ channel: newsroom, user: 'U0NUR1AS0L', text: 'a' });
    expect(await errorOf(call)).toBe('user_not_in_channel');
  });
});

describe('people', () => {
  test('of the workspace are found by e-mail, whatever its case', async () => {
    const { user } = await client.users.lookupByEmail({ email: 'goh_yu_chong@PMO.gov.sg' });
    expect(user).toMatchObject({
      id: 'U0G0HYUCH0',
      real_name: 'Goh Yu Chong',
      is_restricted: false,
    });
  });

  test('of other workspaces are not', async () => {
    const call = client.users.lookupByEmail({ email: 'nuria@la-bitacora.example' });
    expect(await errorOf(call)).toBe('users_not_found');
  });

  test('are told apart: outsider, guest, stranger', async () => {
    const info = async (user: string) => (await client.users.info({ user })).user;
    expect(await info('U0NUR1AS0L')).toMatchObject({
      team_id: 'T0B1TAC0RA',
      is_stranger: false,
      tz: 'Europe/Madrid',
      tz_offset: 3600,
    });
    expect((await info('U0NUR1AS0L'))?.profile).not.toHaveProperty('email');
    expect(await info('U0LENAK0H1')).toMatchObject({ team_id: 'T0PRESS0FF', is_restricted: true });
    expect(await info('U0STRANGER')).toMatchObject({ is_stranger: true });
  });

  test('of a group are listed', async () => {
    expect(await client.usergroups.users.list({ usergroup: 'S0PRESSDSK' })).toMatchObject({
      users: ['U0ME1TAN01', 'U0ARJUN002', 'U0S1T1RAH3'],
    });
  });

  test('that Slack forgot are not found any more', async () => {
    slack.forget('U0TERRYL1M');
    expect(await errorOf(client.users.info({ user: 'U0TERRYL1M' }))).toBe('user_not_found');
    expect(await errorOf(client.chat.postMessage({ channel: 'U0TERRYL1M', text: 'a' }))).toBe(
      'channel_not_found',
    );
  });
});

describe('channels', () => {
  test('say whether they are shared with another organisation', async () => {
    const info = async (channel: string) => (await client.conversations.info({ channel })).channel;
    expect(await info(shared)).toMatchObject({
      is_ext_shared: true,
      connected_team_ids: ['T0B1TAC0RA'],
    });
    expect(await info(desk)).toMatchObject({ is_ext_shared: false, is_private: true });
  });

  test('come page by page', async () => {
    const first = await client.conversations.list({
      limit: 2,
      types: 'public_channel,private_channel',
    });
    expect(first.channels).toHaveLength(2);
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await client.conversations.list({
      limit: 3,
      cursor,
      types: 'public_channel,private_channel',
    });
    expect(second.channels).toHaveLength(3);
    expect(second.response_metadata?.next_cursor).toBe('');
  });

  test('that are public can be joined', async () => {
    await client.conversations.join({ channel: 'C0H0USETLK' });
    expect(await errorOf(client.chat.postMessage({ channel: 'C0H0USETLK', text: 'a' }))).toBe(
      'none',
    );
  });
});

test('a file goes up in three steps and stands in the channel', async () => {
  await client.filesUploadV2({
    channel_id: newsroom,
    filename: 'note.txt',
    content: 'words',
    initial_comment: 'see',
  });
  expect(slack.messages('#newsroom')).toMatchObject([
    { text: 'see', subtype: 'file_share', files: [{ name: 'note.txt', text: 'words' }] },
  ]);
});

test('a picture is kept byte for byte, with its description, and only a picture is opened in place', async () => {
  const png = Buffer.from('89504e470d0a1a0a0000ff00fe', 'hex');
  await client.filesUploadV2({
    channel_id: newsroom,
    file_uploads: [{ file: png, filename: 'chart.png', title: 'The week', alt_text: 'Nine asked' }],
  });
  const [file] = slack.messages('#newsroom')[0]?.files ?? [];
  expect(file).toMatchObject({ name: 'chart.png', title: 'The week', alt: 'Nine asked', text: '' });
  const shown = await fetch(`${slack.url.replace(/\/$/, '')}/files/${file?.id}/chart.png`);
  expect(shown.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(png);
  await client.filesUploadV2({ channel_id: newsroom, filename: 'page.html', content: '<b>x</b>' });
  const [page] = slack.messages('#newsroom')[1]?.files ?? [];
  const saved = await fetch(`${slack.url.replace(/\/$/, '')}/files/${page?.id}/page.html`);
  expect(saved.headers.get('content-disposition')).toBe('attachment');
  expect(await errorOf(upload({ alt_text: 'a'.repeat(1001) }))).toBe('invalid_arguments');
});

const upload = (more: object) =>
  client.files.getUploadURLExternal({ filename: 'a.png', length: 3, ...more });

describe('faults on demand', () => {
  test('an error, then all is well', async () => {
    slack.failNext('chat.postMessage', { kind: 'error', error: 'fatal_error' }, 2);
    const errors = [];
    for (const text of ['a', 'b', 'c'])
      errors.push(await errorOf(client.chat.postMessage({ channel: newsroom, text })));
    expect(errors).toEqual(['fatal_error', 'fatal_error', 'none']);
  });

  test('a connection that breaks before or after acting', async () => {
    slack.failNext('chat.postMessage', { kind: 'dropped', acting: false });
    slack.failNext('chat.postMessage', { kind: 'dropped', acting: true });
    for (const text of ['before', 'after']) {
      await expect(client.chat.postMessage({ channel: newsroom, text })).rejects.toThrow(
        /request error/,
      );
    }
    expect(slack.messages('#newsroom').map(({ text }) => text)).toEqual(['after']);
  });

  test('no answer at all, although it was done', async () => {
    slack.failNext('chat.postMessage', { kind: 'silent-after-acting' });
    const impatient = quietClient(slack, slack.world.app.botToken, { timeout: 100 });
    await expect(impatient.chat.postMessage({ channel: newsroom, text: 'a' })).rejects.toThrow();
    expect(slack.messages('#newsroom')).toHaveLength(1);
  });

  test('Slack down: nothing is answered, and nobody can write', async () => {
    slack.setFault('down');
    await expect(client.chat.postMessage({ channel: newsroom, text: 'a' })).rejects.toThrow(/503/);
    await expect(slack.as('Mei Tan').say('#newsroom', 'a')).rejects.toThrow(/cannot be reached/);
    slack.setFault('none');
    expect(await errorOf(client.chat.postMessage({ channel: newsroom, text: 'a' }))).toBe('none');
  });

  test('slow: done at once, answered late', async () => {
    const slow = await openTestSlack({ slowMs: 300 });
    slow.setFault('slow');
    const impatient = quietClient(slack, slack.world.app.botToken, {
      slackApiUrl: slow.apiUrl,
      timeout: 100,
    });
    await expect(impatient.chat.postMessage({ channel: newsroom, text: 'a' })).rejects.toThrow();
    await slow.until(() => slow.messages('#newsroom').length > 0);
    expect(slow.messages('#newsroom')).toHaveLength(1);
    await slow.close();
  });

  test('rate-limited: every call is told when to come again', async () => {
    slack.setFault('rate-limited');
    await expect(client.chat.postMessage({ channel: newsroom, text: 'a' })).rejects.toMatchObject({
      retryAfter: 2,
    });
  });
});
