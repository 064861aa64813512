import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'yaml';
import { verifyRecords } from '../../src/enquiries/verify-records.ts';
import { featuresOf } from '../../src/practice/app-features.ts';
import { type LocalSlack, openLocalSlack } from '../../src/practice/local-slack.ts';
import { practiceWorld } from '../../src/practice/world.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { type Build, makeHome } from './fault-build.ts';
import { type AppProcess, startProcess } from './fault-process.ts';
import { type Asked, answersTo, askAll, type Enquired, enquireAll } from './fault-work.ts';
import { openFlakyWay } from './flaky-slack.ts';

export type FaultOptions = {
  readonly build: Build;
  /** `undefined`: the embedded store. */
  readonly postgresUrl?: string | undefined;
  readonly replicas: number;
  /** From when a process is up until it is killed, at random up to twice this; 0: none is killed. */
  readonly killMs: number;
  /** Share of Slack's answers that go wrong. */
  readonly slackFaults: number;
  readonly questions: number;
  readonly enquiries: number;
  readonly random: () => number;
  /** Done once, when half of the questions are asked. */
  readonly inTheMiddle?: () => Promise<void>;
  /** How long to wait for the last answer. */
  readonly patienceMs?: number;
};

export type FaultCounts = {
  readonly questions: number;
  readonly enquiries: number;
  readonly replies: number;
  /** Slack was told "received", and nothing came of it. */
  readonly lost: number;
  readonly doubled: number;
  readonly brokenChains: number;
  /** Slack gave up telling us, since nobody was there. */
  readonly unheard: number;
  readonly kills: number;
  readonly failedCalls: number;
  /** Ends of a process that nobody asked for. */
  readonly crashes: readonly string[];
  /** What still waited at the end. */
  readonly waiting: number;
  readonly seconds: number;
  readonly details: readonly string[];
};

/** Slack tells again what was not taken after a minute; its clock is moved on, so that nobody has to wait. */
const RETRY_MS = 61_000;

/** Lets people ask and enquire while processes are killed and Slack fails, and counts what became of it. */
export async function runFaults(options: FaultOptions): Promise<FaultCounts> {
  const { build, postgresUrl, replicas, killMs, slackFaults, random } = options;
  const begun = performance.now();
  const transport = replicas === 1 ? 'http' : 'socket';
  const manifest = featuresOf(parse(readFileSync('manifest.yml', 'utf8')));
  const world = { ...practiceWorld, app: { ...practiceWorld.app, ...manifest } };
  const slack = await openLocalSlack({
    world,
    transport,
    now: () => new Date(),
    messagePaceMs: 0,
  });
  const way = await openFlakyWay(slack.apiUrl, slackFaults, random);
  const { botToken, appToken, signingSecret } = world.app;
  const databases: string[] = [];
  const processes: AppProcess[] = [];
  for (let number = 0; number < replicas; number += 1) {
    const folder = await makeHome(build, `run-${begun.toFixed(0)}-${number}`);
    const databaseUrl = postgresUrl ?? `file:${folder}/desk.db`;
    const port = await freePort();
    if (transport === 'http') slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
    databases.push(databaseUrl);
    const access =
      transport === 'http'
        ? { transport, signingSecret, botToken, apiUrl: way.apiUrl }
        : { transport, appToken, botToken, apiUrl: way.apiUrl };
    processes.push(startProcess({ dist: build.dist, access, port, databaseUrl, folder }));
  }
  const isUp = () => processes.some((one) => one.isReady());
  const taken = new Set<string>();
  const chaos = new AbortController();
  try {
    await until(() => processes.every((one) => one.isReady()), 60_000);
    const killing = killAtRandom(processes, killMs, random, chaos.signal);
    const pumping = pump(slack, taken, isUp, chaos.signal);

    const middle = Math.floor(options.questions / 2);
    const asked = askAll(slack, options.questions, random, async (number) => {
      if (number === middle) await options.inTheMiddle?.();
    });
    const enquired = enquireAll(slack, options.enquiries, {
      isUp,
      isHeard: (ts) => taken.has(ts),
    });
    const done = await Promise.all([asked, enquired]);

    // The end: no more faults, and time for what is late.
    way.mend();
    await killing.stop();
    const patience = options.patienceMs ?? 90_000;
    await until(() => isFinished(slack, done, taken), patience);
    await pause(2_000);
    chaos.abort();
    await pumping;
    await emptied(postgresUrl, patience);
    for (const one of processes) await one.stop();
    const store = await opened(databases[0] ?? '');
    const counts = await count(slack, store, done, taken);
    await store.close();
    return {
      ...counts,
      kills: processes.reduce((sum, one) => sum + one.kills(), 0),
      failedCalls: way.failed(),
      crashes: processes.flatMap((one) => one.crashes),
      seconds: Math.round((performance.now() - begun) / 1000),
    };
  } finally {
    chaos.abort();
    await Promise.all(processes.map((one) => one.stop()));
    await way.close();
    await slack.close();
  }
}

type Done = readonly [asked: readonly Asked[], enquired: readonly Enquired[]];

const hasAnswer = (slack: LocalSlack, one: Asked) => answersTo(slack, one).length > 0;

function isFinished(slack: LocalSlack, [asked, enquired]: Done, taken: ReadonlySet<string>) {
  return (
    asked.every((one) => hasAnswer(slack, one) || !taken.has(one.ts)) &&
    enquired.every((one) => repliesTo(slack, one) > 0)
  );
}

const repliesTo = (slack: LocalSlack, { channel, ts, reply }: Enquired): number =>
  slack.thread(channel, ts).filter(({ text }) => text.includes(reply)).length;

async function count(
  slack: LocalSlack,
  store: Store,
  [asked, enquired]: Done,
  taken: ReadonlySet<string>,
) {
  const details: string[] = [];
  let lost = 0;
  let doubled = 0;
  const tally = (what: string, found: number) => {
    if (found === 1) return;
    details.push(`${what}: ${found}`);
    if (found === 0) lost += 1;
    else doubled += 1;
  };
  const unheard = asked.filter((one) => !taken.has(one.ts) && !hasAnswer(slack, one));
  for (const one of asked)
    if (!unheard.includes(one))
      tally(
        `answers to “${one.question}” ${one.channel ?? 'in private'} ${one.ts}`,
        answersTo(slack, one).length,
      );

  const kept = await store.list({});
  const desk = slack.messages('C0PRESSDSK');
  for (const one of enquired) {
    const found = kept.filter(({ question }) => question.includes(one.token));
    tally(`enquiries ${one.token}`, found.length);
    const reference = found[0]?.reference ?? 'none';
    tally(
      `cards ${one.token}`,
      desk.filter(({ text }) => text.startsWith(`Enquiry ${reference}`)).length,
    );
    tally(
      `receipts ${one.token}`,
      slack
        .thread(one.channel, one.ts)
        .filter(({ text }) => text.includes(reference) && !text.includes(one.reply)).length,
    );
    tally(`replies ${one.token}`, repliesTo(slack, one));
  }
  const { broken } = await verifyRecords(store);
  const { inbox, outbox } = await store.queueState(new Date());
  return {
    questions: asked.length,
    enquiries: enquired.length,
    replies: enquired.length,
    lost,
    doubled,
    brokenChains: broken.length,
    unheard: unheard.length,
    waiting: inbox.waiting + outbox.waiting,
    details,
  };
}

function killAtRandom(
  processes: readonly AppProcess[],
  killMs: number,
  random: () => number,
  ended: AbortSignal,
) {
  const stopping = new AbortController();
  const signal = AbortSignal.any([ended, stopping.signal]);
  const work = (async () => {
    while (killMs > 0 && !signal.aborted) {
      const one = processes[Math.floor(random() * processes.length)];
      // Counted from when it is up, so that it gets to do something on a slow machine too.
      while (one?.isReady() === false && !signal.aborted) await pause(50);
      await pause(random() * 2 * killMs, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) one?.kill();
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await work;
    },
  };
}

/** Notes what the app took, and lets Slack tell again what it did not. */
async function pump(
  slack: LocalSlack,
  taken: Set<string>,
  isUp: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  let rounds = 0;
  while (!signal.aborted) {
    for (const { direction, outcome, payload } of slack.traffic) {
      if (direction !== 'to-app' || !outcome.startsWith('taken')) continue;
      const event = (payload as { event?: { type?: string; channel_type?: string; ts?: string } })
        .event;
      if (event?.ts === undefined) continue;
      if (event.type === 'app_mention' || event.channel_type === 'im') taken.add(event.ts);
    }
    rounds += 1;
    if (isUp() && rounds % 8 === 0)
      await slack.moveClock(new Date(slack.now().getTime() + RETRY_MS));
    await pause(250, undefined, { signal }).catch(() => undefined);
  }
}

async function emptied(url: string | undefined, patienceMs: number): Promise<void> {
  if (url === undefined) return;
  const store = await opened(url);
  const end = performance.now() + patienceMs;
  for (let waiting = 1; waiting > 0 && performance.now() < end; ) {
    const { inbox, outbox } = await store.queueState(new Date());
    waiting = inbox.waiting + outbox.waiting;
    await pause(250);
  }
  await store.close();
}

async function opened(url: string): Promise<Store> {
  const outcome = await openStore(url);
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  return outcome.store;
}

export async function until(look: () => boolean, patienceMs: number): Promise<boolean> {
  const end = performance.now() + patienceMs;
  while (performance.now() < end) {
    if (look()) return true;
    await pause(50);
  }
  return false;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
