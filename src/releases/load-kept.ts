import { codeVersion, type KeptEntry, keptKey, openKeeping, readKept } from './keep-parsed.ts';
import { type Understood, unpackRelease } from './pack-release.ts';
import type { Release } from './release.ts';
import type { ParseJob } from './work-batches.ts';

/** What was kept of the files at hand, and where what is read now is kept. */
export type KeptBefore = {
  /** Files that need not be read. */
  readonly files: ReadonlySet<string>;
  /** By version: releases that were kept and are no longer there as they were. So a renamed file is known again. */
  readonly others: ReadonlyMap<string, Release>;
  /** Keeps what was read, each by its file. */
  keep(read: readonly { readonly file: string; readonly json: () => string }[]): void;
  /** Resolves when all is written. */
  close(): Promise<void>;
};

export type KeepOptions = {
  readonly zone: string;
  /** File in which it is; without it nothing is kept. */
  readonly path: string | undefined;
  /** Folders of the code by which releases are understood, besides this one. */
  readonly code: readonly URL[];
  /** Given what was kept of the files, some at a time; more is read when it resolves. */
  readonly take: (understood: readonly Understood[]) => Promise<void>;
};

/** So many releases are handed over at once. */
const handful = 16;

/** Hands over what was kept of these files. */
export async function openKept(
  jobs: readonly ParseJob[],
  { zone, path, code, take }: KeepOptions,
): Promise<KeptBefore> {
  const files = new Set<string>();
  const others = new Map<string, Release>();
  if (path === undefined) return { files, others, keep: () => {}, close: async () => {} };

  const keys = new Map(jobs.map(({ file, text }) => [file, keptKey(file, text, zone)]));
  const wanted = new Set(keys.values());
  const version = await codeVersion(code);
  let ready: Understood[] = [];
  const handOver = async () => {
    const some = ready;
    ready = [];
    await take(some);
  };
  const sound = await readKept(path, version, ({ key, json }) => {
    const understood = unpackRelease(json);
    const { release } = understood;
    if (!wanted.has(key)) others.set(release.version, release);
    else if (!files.has(release.file)) {
      files.add(release.file);
      ready.push(understood);
      if (ready.length >= handful) return handOver();
    }
    return undefined;
  });
  if (ready.length > 0) await handOver();

  const stale = !sound || others.size > files.size;
  const keeping = openKeeping(path, version, stale ? wanted : undefined);
  let writing: Promise<void> = Promise.resolve();
  return {
    files,
    others,
    keep(read) {
      const entries = read.flatMap(({ file, json }): KeptEntry[] => {
        const key = keys.get(file);
        return key === undefined ? [] : [{ key, json: json() }];
      });
      // A disk that is full or not to be written makes the next start slower, and nothing else.
      writing = writing.then(() => keeping.add(entries)).catch(() => undefined);
    },
    async close() {
      await writing;
      await keeping.close().catch(() => undefined);
    },
  };
}
