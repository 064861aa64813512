import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { type RunningApp, startApp } from '../../src/app.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { readDesk } from '../../src/desk/read-desk.ts';
import { openLibrary } from '../../src/library.ts';
import { openLines } from '../../src/lines-folder.ts';
import type { Log } from '../../src/log.ts';
import { featuresOf } from '../../src/practice/app-features.ts';
import { type LocalSlack, openLocalSlack } from '../../src/practice/local-slack.ts';
import { practiceWorld, type World } from '../../src/practice/world.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';

/** A Wednesday afternoon in office hours, in Singapore. */
export const WEDNESDAY = new Date('2026-11-25T14:10:00+08:00');

export const PEOPLE = {
  mei: 'U0ME1TAN01',
  arjun: 'U0ARJUN002',
  siti: 'U0S1T1RAH3',
  goh: 'U0G0HYUCH0',
  terry: 'U0TERRYL1M',
  guest: 'U0LENAK0H1',
  nuria: 'U0NUR1AS0L',
  owen: 'U0WENPR1CE',
} as const;

export const CHANNEL = {
  desk: '#press-desk',
  newsroom: '#newsroom',
  shared: '#press-la-bitacora',
} as const;

export type PressOffice = {
  readonly slack: LocalSlack;
  readonly app: RunningApp;
  readonly store: Store;
  /** What the app logged at `warn` and above. */
  readonly troubles: string[];
  /** Lets everything that is due happen, in the app and in Slack. */
  readonly settle: () => Promise<void>;
  /** Moves the clock on, and lets what comes due happen. */
  readonly wait: (minutes: number) => Promise<void>;
  /** Cuts the app off from its store between two steps, as if it were killed, at the next call that `when` picks. */
  readonly killAt: (when: (method: string, given: unknown) => boolean) => Promise<void>;
  /** Starts the app anew on what it left. */
  readonly restart: () => Promise<void>;
};

type Options = {
  readonly databaseUrl?: string;
  readonly transport?: 'http' | 'socket';
  readonly releases?: string;
  readonly desk?: Partial<Desk>;
  /** Folder of the lines to take. */
  readonly lines?: string;
  readonly now?: Date;
  /** More people and channels than the practice workspace has. */
  readonly world?: (world: World) => World;
  /** Where the app logs; `troubles` stays empty then. */
  readonly log?: Log;
  /** What the app reaches of the store. */
  readonly through?: (store: Store) => Store;
  /** How long the app lets a channel rest after a message; 0 unless told. */
  readonly paceMs?: number;
};

/** The real app on a real store, in the local Slack, with the real release. Everything is closed when the test ends. */
export async function aPressOffice(options: Options = {}): Promise<PressOffice> {
  const {
    databaseUrl = ':memory:',
    transport = 'http',
    releases = 'releases',
    now = WEDNESDAY,
  } = options;
  const manifest = featuresOf(parse(readFileSync('manifest.yml', 'utf8')));
  const { world: grown = (world) => world } = options;
  const world = grown({ ...practiceWorld, app: { ...practiceWorld.app, ...manifest } });
  const slack = await openLocalSlack({ world, transport, now: () => now, messagePaceMs: 0 });
  onTestFinished(() => slack.close());

  const opened = await openStore(databaseUrl);
  if (opened.kind === 'refused') throw new Error(opened.message);
  const { store } = opened;
  onTestFinished(() => store.close());

  const troubles: string[] = [];
  const desk = { ...shippedDesk(), ...practiceChannels, ...options.desk };
  const log = options.log ?? aLog(troubles);
  const library = await openLibrary({
    dir: releases,
    desk,
    now: slack.now,
    log,
    onChange: (changes) => void app.releasesChanged(changes),
  });
  onTestFinished(() => library.close());
  await library.whole;
  const { through = (whole) => whole } = options;
  const start = async (reached: Store) => {
    const started = await startApp({
      access: {
        ...(transport === 'http'
          ? { transport, signingSecret: world.app.signingSecret }
          : { transport, appToken: world.app.appToken }),
        botToken: world.app.botToken,
        apiUrl: slack.apiUrl,
      },
      port: 0,
      library: () => library,
      desk: () => desk,
      store: through(reached),
      ...(options.lines === undefined
        ? {}
        : { lines: openLines(options.lines, { zone: desk.zone, log }) }),
      now: slack.now,
      newId: randomUUID,
      log: reached === store ? log : aLog([]),
      paceMs: options.paceMs ?? 0,
    });
    if (started.port !== undefined)
      slack.deliverTo(`http://127.0.0.1:${started.port}/slack/events`);
    return started;
  };
  let app = await start(store);
  onTestFinished(() => app.stop());

  const settle = async () => {
    await slack.settled();
    await app.settle();
    await slack.settled();
  };
  const wait = async (minutes: number) => {
    await slack.moveClock(new Date(slack.now().getTime() + minutes * 60_000));
    await settle();
  };
  const killAt = async (when: (method: string, given: unknown) => boolean) => {
    await app.stop();
    app = await start(severed(store, when));
  };
  const restart = async () => {
    await app.stop();
    app = await start(store);
  };
  return {
    slack,
    get app() {
      return app;
    },
    store,
    troubles,
    settle,
    wait,
    killAt,
    restart,
  };
}

/** The store until the call that `when` picks; from there on nothing that is asked of it is done. */
function severed(store: Store, when: (method: string, given: unknown) => boolean): Store {
  let isCut = false;
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return async (...given: unknown[]) => {
        isCut ||= when(String(name), given[0]);
        if (isCut) throw new Error('killed');
        return (value as (...all: unknown[]) => unknown).apply(target, given);
      };
    },
  });
}

const practiceChannels = {
  channels: { desk: 'C0PRESSDSK', newsroom: 'C0NEWSR00M' },
  staff: { userGroup: 'S0PRESSDSK', people: [] },
  rota: [],
  swaps: [],
  outlets: [{ workspace: 'T0B1TAC0RA', name: 'La Bitácora' }],
} satisfies Partial<Desk>;

function shippedDesk(): Desk {
  const outcome = readDesk(readFileSync('desk.yml', 'utf8'));
  if (outcome.kind === 'invalid') throw new Error(JSON.stringify(outcome.problems));
  return outcome.desk;
}

const aLog = (troubles: string[]): Log => ({
  debug: () => {},
  info: () => {},
  warn: (event, facts) => void troubles.push(`${event} ${JSON.stringify(facts)}`),
  error: (event, facts) =>
    void troubles.push(
      `${event} ${JSON.stringify(facts)} ${facts?.error instanceof Error ? facts.error.stack : ''}`,
    ),
});
