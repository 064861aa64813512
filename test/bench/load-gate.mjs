// A gate before the app, on a thread of its own, that notes how long the app takes to acknowledge what Slack sends.
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

const agent = new Agent({ keepAlive: true });
const noted = [];

const kindOf = (type, body) =>
  type === 'application/json' ? 'event' : body.startsWith('payload=') ? 'click or form' : 'command';

const server = createServer(async (incoming, response) => {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const { method, url, headers } = incoming;
  const begun = performance.now();
  const note = (status) =>
    noted.push({
      kind: kindOf(headers['content-type'], body.toString('utf8', 0, 16)),
      ms: performance.now() - begun,
      status,
    });
  const outgoing = request(
    { port: workerData.port, host: '127.0.0.1', method, path: url, headers, agent },
    (answer) => {
      note(answer.statusCode ?? 0);
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  outgoing.on('error', () => {
    note(0);
    response.destroy();
  });
  outgoing.end(body);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
parentPort.postMessage({ port: server.address().port });
parentPort.on('message', () => parentPort.postMessage({ noted }));
