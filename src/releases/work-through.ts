import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type ParseOutcome, parseRelease } from './parse-release.ts';
import { inShortStretches } from './work-briefly.ts';
import type { ParseBatch, ParseJob } from './work-parse.ts';

/** Files below which starting threads costs more than it saves. */
const worthThreads = 150;
const batchSize = 16;
/** A batch of real files takes a second; what takes this long never ends. */
const longestBatchMs = 60_000;

export type WorkOptions = {
  readonly zone: string;
  /** Called as files are done. */
  readonly onDone: (outcomes: readonly ParseOutcome[]) => void;
  /** Most threads; by default as many as there are processors, four at most. */
  readonly threads?: number;
  /** The program that a thread runs; by default the compiled `work-parse.ts` beside this one. */
  readonly worker?: URL;
  /** After so many milliseconds a batch is given up. */
  readonly patienceMs?: number;
};

/**
 * Reads many files without keeping the event loop: on threads where there are many, else here, a few at a time.
 * Threads need compiled code; run from its sources, the program reads everything here.
 */
export async function workThrough(jobs: readonly ParseJob[], options: WorkOptions): Promise<void> {
  const { threads = Math.min(4, availableParallelism()), worker = compiledWorker() } = options;
  if (worker && threads > 0 && jobs.length >= worthThreads)
    await onThreads(jobs, options, threads, worker);
  else await here(jobs, options);
}

const compiledWorker = (): URL | undefined =>
  import.meta.url.endsWith('.js') ? new URL('./work-parse.js', import.meta.url) : undefined;

async function here(jobs: readonly ParseJob[], { zone, onDone }: WorkOptions): Promise<void> {
  const turn = inShortStretches();
  for (const { file, text } of jobs) {
    onDone([parseRelease(file, text, { zone })]);
    await turn();
  }
}

async function onThreads(
  jobs: readonly ParseJob[],
  { zone, onDone, patienceMs = longestBatchMs }: WorkOptions,
  threads: number,
  program: URL,
): Promise<void> {
  const waiting: ParseJob[][] = [];
  for (let at = 0; at < jobs.length; at += batchSize) waiting.push(jobs.slice(at, at + batchSize));
  const run = async () => {
    let worker: Worker | undefined;
    for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
      if (worker === undefined || hasEnded(worker)) worker = await startWorker(program);
      if (worker === undefined) {
        // No fault of the files: this machine gives no thread.
        await here(batch, { zone, onDone });
        continue;
      }
      const outcomes = await ask(worker, { jobs: batch, zone }, patienceMs);
      if (outcomes !== undefined) {
        onDone(outcomes);
        continue;
      }
      // The thread hangs or died: find out which file it was, with a new one.
      await worker.terminate();
      worker = undefined;
      if (batch.length > 1) waiting.push(...batch.map((job) => [job]));
      else onDone(batch.map(givenUp));
    }
    await worker?.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(threads, waiting.length) }, run));
}

/** Node gives a thread that ended this number. */
const hasEnded = ({ threadId }: Worker): boolean => threadId === -1;

/** @returns a thread that says it is ready, or `undefined` where none can be had */
const startWorker = (program: URL): Promise<Worker | undefined> =>
  new Promise((resolve) => {
    const worker = new Worker(program, {
      // Options of the program itself may be none that a thread can have.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    const settle = (started: Worker | undefined) => {
      clearTimeout(timer);
      worker.off('exit', fail);
      resolve(started);
    };
    const fail = () => settle(undefined);
    const timer = setTimeout(() => void worker.terminate(), longestBatchMs);
    worker.once('message', () => settle(worker));
    worker.once('exit', fail);
    // An error that comes between two batches must not end the program; the next batch finds the thread gone.
    worker.on('error', () => undefined);
  });

/** @returns `undefined` where the thread dies or takes too long */
const ask = (
  worker: Worker,
  batch: ParseBatch,
  patienceMs: number,
): Promise<readonly ParseOutcome[] | undefined> =>
  new Promise((resolve) => {
    const settle = (outcomes: readonly ParseOutcome[] | undefined) => {
      clearTimeout(timer);
      // One by one: taking all listeners away would also take those by which a worker hears its port.
      worker.off('message', settle);
      worker.off('error', fail);
      worker.off('exit', fail);
      resolve(outcomes);
    };
    const fail = () => settle(undefined);
    const timer = setTimeout(fail, patienceMs);
    worker.on('message', settle);
    worker.on('error', fail);
    worker.on('exit', fail);
    worker.postMessage(batch);
  });

const givenUp = ({ file }: ParseJob): ParseOutcome => ({
  kind: 'rejected',
  rejection: {
    file,
    line: 1,
    reason: 'Takes too long to read: simplify it, or put long annexes into a PDF',
  },
});
