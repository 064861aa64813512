import { schedule as cron } from 'node-cron';
import type { Log } from '../log.ts';
import { pullReleases, readCloneSource } from '../releases/clone-releases.ts';
import { Complaint } from './output.ts';

export type GitFollower = { stop(): Promise<void> };

/** Often enough that a merged release is live within a minute or so. */
const EVERY_MINUTE = '20 * * * * *';

/**
 * Keeps a folder as a clone of a repository. A pull that fails is reported, once until one succeeds again, and the last
 * good state stays served.
 *
 * @param source `url#branch`
 * @param trouble told when pulling begins to fail, and (with `undefined`) when it works again
 * @throws {Complaint} where there is nothing to serve: the first clone failed
 */
export async function followGit(
  source: string,
  dir: string,
  { log, trouble }: { log: Log; trouble: (reason: string | undefined) => Promise<void> },
): Promise<GitFollower> {
  const clone = readCloneSource(source);
  if (clone === undefined)
    throw new Complaint(
      'RELEASES_GIT is not an address that git knows: write it as https://host/office/releases.git#main',
    );
  const first = await pullReleases(clone, dir);
  if (first.kind === 'failed')
    throw new Complaint(
      `RELEASES_GIT cannot be fetched (${first.reason.split('\n').at(-1)}): check the address, the branch and the network`,
    );
  log.info('releases.pulled', { commit: first.commit });

  let isFailing = false;
  let pulling: Promise<void> = Promise.resolve();
  const pull = async () => {
    const outcome = await pullReleases(clone, dir);
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
}
