import { z } from 'zod';
import { type Desk, type DeskPerson, turnEnds } from './desk.ts';

/** Days or hours, as a turn of the rota has them. */
const Time = { from: z.string(), to: z.string() };

const Decided = z
  .object({
    at: z.coerce.date(),
    /** Slack id. */
    who: z.string(),
    what: z.enum(['offered', 'taken', 'agreed', 'declined', 'called off']),
  })
  .readonly();

/** What people settle about the rota in Slack; it stands above desk.yml. */
export const DutyChange = z
  .object({
    id: z.string(),
    /** Grows by one with each change; a save of a version that somebody overtook is refused. */
    version: z.int().positive(),
    kind: z.enum(['swap', 'leave']),
    ...Time,
    /** Slack id of whoever gives the shift away, or is away. */
    person: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    /** Who takes the shift; `null` for leave. */
    with: z.object({ id: z.string(), name: z.string() }).readonly().nullable(),
    /** The shift of theirs that is taken in return. */
    inReturn: z.object(Time).readonly().optional(),
    /** A swap holds only once it is `agreed`; leave is from the start. */
    status: z.enum(['offered', 'agreed', 'declined', 'called-off']),
    timeline: z.array(Decided).readonly(),
  })
  .readonly();
export type DutyChange = z.infer<typeof DutyChange>;

/** The last day that a change concerns, `YYYY-MM-DD`. */
export const lastDayOf = ({ to, inReturn }: DutyChange): string =>
  [to, inReturn?.to ?? '']
    .map((one) => one.slice(0, 10))
    .toSorted()
    .at(-1) ?? to;

/**
 * The desk with what people agreed: swaps above those of desk.yml, the latest first, and leave beside the days that
 * it has already.
 *
 * @param changes oldest first
 */
export function withDutyChanges(desk: Desk, changes: readonly DutyChange[]): Desk {
  const agreed = changes.filter(({ status }) => status === 'agreed');
  if (agreed.length === 0) return desk;
  const swaps = agreed
    .toReversed()
    .flatMap(({ kind, from, to, person, with: other, inReturn }) =>
      kind === 'leave' || other === null
        ? []
        : [
            { from, to, person: other.id },
            ...(inReturn === undefined ? [] : [{ ...inReturn, person }]),
          ],
    );
  const leaves = agreed.filter(({ kind }) => kind === 'leave');
  const named = agreed
    .filter(({ kind }) => kind === 'swap')
    .flatMap(({ person, name, email, with: other }) => [
      { slackId: person, name, email: email ?? person.toLowerCase() },
      ...(other === null
        ? []
        : [{ slackId: other.id, name: other.name, email: other.id.toLowerCase() }]),
    ])
    .reduce(withPerson, desk);
  return {
    ...named,
    swaps: [...swaps, ...desk.swaps],
    people: leaves.reduce(away, named.people),
  };
}

/** The desk with what is known of a person by now, where desk.yml does not say it itself. */
export function withPerson(
  desk: Desk,
  person: { readonly email: string; readonly slackId: string; readonly name: string },
): Desk {
  const isThem = ({ email, slackId }: DeskPerson) =>
    slackId === person.slackId || email === person.email;
  return {
    ...desk,
    people: desk.people.some(isThem)
      ? desk.people.map((one) =>
          isThem(one)
            ? { ...one, slackId: one.slackId ?? person.slackId, name: one.name ?? person.name }
            : one,
        )
      : [...desk.people, { ...person, away: [] }],
  };
}

function away(people: readonly DeskPerson[], { person, name, email, from, to }: DutyChange) {
  const days = { from, to };
  const isThem = (one: DeskPerson) => one.slackId === person || one.email === email;
  return people.some(isThem)
    ? people.map((one) => (isThem(one) ? { ...one, away: [...one.away, days] } : one))
    : [...people, { email: email ?? person.toLowerCase(), slackId: person, name, away: [days] }];
}

/** Whether a turn is still to come or goes on, by `YYYY-MM-DD HH:MM` in the desk's zone. */
export const isAhead = (turn: { readonly to: string }, minute: string): boolean =>
  minute < turnEnds(turn);
