import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/enquiries/chain-events.ts';
import { verifyRecords } from '../../src/enquiries/verify-records.ts';
import { raceClaims } from '../bench/claim-pairs.ts';
import {
  anEnquiry,
  anEvent,
  changed,
  claimedBy,
  minutesAfter,
  nine,
} from '../enquiries/an-enquiry.ts';
import type { OpenEmpty } from './store.contract.ts';

const id = (n: number) => `5b0c6c1e-7a9f-4b53-8a52-${String(n).padStart(12, '0')}`;
const event = anEvent();

/** Another enquiry, differing in what must be unique. */
const another = (n: number, changes: Parameters<typeof anEnquiry>[0] = {}) =>
  anEnquiry({ id: id(n), key: `V${n}`, reference: `ME-26-100${n}`, ...changes });

export function enquiriesContract(open: OpenEmpty) {
  test('save() keeps every field, whatever characters people use', async () => {
    const store = await open();
    const enquiry = anEnquiry({
      question: 'NUL \0, half a pair \uD83D, “quotes”, 😀, [1,2], \u202E',
      outlet: 'Ünïcode \0 Times',
    });
    await store.save({ enquiry, event, notices: [] });
    expect(canonicalJson(await store.find(enquiry.id))).toBe(canonicalJson(enquiry));
    expect((await store.find(enquiry.id))?.deadline?.at).toEqual(minutesAfter(nine, 180));
    expect((await verifyRecords(store)).broken).toEqual([]);
  });

  test('an enquiry is found by reference, key, thread and card, and by nothing else', async () => {
    const store = await open();
    const enquiry = anEnquiry({ card: { channel: 'CDESK', ts: '1.2' } });
    await store.save({ enquiry, event, notices: [] });
    const { threadTs } = enquiry.origin;
    expect((await store.findByReference('ME-26-0001'))?.id).toBe(enquiry.id);
    expect((await store.findByKey('V1'))?.id).toBe(enquiry.id);
    expect((await store.findByCard('CDESK', '1.2'))?.id).toBe(enquiry.id);
    expect((await store.findByThread('CSHARED', threadTs)).map((one) => one.id)).toEqual([
      enquiry.id,
    ]);
    expect(await store.find(id(9))).toBeUndefined();
    expect(await store.findByCard('COTHER', '1.2')).toBeUndefined();
    expect(await store.findByThread('COTHER', threadTs)).toEqual([]);
  });

  test('save() refuses a version that somebody else has overtaken, and saves nothing of it', async () => {
    const store = await open();
    const first = anEnquiry();
    expect(await store.save({ enquiry: first, event, notices: [] })).toBe('saved');
    const mary = claimedBy(first, 'UMARY');
    const john = claimedBy(first, 'UJOHN');
    expect(await store.save({ enquiry: mary, event, notices: [] })).toBe('saved');
    const card = { notice: { kind: 'card', enquiryId: first.id } } as const;
    expect(await store.save({ enquiry: john, event, notices: [card] })).toBe('stale');
    expect(await store.find(first.id)).toMatchObject({ version: 2, owner: 'UMARY' });
    expect(await store.timeline(first.id)).toHaveLength(2);
    expect(await store.nextOutbox({ now: nine, leaseMs: 1 })).toEqual([]);
  });

  test('save() refuses a second enquiry from the same submission', async () => {
    const store = await open();
    await store.save({ enquiry: anEnquiry(), event, notices: [] });
    const again = another(2, { key: 'V1' });
    expect(await store.save({ enquiry: again, event, notices: [] })).toBe('stale');
    expect(await store.ids()).toHaveLength(1);
  });

  test('save() queues the notices with the enquiry or saves neither', async () => {
    const store = await open();
    const enquiry = anEnquiry();
    const sound = { notice: { kind: 'card', enquiryId: enquiry.id } } as const;
    const broken = { notice: { kind: 'card', enquiryId: 7 } } as unknown as typeof sound;
    await expect(store.save({ enquiry, event, notices: [sound, broken] })).rejects.toThrow();
    expect(await store.find(enquiry.id)).toBeUndefined();
    expect(await store.nextOutbox({ now: nine, leaseMs: 1 })).toEqual([]);

    await store.save({ enquiry, event, notices: [sound] });
    const items = await store.nextOutbox({ now: nine, leaseMs: 1 });
    expect(items.map(({ key }) => key)).toEqual([`card:${enquiry.id}`]);
  });

  test('of two who claim at the same moment one wins and the other is told who, 200 times', async () => {
    const store = await open();
    const counts = await raceClaims([store, store], 200, 4);
    expect(counts).toEqual({
      pairs: 200,
      doubled: 0,
      unclaimed: 0,
      mistold: 0,
      met: expect.any(Number),
      brokenChains: 0,
      details: [],
    });
    // Two who never met would prove nothing.
    expect(counts.met).toBeGreaterThan(20);
  }, 120_000);

  test('list() narrows by state, outlet, owner and asker; live ones come by deadline', async () => {
    const store = await open();
    const { deadline: _, ...timeless } = another(1, { outlet: 'The  DAILY' });
    const late = another(2);
    const soon = another(3, {
      deadline: { at: minutesAfter(nine, 5), words: 'soon', zone: 'Asia/Singapore', setAt: nine },
      outlet: 'Evening Post',
      createdAt: minutesAfter(nine, 1),
    });
    for (const enquiry of [timeless, late, soon]) await store.save({ enquiry, event, notices: [] });
    await store.save({ enquiry: claimedBy(soon, 'UMARY'), event, notices: [] });

    const listed = async (filter: Parameters<typeof store.list>[0]) =>
      (await store.list(filter)).map(({ reference }) => reference.slice(-1));
    expect(await listed({ live: true })).toEqual(['3', '2', '1']);
    expect(await listed({ live: true, limit: 1 })).toEqual(['3']);
    expect(await listed({})).toEqual(['3', '2', '1']);
    expect(await listed({ statuses: ['open'] })).toEqual(['2', '1']);
    expect(await listed({ outlet: 'the daily' })).toEqual(['2', '1']);
    expect(await listed({ owner: 'UMARY' })).toEqual(['3']);
    expect(await listed({ askerId: 'UNOBODY' })).toEqual([]);
  });

  test('dueBefore() finds what has a reminder due, most urgent first', async () => {
    const store = await open();
    const deadline = (minutes: number) => ({
      at: minutesAfter(nine, minutes),
      words: '',
      zone: 'Asia/Singapore',
      setAt: nine,
    });
    const { deadline: _, ...timeless } = another(3);
    for (const enquiry of [
      another(1, { deadline: deadline(60) }),
      another(2, { deadline: deadline(40) }),
      timeless,
    ])
      await store.save({ enquiry, event, notices: [] });

    const due = async (minutes: number) =>
      (await store.dueBefore(minutesAfter(nine, minutes))).map((one) => one.reference.slice(-1));
    expect(await due(19)).toEqual([]);
    expect(await due(20)).toEqual(['2']);
    expect(await due(30)).toEqual(['2', '1']);
  });

  test('nextNumber() never gives a number twice and counts each year from one', async () => {
    const store = await open();
    const numbers = await Promise.all(Array.from({ length: 20 }, () => store.nextNumber(2026)));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    expect(await store.nextNumber(2027)).toBe(1);
  });

  test('save() with a notice to cancel saves nothing once somebody has begun to tell it', async () => {
    const store = await open();
    const first = anEnquiry();
    const reply = {
      kind: 'reply',
      enquiryId: first.id,
      replyId: 'R1',
      channel: 'CSHARED',
      threadTs: '1.1',
    } as const;
    const notices = [{ notice: reply, due: minutesAfter(nine, 1) }];
    await store.save({ enquiry: first, event, notices });
    const cancel = `reply:${first.id}:R1`;
    const second = changed(first);
    expect(await store.save({ enquiry: second, event, notices: [], cancel })).toBe('saved');
    expect(await store.nextOutbox({ now: minutesAfter(nine, 2), leaseMs: 1 })).toEqual([]);

    const third = changed(second);
    await store.save({ enquiry: third, event, notices });
    await store.nextOutbox({ now: minutesAfter(nine, 2), leaseMs: 60_000 });
    const fourth = changed(third, { question: 'changed' });
    expect(await store.save({ enquiry: fourth, event, notices: [], cancel })).toBe('too-late');
    expect(await store.find(first.id)).toMatchObject({ version: 3, question: first.question });
  });

  test('an erasure empties the details of all earlier events and the chain still holds', async () => {
    const store = await open();
    const first = anEnquiry();
    await store.save({ enquiry: first, event, notices: [] });
    await store.save({
      enquiry: changed(first, { question: '', erasedAt: nine }),
      event: anEvent({ what: 'erased' }),
      notices: [],
      erase: true,
    });
    const events = await store.timeline(first.id);
    expect(events.map(({ details }) => details === null)).toEqual([true, false]);
    expect((await verifyRecords(store)).broken).toEqual([]);
  });
}
