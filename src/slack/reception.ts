import { Server } from 'node:http';
import {
  HTTPReceiver,
  type Logger,
  type Receiver,
  SocketModeReceiver,
  type webApi,
} from '@slack/bolt';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { FROM_THE_FUTURE } from './keep-events.ts';
import { boltRoutes, type Route, serveRoutes } from './route-server.ts';
import { stayConnected } from './stay-connected.ts';

/** Where Slack's deliveries come in. */
export type Reception = {
  readonly receivers: readonly Receiver[];
  /** Begins to take deliveries; the port, for Slack or for machines only. */
  start(): Promise<number | undefined>;
  stop(): Promise<void>;
  /** Whether Slack can reach us, as far as we can know. */
  readonly isConnected: () => boolean;
};

type Options = {
  readonly port: number;
  readonly routes: readonly Route[];
  readonly clientOptions: webApi.WebClientOptions;
  readonly logger: Logger;
  readonly log: Log;
};

/** As far as a signature may lie in the future. Bolt itself refuses only those of the past. */
const FUTURE_MS = 5 * 60_000;
/** Slack ends each connection every few hours; with two, one is always there. */
const CONNECTIONS = 2;
/** Half of Bolt's default; it still rides out a slow ping. */
const PING_TIMEOUT_MS = 2_500;

/** Slack comes to us: signed requests over HTTP. */
export function httpReception(
  { port, routes, logger, log }: Options,
  {
    signingSecret,
    realNow,
    host,
  }: {
    readonly signingSecret: string;
    readonly realNow: Clock;
    readonly host?: string | undefined;
  },
): Reception {
  const receiver = new HTTPReceiver({
    signingSecret,
    logger,
    customRoutes: boltRoutes(routes, log),
    // Judged in keepEvents: what is thrown here nobody would catch.
    customPropertiesExtractor: ({ headers }) => ({
      [FROM_THE_FUTURE]:
        Number(headers['x-slack-request-timestamp']) * 1000 > realNow().getTime() + FUTURE_MS,
    }),
  });
  return {
    receivers: [receiver],
    start: async () => portOf(await receiver.start(host === undefined ? port : { port, host })),
    stop: async () => {
      await receiver.stop();
    },
    isConnected: () => true,
  };
}

/** We go to Slack: Socket Mode. */
export function socketReception(
  { port, routes, clientOptions, logger, log }: Options,
  { appToken, host }: { readonly appToken: string; readonly host?: string | undefined },
): Reception {
  const receivers = Array.from(
    { length: CONNECTIONS },
    () =>
      new SocketModeReceiver({
        appToken,
        logger,
        clientPingTimeout: PING_TIMEOUT_MS,
        autoReconnectEnabled: false,
        installerOptions: { clientOptions },
      }),
  );
  const connections = receivers.map(({ client }) => stayConnected(client, log));
  let server: Server | undefined;
  return {
    receivers,
    async start() {
      server = await serveRoutes(routes, { port, host }, log);
      const [first, ...others] = receivers;
      try {
        await first?.start();
      } catch (error) {
        for (const connection of connections) connection.stop();
        server.close();
        throw error;
      }
      for (const other of others)
        other.start().catch((error: unknown) => log.warn('socket.not-connected', { error }));
      return portOf(server);
    },
    async stop() {
      for (const connection of connections) connection.stop();
      await Promise.all(receivers.map((receiver) => receiver.stop()));
      server?.close();
      server?.closeAllConnections();
    },
    isConnected: () => connections.some(({ isUp }) => isUp()),
  };
}

const portOf = (server: unknown): number | undefined => {
  const address = server instanceof Server ? server.address() : null;
  return address !== null && typeof address === 'object' ? address.port : undefined;
};
