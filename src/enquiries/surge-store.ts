import type { Queued } from './notice.ts';
import type { Surge } from './surge.ts';

/** Where surges are kept. Each method is one transaction. */
export type SurgeStore = {
  findSurge(id: string): Promise<Surge | undefined>;
  /** Those that are live, and those whose latest enquiry is not older than `instant`. */
  surgesSince(instant: Date): Promise<Surge[]>;
  /** @returns `stale` where somebody saved a newer version first; nothing was saved or queued then */
  saveSurge(surge: Surge, notices: readonly Queued[], now: Date): Promise<'saved' | 'stale'>;
};
