import { describe, expect, test } from 'vitest';
import {
  answeredQuestion,
  hasLookedUp,
  isReading,
  type Progress,
  receipt,
  reply,
} from '../../../../src/practice/page/tour/progress.ts';
import type {
  Conversation,
  Message,
  Person,
  SeatState,
} from '../../../../src/practice/seat-api.ts';

const person = (id: string, name: string, isBot = false): Person => ({
  id,
  name,
  isBot,
  title: '',
  workspace: '',
  isExternal: false,
  zone: 'UTC',
});
const people = [
  person('U1', 'Mei Tan'),
  person('U2', 'Núria Soler'),
  person('B1', 'Media Desk', true),
];
const said = (
  ts: string,
  authorId: string,
  text: string,
  more: Partial<Message> = {},
): Message => ({
  ts,
  threadTs: null,
  authorId,
  text,
  blocks: [],
  ephemeral: false,
  edited: false,
  files: [],
  reactions: [],
  replyCount: 0,
  faults: [],
  ...more,
});
const channel = (kind: Conversation['kind'], messages: Message[]): Conversation => ({
  id: 'C1',
  name: 'c',
  kind,
  topic: '',
  memberIds: ['U1', 'U2', 'B1'],
  unread: 0,
  messages,
});
const seat = (name: 'staff' | 'journalist', conversation: Conversation): SeatState => ({
  seat: name,
  me: people[name === 'staff' ? 0 : 1] ?? person('U0', ''),
  workspace: '',
  people,
  conversations: [conversation],
  commands: [],
  messageShortcuts: [],
  modals: [],
  home: null,
  now: '2026-03-02T02:00:00Z',
});
const journalist = (messages: Message[], more: Partial<Progress> = {}): Progress => ({
  seats: { journalist: seat('journalist', channel('shared', messages)) },
  since: 100,
  written: [],
  openThread: null,
  ...more,
});
const question = said('101', 'U2', '<@B1> which sectors?');

describe('the tour sees what was done from what the seats show', () => {
  test('a look-up is a private answer of an app to staff', () => {
    const staff = (message: Message): Progress => ({
      ...journalist([]),
      seats: { staff: seat('staff', channel('channel', [message])) },
    });
    expect(hasLookedUp(staff(said('101', 'B1', '1 release', { ephemeral: true })))).toBe(true);
    expect(hasLookedUp(staff(said('101', 'B1', '1 release')))).toBe(false);
    expect(hasLookedUp(staff(said('99', 'B1', '1 release', { ephemeral: true })))).toBe(false);
  });

  test('a question is answered in its own thread, after the step began', () => {
    const answer = said('102', 'B1', 'Five sectors', { threadTs: '101' });
    expect(answeredQuestion(journalist([question, answer]))).toBe(answer);
    expect(answeredQuestion(journalist([question]))).toBeNull();
    expect(answeredQuestion(journalist([question, { ...answer, threadTs: '50' }]))).toBeNull();
    expect(answeredQuestion(journalist([{ ...question, ts: '99' }, answer]))).toBeNull();
    expect(answeredQuestion(journalist([{ ...question, text: 'which?' }, answer]))).toBeNull();
  });

  test('a receipt names a reference, be it in the text or in a block', () => {
    const plain = said('103', 'B1', 'Your question is with the press office: ME-26-0007.');
    const inBlock = said('103', 'B1', '', {
      blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*ME-26-0007*' } }],
    });
    expect(receipt(journalist([plain]))).toBe(plain);
    expect(receipt(journalist([inBlock]))).toBe(inBlock);
    expect(receipt(journalist([said('103', 'B1', 'on 26-07')]))).toBeNull();
  });

  test('a reply holds the words that were written in a form, whatever marks stand around them', () => {
    const written = [
      'not my words at all',
      'The 2026 budget is not announced: “we will write” & soon.',
    ];
    const sent = said(
      '104',
      'B1',
      '> The 2026 budget is not announced: “we will write” &amp; soon.',
      { threadTs: '101' },
    );
    expect(reply(journalist([sent], { written }))).toBe(sent);
    expect(reply(journalist([sent]))).toBeNull();
    expect(isReading(journalist([sent], { openThread: '101' }), sent)).toBe(true);
    expect(isReading(journalist([sent], { openThread: '55' }), sent)).toBe(false);
  });
});
