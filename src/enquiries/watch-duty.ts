import type { Clock } from '../clock.ts';
import type { Queued } from './notice.ts';
import type { Outbox } from './outbox.ts';
import type { Shift, ShiftPerson, Shifts } from './shifts.ts';

/** Both officers are told when nobody has accepted after this. */
const ACCEPT_MS = 30 * 60_000;
/** Later it is old news: somebody has the duty by then. */
const LATE_MS = 12 * 60 * 60_000;

type Deps = {
  readonly store: Shifts & Pick<Outbox, 'queue'>;
  readonly now: Clock;
};

/**
 * Hands over what is open when somebody else comes on duty, and tells both where nobody accepts it. May be called at
 * any time by any process: each is told once, since the notices are named for the shift.
 *
 * @param officer who is on duty now; `undefined` where the rota names nobody, and then the last one keeps it
 * @returns how many notices were queued
 */
export async function watchDuty(
  { store, now }: Deps,
  officer: ShiftPerson | undefined,
): Promise<number> {
  if (officer === undefined) return 0;
  const at = now();
  const latest = await store.latestShift();
  if (latest === undefined) {
    // Nobody hands over to the first whom we see.
    await store.beginShift({ seq: 1, officer, at, acceptedAt: at });
    return 0;
  }
  if (latest.officer.person === officer.person) return tellLate({ store, now }, latest, at);
  const shift: Shift = { seq: latest.seq + 1, officer, before: latest.officer, at };
  // The notice first: if the process dies in between, the next look queues the same name again, which is once.
  await store.queue([shiftNotice(shift, 'began', officer.slackId)], at);
  await store.beginShift(shift);
  return 1;
}

async function tellLate({ store }: Deps, shift: Shift, at: Date): Promise<number> {
  const age = at.getTime() - shift.at.getTime();
  if (shift.acceptedAt !== undefined || age < ACCEPT_MS || age > LATE_MS) return 0;
  const people = [shift.officer.slackId, shift.before?.slackId ?? null];
  await store.queue(
    [...new Set(people)].map((userId) => shiftNotice(shift, 'not-accepted', userId)),
    at,
  );
  return people.length;
}

export type AcceptShiftOutcome = Awaited<ReturnType<Shifts['acceptShift']>> | 'over';

/** Somebody of the desk takes the list of a shift. Whoever had the duty before is told, once. */
export async function acceptShift({ store, now }: Deps, seq: number): Promise<AcceptShiftOutcome> {
  const shift = await store.findShift(seq);
  if (shift === undefined) return 'unknown';
  if ((await store.latestShift())?.seq !== seq) return 'over';
  const at = now();
  const before = shift.before?.slackId;
  if (before !== undefined && shift.acceptedAt === undefined)
    await store.queue([shiftNotice(shift, 'accepted', before)], at);
  return store.acceptShift(seq, at);
}

const shiftNotice = (
  { seq }: Shift,
  event: 'began' | 'not-accepted' | 'accepted',
  userId: string | null,
): Queued => ({ notice: { kind: 'shift', seq, event, userId } });
