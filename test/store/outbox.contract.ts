import { expect, test } from 'vitest';
import type { Queued } from '../../src/enquiries/notice.ts';
import type { OutboxItem } from '../../src/enquiries/outbox.ts';
import type { Store } from '../../src/store/open-store.ts';
import { minutesAfter, nine } from '../enquiries/an-enquiry.ts';
import type { OpenEmpty } from './store.contract.ts';

const answer = (eventId: string, channel = 'C1', threadTs = '1.1'): Queued => ({
  notice: {
    kind: 'answer',
    eventId,
    question: 'q',
    userId: 'U1',
    teamId: 'T1',
    isStaff: true,
    channel,
    threadTs,
  },
});
const card = (enquiryId: string): Queued => ({ notice: { kind: 'card', enquiryId } });
const sent = { kind: 'sent', channel: 'C1', ts: '9.9' } as const;
const later = (minutes: number) => minutesAfter(nine, minutes);

const take = (store: Store, now = nine, leaseMs = 60_000) => store.nextOutbox({ now, leaseMs });
const keys = (items: readonly OutboxItem[]) => items.map(({ key }) => key);
const only = ([item, ...rest]: readonly OutboxItem[]): OutboxItem => {
  expect(rest).toEqual([]);
  return item as OutboxItem;
};

export function outboxContract(open: OpenEmpty) {
  test('the outbox gives the oldest of each lane, one at a time, in order', async () => {
    const store = await open();
    await store.queue([answer('a'), answer('b'), answer('c', 'C2')], nine);
    const first = await take(store);
    expect(keys(first)).toEqual(['answer:a', 'answer:c']);
    expect(await take(store)).toEqual([]);
    await store.settle(first[0] as OutboxItem, sent, { now: nine });
    expect(keys(await take(store))).toEqual(['answer:b']);
  });

  test('a notice is told once, however often it is queued', async () => {
    const store = await open();
    await store.queue([answer('a'), answer('a')], nine);
    await store.settle(only(await take(store)), sent, { now: nine });
    await store.queue([answer('a')], later(1));
    expect(await take(store, later(2))).toEqual([]);
    expect(await store.findPosted('answer:a')).toMatchObject({ channel: 'C1', ts: '9.9' });
    expect((await store.findPostedAt('C1', '9.9'))?.key).toBe('answer:a');
    expect(await store.findPostedAt('C1', '8.8')).toBeUndefined();
  });

  test('a notice that nobody has begun to tell can be withdrawn, and no other', async () => {
    const store = await open();
    await store.queue([answer('a'), answer('b')], nine);
    expect(await store.hasNotice('answer:b')).toBe(true);
    expect(await store.withdrawNotice('answer:b')).toBe(true);
    expect(await store.hasNotice('answer:b')).toBe(false);
    await take(store);
    expect(await store.withdrawNotice('answer:a')).toBe(false);
    expect(await store.hasNotice('answer:a')).toBe(true);
  });

  test('cards asked for several times are told once, and again after each telling that was overtaken', async () => {
    const store = await open();
    await store.queue([card('e'), card('e')], nine);
    const item = only(await take(store));
    await store.queue([card('e')], nine);
    expect(await take(store)).toEqual([]);
    await store.settle(item, sent, { now: nine });
    const again = only(await take(store));
    expect(again.key).toBe('card:e');
    await store.settle(again, sent, { now: nine });
    expect(await take(store)).toEqual([]);
    await store.queue([card('e')], later(1));
    expect(keys(await take(store, later(1)))).toEqual(['card:e']);
  });

  test('a notice with a due instant waits for it and holds nobody up meanwhile', async () => {
    const store = await open();
    await store.queue([{ ...answer('a'), due: later(1) }, answer('b')], nine);
    const first = only(await take(store));
    expect(first.key).toBe('answer:b');
    await store.settle(first, sent, { now: nine });
    expect(await take(store, new Date(later(1).getTime() - 1))).toEqual([]);
    expect(keys(await take(store, later(1)))).toEqual(['answer:a']);
  });

  test('a failed telling is tried again when its time comes and keeps its place in the lane', async () => {
    const store = await open();
    await store.queue([answer('a'), answer('b'), answer('c', 'C2')], nine);
    const [a, c] = await take(store);
    await store.settle(
      a as OutboxItem,
      { kind: 'try-later', at: later(5), reason: 'rate limited' },
      { now: nine },
    );
    await store.settle(c as OutboxItem, sent, { now: nine });
    expect(await take(store, later(4))).toEqual([]);
    const retried = only(await take(store, later(5)));
    expect(retried).toMatchObject({ key: 'answer:a', attempts: 2 });
  });

  test('a refused notice is given up and frees its lane', async () => {
    const store = await open();
    await store.queue([answer('a'), answer('b')], nine);
    const refusal = { kind: 'refused', reason: 'channel_not_found' } as const;
    await store.settle(only(await take(store)), refusal, { now: nine });
    expect(keys(await take(store))).toEqual(['answer:b']);
    expect((await store.queueState(nine)).outbox).toMatchObject({ waiting: 1, givenUp: 1 });
  });

  test('a place rests after a message and for as long as Slack asks', async () => {
    const store = await open();
    await store.queue([answer('a'), answer('b'), answer('c')], nine);
    await store.settle(only(await take(store)), sent, { now: nine, paceMs: 60_000 });
    expect(await take(store)).toEqual([]);
    const b = only(await take(store, later(1)));
    await store.restPlace('C1', later(10));
    await store.restPlace('C1', later(2));
    await store.settle(b, sent, { now: later(1), paceMs: 1_000 });
    expect(await take(store, later(9))).toEqual([]);
    expect(keys(await take(store, later(10)))).toEqual(['answer:c']);
  });

  test('what is about something else does not wait for a lane that fails', async () => {
    const store = await open();
    await store.queue([answer('a'), answer('b'), answer('c', 'C1', '2.2'), card('e')], nine);
    const first = await take(store);
    expect(keys(first)).toEqual(['answer:a', 'answer:c', 'card:e']);
    for (const item of first)
      await store.settle(
        item,
        item.key === 'answer:a' ? { kind: 'try-later', at: later(5), reason: 'dead' } : sent,
        { now: nine },
      );
    await store.queue([answer('d', 'C1', '3.3')], nine);
    expect(keys(await take(store))).toEqual(['answer:d']);
  });

  test('a place gives one of its lanes at a time where a pace is kept, though a call hangs', async () => {
    const store = await open();
    await store.queue(
      [answer('a'), answer('b', 'C1', '2.2'), answer('c', 'C2'), answer('d', 'C1', '3.3')],
      nine,
    );
    const paced = (now: Date) => store.nextOutbox({ now, leaseMs: 60_000, paceMs: 1_000 });
    const at = (ms: number) => new Date(nine.getTime() + ms);
    expect(keys(await paced(nine))).toEqual(['answer:a', 'answer:c']);
    expect(keys(await paced(at(999)))).toEqual([]);
    expect(keys(await paced(at(1_000)))).toEqual(['answer:b']);
    expect(keys(await paced(at(2_000)))).toEqual(['answer:d']);
  });

  test('several at once keep the pace of a place together', async () => {
    const store = await open();
    await store.queue(
      Array.from({ length: 12 }, (_, n) => answer(`e${n}`, `C${n % 3}`, `${n}.1`)),
      nine,
    );
    const taken = await Promise.all(
      [1, 2, 3, 4].map(() => store.nextOutbox({ now: nine, leaseMs: 60_000, paceMs: 1_000 })),
    );
    expect(
      taken
        .flat()
        .map(({ place }) => place)
        .toSorted(),
    ).toEqual(['C0', 'C1', 'C2']);
  });

  test('a lease that ran out passes the notice on, and the late one learns that it lost it', async () => {
    const store = await open();
    await store.queue([answer('a')], nine);
    const dead = only(await take(store, nine, 60_000));
    expect(await take(store, new Date(later(1).getTime() - 1))).toEqual([]);
    const heir = only(await take(store, later(1), 60_000));
    expect(heir.attempts).toBe(2);
    expect(await store.settle(dead, sent, { now: later(1) })).toBe('lost');
    expect(await store.settle(heir, sent, { now: later(1) })).toBe('settled');
    expect(await store.settle(heir, sent, { now: later(1) })).toBe('lost');
  });

  test('several at once never take the same notice', async () => {
    const store = await open();
    const count = 30;
    await store.queue(
      Array.from({ length: count }, (_, n) => answer(`e${n}`, `C${n % 10}`)),
      nine,
    );
    const told: string[] = [];
    const worker = async () => {
      for (let idle = 0; idle < 3; ) {
        const items = await store.nextOutbox({ now: nine, leaseMs: 60_000, limit: 2 });
        idle = items.length === 0 ? idle + 1 : 0;
        for (const item of items) {
          told.push(item.key);
          await store.settle(item, sent, { now: nine });
        }
      }
    };
    await Promise.all([worker(), worker(), worker(), worker()]);
    await worker();
    expect(new Set(told).size).toBe(count);
    expect(told).toHaveLength(count);
    for (let lane = 0; lane < 10; lane++)
      expect(told.filter((key) => Number(key.slice(8)) % 10 === lane)).toEqual(
        [0, 10, 20].map((n) => `answer:e${n + lane}`),
      );
  });

  test('purge() forgets what was settled long ago and nothing that waits', async () => {
    const store = await open();
    await store.queue([answer('a'), answer('b')], nine);
    await store.settle(only(await take(store)), sent, { now: nine });
    expect(await store.purge(nine)).toBe(0);
    // Where an answer stands is known for thirty days more, for questions that are edited or deleted late.
    expect(await store.purge(later(1))).toBe(0);
    expect(await store.purge(later(30 * 24 * 60 + 1))).toBe(1);
    expect(keys(await take(store))).toEqual(['answer:b']);
  });
}
