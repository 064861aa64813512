import { existsSync } from 'node:fs';
import { schedule as cron } from 'node-cron';
import type { Log } from '../log.ts';
import { pullReleases, readCloneSource } from '../releases/clone-releases.ts';
import { Complaint } from './output.ts';

/** A folder that is a clone of a repository of releases. */
export type Clone = {
  /**
   * Pulls every minute. A pull that fails leaves the last good state served.
   *
   * @param trouble told once when pulling begins to fail, and (with `undefined`) when it works again
   */
  keepPulling(trouble: (reason: string | undefined) => Promise<void>): { stop(): Promise<void> };
};

/** Often enough that a merged release is live within a minute or so. */
const EVERY_MINUTE = '20 * * * * *';

/**
 * Clones a repository into a folder, or brings the clone that is there up to date.
 *
 * @param source `url#branch`
 * @throws {Complaint} where there is nothing that could be served
 */
export async function openClone(source: string, dir: string, log: Log): Promise<Clone> {
  const from = readCloneSource(source);
  if (from === undefined)
    throw new Complaint(
      'RELEASES_GIT is not an address that git knows: write it as https://host/office/releases.git#main',
    );
  const first = await pullReleases(from, dir);
  if (first.kind !== 'failed') log.info('releases.pulled', { commit: first.commit });
  else if (existsSync(`${dir}/.git`)) log.error('releases.not-pulled', { reason: first.reason });
  else
    throw new Complaint(
      `RELEASES_GIT cannot be fetched (${first.reason.split('\n').at(-1)}): check the address, the branch and the network`,
    );
  return {
    keepPulling(trouble) {
      let isFailing = first.kind === 'failed';
      let pulling: Promise<void> = Promise.resolve();
      const pull = async () => {
        const outcome = await pullReleases(from, dir);
        if (outcome.kind === 'updated') log.info('releases.pulled', { commit: outcome.commit });
        if (outcome.kind === 'failed') log.error('releases.not-pulled', { reason: outcome.reason });
        const failsNow = outcome.kind === 'failed';
        if (failsNow !== isFailing) await trouble(failsNow ? outcome.reason : undefined);
        isFailing = failsNow;
      };
      const task = cron(
        EVERY_MINUTE,
        () => {
          pulling = pulling
            .then(pull)
            .catch((error: unknown) => log.error('releases.failed', { error }));
          return pulling;
        },
        { noOverlap: true },
      );
      return {
        async stop() {
          await task.stop();
          await pulling;
        },
      };
    },
  };
}
