import { describe, expect, test } from 'vitest';
import { firstUnread, timelineOf } from '../../../../src/practice/page/seat/timeline.ts';
import type { Message } from '../../../../src/practice/seat-api.ts';

const said = (iso: string, authorId = 'U1', more: Partial<Message> = {}): Message => ({
  ts: `${Date.parse(iso) / 1000}.000100`,
  threadTs: null,
  authorId,
  text: 'words',
  blocks: [],
  ephemeral: false,
  edited: false,
  files: [],
  reactions: [],
  replyCount: 0,
  faults: [],
  ...more,
});
const options = { zone: 'Asia/Singapore', now: new Date('2019-11-20T04:00:00Z'), newFrom: null };
const kinds = (messages: readonly Message[], newFrom: string | null = null) =>
  timelineOf(messages, { ...options, newFrom }).map((item) =>
    item.kind === 'day'
      ? item.label
      : item.kind === 'new'
        ? 'new'
        : item.continued
          ? 'more'
          : 'said',
  );

describe('timelineOf()', () => {
  test('draws a line for each day of the reader', () => {
    const messages = [said('2019-11-19T15:59:00Z'), said('2019-11-19T16:01:00Z')];
    expect(kinds(messages)).toEqual(['Yesterday', 'said', 'Today', 'said']);
  });

  test('says an author once for what follows within five minutes', () => {
    const messages = [
      said('2019-11-20T01:00:00Z'),
      said('2019-11-20T01:04:00Z'),
      said('2019-11-20T01:10:00Z'),
      said('2019-11-20T01:11:00Z', 'U2'),
      said('2019-11-20T01:11:30Z', 'U2', { ephemeral: true }),
    ];
    expect(kinds(messages)).toEqual(['Today', 'said', 'more', 'said', 'said', 'said']);
  });

  test('draws the line New above the first message that is', () => {
    const messages = [said('2019-11-20T01:00:00Z'), said('2019-11-20T01:01:00Z')];
    expect(kinds(messages, messages[1]?.ts ?? '')).toEqual(['Today', 'said', 'new', 'said']);
  });
});

describe('firstUnread()', () => {
  const messages = [
    said('2019-11-20T01:00:00Z', 'U2'),
    said('2019-11-20T01:01:00Z', 'U1'),
    said('2019-11-20T01:02:00Z', 'U2'),
  ];

  test.each([
    [0, null],
    [1, messages[2]?.ts],
    [2, messages[0]?.ts],
    [9, messages[0]?.ts],
  ])('with %i unread, one’s own messages do not count', (unread, ts) => {
    expect(firstUnread(messages, unread, 'U1')).toBe(ts);
  });
});
