import { execFile, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import { parse } from 'yaml';
import { featuresOf } from '../../src/practice/app-features.ts';
import { type LocalSlack, openLocalSlack } from '../../src/practice/local-slack.ts';
import { practiceWorld } from '../../src/practice/world.ts';
import { writeManyReleases } from './start-folder.ts';

/** What design.md promises: seconds to the first and to the next start, and megabytes at rest. */
type Target = { readonly first: number; readonly next: number; readonly mb: number | undefined };

const targets: Readonly<Record<string, Target>> = {
  seed: { first: 1.5, next: 1.5, mb: 220 },
  '300': { first: 8, next: 2, mb: undefined },
  '10000': { first: 90, next: 15, mb: 1500 },
};

/** Longest time, in milliseconds, for which nobody else may be kept waiting. */
const LONGEST_BLOCK = 50;

type Start = {
  readonly seconds: number;
  /** What the processors worked meanwhile, all threads together: the same on a busy machine and an idle one. */
  readonly cpuSeconds: number;
  /** Until the first request was answered, ready or not. */
  readonly answers: number;
  readonly mb: number;
  readonly peakMb: number;
  readonly blockMs: number;
};

/**
 * How long `media-desk serve` takes until `/readyz` says yes, and what it costs: `start [N…] [--releases DIR]`.
 * Each N is a number of releases or `seed`; releases are real ones of the folder, varied so that no two are alike. The
 * program is compiled anew and runs by itself against a local Slack.
 */
export const benchStart = async (args: string[]): Promise<void> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { releases: { type: 'string', default: '../shared/data/releases' } },
  });
  const sizes = positionals.length > 0 ? positionals : Object.keys(targets);
  const root = await mkdtemp(join(tmpdir(), 'start-'));
  const slack = await aSlack();
  try {
    await compile(root);
    print('releases  start   ready           cpu     answers   at rest    peak      longest block');
    for (const size of sizes) {
      const dir = size === 'seed' ? resolve('releases') : join(root, `releases-${size}`);
      if (size !== 'seed') writeManyReleases(dir, Number(size), values.releases);
      rmSync(join(root, 'data'), { recursive: true, force: true });
      const first = await start(root, dir, slack);
      const next = await start(root, dir, slack);
      const target = targets[size];
      print(row(size, 'first', first, target?.first, target?.mb));
      print(row(size, 'next', next, target?.next, target?.mb));
    }
  } finally {
    await slack.close();
    rmSync(root, { recursive: true, force: true });
  }
};

const print = (text: string) => process.stdout.write(`${text}\n`);

function row(
  size: string,
  name: string,
  { seconds, cpuSeconds, answers, mb, peakMb, blockMs }: Start,
  most: number | undefined,
  mostMb: number | undefined,
): string {
  const against = (value: number, limit: number | undefined) =>
    limit === undefined ? '' : value <= limit ? ` ≤ ${limit}` : ` > ${limit}!`;
  return [
    size.padEnd(9),
    name.padEnd(6),
    `${seconds.toFixed(2)} s${against(seconds, most)}`.padEnd(15),
    `${cpuSeconds.toFixed(2)} s`,
    `${answers.toFixed(2)} s`,
    `${mb.toFixed(0)} MB${against(mb, mostMb)}`.padEnd(14),
    `${peakMb.toFixed(0)} MB`,
    `${blockMs.toFixed(0)} ms${against(blockMs, LONGEST_BLOCK)}`,
  ].join('  ');
}

const aSlack = (): Promise<LocalSlack> => {
  const manifest = featuresOf(parse(readFileSync('manifest.yml', 'utf8')));
  const world = { ...practiceWorld, app: { ...practiceWorld.app, ...manifest } };
  return openLocalSlack({ world, transport: 'http', now: () => new Date() });
};

async function compile(root: string): Promise<void> {
  const tsc = resolve('node_modules/typescript/bin/tsc');
  await promisify(execFile)(process.execPath, [
    tsc,
    ...'-p src --noCheck --outDir'.split(' '),
    join(root, 'dist'),
  ]);
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  cpSync('package.json', join(root, 'package.json'));
  if (existsSync('desk.yml')) cpSync('desk.yml', join(root, 'desk.yml'));
  writeFileSync(join(root, 'watch-itself.mjs'), watchItself);
}

/** Runs inside the measured process: tells what it takes, and how long it kept others waiting since it was told to look. */
const watchItself = `
  import { existsSync, readFileSync } from 'node:fs';
  import { isMainThread } from 'node:worker_threads';
  if (isMainThread) {
    let last = 0, block = 0, peak = 0;
    let used = 0;
    const task = '/proc/self/task/' + process.pid + '/schedstat';
    // Where the system does not tell what one thread worked, what all worked is more.
    const own = () => existsSync(task) ? Number(readFileSync(task, 'utf8').split(' ')[0]) / 1e6 : cpu();
    const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
    setInterval(() => {
      const now = performance.now(), usedNow = own();
      // On a busy machine it may have waited for a processor; nobody is kept from anything by that.
      if (last > 0) block = Math.max(block, Math.min(now - last - 5, usedNow - used));
      if (last > 0) last = now;
      used = usedNow;
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 5).unref();
    process.on('message', (asked) => {
      if (asked === 'look') last = performance.now();
      else process.send({ block, peak, cpu: cpu(), rss: process.memoryUsage.rss() });
    });
  }`;

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => found(port));
    });
  });

async function start(root: string, dir: string, slack: LocalSlack): Promise<Start> {
  mkdirSync(join(root, 'data'), { recursive: true });
  const port = await freePort();
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', './watch-itself.mjs', 'dist/cli.js', 'serve', '--releases', dir],
    {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        SLACK_BOT_TOKEN: practiceWorld.app.botToken,
        SLACK_SIGNING_SECRET: practiceWorld.app.signingSecret,
        SLACK_API_URL: slack.apiUrl,
        PORT: String(port),
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  const tell = () =>
    new Promise<{ block: number; peak: number; rss: number; cpu: number }>((hear) => {
      child.once('message', hear);
      child.send('tell');
    });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  try {
    let answers = 0;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`The program ended with ${child.exitCode}`);
      const status = await fetch(`http://127.0.0.1:${port}/readyz`).then(
        (response) => response.status,
        () => 0,
      );
      if (status !== 0 && answers === 0) {
        answers = performance.now() - began;
        // Before it listens, it keeps nobody waiting.
        child.send('look');
      }
      if (status === 200) break;
      await wait(20);
    }
    const seconds = (performance.now() - began) / 1000;
    const { cpu } = await tell();
    // Afterwards it takes note of what it read; that may keep others waiting too.
    await wait(2000 + seconds * 100);
    const told = await tell();
    return {
      seconds,
      cpuSeconds: cpu / 1000,
      answers: answers / 1000,
      mb: told.rss / 1e6,
      peakMb: told.peak / 1e6,
      blockMs: told.block,
    };
  } finally {
    // An open channel keeps the program alive.
    if (child.connected) child.disconnect();
    child.kill('SIGTERM');
    await ended;
  }
}
