import type { Release } from './release.ts';

/**
 * The one rule for what anybody may be shown of the releases: neither embargoed nor withdrawn. Every surface asks it
 * anew each time, since an embargo lifts at an instant and not when a file changes.
 */
export const isVisible = ({ embargo, status }: Release, now: Date): boolean =>
  status !== 'withdrawn' && (embargo === undefined || embargo.getTime() <= now.getTime());

/** Those of the releases that may be shown at `now`, in their order. */
export const visibleReleases = (releases: readonly Release[], now: Date): Release[] =>
  releases.filter((release) => isVisible(release, now));
