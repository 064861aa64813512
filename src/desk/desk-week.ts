import { DateTime } from 'luxon';
import type { Desk } from './desk.ts';
import { isWorkingTime, nextWorkingTime } from './working-time.ts';

/** A week of the desk: from Monday midnight in its zone up to the next. */
export type DeskWeek = {
  /** Such as `2026-W48` (ISO 8601). */
  readonly name: string;
  readonly from: Date;
  readonly to: Date;
};

/** The week in which an instant lies; `back` counts weeks before it. */
export function weekOf({ zone }: Pick<Desk, 'zone'>, at: Date, back = 0): DeskWeek {
  const monday = DateTime.fromJSDate(at, { zone }).startOf('week').minus({ weeks: back });
  return {
    name: monday.toFormat("kkkk-'W'WW"),
    from: monday.toJSDate(),
    to: monday.plus({ weeks: 1 }).toJSDate(),
  };
}

/** Whether it is the morning, within working hours, of the first day of its week on which the desk works. */
export function isFirstMorning(desk: Desk, at: Date): boolean {
  const local = DateTime.fromJSDate(at, { zone: desk.zone });
  if (local.hour >= 12 || !isWorkingTime(desk, at)) return false;
  const first = nextWorkingTime(desk, weekOf(desk, at).from);
  return (
    first !== undefined &&
    DateTime.fromJSDate(first, { zone: desk.zone }).toISODate() === local.toISODate()
  );
}
