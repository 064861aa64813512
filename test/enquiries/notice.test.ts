import fc from 'fast-check';
import { expect, test } from 'vitest';
import { laneOf, type Notice, noticeKey } from '../../src/enquiries/notice.ts';

const thread = { channel: 'CSHARED', threadTs: '1.1' };
const enquiryId = 'E1';

test.each<{ what: string; notice: Notice; lane: string }>([
  { what: 'a receipt', notice: { kind: 'receipt', enquiryId, ...thread }, lane: 'CSHARED' },
  {
    what: 'a reply',
    notice: { kind: 'reply', enquiryId, replyId: 'R', ...thread },
    lane: 'CSHARED',
  },
  { what: 'a card', notice: { kind: 'card', enquiryId }, lane: 'desk' },
  { what: 'a copy', notice: { kind: 'contact-card', enquiryId, userId: 'U1' }, lane: 'U1' },
  {
    what: 'a reminder to the desk',
    notice: { kind: 'reminder', enquiryId, step: 'half', userId: null, deadline: 'd' },
    lane: 'desk',
  },
  {
    what: 'a reminder to a person',
    notice: { kind: 'reminder', enquiryId, step: 'half', userId: 'U1', deadline: 'd' },
    lane: 'U1',
  },
])('$what goes to $lane', ({ notice, lane }) => {
  expect(laneOf(notice)).toBe(lane);
});

test('noticeKey() tells any two messages, edits and people apart', () => {
  const wrote = fc.record({
    kind: fc.constant('asker-wrote' as const),
    enquiryId: fc.constantFrom('E1', 'E2'),
    messageTs: fc.constantFrom('1.1', '1.2'),
    change: fc.constantFrom('new', 'edited', 'deleted'),
    changeTs: fc.constantFrom('', '2.2', '3.3'),
    text: fc.constant(''),
    userId: fc.constant('U1'),
    files: fc.constant<string[]>([]),
  });
  fc.assert(
    fc.property(wrote, wrote, (a, b) => {
      const same = JSON.stringify(a) === JSON.stringify(b);
      expect(noticeKey(a) === noticeKey(b)).toBe(same);
    }),
  );
});
