import { DateTime } from 'luxon';
import { type Desk, WEEKDAYS } from './desk.ts';
import { type DutyOfficer, onDuty } from './duty.ts';

/** Days in a row on which the same person is on duty, both `YYYY-MM-DD` in the desk's zone and both inclusive. */
export type DutyTurn = {
  readonly from: string;
  readonly to: string;
  /** `undefined` where the rota names nobody. */
  readonly officer: DutyOfficer | undefined;
};

/** Who is on duty from the day of `now` on, swaps reckoned in. */
export function dutyAhead(desk: Desk, now: Date, days: number): DutyTurn[] {
  const noon = DateTime.fromJSDate(now, { zone: desk.zone }).set({ hour: 12 });
  const turns: DutyTurn[] = [];
  for (let ahead = 0; ahead < days; ahead += 1) {
    const at = noon.plus({ days: ahead });
    const officer = onDuty(desk, at.toJSDate());
    const day = at.toFormat('yyyy-MM-dd');
    const last = turns.at(-1);
    if (last !== undefined && isSame(last.officer, officer))
      turns[turns.length - 1] = { ...last, to: day };
    else turns.push({ from: day, to: day, officer });
  }
  return turns;
}

const isSame = (one: DutyOfficer | undefined, other: DutyOfficer | undefined): boolean =>
  one?.email === other?.email &&
  one?.slackId === other?.slackId &&
  one?.name === other?.name &&
  one?.insteadOf === other?.insteadOf;

/** On a day off, nobody is woken before this. */
const DAY_OFF_FROM = '09:00';

/**
 * When whoever comes on duty on the day of `now` is told so: the rota changes at midnight, but nobody is woken for it.
 */
export function dutyTold({ zone, hours }: Pick<Desk, 'zone' | 'hours'>, now: Date): Date {
  const day = DateTime.fromJSDate(now, { zone }).startOf('day');
  const from = hours[WEEKDAYS[day.weekday - 1] ?? 'sunday']?.from ?? DAY_OFF_FROM;
  const [hour = 9, minute = 0] = from.split(':').map(Number);
  return day.set({ hour, minute }).toJSDate();
}
