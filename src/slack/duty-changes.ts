import { turnBegins, turnEnds } from '../desk/desk.ts';
import { deskDay, personNamed } from '../desk/duty.ts';
import { type DutyTurn, dutyAhead } from '../desk/duty-ahead.ts';
import type { DutyChange } from '../desk/duty-change.ts';
import { isSlackUserId } from '../desk/person.ts';
import type { SlackDeps } from './deps.ts';
import { timeText } from './views/duty-change-messages.ts';
import type { ShiftChoice } from './views/duty-modals.ts';

type Deps = Pick<SlackDeps, 'desk' | 'people' | 'now'>;

/** So far ahead shifts can be swapped. */
const DAYS_AHEAD = 56;

/** A turn as a swap names it. */
const timeOf = ({ from, to, fromTime, toTime }: DutyTurn) => ({
  from: fromTime === undefined ? from : `${from} ${fromTime}`,
  to: toTime === undefined ? to : `${to} ${toTime}`,
});

export type Shift = {
  readonly from: string;
  readonly to: string;
  /** Slack id; `undefined` for somebody whom Slack does not know. */
  readonly person: string | undefined;
  readonly name: string;
};

/** The shifts ahead, each with whose it is. */
export async function shiftsAhead({ desk, people, now }: Deps): Promise<Shift[]> {
  const shifts: Shift[] = [];
  for (const turn of dutyAhead(desk(), now(), DAYS_AHEAD)) {
    const { officer } = turn;
    if (officer === undefined) continue;
    const person =
      officer.slackId ??
      (officer.email === null ? undefined : await people.idByEmail(officer.email));
    const name =
      isSlackUserId(officer.name) || officer.name.includes('@')
        ? person === undefined
          ? officer.name
          : (await people.person(person)).name
        : officer.name;
    shifts.push({ ...timeOf(turn), person, name });
  }
  return shifts;
}

/** What a menu offers and sends back of a shift: a value has room for little. */
export const choiceOf = (shift: Shift, named: boolean): ShiftChoice => ({
  value: `${shift.from}/${shift.to}`,
  text: named ? `${shift.name}: ${timeText(shift)}` : timeText(shift),
});

/** The time that a chosen value names. */
export function shiftOf(value: string): { from: string; to: string } | undefined {
  const [from, to] = value.split('/');
  return from === undefined || to === undefined || from === '' ? undefined : { from, to };
}

/** Whether all of a time is a person's own, by the shifts as they stand now. */
export const isTheirs = (
  shifts: readonly Shift[],
  person: string,
  time: { readonly from: string; readonly to: string },
): boolean =>
  shifts.some(
    (shift) =>
      shift.person === person &&
      turnBegins(shift) <= turnBegins(time) &&
      turnEnds(time) <= turnEnds(shift),
  );

/** The duty that somebody has while they are away, in words. */
export async function dutyWithin(
  deps: Deps,
  { person, from, to }: Pick<DutyChange, 'person' | 'from' | 'to'>,
): Promise<string | undefined> {
  const time = { from, to };
  const own = (await shiftsAhead(deps)).filter(
    (shift) =>
      shift.person === person &&
      turnBegins(shift) < turnEnds(time) &&
      turnBegins(time) < turnEnds(shift),
  );
  return own.length === 0 ? undefined : own.map(timeText).join('; ');
}

/** Today, as the rota counts days. */
export const today = ({ desk, now }: Pick<Deps, 'desk' | 'now'>): string => deskDay(desk(), now());

/** What a person is called, who stands in the rota by Slack id or address. */
export async function nameOf({ desk, people }: Deps, name: string): Promise<string> {
  if (isSlackUserId(name)) return (await people.person(name)).name;
  const known = personNamed(desk(), name)?.name;
  if (known !== undefined || !name.includes('@')) return known ?? name;
  const slackId = await people.idByEmail(name);
  return slackId === undefined ? name : (await people.person(slackId)).name;
}
