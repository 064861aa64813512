import { DateTime } from 'luxon';
import type { Follows } from '../enquiries/follows.ts';
import { dayText } from '../releases/day-text.ts';
import type { Release } from '../releases/release.ts';
import type { ReleaseHistory } from '../releases/release-history.ts';
import type { SlackDeps } from './deps.ts';
import { SAY } from './wording.ts';

export type GoneDeps = Pick<SlackDeps, 'desk' | 'now'> & {
  /** Releases of the folder that say of themselves that they are withdrawn. */
  readonly withdrawn: () => readonly Release[];
  readonly store: Pick<ReleaseHistory, 'versionsOf'> & Pick<Follows, 'announced'>;
};

/**
 * What is said of a release that may not be seen. That it was withdrawn, and on which day in the desk's zone, only of
 * one that everybody could see once: of one that is embargoed, was never public or never was, the same words are said. An
 * embargo that was put on it anew counts: what is done to it meanwhile is nobody's business.
 *
 * @param id of the release, as a button remembers it
 */
export async function goneWords(
  { store, desk, now, withdrawn }: GoneDeps,
  id: string,
): Promise<string> {
  const { embargo } = withdrawn().find((release) => release.id === id) ?? {};
  if (embargo !== undefined && embargo > now()) return SAY.gone;
  const versions = (await store.versionsOf(id))
    .filter(({ releaseId }) => releaseId === id)
    .toSorted(
      (one, other) =>
        one.seenAt.getTime() - other.seenAt.getTime() ||
        Number(one.status === 'withdrawn') - Number(other.status === 'withdrawn'),
    );
  if (versions.at(-1)?.status !== 'withdrawn') return SAY.gone;
  if (!(await store.announced()).has(id)) return SAY.gone;
  const shown = versions.findLastIndex(({ status }) => status !== 'withdrawn');
  const since = versions[shown + 1]?.seenAt;
  const day = since && DateTime.fromJSDate(since, { zone: desk().zone }).toISODate();
  return day ? SAY.withdrawnOn(dayText(day)) : SAY.gone;
}
