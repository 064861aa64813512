import { readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { parse } from 'yaml';
import type { RunningApp } from '../app.ts';
import type { Clock } from '../clock.ts';
import type { Desk } from '../desk/desk.ts';
import type { Log } from '../log.ts';
import { featuresOf } from '../practice/app-features.ts';
import { type LocalSlack, openLocalSlack } from '../practice/local-slack.ts';
import type { Moment, TransportName } from '../practice/seat-api.ts';
import { practiceWorld, type World } from '../practice/world.ts';
import { openRunning } from './open-running.ts';
import { Complaint } from './output.ts';

/** How long the app may take to end what it began, such as a call to a slow Slack, before that Slack is taken away. */
const LAST_CALLS_MS = 1_000;
/** More buttons than these would hide each other. */
const MOST_MOMENTS = 3;

type PracticeOptions = {
  /** Where the database, the state of the local Slack and the parsed releases are kept. */
  readonly folder: string;
  /** Of the page; 0: any free one. */
  readonly port: number;
  readonly releases: string;
  readonly desk: Desk;
  /** Folder of the lines to take; by default the one beside the shipped desk.yml. */
  readonly lines?: string;
  readonly now: Clock;
  readonly log: Log;
  /** How long this Slack waits for the app: three seconds, as Slack does, unless told. */
  readonly patienceMs?: number;
};

export type Practice = {
  readonly slack: LocalSlack;
  /** The app as it is at the moment: another after *Start afresh*. */
  readonly app: () => RunningApp;
  /** Ends both within two seconds, whatever is under way and whoever has the page open. */
  readonly stop: () => Promise<void>;
};

/**
 * Opens the practice workspace: a local Slack with its page, and the real app in it, over signed HTTP or in Socket Mode.
 *
 * @throws {Complaint} where the port, the database or the releases cannot be had, with what to do
 */
export async function openPractice(options: PracticeOptions): Promise<Practice> {
  const { folder, port, releases, log } = options;
  const world = worldOf();
  await mkdir(folder, { recursive: true });
  const slack = await openLocalSlack({
    world,
    now: options.now,
    port,
    statePath: `${folder}/slack.json`,
    messageBurst: 20,
    ...(options.patienceMs !== undefined && {
      ackTimeoutMs: options.patienceMs,
      triggerMs: options.patienceMs,
    }),
    onStartAfresh: () => afterOthers(startAfresh),
    onTransport: (transport) => afterOthers(() => reconnect(transport)),
    moments: () => deadlines(),
  }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE'
      ? new Complaint(
          `Port ${port} is in use: stop what uses it, or choose another with PORT=${port + 1}`,
        )
      : error;
  });
  const open = async (transport: TransportName = slack.transport()) => {
    const opened = await openRunning({
      access: {
        ...(transport === 'socket'
          ? { transport: 'socket', appToken: world.app.appToken }
          : { transport: 'http', signingSecret: world.app.signingSecret }),
        botToken: world.app.botToken,
        apiUrl: slack.apiUrl,
        // Of nobody's business outside this machine.
        host: '127.0.0.1',
      },
      port: 0,
      databaseUrl: `file:${folder}/media-desk.db`,
      releases,
      kept: `${folder}/releases.jsonl`,
      desk: practiceDesk(options.desk, world),
      ...(options.lines === undefined ? {} : { lines: options.lines }),
      now: slack.now,
      log,
    });
    slack.deliverTo(`http://127.0.0.1:${opened.app.port}/slack/events`);
    return opened;
  };
  // The page may be open from an earlier run, and asks before the app is there.
  let isReady = false;
  let running = await open().catch(async (error: unknown) => {
    await slack.close();
    throw error;
  });

  isReady = true;
  let changing: Promise<void> = Promise.resolve();
  /** One at a time: two apps on one database would be one too many. */
  function afterOthers(change: () => Promise<void>): Promise<void> {
    const done = changing.then(async () => {
      isReady = false;
      await change();
      isReady = true;
    });
    changing = done.catch(() => {});
    return done;
  }

  /** The same app with all that it keeps, by the other transport. */
  async function reconnect(transport: TransportName) {
    await running.stop();
    running = await open(transport);
  }

  /** When what somebody waits for falls due. */
  async function deadlines(): Promise<Moment[]> {
    if (!isReady) return [];
    const now = slack.now();
    const live = await running.store.list({ live: true });
    return live
      .flatMap(({ reference, deadline }) =>
        deadline === undefined || deadline.at <= now ? [] : [{ reference, at: deadline.at }],
      )
      .toSorted((one, other) => one.at.getTime() - other.at.getTime())
      .slice(0, MOST_MOMENTS)
      .map(({ reference, at }) => ({ label: `Deadline of ${reference}`, at: at.toISOString() }));
  }

  /** The local Slack has forgotten everything; the app must too. */
  async function startAfresh() {
    await running.stop();
    for (const ending of ['', '-wal', '-shm'])
      await rm(`${folder}/media-desk.db${ending}`, { force: true });
    running = await open();
  }

  return {
    slack,
    app: () => running.app,
    async stop() {
      await changing;
      const ended = running.stop();
      await Promise.race([ended, setTimeout(LAST_CALLS_MS, undefined, { ref: false })]);
      await slack.close();
      await ended;
    },
  };
}

/** The practice world with the app as the manifest describes it: what is not in the manifest does not work here either. */
function worldOf(): World {
  const manifest = new URL('../../manifest.yml', import.meta.url);
  return {
    ...practiceWorld,
    app: { ...practiceWorld.app, ...featuresOf(parse(readFileSync(manifest, 'utf8'))) },
  };
}

/** A desk with the channels and people of the practice world in it. */
function practiceDesk(desk: Desk, world: World): Desk {
  const channel = (name: string) => world.channels.find((one) => one.name === name)?.id;
  return {
    ...desk,
    channels: { desk: channel('press-desk'), newsroom: channel('newsroom') },
    staff: { userGroup: world.groups[0]?.id, people: [] },
    rota: [],
    swaps: [],
    outlets: world.workspaces
      .filter(({ id }) => id !== world.homeId)
      .map(({ id, name }) => ({ workspace: id, name })),
  };
}
