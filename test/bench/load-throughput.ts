import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { encodeBody, signature } from '../../src/practice/http-transport.ts';

/** A server under load: where it listens, and the process whose processor time is read. */
export type Loaded = { readonly name: string; readonly port: number; readonly pid: number };

export type Round = {
  readonly name: string;
  readonly perSecond: number;
  /** Processor time of the server for each request; the same on a busy machine and an idle one. */
  readonly cpuMs: number;
};

const AT_ONCE = 16;
/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: user and system time, in hundredths of a second. */
const cpuMsOf = (pid: number): number => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
};

/** Sends signed `/release AI strategy` commands to a server, sixteen at once, for a while. */
export async function loadFor(
  server: Loaded,
  signingSecret: string,
  seconds: number,
): Promise<Round> {
  const { body, contentType } = encodeBody({
    type: 'slash_commands',
    name: '/release',
    payload: {
      command: '/release',
      text: 'AI strategy',
      user_id: 'U0ME1TAN01',
      user_name: 'mei',
      channel_id: 'C0NEWSR00M',
      channel_name: 'newsroom',
      team_id: 'T0PRESS0FF',
      team_domain: 'press-office',
      api_app_id: 'A0MED1ADSK',
      trigger_id: '1.2.3',
      response_url: 'http://127.0.0.1:9/none',
    },
  });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const headers = {
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signature(signingSecret, timestamp, body),
  };
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const send = () =>
    new Promise<void>((resolve, reject) => {
      const options = { port: server.port, host: '127.0.0.1', method: 'POST', agent, headers };
      request({ ...options, path: '/slack/events' }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`${server.name}: ${answer.statusCode}`));
        answer.resume().once('end', resolve);
      })
        .once('error', reject)
        .end(body);
    });
  const cpuBefore = cpuMsOf(server.pid);
  const begun = performance.now();
  const end = begun + seconds * 1000;
  let count = 0;
  const sender = async () => {
    while (performance.now() < end) {
      await send();
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  const took = performance.now() - begun;
  agent.destroy();
  return {
    name: server.name,
    perSecond: (count * 1000) / took,
    cpuMs: (cpuMsOf(server.pid) - cpuBefore) / count,
  };
}
