import { DateTime } from 'luxon';
import type { Clock } from './clock.ts';
import type { Desk } from './desk/desk.ts';
import { isFirstMorning, weekOf } from './desk/desk-week.ts';
import { onDuty } from './desk/duty.ts';
import { dutyTold } from './desk/duty-ahead.ts';
import { isWorkingTime } from './desk/working-time.ts';
import { isPending } from './enquiries/correction.ts';
import { eraseClosedEnquiries } from './enquiries/erase-closed-enquiries.ts';
import { forget } from './enquiries/forget.ts';
import { watchCorrections } from './enquiries/watch-corrections.ts';
import { watchDuty } from './enquiries/watch-duty.ts';
import type { Log } from './log.ts';
import type { Store } from './store/open-store.ts';

export type RoutineDeps = {
  readonly store: Store;
  readonly desk: () => Desk;
  readonly now: Clock;
  readonly newId: () => string;
  readonly log: Log;
  /** Slack id of the member with this address. */
  readonly slackIdOf: (email: string) => Promise<string | undefined>;
  /** What the member of this Slack id is called. */
  readonly nameOf: (slackId: string) => Promise<string>;
  /** Whether the member of this Slack id has left; `undefined` where Slack cannot tell now. */
  readonly hasLeft: (slackId: string) => Promise<boolean | undefined>;
};

const DAY_MS = 24 * 60 * 60_000;

/**
 * What the desk is told, and what is erased, by the calendar. Each is named for its day, week or shift in the
 * store, so that it is done once, whichever process looks and however often.
 */
export async function followRoutine(deps: RoutineDeps): Promise<void> {
  await queueDigest(deps);
  await queueWeekly(deps);
  await handOverDuty(deps);
  await correct(deps);
  await erase(deps);
}

/** Each working morning, from the hour the desk opens until noon, where anything is open. */
async function queueDigest({ store, desk, now }: RoutineDeps): Promise<void> {
  const at = now();
  const local = DateTime.fromJSDate(at, { zone: desk().zone });
  const day = local.toISODate();
  if (day === null || local.hour >= 12 || !isWorkingTime(desk(), at)) return;
  if (desk().channels.desk === undefined) return;
  const isIdle =
    (await store.list({ live: true, limit: 1 })).length === 0 &&
    !(await store.recentCorrections(at)).some(isPending);
  if (isIdle) return;
  await store.queue([{ notice: { kind: 'digest', day } }], at);
}

/** On the first working morning of the week: what came of the last one, and what it showed to be missing. */
async function queueWeekly({ store, desk, now }: RoutineDeps): Promise<void> {
  const at = now();
  if (desk().channels.desk === undefined || !isFirstMorning(desk(), at)) return;
  const { name: week } = weekOf(desk(), at, 1);
  await store.queue(
    [
      { notice: { kind: 'report', week } },
      { notice: { kind: 'report-chart', week } },
      { notice: { kind: 'gaps', week } },
    ],
    at,
  );
}

/** A change of duty is told when the day begins, or at once where something is due before that. */
async function handOverDuty({ store, desk, now, slackIdOf, nameOf }: RoutineDeps): Promise<void> {
  const at = now();
  const officer = onDuty(desk(), at);
  if (officer === undefined) return;
  const told = dutyTold(desk(), at);
  if (at < told) {
    const [first] = await store.list({ live: true, limit: 1 });
    if (first?.deadline === undefined || first.deadline.at > told) return;
  }
  const { email } = officer;
  const person = officer.slackId ?? email ?? officer.name;
  const latest = await store.latestShift();
  // Whoever is known already is not looked up at every look.
  if (latest?.officer.person === person) {
    await watchDuty({ store, now }, latest.officer);
    return;
  }
  const slackId = officer.slackId ?? (email === null ? null : ((await slackIdOf(email)) ?? null));
  const isNamed = officer.name !== email && officer.name !== slackId;
  const name = isNamed || slackId === null ? officer.name : await nameOf(slackId);
  await watchDuty({ store, now }, { person, slackId, name });
}

/** What waits to be decided of corrections, and who has not seen theirs. */
async function correct({ store, desk, now, slackIdOf }: RoutineDeps): Promise<void> {
  await watchCorrections({
    store,
    now,
    officer: async () => {
      const officer = onDuty(desk(), now());
      return (
        officer?.slackId ?? (officer?.email == null ? undefined : await slackIdOf(officer.email))
      );
    },
    mayDisturb: (at) => isWorkingTime(desk(), at),
  });
}

/** Once a day: personal data whose time is over. */
async function erase({ store, desk, now, newId, log, hasLeft }: RoutineDeps): Promise<void> {
  const at = now();
  const holder = newId();
  if (!(await store.takeLease({ name: 'erase', holder, now: at, forMs: DAY_MS }))) return;
  try {
    const closedBefore = new Date(at.getTime() - desk().retention.personalDataDays * DAY_MS);
    const erased = await eraseClosedEnquiries({ store, now, newId }, { closedBefore });
    if (erased.length > 0) log.info('enquiries.erased', { erased: erased.length });
    const forgotten = await forget({ store, now, hasLeft }, desk().retention);
    if (forgotten.rows + forgotten.records.length + forgotten.people > 0)
      log.info('records.forgotten', {
        rows: forgotten.rows,
        records: forgotten.records,
        people: forgotten.people,
      });
  } catch (error) {
    // To be tried again at the next look, not only tomorrow.
    await store.releaseLease('erase', holder);
    throw error;
  }
}
