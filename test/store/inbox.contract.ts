import { expect, test } from 'vitest';
import type { InboxItem, Incoming } from '../../src/enquiries/inbox.ts';
import type { Store } from '../../src/store/open-store.ts';
import { minutesAfter, nine } from '../enquiries/an-enquiry.ts';
import type { OpenEmpty } from './store.contract.ts';

const event = (eventId: string, changes: Partial<Incoming> = {}): Incoming => ({
  eventId,
  lane: 'C1:1.1',
  order: `1700000000.${eventId}`,
  payload: { text: `hello \0 ${eventId}`, list: [1, '[2]'] },
  ...changes,
});
const later = (minutes: number) => minutesAfter(nine, minutes);
const take = (store: Store, now = nine) => store.nextInbox({ now, leaseMs: 60_000 });
const ids = (items: readonly InboxItem[]) => items.map(({ eventId }) => eventId);
const only = ([item, ...rest]: readonly InboxItem[]): InboxItem => {
  expect(rest).toEqual([]);
  return item as InboxItem;
};
const apology = {
  notice: { kind: 'apology', eventId: 'E1', userId: 'U1', channel: 'C1', threadTs: '1.1' },
} as const;

export function inboxContract(open: OpenEmpty) {
  test('an event is received once, and a message once though it comes as two events', async () => {
    const store = await open();
    expect(await store.receive(event('1'), nine)).toBe('new');
    expect(await store.receive(event('1'), nine)).toBe('duplicate');
    expect(await store.receive(event('2', { messageKey: 'C1:1.2' }), nine)).toBe('new');
    expect(await store.receive(event('3', { messageKey: 'C1:1.2' }), nine)).toBe('duplicate');
    const together = await Promise.all([1, 2, 3].map(() => store.receive(event('4'), nine)));
    expect(together.toSorted()).toEqual(['duplicate', 'duplicate', 'new']);
  });

  test('an event that was worked off is still known when Slack repeats it', async () => {
    const store = await open();
    await store.receive(event('1'), nine);
    await store.doneInbox(only(await take(store)), { notices: [] }, nine);
    expect(await store.receive(event('1'), later(60))).toBe('duplicate');
    expect(await take(store, later(60))).toEqual([]);
  });

  test('the inbox gives the payload back as it came, in the order of each thread', async () => {
    const store = await open();
    for (const incoming of [event('2'), event('1'), event('3', { lane: 'C2:7.7' })])
      await store.receive(incoming, nine);
    const items = await take(store);
    expect(ids(items)).toEqual(['1', '3']);
    expect(items[0]?.payload).toEqual(event('1').payload);
    await store.doneInbox(items[0] as InboxItem, { notices: [] }, nine);
    expect(ids(await take(store))).toEqual(['2']);
  });

  test('what is to be said is queued as the event is struck off, and only then', async () => {
    const store = await open();
    await store.receive(event('1'), nine);
    const dead = only(await take(store));
    const heir = only(await take(store, later(1)));
    const answers = [
      {
        key: '1',
        channel: 'C1',
        threadTs: '1.1',
        userId: 'U1',
        question: 'q',
        outcome: 'not-found' as const,
        quotes: [],
        at: nine,
      },
    ];
    expect(await store.doneInbox(dead, { notices: [apology], answers }, later(1))).toBe('lost');
    expect(await store.nextOutbox({ now: later(1), leaseMs: 1 })).toEqual([]);
    expect(await store.lastAnswer({ channel: 'C1', threadTs: '1.1' })).toBeUndefined();

    expect(heir.attempts).toBe(2);
    expect(await store.doneInbox(heir, { notices: [apology], answers }, later(1))).toBe('done');
    const said = await store.nextOutbox({ now: later(1), leaseMs: 1 });
    expect(said.map(({ key }) => key)).toEqual(['apology:E1']);
    expect(await store.lastAnswer({ channel: 'C1', threadTs: '1.1' })).toEqual(answers[0]);
  });

  test('a failed event is tried again later and holds its thread, not the others', async () => {
    const store = await open();
    for (const incoming of [event('1'), event('2'), event('3', { lane: 'C2:7.7' })])
      await store.receive(incoming, nine);
    const [first, other] = await take(store);
    await store.failInbox(first as InboxItem, { retryAt: later(5), reason: 'store was busy' });
    await store.doneInbox(other as InboxItem, { notices: [] }, nine);
    expect(await take(store, later(4))).toEqual([]);
    expect(only(await take(store, later(5)))).toMatchObject({ eventId: '1', attempts: 2 });
  });

  test('a poison event is set aside with an apology and frees its thread', async () => {
    const store = await open();
    await store.receive(event('1'), nine);
    await store.receive(event('2'), nine);
    const poison = only(await take(store));
    await store.setAside(poison, { reason: 'bug', notices: [apology] }, nine);
    expect(ids(await take(store))).toEqual(['2']);
    expect(await store.nextOutbox({ now: nine, leaseMs: 1 })).toHaveLength(1);
    const state = await store.queueState(nine);
    expect(state.inbox).toEqual({ waiting: 1, oldest: nine, givenUp: 1 });
  });
}
