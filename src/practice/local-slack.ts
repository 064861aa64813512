import type { AddressInfo } from 'node:net';
import type { ActCore } from './act.ts';
import { deliverer } from './deliver.ts';
import type { Envelope } from './delivery.ts';
import { localServer } from './http-server.ts';
import { type HttpTransport, httpTransport } from './http-transport.ts';
import { keepState, loadState } from './keep-state.ts';
import { threadOf } from './messages.ts';
import { channelIdOf, directChannel, personIdOf } from './people.ts';
import { type PersonDriver, personDriver } from './person-driver.ts';
import { sendScheduled } from './scheduled.ts';
import type { Fault, Moment, Traffic, TransportName } from './seat-api.ts';
import type { Failure, FaultyPayload, SlackOptions } from './slack-core.ts';
import type { StoredMessage, StoredView } from './slack-state.ts';
import { socketTransport } from './socket-transport.ts';
import { openWaiting } from './waiting.ts';
import { ok } from './web-api-method.ts';
import type { World } from './world.ts';
import { share, uninstall, worldActs } from './world-act.ts';

export type LocalSlackOptions = Partial<Omit<SlackOptions, 'world'>> & {
  readonly world: World;
  /** The clock that this Slack goes by, as long as nobody moves it. */
  readonly now: () => Date;
  /** 0, the default: any free one. */
  readonly port?: number;
  /** Where the app takes events, with transport `http`. Also by `deliverTo`. */
  readonly requestUrl?: string;
  /** Keeps everything in this file from run to run. */
  readonly statePath?: string;
  /** Brings the app back by the other transport. Without it the page cannot choose. */
  readonly onTransport?: (transport: TransportName) => Promise<void>;
  /** What the world's clock can be moved to from the page. */
  readonly moments?: () => Promise<readonly Moment[]>;
  /** Called when the page starts afresh, so that the app can forget too. */
  readonly onStartAfresh?: () => Promise<void> | void;
};

export type LocalSlack = {
  /** The practice page, `http://127.0.0.1:PORT/`. */
  readonly url: string;
  /** For the app's `SLACK_API_URL`. */
  readonly apiUrl: string;
  readonly world: World;
  /** This Slack's clock; the app should go by it too. */
  readonly now: () => Date;
  readonly as: (person: string) => PersonDriver;
  /** By channel id or `#name`, oldest first. */
  readonly messages: (channel: string) => readonly StoredMessage[];
  readonly thread: (channel: string, ts: string) => readonly StoredMessage[];
  /** What only this person has been shown, in all channels. */
  readonly ephemerals: (person: string) => readonly StoredMessage[];
  /** The direct messages of a person and the app, by the person. */
  readonly directMessages: (person: string) => readonly StoredMessage[];
  /** Open modals, bottom first. */
  readonly modals: (person: string) => readonly StoredView[];
  readonly home: (person: string) => StoredView | undefined;
  readonly traffic: readonly Traffic[];
  /** Payloads of the app's that Slack would not have taken. */
  readonly faults: readonly FaultyPayload[];
  /** By which the app must come now. */
  readonly transport: () => TransportName;
  readonly deliverTo: (requestUrl: string) => void;
  /** Hands the app any envelope, for payloads that no act makes. */
  readonly deliver: (envelope: Envelope) => Promise<void>;
  /** Sends one HTTP request, wrongly signed if so wished, and tells what the app answered. */
  readonly knock: HttpTransport['knock'];
  /** Lets the next calls of a method (`response_url` among them; `*`: of any) fail, once unless told otherwise. */
  readonly failNext: (method: string, failure: Failure, times?: number) => void;
  readonly setFault: (fault: Fault) => void;
  /** Moves this Slack's clock forward and does what has become due. @throws {RangeError} when it is earlier */
  readonly moveClock: (to: Date) => Promise<void>;
  /** Does what has become due, for clocks that were moved from outside. */
  readonly tick: () => Promise<void>;
  /** Nobody finds this channel or person any more. */
  readonly forget: (id: string) => void;
  /** Shares a channel with another workspace, or ends it. */
  readonly share: (channel: string, workspaceId: string, shared?: boolean) => Promise<void>;
  /** Takes the app out of the workspace. */
  readonly uninstall: () => Promise<void>;
  /** Tells Socket Mode connections to go. */
  readonly disconnect: (reason: 'warning' | 'refresh_requested' | 'link_disabled') => void;
  /** Socket Mode connections that are open. */
  readonly connections: () => number;
  /** Resolves when nothing is being delivered and no call of the app's is being answered, and it stays so. */
  readonly settled: (quietMs?: number) => Promise<void>;
  /** Resolves with the first answer of `look` that is neither `undefined` nor false, looked for at every change. */
  readonly until: <T>(look: () => T | undefined | false, timeoutMs?: number) => Promise<T>;
  readonly startAfresh: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const keptTraffic = 2_000;
const shownTraffic = 100;

/**
 * Opens a Slack of one's own on 127.0.0.1: Web API, events and interactions over signed HTTP or Socket Mode, people to
 * act as, and the practice page.
 */
export async function openLocalSlack(options: LocalSlackOptions): Promise<LocalSlack> {
  const { world, statePath } = options;
  const settings: SlackOptions = {
    world,
    transport: options.transport ?? 'http',
    ackTimeoutMs: options.ackTimeoutMs ?? 3_000,
    triggerMs: options.triggerMs ?? 3_000,
    messagePaceMs: options.messagePaceMs ?? 1_000,
    messageBurst: options.messageBurst ?? 1,
    slowMs: options.slowMs ?? 4_000,
  };
  const traffic: Traffic[] = [];
  const waiting = openWaiting(traffic);
  let requestUrl = options.requestUrl;

  const changed = () => {
    keeper.save();
    waiting.changed();
  };
  const core: ActCore = {
    options: settings,
    world,
    state: loadState(statePath, world),
    now: () => new Date(options.now().getTime() + core.state.clockAheadMs),
    origin: '',
    fault: 'none',
    planned: [],
    posted: new Map(),
    traffic,
    faults: [],
    changed,
    record: (entry) => {
      traffic.push({ at: core.now().toISOString(), ...entry });
      if (traffic.length > keptTraffic) traffic.shift();
      changed();
    },
    deliver: (envelope) => waiting.busy(delivery.event(envelope)),
    interact: (envelope) => waiting.busy(delivery.interaction(envelope)),
  };
  const keeper = keepState(statePath, world.homeId, () => core.state);

  const socket = socketTransport({
    origin: () => core.origin,
    appId: world.app.id,
    ackTimeoutMs: settings.ackTimeoutMs,
    onConnections: () => waiting.changed(),
  });
  const http = httpTransport({
    requestUrl: () => requestUrl,
    signingSecret: world.app.signingSecret,
    ackTimeoutMs: settings.ackTimeoutMs,
  });
  const transport = () => core.state.transport ?? settings.transport;
  const delivery = deliverer(core, {
    send: (each) => (transport() === 'socket' ? socket : http).send(each),
  });

  const tick = async () => {
    sendScheduled(core);
    await waiting.busy(delivery.retryDue());
  };
  const acts = worldActs(core, {
    tick,
    wipe: async () => {
      keeper.wipe();
      await options.onStartAfresh?.();
    },
    hangUp: socket.hangUp,
    transport,
    ...(options.onTransport !== undefined && { onTransport: options.onTransport }),
  });

  const server = localServer({
    core,
    extra: {
      'apps.connections.open': {
        scopes: [],
        token: 'app',
        run: () => ok({ url: socket.ticketUrl() }),
      },
    },
    worldState: async () => ({
      now: core.now().toISOString(),
      transport: transport(),
      canSwitch: options.onTransport !== undefined,
      moments: (await options.moments?.()) ?? [],
      fault: core.fault,
      traffic: traffic.slice(-shownTraffic),
    }),
    worldAct: acts.act,
    onChange: waiting.onChange,
    busy: waiting.busy,
  });
  server.on('upgrade', (request, duplex, head) => socket.accept(request, duplex, head));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  core.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clock = setInterval(() => void tick(), 1_000).unref();

  const channelId = (name: string) => channelIdOf(core, name);
  const personId = (name: string) => personIdOf(core, name);
  const messages = (channel: string) => core.state.messages[channelId(channel)] ?? [];

  return {
    url: `${core.origin}/`,
    apiUrl: `${core.origin}/api/`,
    world,
    now: core.now,
    as: (person) => personDriver(core, personId(person), { channelId, until: waiting.until }),
    messages,
    thread: (channel, ts) => threadOf(core, channelId(channel), ts),
    ephemerals: (person) =>
      Object.values(core.state.ephemerals)
        .flat()
        .filter((message) => message.own.for === personId(person)),
    directMessages: (person) =>
      messages(directChannel(core, world.app.userId, personId(person)).id),
    modals: (person) => core.state.modals[personId(person)] ?? [],
    home: (person) => core.state.homes[personId(person)],
    traffic,
    faults: core.faults,
    transport,
    deliverTo: (url) => {
      requestUrl = url;
    },
    deliver: core.deliver,
    knock: http.knock,
    failNext: (method, failure, times = 1) => {
      core.planned.push({ method, failure, left: times });
    },
    setFault: acts.setFault,
    moveClock: acts.moveClock,
    tick,
    forget: (id) => {
      delete core.state.people[id];
      delete core.state.channels[id];
      changed();
    },
    share: (channel, workspaceId, shared = true) =>
      share(core, channelId(channel), workspaceId, shared),
    uninstall: () => uninstall(core),
    disconnect: socket.disconnect,
    connections: socket.connections,
    settled: waiting.settled,
    until: waiting.until,
    startAfresh: acts.startAfresh,
    close: async () => {
      clearInterval(clock);
      waiting.close();
      keeper.flush();
      await socket.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
