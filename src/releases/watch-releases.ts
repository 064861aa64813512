import { relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { assembleReleases, noteDigest } from './assemble-releases.ts';
import { isPassedOver, isReleaseFile, readInFolder } from './load-file.ts';
import { type LoadOptions, loadOutcomes, renamed } from './load-releases.ts';
import type { ParseOutcome } from './parse-release.ts';
import type { Release, ReleaseSet } from './release.ts';
import { compareSets, type ReleaseChanges } from './release-changes.ts';
import type { ParseJob } from './work-batches.ts';
import { workThrough } from './work-through.ts';

export type WatchOptions = LoadOptions & {
  /** Told after every change of the folder that changes what is served or refused, with what `extra` gave. */
  readonly onChange: (
    set: ReleaseSet,
    changes: ReleaseChanges,
    extras: ReadonlyMap<Release, unknown>,
  ) => void;
  /** Told when the folder can no longer be watched, as when it is removed. */
  readonly onTrouble?: (reason: string) => void;
};

export type ReleasesWatch = {
  /** What is served now. */
  readonly current: () => ReleaseSet;
  /** Looks at the whole folder again, for changes that the system did not report. */
  readonly refresh: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A file is read once it has not grown for this long. */
const stableAfterMs = 200;
/** Events of one save, or of one pull, are taken together. */
const gatherMs = 60;

/**
 * Reads a folder and follows it: a saved, renamed or deleted file is live within a second. A file that cannot be read
 * after a change is reported, and its last good version stays served, unless the change may mean to hide it.
 *
 * @throws {Error} naming the folder, where it is missing or cannot be read
 */
export async function watchReleases(dir: string, options: WatchOptions): Promise<ReleasesWatch> {
  const dirty = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();
  let closed = false;
  let outcomes = new Map<string, ParseOutcome>();
  let set: ReleaseSet = { releases: [], rejected: [] };

  const watcher = watch(dir, {
    ignoreInitial: true,
    followSymlinks: false,
    awaitWriteFinish: { stabilityThreshold: stableAfterMs, pollInterval: 50 },
    ignored: (path) => path !== dir && isPassedOver(path.slice(path.lastIndexOf(sep) + 1)),
  });
  const note = (path: string) => {
    const file = relative(dir, path).split(sep).join('/');
    if (!isReleaseFile(file)) return;
    dirty.add(file);
    timer ??= setTimeout(start, gatherMs);
  };
  const start = () => {
    timer = undefined;
    working = working.then(readDirty);
  };
  const readDirty = async () => {
    if (closed || dirty.size === 0) return;
    const files = [...dirty];
    dirty.clear();
    const before = outcomes;
    const next = new Map(before);
    const jobs: ParseJob[] = [];
    const extras = new Map<Release, unknown>();
    for (const file of files) {
      const read = await readInFolder(dir, file);
      if (read.kind === 'gone') {
        const old = next.get(file);
        if (old?.kind === 'parsed') gone.set(old.release.version, old.release);
        next.delete(file);
        retained.delete(file);
      } else if (read.kind === 'text') jobs.push({ file, text: read.text });
      else settle(next, file, { kind: 'rejected', rejection: read.rejection });
    }
    await workThrough(jobs, {
      zone: options.zone,
      threads: options.threads,
      pool: options.pool,
      extra: options.extra,
      onDone: (done) => {
        for (const one of done) {
          if (one.kind === 'parsed') {
            noteDigest(one.release, one.digest);
            extras.set(one.release, one.extra);
            settle(next, one.release.file, { kind: 'parsed', release: one.release });
          } else settle(next, one.rejection.file, one);
        }
      },
    });
    for (const file of files) {
      const outcome = next.get(file);
      if (outcome?.kind !== 'parsed' || before.has(file)) continue;
      const old = gone.get(outcome.release.version);
      if (old && !next.has(old.file))
        next.set(file, { kind: 'parsed', release: renamed(outcome.release, old) });
    }
    for (const version of [...gone.keys()].slice(0, -100)) gone.delete(version);
    publish(next, extras);
  };

  /** Releases whose file went away lately: a rename is told as one going and, a moment later, one coming. */
  const gone = new Map<string, Release>();
  /** Last good versions of files that cannot be read now. */
  const retained = new Map<string, Release>();
  const settle = (into: Map<string, ParseOutcome>, file: string, outcome: ParseOutcome) => {
    const old = into.get(file);
    const good = old?.kind === 'parsed' ? old.release : retained.get(file);
    retained.delete(file);
    if (outcome.kind === 'rejected' && good && !outcome.rejection.hides) retained.set(file, good);
    into.set(file, outcome);
  };
  const publish = (
    next: Map<string, ParseOutcome>,
    extras: ReadonlyMap<Release, unknown> = new Map(),
  ) => {
    outcomes = next;
    const after = assembled();
    const changes = compareSets(set, after);
    const refused = JSON.stringify(set.rejected) !== JSON.stringify(after.rejected);
    set = after;
    if (refused || changes.upserted.length > 0 || changes.removed.length > 0)
      options.onChange(set, changes, extras);
  };
  const assembled = (): ReleaseSet => {
    const served = [...retained.values()].map(
      (release): ParseOutcome => ({ kind: 'parsed', release }),
    );
    const { releases, rejected } = assembleReleases([...outcomes.values(), ...served]);
    return {
      releases,
      rejected: rejected.map((each) =>
        retained.has(each.file)
          ? { ...each, reason: `${each.reason}. The last good version stays served` }
          : each,
      ),
    };
  };

  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, note);
  watcher.on('error', (error) =>
    options.onTrouble?.(error instanceof Error ? error.message : String(error)),
  );
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  try {
    outcomes = await loadOutcomes(dir, options);
  } catch (error) {
    await watcher.close();
    throw error;
  }
  set = assembled();
  if (dirty.size > 0) start();

  return {
    current: () => set,
    refresh: () => {
      working = working.then(async () => {
        const fresh = await loadOutcomes(dir, { ...options, onProgress: () => undefined });
        const next = new Map(outcomes);
        for (const file of next.keys()) if (!fresh.has(file)) next.delete(file);
        for (const file of retained.keys()) if (!fresh.has(file)) retained.delete(file);
        for (const [file, outcome] of fresh) settle(next, file, outcome);
        publish(next);
      });
      return working;
    },
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await watcher.close();
      await working;
    },
  };
}
