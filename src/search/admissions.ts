import type { Release } from '../releases/release.ts';
import { isVisible } from '../releases/visible.ts';
import type { ReleaseReading } from './release-reading.ts';

/**
 * Which releases are in the index at a given instant. What must not be seen yet is held aside, outside every statistic:
 * a total, a suggestion or the order of two hits cannot betray what is not there.
 */
export type Admissions = {
  /** A new or changed release, with its reading where that is at hand; one of the same file is replaced. */
  put(release: Release, reading?: ReleaseReading): void;
  remove(file: string): void;
  /** Takes in what has become visible by `now`, and puts aside what is not (the clock may have gone back). */
  settle(now: Date): void;
  admitted(): IterableIterator<Release>;
};

type Gate = {
  /** Takes a release into the index. */
  readonly enter: (release: Release, reading?: ReleaseReading) => void;
  /** Takes it out again, leaving no trace. */
  readonly leave: (release: Release) => void;
};

export const createAdmissions = ({ enter, leave }: Gate): Admissions => {
  const inside = new Map<string, Release>();
  const aside = new Map<string, Release>();
  let settledAt: Date | undefined;
  /** The earliest embargo of those aside, and the latest of those inside: between them nothing changes. */
  let nextOpens = Number.POSITIVE_INFINITY;
  let lastOpened = Number.NEGATIVE_INFINITY;

  const place = (release: Release, reading?: ReleaseReading) => {
    const opens = release.embargo?.getTime() ?? Number.NEGATIVE_INFINITY;
    const open =
      settledAt === undefined
        ? opens === Number.NEGATIVE_INFINITY && release.status !== 'withdrawn'
        : isVisible(release, settledAt);
    if (open) {
      inside.set(release.file, release);
      lastOpened = Math.max(lastOpened, opens);
      enter(release, reading);
    } else {
      aside.set(release.file, release);
      if (release.status !== 'withdrawn') nextOpens = Math.min(nextOpens, opens);
    }
  };

  const take = (file: string) => {
    const release = inside.get(file);
    if (release !== undefined) leave(release);
    inside.delete(file);
    aside.delete(file);
  };

  return {
    put(release, reading) {
      take(release.file);
      place(release, reading);
    },
    remove: take,
    settle(now) {
      const at = now.getTime();
      const first = settledAt === undefined;
      settledAt = now;
      if (!first && at < nextOpens && at >= lastOpened) return;
      const moving = [
        ...[...inside.values()].filter((release) => !isVisible(release, now)),
        ...[...aside.values()].filter((release) => isVisible(release, now)),
      ];
      for (const release of moving) {
        take(release.file);
        place(release);
      }
      nextOpens = Math.min(
        ...[...aside.values()]
          .filter(({ status }) => status !== 'withdrawn')
          .map(({ embargo }) => embargo?.getTime() ?? Number.POSITIVE_INFINITY),
        Number.POSITIVE_INFINITY,
      );
      lastOpened = Math.max(
        ...[...inside.values()].map(
          ({ embargo }) => embargo?.getTime() ?? Number.NEGATIVE_INFINITY,
        ),
        Number.NEGATIVE_INFINITY,
      );
    },
    admitted: () => inside.values(),
  };
};
