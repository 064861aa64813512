import { describe, expect, test } from 'vitest';
import { answerKey, readHeard } from '../../src/slack/heard.ts';

const BOT = 'U0MED1ADSK';

/** As Slack sends it for a person of another workspace in a shared channel. */
const mention = {
  type: 'app_mention',
  user: 'UNURIA',
  ts: '1700000000.000100',
  client_msg_id: '9cbd4c5b-7ddf-4ede-b479-ad21fca66d63',
  text: `<@${BOT}> who is it?`,
  team: 'TOTHER',
  user_team: 'TOTHER',
  source_team: 'TOTHER',
  channel: 'CSHARED',
  event_ts: '1700000000.000100',
  blocks: [],
};
const message = { ...mention, type: 'message', channel_type: 'channel', text: 'who is it?' };
const direct = { ...message, channel: 'D1', channel_type: 'im' };
const changed = {
  type: 'message',
  subtype: 'message_changed',
  channel: 'CSHARED',
  channel_type: 'channel',
  ts: '1700000009.000200',
  hidden: true,
  message: { ...message, text: 'who was it?', edited: { user: 'UNURIA', ts: '1700000009.000000' } },
  previous_message: message,
};

describe('readHeard() hears people', () => {
  test('a mention is addressed, and begins a thread of its own', () => {
    expect(readHeard(mention, BOT)).toEqual({
      channel: 'CSHARED',
      threadTs: mention.ts,
      isRoot: true,
      ts: mention.ts,
      user: 'UNURIA',
      team: 'TOTHER',
      text: mention.text,
      files: [],
      change: 'new',
      changeTs: '',
      isMention: true,
      isAddressed: true,
    });
  });

  test('a direct message is addressed without a mention', () => {
    expect(readHeard(direct, BOT)).toMatchObject({ isAddressed: true, isMention: false });
  });

  test('talk in a thread is heard and not addressed', () => {
    const heard = readHeard({ ...message, thread_ts: '1699999999.000100' }, BOT);
    expect(heard).toMatchObject({
      isAddressed: false,
      isRoot: false,
      threadTs: '1699999999.000100',
    });
  });

  test('a message with replies that is deleted leaves a tombstone, which is no edit', () => {
    const tombstone = { ...message, subtype: 'tombstone', user: 'USLACKBOT', text: 'Deleted.' };
    expect(readHeard({ ...changed, message: tombstone }, BOT)).toMatchObject({
      change: 'deleted',
      user: 'UNURIA',
      text: '',
    });
  });

  test.each([
    ['its name written out', `<@${BOT}|media desk> who?`],
    ['a mention in the middle', `so <@${BOT}>, who?`],
  ])('a message that mentions it is addressed: %s', (_, text) => {
    expect(readHeard({ ...message, text }, BOT)?.isAddressed).toBe(true);
  });

  test('a mention of somebody whose id begins alike is none', () => {
    expect(readHeard({ ...message, text: `<@${BOT}9> who?` }, BOT)?.isMention).toBe(false);
  });

  test('files come with their names', () => {
    const files = [
      { id: 'F1', name: 'brief.pdf' },
      { id: 'F2', file_access: 'check_file_info' },
    ];
    expect(readHeard({ ...direct, subtype: 'file_share', files }, BOT)?.files).toEqual([
      'brief.pdf',
      'file',
    ]);
  });

  test('an edit is the message in its new words', () => {
    const heard = readHeard(changed, BOT);
    expect(heard).toMatchObject({
      change: 'edited',
      changeTs: '1700000009.000200',
      ts: message.ts,
      text: 'who was it?',
    });
    expect(heard && answerKey(heard)).toBe(`CSHARED:${message.ts}`);
  });

  test('a deletion is the message without words', () => {
    expect(
      readHeard({ ...changed, subtype: 'message_deleted', message: undefined }, BOT),
    ).toMatchObject({
      change: 'deleted',
      ts: message.ts,
      text: '',
    });
  });
});

describe('readHeard() hears nothing in', () => {
  test.each<[string, unknown]>([
    ['what a bot says', { ...message, bot_id: 'B1' }],
    ['a message of the bot’s own', { ...message, user: BOT }],
    [
      'an old bot message',
      { type: 'message', subtype: 'bot_message', channel: 'C', ts: '1.1', text: 'x' },
    ],
    ['somebody joining', { ...message, subtype: 'channel_join' }],
    ['an edit by a bot', { ...changed, message: { ...changed.message, bot_id: 'B1' } }],
    ['a link that unfurled', { ...changed, message: { ...message, attachments: [{}] } }],
    ['a thread that grew', { ...message, subtype: 'message_replied' }],
    ['a reaction', { type: 'reaction_added', user: 'U1', item: {} }],
    ['a message that nobody wrote', { type: 'message', channel: 'C', ts: '1.1' }],
    ['nothing', undefined],
    ['a word', 'message'],
  ])('%s', (_, event) => {
    expect(readHeard(event, BOT)).toBeUndefined();
  });
});
