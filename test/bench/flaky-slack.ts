import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A way to Slack's Web API on which calls go wrong. */
export type FlakyWay = {
  readonly apiUrl: string;
  /** Calls that went wrong so far. */
  readonly failed: () => number;
  /** From now on every call gets through. */
  readonly mend: () => void;
  readonly close: () => Promise<void>;
};

const kinds = ['limited', 'status', 'silent', 'broken-before', 'broken-after'] as const;

/**
 * Stands before the local Slack and lets a share of the calls fail in every way there is: 429, 500, no answer although
 * Slack acted, and a connection that breaks before or after.
 */
export async function openFlakyWay(
  apiUrl: string,
  share: number,
  random: () => number,
): Promise<FlakyWay> {
  const target = new URL(apiUrl);
  let failed = 0;
  let isMended = false;

  const server = createServer((incoming, response) => {
    const isSpared = incoming.url?.endsWith('/auth.test') === true;
    const isFailing = !isMended && !isSpared && random() < share;
    const kind = isFailing ? kinds[Math.floor(random() * kinds.length)] : undefined;
    if (kind !== undefined) failed += 1;
    switch (kind) {
      case 'limited':
        response.writeHead(429, { 'retry-after': '1' }).end('{"ok":false,"error":"ratelimited"}');
        return;
      case 'status':
        response.writeHead(500).end('upstream error');
        return;
      case 'broken-before':
        incoming.socket.destroy();
        return;
      case 'silent':
        forward(incoming, target, () => {});
        return;
      case 'broken-after':
        forward(incoming, target, () => incoming.socket.destroy());
        return;
      default:
        forward(incoming, target, (answer) => pipe(answer, response));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}${target.pathname}`,
    failed: () => failed,
    mend: () => {
      isMended = true;
    },
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function forward(
  incoming: IncomingMessage,
  { hostname, port }: URL,
  answered: (answer: IncomingMessage) => void,
): void {
  const { method, url, headers } = incoming;
  const outgoing = request({ hostname, port, path: url, method, headers }, (answer) => {
    answered(answer);
    answer.resume();
  });
  outgoing.on('error', () => incoming.socket.destroy());
  incoming.pipe(outgoing);
}

function pipe(answer: IncomingMessage, response: ServerResponse): void {
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  answer.pipe(response);
}
