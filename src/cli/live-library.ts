import type { Clock } from '../clock.ts';
import type { Desk } from '../desk/desk.ts';
import { type Library, openLibrary } from '../library.ts';
import type { Log } from '../log.ts';
import { Complaint } from './output.ts';

export type LiveLibrary = {
  readonly current: () => Library;
  close(): Promise<void>;
};

/**
 * The releases folder, kept up to date while the app runs.
 *
 * @throws {Complaint} where the folder cannot be read
 */
export async function openLiveLibrary(options: {
  readonly dir: string;
  readonly desk: Desk;
  readonly now: Clock;
  readonly log: Log;
}): Promise<LiveLibrary> {
  const library = await openLibrary(options).catch((error: unknown) => {
    throw new Complaint(
      `${error instanceof Error ? error.message : String(error)}. Make it, or give another with RELEASES_DIR`,
    );
  });
  options.log.info('releases.read', {
    releases: library.set.releases.length,
    rejected: library.set.rejected.length,
  });
  return { current: () => library, close: async () => {} };
}
