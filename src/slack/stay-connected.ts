import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../log.ts';

/** What is used of Bolt's Socket Mode client, whose own reconnecting is switched off. */
export type SocketClient = {
  start(): Promise<unknown>;
  on(event: 'connected' | 'disconnected', listener: () => void): unknown;
};

/** A connection that is made again whenever it ends. */
export type LastingConnection = {
  readonly isUp: () => boolean;
  /** Makes no new connection any more. Ending the present one is the caller's business. */
  stop(): void;
};

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;

/**
 * Keeps a Socket Mode client connected. Bolt's own way leaves the app deaf for seconds at each routine reconnect, and
 * ends the whole process with an unhandled rejection when Slack fails just then.
 */
export function stayConnected(client: SocketClient, log: Log): LastingConnection {
  let isUp = false;
  let isConnecting = false;
  const stopping = new AbortController();
  const { signal } = stopping;

  async function connect(): Promise<void> {
    if (isConnecting) return;
    isConnecting = true;
    for (let tries = 0; !signal.aborted && !isUp; tries += 1) {
      try {
        await client.start();
      } catch (error) {
        log.warn('socket.not-connected', { tries, error });
        const waitMs = Math.min(FIRST_WAIT_MS * 2 ** Math.min(tries, 10), LONGEST_WAIT_MS);
        await pause(waitMs, undefined, { signal }).catch(() => undefined);
      }
    }
    isConnecting = false;
  }

  client.on('connected', () => {
    isUp = true;
  });
  client.on('disconnected', () => {
    if (isUp) log.info('socket.disconnected');
    isUp = false;
    if (!signal.aborted) void connect();
  });
  return {
    isUp: () => isUp,
    stop: () => stopping.abort(),
  };
}
