import type { Desk } from './desk.ts';

/** Whether a person may sign off what another decided, and if not, why. */
export type SigningRight =
  | 'may'
  /** They decided it themselves, and desk.yml names others. */
  | 'own-work'
  /** Somebody is on duty, and it is for them. */
  | 'not-on-duty';

type Asked = {
  readonly userId: string;
  /** Who decided what is to be signed off. */
  readonly decidedBy: string;
  /** Slack id of the officer on duty, where there is one whom Slack knows. */
  readonly officer: string | undefined;
  /** How long it has waited for the sign-off, in milliseconds. */
  readonly waitedMs: number;
};

/** Longer than this nobody waits for an officer who does not answer: any colleague may sign then. */
const OFFICER_FIRST_MS = 15 * 60_000;

/**
 * Who may sign off, among staff: the officer on duty; where they decided it themselves, or nobody is on duty, or a
 * quarter of an hour has passed, any colleague. A second pair of eyes wherever desk.yml names more than one person.
 */
export function signingRight(desk: Desk, asked: Asked): SigningRight {
  const { userId, decidedBy, officer, waitedMs } = asked;
  if (userId === decidedBy && namesSeveral(desk)) return 'own-work';
  const isOfficers = officer !== undefined && officer !== decidedBy && waitedMs < OFFICER_FIRST_MS;
  return isOfficers && userId !== officer ? 'not-on-duty' : 'may';
}

/** Whether desk.yml names more than one person of the desk. A user group counts as several. */
function namesSeveral({ staff, rota, swaps }: Desk): boolean {
  if (staff.userGroup !== undefined) return true;
  const named = [...staff.people, ...[...rota, ...swaps].map(({ person }) => person)];
  return new Set(named).size > 1;
}
