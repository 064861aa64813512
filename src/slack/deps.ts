import type { Clock } from '../clock.ts';
import type { Desk } from '../desk/desk.ts';
import type { Line } from '../desk/lines.ts';
import type { Log } from '../log.ts';
import type { Release } from '../releases/release.ts';
import type { ReleaseIndex } from '../search/release-index.ts';
import type { People } from './people.ts';

/** What every listener may use. Each asks for the part that it needs. */
export type SlackDeps = {
  /** The releases as they are understood at this moment. */
  readonly index: () => ReleaseIndex;
  /** How far a big folder has been read; `undefined` once it is whole. */
  readonly reading: () => { readonly done: number; readonly total: number } | undefined;
  readonly desk: () => Desk;
  readonly people: People;
  /** The lines to take as they stand at this moment. */
  readonly lines: () => Promise<readonly Line[]>;
  readonly now: Clock;
  readonly newId: () => string;
  readonly log: Log;
};

/** The release of this id, if it may be seen now. */
export const visibleRelease = (
  { index, now }: Pick<SlackDeps, 'index' | 'now'>,
  id: string,
): Release | undefined =>
  index()
    .releases(now())
    .find((release) => release.id === id);

/** Newest first; undated ones last. */
export const latestReleases = (
  { index, now }: Pick<SlackDeps, 'index' | 'now'>,
  limit: number,
): Release[] =>
  index()
    .releases(now())
    .toSorted((one, other) => (other.date?.day ?? '').localeCompare(one.date?.day ?? ''))
    .slice(0, limit);
