import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Request = {
  headers: IncomingHttpHeaders;
  body: string;
  payload: Record<string, unknown>;
};
type Answer = { status?: number; body?: string; headers?: Record<string, string>; never?: boolean };

/** An app that only writes down what it is told, and answers as it was asked to. */
export async function openRecordingApp() {
  const requests: Request[] = [];
  let answer: (request: Request) => Answer = () => ({});
  const server = createServer(async (incoming, response) => {
    let body = '';
    for await (const part of incoming) body += part;
    const request = { headers: incoming.headers, body, payload: payloadOf(body) };
    requests.push(request);
    const { status = 200, body: text = '', headers = {}, never = false } = answer(request);
    if (!never) response.writeHead(status, headers).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`,
    requests,
    answerWith: (next: typeof answer) => {
      answer = next;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

export type RecordingApp = Awaited<ReturnType<typeof openRecordingApp>>;

function payloadOf(body: string): Record<string, unknown> {
  if (body.startsWith('{')) return JSON.parse(body);
  const form = Object.fromEntries(new URLSearchParams(body));
  return form.payload === undefined ? form : JSON.parse(form.payload);
}
