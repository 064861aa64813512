import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Log } from '../log.ts';

/** A page for machines beside Slack's own address: health and metrics. */
export type Route = {
  readonly path: string;
  readonly answer: () => Promise<{
    readonly status: number;
    readonly type: string;
    readonly body: string;
  }>;
};

/** Routes as Bolt takes them. */
export const boltRoutes = (routes: readonly Route[], log: Log) =>
  routes.map(({ path, answer }) => ({
    path,
    method: ['GET'],
    handler: (_: IncomingMessage, response: ServerResponse) => void reply(response, answer, log),
  }));

/** Serves the routes where Slack needs no address of ours. @throws what `listen` throws, such as EADDRINUSE */
export async function serveRoutes(
  routes: readonly Route[],
  at: { readonly port: number; readonly host?: string | undefined },
  log: Log,
): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?', 1)[0];
    const route = routes.find((one) => one.path === path && request.method === 'GET');
    if (route === undefined) response.writeHead(404).end();
    else void reply(response, route.answer, log);
  });
  server.listen(at);
  await once(server, 'listening');
  return server;
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
