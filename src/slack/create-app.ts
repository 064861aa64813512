import { setTimeout as pause } from 'node:timers/promises';
import { App, type Logger, LogLevel, type Receiver, type ReceiverEvent, webApi } from '@slack/bolt';
import type { Clock } from '../clock.ts';
import type { Incoming } from '../enquiries/inbox.ts';
import type { Log } from '../log.ts';
import { keepEvents } from './keep-events.ts';
import { httpReception, socketReception } from './reception.ts';
import type { Route } from './route-server.ts';
import { CALL_TIMEOUT_MS } from './slack-outcome.ts';
import type { Home } from './standing.ts';

/** How the app reaches Slack and Slack the app. */
export type Access = {
  readonly botToken: string;
  readonly apiUrl: string | undefined;
  /** The one address of this machine to listen on; all of them unless told. */
  readonly host?: string;
} & (
  | { readonly transport: 'socket'; readonly appToken: string }
  | { readonly transport: 'http'; readonly signingSecret: string }
);

type Options = {
  readonly access: Access;
  readonly port: number;
  readonly routes: readonly Route[];
  readonly keep: (incoming: Incoming) => Promise<void>;
  /** The machine's own clock: signatures are about real time. */
  readonly realNow: Clock;
  readonly log: Log;
};

/** How long a stop waits for what is being answered: longer than Slack itself waits. */
const LAST_MS = 4_000;

export type SlackApp = {
  readonly app: App;
  readonly client: webApi.WebClient;
  readonly home: Home & { readonly botUserId: string };
  /** Begins to take what Slack sends; the port, where it listens on one. */
  start(): Promise<number | undefined>;
  /** Whether Slack can reach us, as far as we can know. */
  readonly isConnected: () => boolean;
  /** Takes nothing more, and resolves when what was begun has ended. */
  stop(): Promise<void>;
};

/**
 * Makes the Bolt app, with listeners still to come.
 *
 * @throws what `auth.test` throws where Slack cannot be reached or refuses the token
 */
export async function createSlackApp(options: Options): Promise<SlackApp> {
  const { access, log } = options;
  const clientOptions: webApi.WebClientOptions = {
    ...(access.apiUrl === undefined ? {} : { slackApiUrl: access.apiUrl }),
    // Retrying and waiting is the outbox's business; the client's own would hide it from the outbox.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT_MS,
    logger: boltLogger(log),
  };
  const client = new webApi.WebClient(access.botToken, clientOptions);
  const who = await client.auth.test();
  const home = {
    teamId: who.team_id ?? '',
    enterpriseId: who.enterprise_id,
    botUserId: who.user_id ?? '',
  };
  const shared = { ...options, clientOptions, logger: boltLogger(log) };
  const reception =
    access.transport === 'socket'
      ? socketReception(shared, access)
      : httpReception(shared, { ...access, realNow: options.realNow });
  const kept = keepEvents(reception, options.keep);
  const app = divided(() => {
    const one = new App({
      receiver: inert,
      clientOptions,
      logger: boltLogger(log),
      convoStore: false,
      authorize: async () => ({
        botToken: access.botToken,
        botUserId: home.botUserId,
        ...(who.bot_id === undefined ? {} : { botId: who.bot_id }),
        teamId: home.teamId,
      }),
    });
    one.error(async (error) => {
      log.error('listener.failed', { error });
      // Whoever called decides: an event is tried again, a click is answered with an error and not with "done".
      throw error;
    });
    return one;
  });
  kept.receiver.init(app);
  return {
    app,
    client,
    home,
    start: reception.start,
    isConnected: reception.isConnected,
    async stop() {
      // What is being worked on still needs the connection, to be acknowledged.
      await within(kept.idle(), LAST_MS);
      await reception.stop();
      await within(kept.idle(), LAST_MS);
    },
  };
}

const inert: Receiver = { init() {}, start: async () => undefined, stop: async () => undefined };

/**
 * One app for each kind of request. Bolt asks every listener of an app at every request, which costs more than most of
 * them do: a hundred listeners take a millisecond that a command or a question need not wait for.
 */
function divided(make: () => App): App {
  const [clicks, commands, events] = [make(), make(), make()];
  const appFor = ({ command, type }: Record<string, unknown>): App =>
    typeof command === 'string' ? commands : type === 'event_callback' ? events : clicks;
  return Object.create(clicks, {
    command: { value: commands.command.bind(commands) },
    event: { value: events.event.bind(events) },
    processEvent: { value: (event: ReceiverEvent) => appFor(event.body).processEvent(event) },
  });
}

const within = (promise: Promise<void>, ms: number): Promise<void> =>
  Promise.race([promise, pause(ms, undefined, { ref: false })]);

/** Bolt's own lines in our log. Never its debug lines: they hold whole payloads. */
function boltLogger(log: Log): Logger {
  const text = (messages: unknown[]) => messages.map(String).join(' ');
  return {
    debug: () => {},
    info: (...messages) => log.debug('bolt.said', { message: text(messages) }),
    warn: (...messages) => log.warn('bolt.warned', { message: text(messages) }),
    error: (...messages) => log.error('bolt.failed', { message: text(messages) }),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
