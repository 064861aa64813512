import { opendir } from 'node:fs/promises';

/** Looks at a folder now and then: whether it is there at all. */
export type FolderLook = {
  stop(): Promise<void>;
};

/** Cheap, and soon enough that a message or a page can say it. */
const LOOK_MS = 1_000;

/** Whether a folder is there and may be read. Listing it would take long where it is big. */
export const isThere = (dir: string): Promise<boolean> =>
  opendir(dir).then(
    async (folder) => {
      await folder.close();
      return true;
    },
    () => false,
  );

/**
 * Calls `look` again and again, never twice at once.
 *
 * @param look told whether the folder is there
 */
export function followFolder(dir: string, look: (there: boolean) => Promise<void>): FolderLook {
  let looking: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const next = () => {
    if (isStopped) return;
    timer = setTimeout(() => {
      looking = isThere(dir).then(look).finally(next);
    }, LOOK_MS).unref();
  };
  next();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
