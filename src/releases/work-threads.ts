import { Worker } from 'node:worker_threads';
import type { Packed, ParseBatch } from './work-batches.ts';

/** How long a thread may take to start. */
const longestStartMs = 60_000;

/** Threads that read releases. */
export type Threads = {
  /** A thread that is ready; `undefined` where none can be had. */
  take(): Promise<Worker | undefined>;
  /** Gives one back that can go on. One is kept for the next time, and any more are ended. */
  give(thread: Worker): Promise<void>;
  close(): Promise<void>;
};

/** @param program what a thread runs; it says when it is ready, and then answers batches */
export function openThreads(program: URL): Threads {
  let idle: Worker | undefined;
  let closed = false;
  return {
    async take() {
      const thread = idle;
      idle = undefined;
      return thread !== undefined && !hasEnded(thread) ? thread : startThread(program);
    },
    async give(thread) {
      if (closed || (idle !== undefined && !hasEnded(idle))) await thread.terminate();
      else idle = thread;
    },
    async close() {
      closed = true;
      await idle?.terminate();
    },
  };
}

/** Node gives a thread that ended this number. */
export const hasEnded = ({ threadId }: Worker): boolean => threadId === -1;

const startThread = (program: URL): Promise<Worker | undefined> =>
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
    const timer = setTimeout(() => void worker.terminate(), longestStartMs);
    worker.once('message', () => settle(worker));
    worker.once('exit', fail);
    // An error that comes between two batches must not end the program; the next batch finds the thread gone.
    worker.on('error', () => undefined);
  });

/** @returns `undefined` where the thread dies or takes too long */
export const askThread = (
  worker: Worker,
  batch: ParseBatch,
  patienceMs: number,
): Promise<readonly Packed[] | undefined> =>
  new Promise((resolve) => {
    const settle = (outcomes: readonly Packed[] | undefined) => {
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
