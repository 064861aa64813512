import { setImmediate as pause } from 'node:timers/promises';
import { DateTime } from 'luxon';
import type { Clock } from './clock.ts';
import type { Desk } from './desk/desk.ts';
import { sectorsIn } from './desk/sector-of.ts';
import { nextWorkingTime } from './desk/working-time.ts';
import { announceReleases } from './enquiries/announce-releases.ts';
import type { Corrections } from './enquiries/correction.ts';
import { noteChange } from './enquiries/find-corrections.ts';
import type { Follow } from './enquiries/follows.ts';
import type { Library, LibraryChange } from './library.ts';
import type { Log } from './log.ts';
import type { Release } from './releases/release.ts';
import { sentencesOf } from './releases/release-difference.ts';
import { versionOf } from './releases/release-history.ts';
import { isVisible } from './releases/visible.ts';
import type { Store } from './store/open-store.ts';
import { type EmbargoWatch, watchEmbargoes } from './watch-embargoes.ts';

type Deps = {
  readonly store: Pick<
    Store,
    | 'keepVersions'
    | 'versionsOf'
    | 'answersQuoting'
    | 'allFollows'
    | 'announced'
    | 'announce'
    | 'markAnnounced'
  > &
    Corrections;
  readonly library: () => Pick<Library, 'index' | 'reading' | 'withdrawn' | 'embargoes'>;
  readonly desk: () => Desk;
  readonly now: Clock;
  /** Whether somebody wants alerts in their direct messages next morning rather than at once. */
  readonly alertsLater?: (userId: string) => boolean;
  readonly log: Log;
  /** Has what was queued delivered now. */
  readonly wake: () => void;
};

/** Keeps the history of releases, and tells people what became of the ones that they were quoted or follow. */
export type ReleaseNews = {
  /** Takes note of every release after a start: some may have changed while nobody looked. */
  started(): Promise<void>;
  changed(changes: readonly LibraryChange[]): Promise<void>;
  /** Ends taking note, so that the store can be closed; what is left is noted at the next start. */
  stop(): Promise<void>;
  /** Announces what has become visible. Costs nothing where nothing has. */
  look(): Promise<number>;
};

export function openReleaseNews({
  store,
  library,
  desk,
  now,
  alertsLater = () => false,
  log,
  wake,
}: Deps): ReleaseNews {
  const known = new Set<string>();

  const correct = (release: Pick<Release, 'id' | 'title' | 'file'>, after: Release | undefined) =>
    noteChange(
      { store, now },
      {
        releaseId: release.id,
        title: release.title,
        file: release.file,
        after: after !== undefined && isVisible(after, now()) ? after : undefined,
        hasDesk: desk().channels.desk !== undefined,
      },
    );

  const matches = (query: string, release: Release): boolean => {
    const sector = desk().sectors.find(({ name }) => isSame(name, query));
    const text = `${release.title} ${sentencesOf(release).join(' ')}`;
    if (sector !== undefined)
      return release.sectors.includes(sector.name) || sectorsIn(text, desk()).includes(sector.name);
    const { index } = library();
    const { hits } = index.search({ text: query, limit: MOST_MATCHES }, now());
    return hits.some((hit) => hit.release.id === release.id);
  };

  /** The next morning of the desk: the first working time of a day after today. */
  const dueOf = ({ channel, userId }: Follow): Date | undefined => {
    if (!channel.startsWith('D') || !alertsLater(userId)) return undefined;
    const today = DateTime.fromJSDate(now(), { zone: desk().zone }).startOf('day');
    return nextWorkingTime(desk(), today.plus({ days: 1 }).toJSDate());
  };

  let stopped = false;
  let noting: Promise<void> = Promise.resolve();
  const noteAll = async () => {
    // What was withdrawn while nobody looked is noted too: only so is it known when.
    const releases = [...library().index.releases(now()), ...library().withdrawn()];
    const byId = new Map(releases.map((release) => [release.id, release]));
    for (let from = 0; from < releases.length && !stopped; from += NOTED_AT_ONCE) {
      const some = releases.slice(from, from + NOTED_AT_ONCE);
      const changed = await store.keepVersions(some.map((one) => versionOf(one, now())));
      // Told before the next are kept: once a version is kept, nothing shows any more that it was new.
      for (const release of new Set(changed.flatMap((id) => byId.get(id) ?? [])))
        await correct(release, release);
      await pause();
    }
  };

  const look = async () =>
    library().reading() === undefined
      ? announceReleases({ store, matches, now, dueOf }, library().index.releases(now()), known)
      : 0;
  let embargoes: EmbargoWatch | undefined;
  const announceLifted = async () => {
    if ((await look()) > 0) wake();
  };

  return {
    started: () => {
      if (!stopped)
        embargoes = watchEmbargoes({
          instants: library().embargoes,
          now,
          onLift: announceLifted,
          log,
        });
      // An embargo may have lifted while nothing ran.
      noting = announceLifted().then(noteAll);
      return noting;
    },
    async stop() {
      stopped = true;
      await embargoes?.stop();
      await noting.catch(() => undefined);
    },
    async changed(changes) {
      const fresh = changes.flatMap(({ after }) => (after === undefined ? [] : [after]));
      await store.keepVersions(fresh.map((release) => versionOf(release, now())));
      for (const { before, after } of changes)
        if (before !== undefined) await correct(after ?? before, after);
    },
    look,
  };
}

/** So many releases are noted in one go: what the embedded store writes keeps everybody else waiting. */
const NOTED_AT_ONCE = 25;

/** A follower of common words is told of a new release also where many others match. */
const MOST_MATCHES = 10_000;

const isSame = (one: string, other: string): boolean =>
  one.localeCompare(other, 'en', { sensitivity: 'base' }) === 0;
