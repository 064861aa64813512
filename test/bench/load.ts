import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { featuresOf } from '../../src/practice/app-features.ts';
import { openLocalSlack } from '../../src/practice/local-slack.ts';
import { practiceWorld, type World } from '../../src/practice/world.ts';
import { buildApp, makeHome } from './fault-build.ts';
import { freePort } from './fault-run.ts';
import { type Acknowledged, aBusyMinute, crowded, openGate } from './load-minute.ts';
import { type Loaded, loadFor, type Round } from './load-throughput.ts';

/** Slack waits for three seconds; people should not wait for one. */
const LONGEST_MS = 1_000;
const LEAST_SHARE = 0.9;

/**
 * `npm run bench -- load`: whether one process bears the busiest minute that is promised, and whether a look-up is
 * nearly as quick as a handler that does nothing.
 */
export async function benchLoad(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      seconds: { type: 'string', default: '60' },
      questions: { type: 'string', default: '50' },
      enquiries: { type: 'string', default: '200' },
      rounds: { type: 'string', default: '10' },
      round: { type: 'string', default: '2' },
      only: { type: 'string' },
    },
  });
  const build = await buildApp();
  const manifest = featuresOf(parse(readFileSync('manifest.yml', 'utf8')));
  const world = crowded({ ...practiceWorld, app: { ...practiceWorld.app, ...manifest } });
  const slack = await openLocalSlack({
    world,
    transport: 'http',
    now: () => new Date(),
    messagePaceMs: 0,
  });
  const access = accessOf(world, slack.apiUrl);
  const port = await freePort();
  const folder = await makeHome(build, 'load');
  const settings = {
    dist: build.dist,
    access,
    port,
    databaseUrl: `file:${folder}/desk.db`,
    folder,
  };
  const app = await started('./fault-app.mjs', { FAULT_APP: JSON.stringify(settings) });
  const emptyPort = await freePort();
  const empty = await started('./load-empty.mjs', {
    LOAD_EMPTY: JSON.stringify({ access, port: emptyPort }),
  });
  try {
    if (values.only !== 'minute') {
      const servers = [
        { name: 'media desk', port, pid: app.pid ?? 0 },
        { name: 'empty Bolt', port: emptyPort, pid: empty.pid ?? 0 },
      ];
      await benchThroughput(servers, access.signingSecret, values);
    }
    if (values.only !== 'throughput') {
      const gate = await openGate(port);
      slack.deliverTo(gate.url);
      const counts = await aBusyMinute(slack, {
        seconds: Number(values.seconds),
        perSecond: Number(values.questions),
        enquiries: Number(values.enquiries),
      });
      sayMinute(counts, await gate.close());
    }
  } finally {
    for (const child of [app, empty]) child.kill('SIGTERM');
    await Promise.all([app, empty].map((child) => child.exitCode ?? once(child, 'exit')));
    await slack.close();
    await build.remove();
  }
}

const accessOf = ({ app: { signingSecret, botToken } }: World, apiUrl: string) => ({
  transport: 'http' as const,
  signingSecret,
  botToken,
  apiUrl,
});

async function started(file: string, env: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url))], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ready = new Promise<void>((resolve) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('ready')) resolve();
    });
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${file} did not start`);
  });
  await Promise.race([ready, ended]);
  ended.catch(() => undefined);
  return child;
}

/** The two by turns, so that whatever else the machine does meets both. */
async function benchThroughput(
  servers: readonly Loaded[],
  signingSecret: string,
  { rounds, round }: { readonly rounds: string; readonly round: string },
): Promise<void> {
  const all: Round[] = [];
  for (let number = -1; number < Number(rounds); number += 1)
    for (const server of servers) {
      const done = await loadFor(server, signingSecret, Number(round));
      // The first is for getting warm.
      if (number >= 0) all.push(done);
    }
  const [ours, theirs] = servers.map(({ name }) => all.filter((one) => one.name === name));
  if (ours === undefined || theirs === undefined) return;
  const share = median(ours.map((one, at) => one.perSecond / (theirs[at]?.perSecond ?? 0)));
  for (const each of [ours, theirs])
    say(
      `${each[0]?.name}: ${median(each.map(({ perSecond }) => perSecond)).toFixed(0)} requests a second, ${median(each.map(({ cpuMs }) => cpuMs)).toFixed(2)} ms of processor time each`,
    );
  say(verdict(`share of an empty handler's throughput ${share.toFixed(3)}`, share >= LEAST_SHARE));
}

function sayMinute(
  counts: Awaited<ReturnType<typeof aBusyMinute>>,
  acknowledged: readonly Acknowledged[],
): void {
  for (const kind of new Set(acknowledged.map((one) => one.kind))) {
    const times = acknowledged.filter((one) => one.kind === kind).map(({ ms }) => ms);
    times.sort((one, other) => one - other);
    const at = (share: number) => times[Math.floor((times.length - 1) * share)]?.toFixed(0);
    say(
      `${kind}: ${times.length} acknowledged, median ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)} ms`,
    );
  }
  const longest = Math.max(...acknowledged.map(({ ms }) => ms));
  const failed = acknowledged.filter(({ status }) => status !== 200).length;
  const { unanswered, answeredTwice, withoutReceipt, withoutCard } = counts;
  say(
    Object.entries(counts)
      .map(([what, value]) => `${what} ${value}`)
      .join(', '),
  );
  say(verdict(`longest acknowledgement ${longest.toFixed(0)} ms`, longest <= LONGEST_MS));
  say(verdict(`acknowledged with anything but 200: ${failed}`, failed === 0));
  const wrong = unanswered + answeredTwice + withoutReceipt + withoutCard;
  say(verdict(`lost or doubled: ${wrong}`, wrong === 0));
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** A line with whether it holds; the exit status is 1 when one does not. */
function verdict(line: string, holds: boolean): string {
  if (!holds) process.exitCode = 1;
  return `${holds ? 'held' : 'MISSED'}: ${line}`;
}
