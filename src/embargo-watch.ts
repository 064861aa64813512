import type { Clock } from './clock.ts';
import type { Desk } from './desk/desk.ts';
import { onDuty } from './desk/duty.ts';
import { isSlackUserId } from './desk/person.ts';
import type { Release } from './releases/release.ts';
import { markOfRelease } from './slack/embargoed.ts';
import type { People } from './slack/people.ts';
import type { Store } from './store/open-store.ts';

type Deps = {
  readonly store: Pick<Store, 'queue'>;
  readonly embargoed: () => readonly Release[];
  readonly desk: () => Desk;
  readonly people: People;
  readonly now: Clock;
};

/**
 * Looks for releases under embargo that the officer on duty and the people whom desk.yml names as staff were not told
 * of, so that what was read wrongly is seen before they are public. Each is told once a version, in private, and only
 * who is staff at that moment.
 *
 * @returns how many there were to tell
 */
export function openEmbargoWatch({ store, embargoed, desk, people, now }: Deps) {
  const known = new Set<string>();
  return async (): Promise<number> => {
    const marks = embargoed()
      .map(markOfRelease)
      .filter((mark) => !known.has(mark));
    if (marks.length === 0) return 0;
    const staff = await staffOf(desk(), people, now());
    await store.queue(
      marks.flatMap((mark) =>
        staff.map((userId) => ({ notice: { kind: 'embargoed', mark, userId } })),
      ),
      now(),
    );
    for (const mark of marks) known.add(mark);
    return marks.length * staff.length;
  };
}

async function staffOf(desk: Desk, people: People, at: Date): Promise<string[]> {
  const officer = onDuty(desk, at);
  const named = [officer?.slackId ?? officer?.email, ...desk.staff.people];
  const ids = await Promise.all(
    named.map((one) => (one == null || isSlackUserId(one) ? one : people.idByEmail(one))),
  );
  const staff: string[] = [];
  for (const id of new Set(ids))
    if (id != null && (await people.person(id)).standing === 'staff') staff.push(id);
  return staff;
}
