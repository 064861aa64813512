import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import {
  App,
  HTTPReceiver,
  type Logger,
  LogLevel,
  type Receiver,
  SocketModeReceiver,
  webApi,
} from '@slack/bolt';
import type { Clock } from '../clock.ts';
import type { Incoming } from '../enquiries/inbox.ts';
import type { Log } from '../log.ts';
import { FROM_THE_FUTURE, keepEvents } from './keep-events.ts';
import { CALL_TIMEOUT_MS } from './slack-outcome.ts';
import type { Home } from './standing.ts';

/** How the app reaches Slack and Slack the app. */
export type Access = { readonly botToken: string; readonly apiUrl: string | undefined } & (
  | { readonly transport: 'socket'; readonly appToken: string }
  | { readonly transport: 'http'; readonly signingSecret: string }
);

/** A page for machines beside Slack's own address: health and metrics. */
export type Route = {
  readonly path: string;
  readonly answer: () => Promise<{
    readonly status: number;
    readonly type: string;
    readonly body: string;
  }>;
};

type Options = {
  readonly access: Access;
  readonly port: number;
  readonly routes: readonly Route[];
  readonly keep: (incoming: Incoming) => Promise<void>;
  /** The machine's own clock: signatures are about real time. */
  readonly realNow: Clock;
  readonly log: Log;
};

/** As far as a signature may lie in the future. Bolt itself refuses only those of the past. */
const FUTURE_MS = 5 * 60_000;
/** Bolt's default leaves the app deaf for 5 s at each routine reconnect; half of it still rides out a slow ping. */
const PING_TIMEOUT_MS = 2_500;

export type SlackApp = {
  readonly app: App;
  readonly client: webApi.WebClient;
  readonly home: Home & { readonly botUserId: string };
  /** Begins to take what Slack sends; the port, where it listens on one. */
  start(): Promise<number | undefined>;
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
  const receiver = receiverFor(options, clientOptions);
  const app = new App({
    receiver: keepEvents(receiver, options.keep),
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
  app.error(async (error) => {
    log.error('listener.failed', { error });
    // Whoever called decides: an event is tried again, a click is answered with an error and not with "done".
    throw error;
  });
  return {
    app,
    client,
    home,
    start: async () => portOf(await receiver.start(options.port)),
    stop: async () => {
      await receiver.stop();
    },
  };
}

/** HTTPReceiver gives its server, Socket Mode something else. */
const portOf = (started: unknown): number | undefined => {
  const address = started instanceof Server ? started.address() : null;
  return address !== null && typeof address === 'object' ? address.port : undefined;
};

function receiverFor(
  { access, port, routes, realNow, log }: Options,
  clientOptions: webApi.WebClientOptions,
): Receiver {
  const logger = boltLogger(log);
  const customRoutes = routes.map(({ path, answer }) => ({
    path,
    method: ['GET'],
    handler: (_: IncomingMessage, response: ServerResponse) => void reply(response, answer, log),
  }));
  if (access.transport === 'socket')
    return new SocketModeReceiver({
      appToken: access.appToken,
      logger,
      customRoutes,
      clientPingTimeout: PING_TIMEOUT_MS,
      installerOptions: { clientOptions, port },
    });
  return new HTTPReceiver({
    signingSecret: access.signingSecret,
    logger,
    customRoutes,
    // Judged in keepEvents: what is thrown here nobody would catch.
    customPropertiesExtractor: ({ headers }) => ({
      [FROM_THE_FUTURE]:
        Number(headers['x-slack-request-timestamp']) * 1000 > realNow().getTime() + FUTURE_MS,
    }),
  });
}

async function reply(response: ServerResponse, answer: Route['answer'], log: Log): Promise<void> {
  try {
    const { status, type, body } = await answer();
    response.writeHead(status, { 'content-type': type }).end(body);
  } catch (error) {
    log.error('route.failed', { error });
    response.writeHead(500).end();
  }
}

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
