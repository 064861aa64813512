import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Whether there is room for what is going to be written. */
export type Room = {
  /** The disk was too full just now. */
  noteFull(): void;
  /**
   * @param writeMuch writes so many bytes and takes them away again
   * @throws {Error} with code `ENOSPC` where hardly anything is free, or what `writeMuch` throws
   */
  check(writeMuch: (bytes: number) => Promise<void>): Promise<void>;
};

/** Some hundred enquiries. */
const LEAST_FREE = 2 * 1024 * 1024;
const MUCH = 1024 * 1024;

/**
 * Watches the room of a database's file. SQLite writes into places that it has already, so that small writes succeed
 * on a full disk until a larger one fails: after one has failed, only a large one shows that it is over.
 */
export function openRoom(path: string): Room {
  let wasFull = false;
  return {
    noteFull() {
      wasFull = true;
    },
    async check(writeMuch) {
      if (path === ':memory:') return;
      // A quota or a limit of this process does not show here; the failed write does.
      const { bavail, bsize } = await statfs(dirname(path));
      if (bavail * bsize < LEAST_FREE)
        throw Object.assign(new Error('The disk of the database is full'), { code: 'ENOSPC' });
      if (!wasFull) return;
      await writeMuch(MUCH);
      wasFull = false;
    },
  };
}
