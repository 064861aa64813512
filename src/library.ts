import { setImmediate as pause } from 'node:timers/promises';
import type { Clock } from './clock.ts';
import type { Desk } from './desk/desk.ts';
import type { Log } from './log.ts';
import { loadReleases } from './releases/load-releases.ts';
import type { ReleaseSet } from './releases/release.ts';
import { buildIndex, type ReleaseIndex } from './search/release-index.ts';

/** The releases folder, read and ready to be searched. */
export type Library = {
  readonly index: ReleaseIndex;
  readonly set: ReleaseSet;
};

type Options = {
  readonly dir: string;
  readonly desk: Desk;
  readonly now: Clock;
  readonly log: Log;
};

/**
 * Reads the folder and builds the index. Files that cannot be served are reported, and the rest are served.
 *
 * @throws {Error} naming the folder, where it cannot be read
 */
export async function openLibrary({ dir, desk, now, log }: Options): Promise<Library> {
  const set = await loadReleases(dir, { zone: desk.zone });
  for (const { file, line, reason } of set.rejected)
    log.warn('release.rejected', { file, line, reason });
  const index = await buildIndex(set.releases, {
    pause,
    now: now(),
    zone: desk.zone,
    sectors: desk.sectors,
  });
  return { index, set };
}
