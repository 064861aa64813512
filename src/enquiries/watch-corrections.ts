import type { Clock } from '../clock.ts';
import { type Correction, type Corrections, cardOf, isPending } from './correction.ts';
import type { Queued } from './notice.ts';

const MINUTE_MS = 60_000;
/** While nobody says what a change is, or signs it off: after so many minutes. From then on each morning's digest tells. */
const REMINDERS = [5, 15, 60, 240];
/** From this reminder on the officer on duty is told too. */
const OFFICER_FROM = 2;
/** So long after the sign-off it is listed who has not seen their note. */
const LIST_AFTER_MS = 60 * MINUTE_MS;
/** Notes signed off longer ago are not watched any more. */
const WATCHED_MS = 7 * 24 * 60 * MINUTE_MS;

type Deps = {
  readonly store: Pick<Corrections, 'recentCorrections' | 'saveCorrection' | 'notesOf'>;
  readonly now: Clock;
  /** Slack id of the officer on duty. */
  readonly officer: () => Promise<string | undefined>;
  /** Whether the officer may be disturbed now. */
  readonly mayDisturb: (at: Date) => boolean;
};

/**
 * Reminds the desk of corrections that wait for it, and lists who has not seen their note. May be called at any time
 * by any process: each is told once.
 *
 * @returns how many reminders and lists were queued
 */
export async function watchCorrections(deps: Deps): Promise<number> {
  const { store, now } = deps;
  const at = now();
  let queued = 0;
  for (const correction of await store.recentCorrections(new Date(at.getTime() - WATCHED_MS)))
    queued += isPending(correction)
      ? await remind(deps, correction, at)
      : await list(deps, correction, at);
  return queued;
}

/** The time runs from when it began to wait: from the class, where it waits for the sign-off. */
const waitsSince = ({ status, foundAt, classedAt }: Correction): Date =>
  status === 'classed' && classedAt !== undefined ? classedAt : foundAt;

async function remind(deps: Deps, correction: Correction, at: Date): Promise<number> {
  const waited = (at.getTime() - waitsSince(correction).getTime()) / MINUTE_MS;
  // After a long silence only the latest: nobody is helped by three at once.
  const due = REMINDERS.filter((minutes) => minutes <= waited).length;
  const done = correction.timeline
    .filter(({ what, at: when }) => what === 'reminded' && when >= waitsSince(correction))
    .map(({ about }) => Number(about))
    .reduce((most, one) => Math.max(most, one), 0);
  if (due <= done) return 0;
  const officer = due >= OFFICER_FROM && deps.mayDisturb(at) ? await deps.officer() : undefined;
  const reminder = correction.reminders + 1;
  const told = [null, ...(officer === undefined ? [] : [officer])];
  const outcome = await deps.store.saveCorrection({
    correction: {
      ...correction,
      version: correction.version + 1,
      reminders: reminder,
      timeline: [...correction.timeline, { at, who: 'desk', what: 'reminded', about: String(due) }],
    },
    notices: told.map(
      (userId): Queued => ({
        notice: { kind: 'correction-waits', correctionId: correction.id, reminder, userId },
      }),
    ),
    at,
  });
  return outcome === 'saved' ? told.length : 0;
}

async function list({ store }: Deps, correction: Correction, at: Date): Promise<number> {
  const { signedAt, listedAt, signedBy } = correction;
  // Nobody is there to be shown a list where no desk signed.
  if (signedAt === undefined || listedAt !== undefined || signedBy === 'desk') return 0;
  if (at.getTime() - signedAt.getTime() < LIST_AFTER_MS) return 0;
  const unseen = (await store.notesOf(correction.id)).filter(
    ({ isTold, seen }) => isTold && seen === undefined,
  );
  const outcome = await store.saveCorrection({
    correction: { ...correction, version: correction.version + 1, listedAt: at },
    notices: [
      ...(unseen.length === 0
        ? []
        : [{ notice: { kind: 'correction-unseen', correctionId: correction.id } } as const]),
      cardOf(correction),
    ],
    at,
  });
  return outcome === 'saved' ? unseen.length : 0;
}
