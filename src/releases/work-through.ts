import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { textDigest } from './assemble-releases.ts';
import { type Understood, unpackRelease } from './pack-release.ts';
import type { Rejection, Release } from './release.ts';
import type { Packed, ParseJob } from './work-batches.ts';
import { inShortStretches } from './work-briefly.ts';
import { askThread, hasEnded, openThreads, type Threads } from './work-threads.ts';

/** Files below which starting a thread costs more than it saves. */
const worthStarting = 150;
/** Files for which it pays to start one more. */
const worthOneMore = 48;
const batchSize = 16;
/** A batch of real files takes a second; what takes this long never ends. */
const longestBatchMs = 60_000;

/** What came of one file. */
export type Worked =
  | ({ readonly kind: 'parsed'; readonly json?: string } & Understood)
  | { readonly kind: 'rejected'; readonly rejection: Rejection };

/** What is worked out of each release besides, as plain JSON. */
export type Extra = {
  readonly of: (release: Release) => unknown;
  /** The program of a thread that works out the same; `undefined` where the code is not compiled. */
  readonly program: URL | undefined;
  /** Folder of the code that does it: what it gave is not believed when that has changed. */
  readonly code: URL;
};

export type WorkOptions = {
  readonly zone: string;
  readonly extra?: Extra | undefined;
  /** Called as files are done. */
  readonly onDone: (outcomes: readonly Worked[]) => void;
  /** Most threads; by default as many as there are processors, four at most. */
  readonly threads?: number | undefined;
  /** Threads that are at hand anyway: with them, even one file is read on a thread. */
  readonly pool?: Threads | undefined;
  /** The program that a thread runs; by default that of `extra`, else the compiled `work-parse.ts` beside this one. */
  readonly worker?: URL;
  /** After so many milliseconds a batch is given up. */
  readonly patienceMs?: number;
};

/**
 * Reads many files without keeping the event loop: on threads where there are many, else here, a few at a time.
 * Threads need compiled code; run from its sources, the program reads everything here.
 */
export async function workThrough(jobs: readonly ParseJob[], options: WorkOptions): Promise<void> {
  const { threads = Math.min(4, availableParallelism()), extra, pool } = options;
  const { worker = extra === undefined ? compiledWorker() : extra.program } = options;
  if (jobs.length === 0) return;
  if (pool !== undefined && threads > 0) await onThreads(jobs, options, threads, pool);
  else if (worker !== undefined && threads > 0 && jobs.length >= worthStarting) {
    const own = openThreads(worker);
    await onThreads(jobs, options, threads, own).finally(own.close);
  } else await here(jobs, options);
}

const compiledWorker = (): URL | undefined =>
  import.meta.url.endsWith('.js') ? new URL('./work-parse.js', import.meta.url) : undefined;

async function here(
  jobs: readonly ParseJob[],
  { zone, extra, onDone }: WorkOptions,
): Promise<void> {
  // Loading the reader takes long: not before there is something to read.
  const { parseRelease } = await import('./parse-release.ts');
  const turn = inShortStretches();
  for (const { file, text } of jobs) {
    const outcome = parseRelease(file, text, { zone });
    if (outcome.kind === 'rejected') onDone([outcome]);
    else {
      const { release } = outcome;
      const digest = textDigest(release);
      onDone([{ kind: 'parsed', release, digest, extra: extra?.of(release) }]);
    }
    await turn();
  }
}

async function onThreads(
  jobs: readonly ParseJob[],
  options: WorkOptions,
  threads: number,
  pool: Threads,
): Promise<void> {
  const { zone, onDone, patienceMs = longestBatchMs } = options;
  const waiting: ParseJob[][] = [];
  for (let at = 0; at < jobs.length; at += batchSize) waiting.push(jobs.slice(at, at + batchSize));
  const run = async () => {
    let worker: Worker | undefined;
    for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
      if (worker === undefined || hasEnded(worker)) worker = await pool.take();
      if (worker === undefined) {
        // No fault of the files: this machine gives no thread.
        await here(batch, options);
        continue;
      }
      const answers = await askThread(worker, { jobs: batch, zone }, patienceMs);
      if (answers !== undefined) {
        onDone(answers.map(unpacked));
        continue;
      }
      // The thread hangs or died: find out which file it was, with a new one.
      await worker.terminate();
      worker = undefined;
      if (batch.length > 1) waiting.push(...batch.map((job) => [job]));
      else onDone(batch.map(givenUp));
    }
    if (worker !== undefined) await pool.give(worker);
  };
  const width = Math.min(threads, Math.ceil(jobs.length / worthOneMore));
  await Promise.all(Array.from({ length: width }, run));
}

const unpacked = (answer: Packed): Worked =>
  answer.kind === 'rejected'
    ? answer
    : { kind: 'parsed', json: answer.json, ...unpackRelease(answer.json) };

const givenUp = ({ file }: ParseJob): Worked => ({
  kind: 'rejected',
  rejection: {
    file,
    line: 1,
    reason: 'Takes too long to read: simplify it, or put long annexes into a PDF',
  },
});
