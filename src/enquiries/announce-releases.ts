import type { Clock } from '../clock.ts';
import type { Release } from '../releases/release.ts';
import type { Follow, Follows } from './follows.ts';
import type { Queued } from './notice.ts';

type Deps = {
  readonly store: Pick<Follows, 'allFollows' | 'announced' | 'announce' | 'markAnnounced'>;
  /** Whether a release is one that these words ask for. */
  readonly matches: (query: string, release: Release) => boolean;
  readonly now: Clock;
  /** When an alert is told; at once where it is left out. */
  readonly dueOf?: (follow: Follow) => Date | undefined;
};

/** Marks that announcing has begun, also where the folder was empty then. No release has this id. */
const BEGUN = '*';

/**
 * Tells followers of releases that have become visible: saved, or out of embargo. Nothing is told of what stood there
 * when announcing began, and of a release that changes only once.
 *
 * @param visible every release that may be seen now
 * @param known ids that this process knows to be announced; it is filled, so that looking again costs nothing
 * @returns how many alerts were queued
 */
export async function announceReleases(
  { store, matches, now, dueOf = () => undefined }: Deps,
  visible: readonly Release[],
  known: Set<string>,
): Promise<number> {
  if (known.size > 0 && visible.every(({ id }) => known.has(id))) return 0;
  const announced = await store.announced();
  for (const id of announced) known.add(id);
  const fresh = visible.filter(({ id }) => !known.has(id));
  if (!announced.has(BEGUN)) {
    // The mark comes last: as long as it is missing, whoever else looks begins too, and tells nobody anything either.
    await store.markAnnounced([...fresh.map(({ id }) => id), BEGUN], now());
    for (const { id } of fresh) known.add(id);
    return 0;
  }
  const follows = fresh.length === 0 ? [] : await store.allFollows();
  let queued = 0;
  for (const release of fresh) {
    const alerts = follows
      .filter(({ query }) => matches(query, release))
      .map((follow) => {
        const due = dueOf(follow);
        return { ...alertOf(follow, release), ...(due === undefined ? {} : { due }) };
      });
    if ((await store.announce(release.id, alerts, now())) === 'announced') queued += alerts.length;
    known.add(release.id);
  }
  return queued;
}

const alertOf = ({ id, channel, query }: Follow, release: Release): Queued => ({
  notice: { kind: 'alert', followId: id, releaseId: release.id, query, channel },
});
