import { parentPort } from 'node:worker_threads';
import { textDigest } from './assemble-releases.ts';
import { packRelease } from './pack-release.ts';
import { parseRelease } from './parse-release.ts';
import type { Rejection, Release } from './release.ts';

/** One file for a worker to read. */
export type ParseJob = { readonly file: string; readonly text: string };

/** What a worker is asked. */
export type ParseBatch = { readonly jobs: readonly ParseJob[]; readonly zone: string };

/** What a worker answers for one file. A release comes as text: quicker to send, and ready to be kept. */
export type Packed =
  | { readonly kind: 'packed'; readonly json: string }
  | { readonly kind: 'rejected'; readonly rejection: Rejection };

/**
 * Makes this thread read the files that it is asked to.
 *
 * @param extraOf what else is worked out of each release
 */
export function answerBatches(extraOf: (release: Release) => unknown = () => undefined): void {
  parentPort?.on('message', ({ jobs, zone }: ParseBatch) => {
    const answers = jobs.map(({ file, text }): Packed => {
      const outcome = parseRelease(file, text, { zone });
      if (outcome.kind === 'rejected') return outcome;
      const { release } = outcome;
      const json = packRelease({ release, digest: textDigest(release), extra: extraOf(release) });
      return { kind: 'packed', json };
    });
    parentPort?.postMessage(answers);
  });
  // The program is loaded: from now on, what takes long is a file's fault.
  parentPort?.postMessage('ready');
}
