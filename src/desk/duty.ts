import { DateTime } from 'luxon';
import { type Desk, type DeskPerson, type Turn, turnBegins, turnEnds } from './desk.ts';
import { isSlackUserId } from './person.ts';

/** Somebody on duty, with what desk.yml tells of them. */
export type DutyOfficer = {
  readonly email: string | null;
  readonly slackId: string | null;
  readonly name: string;
  /** The swap that put them there instead of the rota's person. */
  readonly insteadOf: string | null;
};

/** Who is on duty at an instant: a swap's person in its time, else the rota's; `undefined` where neither names one. */
export function onDuty(desk: Desk, now: Date): DutyOfficer | undefined {
  const { swap, turn } = turnsAt(desk, now);
  const person = swap?.person ?? turn?.person;
  if (person === undefined) return undefined;
  const known = personNamed(desk, person);
  return {
    email: known?.email ?? (isSlackUserId(person) ? null : person),
    slackId: known?.slackId ?? (isSlackUserId(person) ? person : null),
    name: known?.name ?? person,
    insteadOf:
      swap !== undefined && turn !== undefined && turn.person !== person ? turn.person : null,
  };
}

/** The turn of the rota at an instant, and the swap that stands above it. */
export function turnsAt(
  { zone, swaps, rota }: Pick<Desk, 'zone' | 'swaps' | 'rota'>,
  now: Date,
): { readonly swap: Turn | undefined; readonly turn: Turn | undefined } {
  const minute = DateTime.fromJSDate(now, { zone }).toFormat('yyyy-MM-dd HH:mm');
  const covers = (turn: Turn) => turnBegins(turn) <= minute && minute < turnEnds(turn);
  return { swap: swaps.find(covers), turn: rota.find(covers) };
}

/** What desk.yml tells of somebody, found by e-mail address or Slack id. */
export const personNamed = (
  { people }: Pick<Desk, 'people'>,
  person: string,
): DeskPerson | undefined =>
  people.find(({ email, slackId }) => email === person.toLowerCase() || slackId === person);

/** Why somebody cannot be asked now; `undefined` when nothing in desk.yml speaks against it. */
export function absence(desk: Desk, person: DeskPerson | undefined, now: Date): string | undefined {
  if (person?.movedTo !== undefined) return `has moved to ${person.movedTo}`;
  const day = deskDay(desk, now);
  const away = person?.away.find(({ from, to }) => from <= day && day <= to);
  return away === undefined ? undefined : `is away until ${spokenDay(away.to)}`;
}

/** `YYYY-MM-DD` in the desk's zone. */
export const deskDay = ({ zone }: Pick<Desk, 'zone'>, now: Date): string =>
  DateTime.fromJSDate(now, { zone }).toFormat('yyyy-MM-dd');

const spokenDay = (day: string): string =>
  DateTime.fromISO(day, { zone: 'UTC' }).setLocale('en-GB').toFormat('d LLL yyyy');
