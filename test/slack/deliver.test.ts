import { webApi } from '@slack/bolt';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Notice } from '../../src/enquiries/notice.ts';
import type { OutboxItem } from '../../src/enquiries/outbox.ts';
import { openLocalSlack } from '../../src/practice/local-slack.ts';
import { practiceWorld } from '../../src/practice/world.ts';
import { newDeliveryMemory, takeDue } from '../../src/slack/deliver.ts';
import type { Rendering } from '../../src/slack/render-notice.ts';
import { findSent, sendMessage } from '../../src/slack/send-message.ts';
import { plainMessage } from '../../src/slack/views/plain-message.ts';
import { anEmptyStore } from '../enquiries/a-desk.ts';

const NEWSROOM = 'C0NEWSR00M';
const DESK = 'C0PRESSDSK';
const MEI = 'U0ME1TAN01';
const NOW = new Date('2026-11-25T06:00:00Z');

/** A notice that says its own number where it is told to. */
const notice = (number: number, channel = NEWSROOM, threadTs = '1.1'): Notice => ({
  kind: 'apology',
  eventId: `E${number}`,
  userId: MEI,
  channel,
  threadTs,
});

const said = ({ notice: one }: OutboxItem) => ('eventId' in one ? one.eventId : '');

const plainly = (item: OutboxItem): Rendering => ({
  kind: 'send',
  target: { channel: item.place },
  message: plainMessage(said(item)),
});

/** An outbox before a local Slack, with a clock that is moved by hand. */
async function aDelivery(render: (item: OutboxItem) => Rendering = plainly, paceMs = 0) {
  let now = NOW;
  const slack = await openLocalSlack({ world: practiceWorld, now: () => now, messagePaceMs: 0 });
  onTestFinished(() => slack.close());
  const store = await anEmptyStore();
  onTestFinished(() => store.close());
  const client = new webApi.WebClient(practiceWorld.app.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 700,
    logger: {
      ...console,
      debug() {},
      info() {},
      warn() {},
      error() {},
      setLevel() {},
      setName() {},
      getLevel: () => 'error' as never,
    },
  });
  const told: string[] = [];
  const deps = {
    client,
    store,
    render: async (item: OutboxItem) => render(item),
    told: async (item: OutboxItem) => void told.push(said(item)),
    now: () => now,
    newId: () => 'x',
    log: { debug() {}, info() {}, warn() {}, error() {} },
    paceMs,
    mask: (text: string) => text,
    memory: newDeliveryMemory(),
  };
  return {
    slack,
    store,
    told,
    client,
    queue: (...notices: Notice[]) =>
      store.queue(
        notices.map((one) => ({ notice: one })),
        now,
      ),
    /** Moves the clock on and tells what is due then. */
    pass: async (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000);
      for (let jobs = await takeDue(deps, 20); jobs.length > 0; jobs = await takeDue(deps, 20))
        await Promise.all(jobs.map((job) => job()));
      return slack.messages(NEWSROOM).map(({ text }) => text);
    },
  };
}

describe('what others must be told', () => {
  test('is told in the order in which it arose, a lane at the pace that Slack takes', async () => {
    const { queue, pass, told } = await aDelivery(plainly, 1000);
    await queue(notice(1), notice(2), notice(3, DESK));
    expect(await pass(0)).toEqual(['E1']);
    expect(told).toEqual(expect.arrayContaining(['E1', 'E3']));
    expect(await pass(0.5)).toEqual(['E1']);
    expect(await pass(0.6)).toEqual(['E1', 'E2']);
  });

  test('waits as long as Slack asks, nothing overtakes it, and other lanes go on', async () => {
    const { slack, queue, pass, told } = await aDelivery();
    slack.failNext('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 30 });
    await queue(notice(1));
    expect(await pass(0)).toEqual([]);
    await queue(notice(2), notice(3, DESK));
    expect(await pass(20)).toEqual([]);
    expect(told).toEqual(['E3']);
    expect(await pass(11)).toEqual(['E1', 'E2']);
  });

  test.each([
    ['an answer that never came', { kind: 'silent-after-acting' } as const],
    ['a connection that broke after it', { kind: 'dropped', acting: true } as const],
    ['a connection that broke before it', { kind: 'dropped', acting: false } as const],
    ['a fault of Slack’s', { kind: 'status', status: 503 } as const],
    ['an error that says nothing', { kind: 'error', error: 'internal_error' } as const],
  ])('is told once, whatever Slack did: %s', async (_, failure) => {
    const { slack, queue, pass, told } = await aDelivery();
    slack.failNext('chat.postMessage', failure);
    await queue(notice(1), notice(2));
    await pass(0);
    expect(told).toEqual([]);
    expect(await pass(6)).toEqual(['E1', 'E2']);
    expect(told).toEqual(['E1', 'E2']);
  });

  test('holds up nothing but its own thread while Slack fails it', async () => {
    const { slack, queue, pass, told } = await aDelivery(plainly, 1000);
    slack.failNext('chat.postMessage', { kind: 'silent-after-acting' });
    await queue(notice(1, NEWSROOM, '1.1'), notice(2, NEWSROOM, '1.1'), notice(3, NEWSROOM, '2.2'));
    await pass(0);
    await pass(1);
    await pass(1);
    expect(told).toEqual(['E3']);
    await pass(5);
    await pass(1);
    expect(told).toEqual(['E3', 'E1', 'E2']);
  });

  test('is tried again within a minute when Slack is well again, however long it was not', async () => {
    const { slack, queue, pass, told } = await aDelivery();
    slack.failNext('chat.postMessage', { kind: 'dropped', acting: false }, 40);
    await queue(notice(1));
    for (let minutes = 0; minutes < 60; minutes += 1) await pass(60);
    expect(told).toEqual(['E1']);
  });

  test('waits while it cannot be found out whether it was told', async () => {
    const { slack, queue, pass } = await aDelivery();
    slack.failNext('chat.postMessage', { kind: 'silent-after-acting' });
    await queue(notice(1));
    await pass(0);
    slack.failNext('conversations.history', { kind: 'status', status: 500 });
    expect(await pass(6)).toEqual(['E1']);
    expect(await pass(60)).toEqual(['E1']);
  });

  test('goes to the person where the channel is gone', async () => {
    const { slack, queue, pass, told } = await aDelivery((item) => ({
      ...(plainly(item) as Extract<Rendering, { kind: 'send' }>),
      instead: MEI,
    }));
    slack.forget('C0HARB0URT');
    await queue(notice(1, 'C0HARB0URT'));
    await pass(0);
    expect(slack.directMessages(MEI).map(({ text }) => text)).toEqual(['E1']);
    expect(told).toEqual(['E1']);
  });

  test('is given up where Slack will never take it, and holds nothing up', async () => {
    const { slack, queue, pass, told, store } = await aDelivery();
    slack.failNext('chat.postMessage', { kind: 'error', error: 'is_archived' });
    await queue(notice(1), notice(2));
    expect(await pass(0)).toEqual(['E2']);
    await pass(3600);
    expect(told).toEqual(['E2']);
    expect(await store.findPosted('apology:E1')).toBeUndefined();
  });

  test('is kept while a token is wrong, and told when somebody has put that right', async () => {
    const { slack, queue, pass } = await aDelivery();
    slack.failNext('chat.postMessage', { kind: 'error', error: 'token_revoked' });
    await queue(notice(1));
    expect(await pass(0)).toEqual([]);
    expect(await pass(61)).toEqual(['E1']);
  });

  test('is changed in place, and posted anew where somebody deleted it', async () => {
    let place: { channel: string; ts: string } | undefined;
    const { slack, queue, pass } = await aDelivery((item) =>
      place === undefined
        ? plainly(item)
        : {
            kind: 'update',
            place,
            message: plainMessage(`${said(item)} changed`),
            target: { channel: NEWSROOM },
          },
    );
    await queue(notice(1));
    await pass(0);
    place = { channel: NEWSROOM, ts: slack.messages(NEWSROOM)[0]?.ts ?? '' };
    await queue(notice(2));
    expect(await pass(1)).toEqual(['E2 changed']);
    place = { channel: NEWSROOM, ts: '1.000001' };
    await queue(notice(3));
    expect(await pass(1)).toEqual(['E2 changed', 'E3 changed']);
  });

  test('may have nothing to say any more, or wait for something else', async () => {
    let isReady = false;
    const { queue, pass, told } = await aDelivery((item) =>
      said(item) === 'E1'
        ? { kind: 'drop', reason: 'undone' }
        : isReady
          ? plainly(item)
          : { kind: 'wait', reason: 'the card is not posted yet' },
    );
    await queue(notice(1), notice(2));
    expect(await pass(0)).toEqual([]);
    isReady = true;
    expect(await pass(2)).toEqual(['E2']);
    expect(told).toEqual(['E2']);
  });

  test('survives a fault of ours, and is told by the mended version', async () => {
    let isBroken = true;
    const { queue, pass } = await aDelivery((item) => {
      if (isBroken && said(item) === 'E1') throw new RangeError('a bug');
      return plainly(item);
    });
    await queue(notice(1), notice(3, DESK));
    expect(await pass(0)).toEqual([]);
    isBroken = false;
    expect(await pass(6)).toEqual(['E1']);
  });

  test('is given up where the fault stays, so that nothing waits behind it, and the desk hears of it', async () => {
    const { slack, queue, pass } = await aDelivery((item) => {
      if (said(item) === 'E1') throw new RangeError('a bug');
      return item.notice.kind === 'trouble'
        ? { kind: 'send', target: { channel: DESK }, message: plainMessage(item.notice.text) }
        : plainly(item);
    });
    await queue(notice(1), notice(2));
    for (let tries = 1; tries < 8; tries += 1) expect(await pass(301)).toEqual([]);
    expect(await pass(301)).toEqual(['E2']);
    await pass(1);
    expect(slack.messages(DESK).map(({ text }) => text)).toEqual([
      expect.stringContaining('could not be written'),
    ]);
  });

  test('rests altogether when Slack holds two channels back at once', async () => {
    const { slack, queue, pass, told } = await aDelivery();
    slack.failNext('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 30 }, 2);
    await queue(notice(1), notice(2, DESK));
    await pass(0);
    await queue(notice(3, MEI));
    await pass(20);
    expect(told).toEqual([]);
    await pass(11);
    expect(told.toSorted()).toEqual(['E1', 'E2', 'E3']);
  });
});

describe('a message is found again by its mark', () => {
  test('also far down a thread, which Slack gives from its beginning', async () => {
    const { slack, client } = await aDelivery();
    const root = await sendMessage(client, { channel: NEWSROOM }, plainMessage('root'), 'm0');
    if (root.kind !== 'sent') throw new Error(root.reason);
    const thread = { channel: NEWSROOM, threadTs: root.ts };
    for (let number = 0; number < 230; number += 1)
      await sendMessage(client, thread, plainMessage(`${number}`), `m${number + 1}`);
    const found = await findSent(client, thread, 'm230', NOW);
    expect(found).toEqual({ channel: NEWSROOM, ts: slack.messages(NEWSROOM).at(-1)?.ts });
    expect(await findSent(client, thread, 'm231', NOW)).toBeUndefined();
  });

  test('also under hundreds of later messages of a busy channel, but not from before it was queued', async () => {
    const { slack, client } = await aDelivery();
    const sent = await sendMessage(client, { channel: NEWSROOM }, plainMessage('notice'), 'm0');
    if (sent.kind !== 'sent') throw new Error(sent.reason);
    const mei = slack.as(MEI);
    for (let number = 0; number < 230; number += 1) await mei.say(NEWSROOM, `${number}`);
    const channel = { channel: NEWSROOM };
    expect(await findSent(client, channel, 'm0', NOW)).toMatchObject({ ts: sent.ts });
    const later = new Date(NOW.getTime() + 60 * 60_000);
    expect(await findSent(client, channel, 'm0', later)).toBeUndefined();
  });
});
