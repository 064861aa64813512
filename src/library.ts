import { stat } from 'node:fs/promises';
import { setImmediate as pause } from 'node:timers/promises';
import type { Clock } from './clock.ts';
import type { Desk } from './desk/desk.ts';
import { followFolder, isThere } from './follow-folder.ts';
import type { Log } from './log.ts';
import { loadReleases } from './releases/load-releases.ts';
import type { Release, ReleaseSet } from './releases/release.ts';
import { compareSets, type ReleaseChanges } from './releases/release-changes.ts';
import { type ReleasesWatch, watchReleases } from './releases/watch-releases.ts';
import { inShortStretches } from './releases/work-briefly.ts';
import { openThreads } from './releases/work-threads.ts';
import type { Extra } from './releases/work-through.ts';
import { buildIndex, createIndex, type ReleaseIndex } from './search/release-index.ts';
import { type ReleaseReading, readForSearch } from './search/release-reading.ts';

/** How far a big folder has been read. */
export type Reading = { readonly done: number; readonly total: number };

/** The releases folder, kept up to date and ready to be searched. */
export type Library = {
  readonly index: ReleaseIndex;
  /** Those under embargo now: for staff alone, never searched, counted or quoted. */
  readonly embargoed: () => readonly Release[];
  /** `undefined` once the whole folder has been read. */
  readonly reading: () => Reading | undefined;
  /** Releases of the folder that say of themselves that they are withdrawn. Never to be shown. */
  readonly withdrawn: () => readonly Release[];
  /** Since when the folder as a whole has been gone or closed to us; what was read last is served meanwhile. */
  readonly gone: () => Date | undefined;
  /** Instants at which embargoes lift, past and to come. */
  readonly embargoes: () => readonly Date[];
  /** Resolves when the whole folder has been read. */
  readonly whole: Promise<void>;
  readonly close: () => Promise<void>;
};

type Options = {
  readonly dir: string;
  readonly desk: Desk;
  readonly now: Clock;
  readonly log: Log;
};

/** What became of one release: new where there is no `before`, gone where there is no `after`. */
export type LibraryChange = {
  readonly id: string;
  readonly before: Release | undefined;
  readonly after: Release | undefined;
};

type LiveOptions = Options & {
  /** Told after each change of the folder, once the index has it. */
  readonly onChange?: (changes: readonly LibraryChange[]) => void;
  /** File in which what was understood is kept for the next start. */
  readonly kept?: string;
};

/** What search needs of a release is worked out where it is read, and kept with it. */
const forSearch: Extra = {
  of: readForSearch,
  // Threads need compiled code.
  program: import.meta.url.endsWith('.js')
    ? new URL('./reading-thread.js', import.meta.url)
    : undefined,
  code: new URL('./search/', import.meta.url),
};

/**
 * Reads the folder once and builds the index, for a command that ends.
 *
 * @throws {Error} naming the folder, where it cannot be read
 */
export async function readLibrary({ dir, desk, now }: Options): Promise<ReleaseIndex> {
  const set = await loadReleases(dir, { zone: desk.zone });
  return buildIndex(set.releases, { pause, now: now(), zone: desk.zone, sectors: desk.sectors });
}

/**
 * Opens the folder for an app that goes on: the index fills while the app answers already, and follows every change.
 *
 * @throws {Error} naming the folder, where it cannot be read
 */
export async function openLibrary(options: LiveOptions): Promise<Library> {
  const { dir, desk, now, log, kept, onChange } = options;
  await stat(dir);
  const index = createIndex({ zone: desk.zone, sectors: desk.sectors });
  index.releases(now());
  let reading: Reading | undefined = { done: 0, total: 0 };
  const served = new Map<string, Release>();
  const put = (release: Release, reading?: ReleaseReading) => {
    served.set(release.id, release);
    index.put(release, reading);
  };
  const remove = (id: string) => {
    index.remove(served.get(id)?.file ?? '');
    served.delete(id);
  };

  const turn = inShortStretches();
  const putAll = async (
    releases: readonly Release[],
    extras: ReadonlyMap<Release, unknown> = new Map(),
  ) => {
    for (const release of releases) {
      // Worked out by `forSearch`, here or when it was kept.
      put(release, extras.get(release) as ReleaseReading | undefined);
      await turn();
    }
  };
  /** One after the other and in short stretches, so that an older version never overtakes a newer one. */
  let working: Promise<void> = Promise.resolve();
  const later = (work: () => Promise<void>): Promise<void> => {
    working = working.then(work);
    return working;
  };

  const pool = forSearch.program === undefined ? undefined : openThreads(forSearch.program);
  let gone: Date | undefined;
  const apply = async (
    set: ReleaseSet,
    { upserted, removed }: ReleaseChanges,
    extras?: ReadonlyMap<Release, unknown>,
  ) => {
    const changes = [
      ...removed.map((id) => ({ id, before: served.get(id), after: undefined })),
      ...upserted.map((after) => ({ id: after.id, before: served.get(after.id), after })),
    ];
    removed.forEach(remove);
    await putAll(upserted, extras);
    if (changes.length > 0) onChange?.(changes);
    log.info('releases.changed', { changed: upserted.length, removed: removed.length });
    report(set, log);
  };
  const watching = {
    zone: desk.zone,
    ...(kept === undefined ? {} : { kept }),
    extra: forSearch,
    pool,
    onChange: (set: ReleaseSet, changes: ReleaseChanges, extras: ReadonlyMap<Release, unknown>) =>
      later(async () => {
        // Nobody withdraws every release by taking the folder away: a disk came off, or somebody moved it.
        if (changes.removed.length > 0 && !(await isThere(dir))) return;
        await apply(set, changes, extras);
      }),
    onTrouble: (reason: string) => log.error('releases.not-watched', { reason }),
  };
  const opening: Promise<ReleasesWatch> = watchReleases(dir, {
    ...watching,
    onProgress: ({ done, total, news }) => {
      reading = { done, total };
      const extras = new Map(news.map(({ release, extra }) => [release, extra]));
      return later(() => putAll([...extras.keys()], extras));
    },
  });
  const whole = opening.then((watch) => {
    const set = watch.current();
    return later(async () => {
      const { removed, upserted } = compareWithIndex(index, set.releases, now());
      for (const file of removed) index.remove(file);
      await putAll(upserted);
      for (const release of set.releases) served.set(release.id, release);
      reading = undefined;
      log.info('releases.read', { releases: set.releases.length });
      report(set, log);
    });
  });
  let current = opening;
  /** What watched the folder that is gone does not see the one that stands in its place now. */
  const watchAnew = async () => {
    await (await current).close();
    const watch = await watchReleases(dir, watching);
    current = Promise.resolve(watch);
    await later(async () => {
      const set = watch.current();
      await apply(set, compareSets({ releases: [...served.values()], rejected: [] }, set));
    });
  };
  const following = whole.then(() =>
    followFolder(dir, async (there) => {
      if (!there) {
        if (gone === undefined) log.error('releases.gone', { dir });
        gone ??= now();
        return;
      }
      if (gone === undefined) return;
      try {
        await watchAnew();
        gone = undefined;
        log.info('releases.back', { dir });
      } catch (error) {
        log.error('releases.not-watched', { error });
      }
    }),
  );
  following.catch(() => undefined);

  return {
    index,
    gone: () => gone,
    embargoed: () =>
      [...served.values()].filter(
        ({ embargo, status }) =>
          status !== 'withdrawn' && embargo !== undefined && embargo.getTime() > now().getTime(),
      ),
    reading: () => reading,
    embargoes: () => [...served.values()].flatMap(({ embargo }) => embargo ?? []),
    withdrawn: () => [...served.values()].filter(({ status }) => status === 'withdrawn'),
    whole,
    close: async () => {
      const follow = await following.catch(() => undefined);
      await follow?.stop();
      const watch = await current.catch(() => undefined);
      await watch?.close();
      await working;
      await pool?.close();
    },
  };
}

/** What came in while reading is put right by the whole: copies of one text are served once. */
function compareWithIndex(
  index: ReleaseIndex,
  releases: readonly Release[],
  now: Date,
): { readonly removed: readonly string[]; readonly upserted: readonly Release[] } {
  const whole = new Map(releases.map((release) => [release.file, release]));
  const removed: string[] = [];
  for (const indexed of index.releases(now)) {
    const release = whole.get(indexed.file);
    if (release === undefined) removed.push(indexed.file);
    if (release === indexed) whole.delete(indexed.file);
  }
  return { removed, upserted: [...whole.values()] };
}

function report({ rejected }: ReleaseSet, log: Log): void {
  for (const { file, line, reason, level } of rejected)
    if (level !== 'warning') log.warn('release.rejected', { file, line, reason });
}
