import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { ActCore } from './act.ts';
import type { ApiResponse } from './failing.ts';
import { pageFile, pageHeaders } from './page-files.ts';
import { argsOf, jsonOf, readBody, tokenOf } from './request-body.ts';
import { answerResponseUrl } from './response-url.ts';
import { seatAct } from './seat-act.ts';
import { seatActionFrom, worldActionFrom } from './seat-action.ts';
import type { ActionOutcome, SeatId, WorldAction, WorldEvent, WorldState } from './seat-api.ts';
import { seatState } from './seat-state.ts';
import { answerCall } from './web-api.ts';
import type { Method } from './web-api-method.ts';

export type ServerParts = {
  readonly core: ActCore;
  /** Methods that belong to the transport. */
  readonly extra: Readonly<Record<string, Method>>;
  readonly worldState: () => Promise<WorldState>;
  readonly worldAct: (action: WorldAction) => Promise<ActionOutcome>;
  readonly onChange: (listener: (event: WorldEvent) => void) => () => void;
  /** Counts what is under way, for `settled()`. */
  readonly busy: <T>(work: Promise<T>) => Promise<T>;
};

/** The one server of the local Slack: its Web API, what the page asks, and the page itself. */
export function localServer(parts: ServerParts): Server {
  return createServer((request, response) => {
    handle(parts, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else send(response, 500, { error: String(error) });
    });
  });
}

async function handle(
  parts: ServerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [, top = '', one = ''] = url.pathname.split('/');
  if (top === 'api' && one.includes('.'))
    return parts.busy(webApi(parts, one, url, request, response));
  if (top === 'response') return parts.busy(responseUrl(parts, one, request, response));
  if (top === 'upload') return upload(parts, one, request, response);
  if (!isLocal(request))
    return send(response, 403, { error: 'the practice page is for this machine only' });
  if (top === 'api') return pageApi(parts, url.pathname, request, response);
  if (top === 'files') return download(parts, one, response);
  const file = request.method === 'GET' ? await pageFile(url.pathname) : undefined;
  if (file === undefined) return send(response, 404, { error: 'not found' });
  // As in Slack, what only one person could see is gone when the page is loaded anew.
  if (url.pathname === '/') parts.core.state.ephemerals = {};
  response.writeHead(200, { ...pageHeaders, 'content-type': file.type }).end(file.body);
}

async function webApi(
  { core, extra }: ServerParts,
  name: string,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  const args = body && argsOf(request, url.searchParams, body);
  if (args === undefined) return send(response, 200, { ok: false, error: 'invalid_arguments' });
  const { token: _, ...given } = args;
  const answer = answerCall(core, { name, token: tokenOf(request, args), args: given, extra });
  if (core.fault === 'slow')
    await new Promise((resolve) => setTimeout(resolve, core.options.slowMs));
  reply(answer, request, response);
}

function reply(answer: ApiResponse, request: IncomingMessage, response: ServerResponse): void {
  switch (answer.kind) {
    case 'http':
      response.writeHead(answer.status, answer.headers).end(answer.body);
      return;
    case 'dropped':
      request.socket.destroy();
      return;
    case 'silent':
      // Left open: the app's own patience ends it.
      return;
  }
}

async function responseUrl(
  { core }: ServerParts,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const args = jsonOf((await readBody(request)) ?? Buffer.alloc(0));
  if (typeof args !== 'object' || args === null)
    return send(response, 400, { ok: false, error: 'invalid_payload' });
  reply(answerResponseUrl(core, id, args as Record<string, unknown>), request, response);
}

async function upload(
  { core }: ServerParts,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = core.state.files[id];
  const body = await readBody(request);
  if (file === undefined || body === undefined)
    return send(response, 404, { ok: false, error: 'file_not_found' });
  const type = request.headers['content-type'] ?? '';
  const content = await contentOf(body, type);
  core.state.files[id] = isText(content)
    ? { ...file, text: content.toString('utf8') }
    : { ...file, base64: content.toString('base64') };
  response.writeHead(200, { 'content-type': 'text/plain' }).end(`OK - ${body.length}`);
}

/** The file in an upload: the whole body, or the file of a multipart form. */
async function contentOf(body: Buffer, type: string): Promise<Buffer> {
  if (!type.startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': type },
  }).formData();
  const file = [...form.values()].find((value) => typeof value !== 'string');
  return file === undefined ? Buffer.alloc(0) : Buffer.from(await file.arrayBuffer());
}

/** Whether bytes are words and nothing else. */
const isText = (content: Buffer): boolean =>
  !content.includes(0) && Buffer.from(content.toString('utf8'), 'utf8').equals(content);

function download({ core }: ServerParts, id: string, response: ServerResponse): void {
  const file = core.state.files[id];
  if (file === undefined) {
    send(response, 404, { error: 'not found' });
    return;
  }
  // A picture is shown in the page; anything else is only ever saved, never opened as a page of this address.
  const isPicture = file.base64 !== undefined && /\.png$/i.test(file.name);
  response
    .writeHead(200, {
      ...pageHeaders,
      'content-type': isPicture ? 'image/png' : 'text/plain; charset=utf-8',
      'content-disposition': isPicture ? 'inline' : 'attachment',
    })
    .end(file.base64 === undefined ? file.text : Buffer.from(file.base64, 'base64'));
}

async function pageApi(
  parts: ServerParts,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, , what = '', seat = ''] = path.split('/');
  const posting = request.method === 'POST';
  const body = posting ? jsonOf((await readBody(request)) ?? Buffer.alloc(0)) : undefined;
  if (what === 'stream') return stream(parts, response);
  if (what === 'world' && !posting) return send(response, 200, await parts.worldState());
  if (what === 'world') {
    const action = worldActionFrom(body);
    return action === undefined
      ? send(response, 400, { error: 'not a world action' })
      : send(response, 200, await parts.worldAct(action));
  }
  if (what !== 'seats' || !isSeat(seat)) return send(response, 404, { error: 'not found' });
  if (!posting) return send(response, 200, seatState(parts.core, seat));
  const action = seatActionFrom(body);
  if (action === undefined) return send(response, 400, { error: 'not a seat action' });
  return send(response, 200, await parts.busy(seatAct(parts.core, seat, action)));
}

function stream({ onChange }: ServerParts, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  response.write(': welcome\n\n');
  const stop = onChange((event) => response.write(`data: ${JSON.stringify(event)}\n\n`));
  response.on('close', stop);
}

const isSeat = (name: string): name is SeatId => ['staff', 'journalist', 'contact'].includes(name);

/** Other sites open in the same browser must not act here: neither by another name for this machine nor by a form. */
function isLocal(request: IncomingMessage): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const origin = request.headers.origin;
  const known = ['127.0.0.1', 'localhost', '[::1]'];
  return (
    known.includes(host) && (origin === undefined || origin === `http://${request.headers.host}`)
  );
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(body));
}
