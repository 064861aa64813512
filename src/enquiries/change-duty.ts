import type { Clock } from '../clock.ts';
import { type DutyChange, lastDayOf } from '../desk/duty-change.ts';
import type { Queued } from './notice.ts';

/** What people settled about the rota. Each method is one transaction. */
export type DutyChanges = {
  findDutyChange(id: string): Promise<DutyChange | undefined>;
  /** Those that concern this day (`YYYY-MM-DD`) or a later one, oldest first. */
  dutyChangesFrom(day: string): Promise<DutyChange[]>;
  /**
   * Saves a change with its notices, or neither.
   *
   * @returns `stale` if somebody saved this version first
   */
  saveDutyChange(saving: {
    readonly change: DutyChange;
    readonly notices: readonly Queued[];
    readonly at: Date;
  }): Promise<'saved' | 'stale'>;
};

type Deps = {
  readonly store: DutyChanges;
  readonly now: Clock;
  readonly newId: () => string;
};

type Person = { readonly id: string; readonly name: string; readonly email: string | null };
type Time = { readonly from: string; readonly to: string };

/** Offers a shift to a named person, who must accept before anything changes. */
export async function offerSwap(
  { store, now, newId }: Deps,
  {
    person,
    to,
    shift,
    inReturn,
  }: {
    readonly person: Person;
    readonly to: Pick<Person, 'id' | 'name'>;
    readonly shift: Time;
    readonly inReturn?: Time | undefined;
  },
): Promise<DutyChange> {
  const at = now();
  const change: DutyChange = {
    id: newId(),
    version: 1,
    kind: 'swap',
    from: shift.from,
    to: shift.to,
    person: person.id,
    name: person.name,
    email: person.email,
    with: { id: to.id, name: to.name },
    ...(inReturn === undefined ? {} : { inReturn }),
    status: 'offered',
    timeline: [{ at, who: person.id, what: 'offered' }],
  };
  await store.saveDutyChange({ change, notices: [told(change, 'offered', to.id)], at });
  return change;
}

/** Says that somebody is away. It holds at once, and the desk is told. */
export async function takeLeave(
  { store, now, newId }: Deps,
  { person, time: { from, to } }: { readonly person: Person; readonly time: Time },
): Promise<DutyChange> {
  const at = now();
  const change: DutyChange = {
    id: newId(),
    version: 1,
    kind: 'leave',
    from,
    to,
    person: person.id,
    name: person.name,
    email: person.email,
    with: null,
    status: 'agreed',
    timeline: [{ at, who: person.id, what: 'taken' }],
  };
  await store.saveDutyChange({ change, notices: [told(change, 'leave', null)], at });
  return change;
}

export type DutyOutcome =
  | { readonly kind: 'done'; readonly change: DutyChange }
  /** It is for somebody else to decide. */
  | { readonly kind: 'not-yours' }
  /** It was decided, called off, or is over. */
  | { readonly kind: 'over' }
  | { readonly kind: 'unknown' };

/** Whoever a shift is offered to takes it, or does not. */
export const answerSwap = (
  deps: Deps,
  input: {
    readonly id: string;
    readonly by: string;
    readonly agrees: boolean;
    readonly day: string;
  },
): Promise<DutyOutcome> =>
  changing(deps, input, (change, at) => {
    const { by, agrees, day } = input;
    if (change.with?.id !== by) return { kind: 'not-yours' };
    if (change.status !== 'offered' || lastDayOf(change) < day) return { kind: 'over' };
    const what = agrees ? 'agreed' : 'declined';
    const next: DutyChange = {
      ...change,
      version: change.version + 1,
      status: what,
      timeline: [...change.timeline, { at, who: by, what }],
    };
    return {
      kind: 'change',
      next,
      notices: [told(next, what, change.person), ...(agrees ? [told(next, what, null)] : [])],
    };
  });

/** Either of the two calls a swap off; whoever took leave takes it back. The other, and the desk, are told. */
export const callOffDutyChange = (
  deps: Deps,
  input: { readonly id: string; readonly by: string; readonly day: string },
): Promise<DutyOutcome> =>
  changing(deps, input, (change, at) => {
    const { by, day } = input;
    if (by !== change.person && by !== change.with?.id) return { kind: 'not-yours' };
    const isOver = change.status === 'declined' || change.status === 'called-off';
    if (isOver || lastDayOf(change) < day) return { kind: 'over' };
    const next: DutyChange = {
      ...change,
      version: change.version + 1,
      status: 'called-off',
      timeline: [...change.timeline, { at, who: by, what: 'called off' }],
    };
    const other = by === change.person ? change.with?.id : change.person;
    return {
      kind: 'change',
      next,
      notices: [
        ...(other === undefined ? [] : [told(next, 'called-off', other)]),
        ...(change.status === 'agreed' ? [told(next, 'called-off', null)] : []),
      ],
    };
  });

type Decision =
  | Exclude<DutyOutcome, { kind: 'done' }>
  | { readonly kind: 'change'; readonly next: DutyChange; readonly notices: readonly Queued[] };

async function changing(
  deps: Deps,
  input: { readonly id: string },
  decide: (change: DutyChange, at: Date) => Decision,
): Promise<DutyOutcome> {
  const change = await deps.store.findDutyChange(input.id);
  if (change === undefined) return { kind: 'unknown' };
  const at = deps.now();
  const decision = decide(change, at);
  if (decision.kind !== 'change') return decision;
  const { next, notices } = decision;
  return (await deps.store.saveDutyChange({ change: next, notices, at })) === 'saved'
    ? { kind: 'done', change: next }
    : changing(deps, input, decide);
}

const told = (
  { id }: DutyChange,
  event: 'offered' | 'agreed' | 'declined' | 'called-off' | 'leave',
  userId: string | null,
): Queued => ({ notice: { kind: 'duty-change', changeId: id, event, userId } });
