import { parentPort } from 'node:worker_threads';
import { type ParseOutcome, parseRelease } from './parse-release.ts';

/** One file for a worker to read. */
export type ParseJob = { readonly file: string; readonly text: string };

/** What a worker is asked, and what it answers. */
export type ParseBatch = { readonly jobs: readonly ParseJob[]; readonly zone: string };

parentPort?.on('message', ({ jobs, zone }: ParseBatch) => {
  const outcomes: ParseOutcome[] = jobs.map(({ file, text }) => parseRelease(file, text, { zone }));
  parentPort?.postMessage(outcomes);
});

// The program is loaded: from now on, what takes long is a file's fault.
parentPort?.postMessage('ready');
