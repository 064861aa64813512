import { describe, expect, onTestFinished, test } from 'vitest';
import type { Incoming } from '../../src/enquiries/inbox.ts';
import { NOTICES, noticesIn, takeKept } from '../../src/slack/work-inbox.ts';
import { anEmptyStore } from '../enquiries/a-desk.ts';

const event = {
  type: 'app_mention',
  channel: 'C1',
  user: 'U1',
  text: '<@UBOT> who?',
  ts: '1700000000.000100',
};

const incoming = (more: Partial<Incoming> = {}, about: Record<string, unknown> = {}): Incoming => ({
  eventId: 'Ev1',
  lane: 'C1:1',
  order: '1',
  payload: { type: 'event_callback', event_id: 'Ev1', event: { ...event, ...about } },
  ...more,
});

/** An inbox before listeners that do as told. */
async function anInbox(listen: (notices: unknown[], eventId: string) => void) {
  const store = await anEmptyStore();
  onTestFinished(() => store.close());
  let now = new Date('2026-11-25T06:00:00Z');
  const worked: string[] = [];
  const app = {
    processEvent: async ({
      body,
      customProperties,
    }: Parameters<Parameters<typeof takeKept>[0]['app']['processEvent']>[0]) => {
      const eventId = String(body.event_id);
      worked.push(eventId);
      listen((customProperties?.[NOTICES] ?? []) as unknown[], eventId);
    },
  };
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  return {
    store,
    worked,
    receive: (one: Incoming) => store.receive(one, now),
    pass: async (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000);
      const take = () =>
        takeKept({ app, inbox: store, now: () => now, log, mask: (text) => text }, 20);
      for (let jobs = await take(); jobs.length > 0; jobs = await take())
        await Promise.all(jobs.map((job) => job()));
      return worked.length;
    },
    queued: async () => (await store.nextOutbox({ now, leaseMs: 1 })).map(({ notice }) => notice),
  };
}

const answer = {
  notice: { kind: 'apology', eventId: 'Ev1', userId: 'U1', channel: 'C1', threadTs: '1.1' },
};

describe('an event that was kept', () => {
  test('is worked off once, and what its listener says is queued with it', async () => {
    const { receive, pass, queued, worked } = await anInbox((notices) => notices.push(answer));
    await receive(incoming());
    await receive(incoming());
    await pass(0);
    await pass(60);
    expect(worked).toEqual(['Ev1']);
    expect(await queued()).toEqual([answer.notice]);
  });

  test('says nothing when its listener fails half-way, and is tried again with growing pauses', async () => {
    let fails = 2;
    const { receive, pass, queued } = await anInbox((notices) => {
      notices.push(answer);
      fails -= 1;
      if (fails >= 0) throw new Error('the store was busy');
    });
    await receive(incoming());
    expect(await pass(0)).toBe(1);
    expect(await queued()).toEqual([]);
    expect(await pass(0.9)).toBe(1);
    expect(await pass(0.2)).toBe(2);
    expect(await pass(3.8)).toBe(2);
    expect(await pass(0.3)).toBe(3);
    expect(await queued()).toEqual([answer.notice]);
  });

  test('holds up its own thread while it is tried again, and no other', async () => {
    let isBroken = true;
    const { receive, pass, worked } = await anInbox((_, eventId) => {
      if (isBroken && eventId === 'Ev1') throw new Error('busy');
    });
    await receive(incoming());
    const later = { type: 'event_callback', event_id: 'Ev2', event };
    await receive(incoming({ eventId: 'Ev2', order: '2', payload: later }));
    await receive(
      incoming({ eventId: 'Ev3', lane: 'C2:1', payload: { ...later, event_id: 'Ev3' } }),
    );
    await pass(0);
    expect(worked.toSorted()).toEqual(['Ev1', 'Ev3']);
    isBroken = false;
    await pass(2);
    expect(worked.slice(2)).toEqual(['Ev1', 'Ev2']);
  });
});

describe('an event that fails again and again', () => {
  const always = () => {
    throw new Error('poison');
  };
  const untilGivenUp = async ({ pass }: { pass: (seconds: number) => Promise<number> }) => {
    for (let tries = 0; tries < 8; tries += 1) await pass(3600);
  };

  test('is set aside after five tries, with an apology to whoever addressed the bot, and the desk is told', async () => {
    const inbox = await anInbox(always);
    await inbox.receive(incoming());
    await untilGivenUp(inbox);
    expect(inbox.worked).toHaveLength(5);
    expect(await inbox.queued()).toEqual([
      {
        kind: 'apology',
        eventId: 'Ev1',
        userId: 'U1',
        channel: 'C1',
        threadTs: '1700000000.000100',
      },
      { kind: 'trouble', id: 'set-aside:Ev1', text: expect.stringContaining('<@U1>') },
    ]);
  });

  test.each<[string, Record<string, unknown>, number]>([
    ['a direct message', { type: 'message', channel_type: 'im' }, 1],
    ['a mention in a thread', { thread_ts: '1699999999.000100' }, 1],
    [
      'talk between people in a thread',
      { type: 'message', channel_type: 'channel', thread_ts: '1.1' },
      0,
    ],
    ['something without words', { type: 'app_home_opened', ts: undefined }, 0],
  ])('%s gets %#', async (_, about, apologies) => {
    const inbox = await anInbox(always);
    await inbox.receive(incoming({}, about));
    await untilGivenUp(inbox);
    const told = (await inbox.queued()).map(({ kind }) => kind);
    expect(told.filter((kind) => kind === 'apology')).toHaveLength(apologies);
    expect(told).toContain('trouble');
  });

  test('no longer holds up its thread', async () => {
    const inbox = await anInbox((_, eventId) => {
      if (eventId === 'Ev1') throw new Error('poison');
    });
    await inbox.receive(incoming());
    await inbox.receive(
      incoming({
        eventId: 'Ev2',
        order: '2',
        payload: { type: 'event_callback', event_id: 'Ev2', event },
      }),
    );
    await untilGivenUp(inbox);
    expect(inbox.worked.at(-1)).toBe('Ev2');
  });
});

test('a listener that is called past the inbox is a bug, and says so', () => {
  expect(() => noticesIn({})).toThrow('did not come through the inbox');
});
