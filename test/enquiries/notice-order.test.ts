import { expect, test } from 'vitest';
import type { Notice } from '../../src/enquiries/notice.ts';
import { orderOf, placeOf } from '../../src/enquiries/notice-order.ts';

const apology = (channel: string, threadTs: string): Notice => ({
  kind: 'apology',
  eventId: 'Ev1',
  userId: 'U1',
  channel,
  threadTs,
});
const card: Notice = { kind: 'card', enquiryId: 'E1' };

test.each<[string, Notice, Notice]>([
  ['two words in one thread', apology('C1', '1.1'), apology('C1', '1.1')],
  [
    'a card and what is said below it',
    card,
    { kind: 'reminder', enquiryId: 'E1', step: 'half', userId: null, deadline: 'd' },
  ],
  [
    'an answer and the receipt under it',
    apology('C1', '1.1'),
    { kind: 'receipt', enquiryId: 'E1', channel: 'C1', threadTs: '1.1' },
  ],
  [
    'two troubles',
    { kind: 'trouble', id: 'a', text: 'It fails.' },
    { kind: 'trouble', id: 'b', text: 'It works again.' },
  ],
])('%s are told in order', (_, one, other) => {
  expect(orderOf(one)).toBe(orderOf(other));
});

test.each<[string, Notice, Notice]>([
  ['two threads of a channel', apology('C1', '1.1'), apology('C1', '2.2')],
  ['the cards of two enquiries', card, { kind: 'card', enquiryId: 'E2' }],
  [
    'the copies of two enquiries that one person gets',
    { kind: 'contact-card', enquiryId: 'E1', userId: 'U1' },
    { kind: 'contact-card', enquiryId: 'E2', userId: 'U1' },
  ],
])('%s do not wait for one another, but share the pace of their place', (_, one, other) => {
  expect(orderOf(one)).not.toBe(orderOf(other));
  expect(placeOf(orderOf(one))).toBe(placeOf(orderOf(other)));
});
