import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { AppReply, Delivery, Transport } from './delivery.ts';

export type SocketTransport = Transport & {
  /** Answers `apps.connections.open`: a URL good for one connection. */
  readonly ticketUrl: () => string;
  readonly accept: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Tells every connection to go, as Slack does every few hours, and closes it unless only warned. */
  readonly disconnect: (reason: 'warning' | 'refresh_requested' | 'link_disabled') => void;
  /** Breaks every connection, without a word. */
  readonly hangUp: () => void;
  readonly connections: () => number;
};

/** Slack's side of Socket Mode: hello, envelopes, acknowledgements, pings and disconnects. */
export function socketTransport(options: {
  readonly origin: () => string;
  readonly appId: string;
  readonly ackTimeoutMs: number;
  /** A connection opened or closed. */
  readonly onConnections: () => void;
}): SocketTransport {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const open = new Set<WebSocket>();
  const waiting = new Map<string, (reply: AppReply) => void>();
  let turn = 0;

  const ping = setInterval(() => {
    for (const socket of open) socket.ping();
  }, 10_000);
  ping.unref();

  const onMessage = (raw: string) => {
    const { envelope_id: id, payload } = JSON.parse(raw) as Record<string, unknown>;
    if (typeof id !== 'string') return;
    waiting.get(id)?.({ kind: 'answered', body: payload });
    waiting.delete(id);
  };

  const greet = (socket: WebSocket, secondsToLive: number) => {
    open.add(socket);
    options.onConnections();
    socket.on('close', () => {
      open.delete(socket);
      options.onConnections();
    });
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => onMessage(String(data)));
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: open.size,
        connection_info: { app_id: options.appId },
        debug_info: {
          host: 'practice',
          build_number: 1,
          approximate_connection_time: secondsToLive,
        },
      }),
    );
  };

  const accept = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
    if (!tickets.delete(query.get('ticket') ?? '')) {
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      return;
    }
    const secondsToLive = query.get('debug_reconnects') === 'true' ? 360 : 18_060;
    server.handleUpgrade(request, socket, head, (opened) => greet(opened, secondsToLive));
  };

  const send = ({ envelope, retry, reason }: Delivery): Promise<AppReply> => {
    // Any one of the connections gets it; Slack promises no pattern.
    const sockets = [...open].filter((socket) => socket.readyState === socket.OPEN);
    const socket = sockets[turn++ % Math.max(1, sockets.length)];
    if (socket === undefined) {
      const detail = 'the app has no connection open';
      return Promise.resolve({
        kind: 'failed',
        reason: 'connection_failed',
        detail,
        noRetry: false,
      });
    }
    const id = randomUUID();
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        waiting.delete(id);
        resolve({ kind: 'timed-out', reason: 'timeout' });
      }, options.ackTimeoutMs);
      waiting.set(id, (reply) => {
        clearTimeout(timer);
        resolve(reply);
      });
      socket.send(
        JSON.stringify({
          envelope_id: id,
          type: envelope.type,
          payload: envelope.payload,
          accepts_response_payload: envelope.type !== 'events_api',
          ...(envelope.type === 'events_api' && {
            retry_attempt: retry,
            retry_reason: reason ?? '',
          }),
        }),
      );
    });
  };

  return {
    send,
    accept,
    ticketUrl: () => {
      const ticket = randomUUID();
      tickets.add(ticket);
      const origin = options.origin().replace(/^http/, 'ws');
      return `${origin}/link/?ticket=${ticket}&app_id=${options.appId}`;
    },
    disconnect: (reason) => {
      for (const socket of open) {
        socket.send(
          JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'practice' } }),
        );
        if (reason !== 'warning') socket.close();
      }
    },
    hangUp: () => {
      for (const socket of open) socket.terminate();
    },
    connections: () => open.size,
    close: async () => {
      clearInterval(ping);
      for (const socket of open) socket.close();
      await new Promise((resolve) => setTimeout(resolve, open.size > 0 ? 20 : 0));
      for (const socket of open) socket.terminate();
      server.close();
    },
  };
}
