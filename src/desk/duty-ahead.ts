import { DateTime } from 'luxon';
import { type Desk, turnBegins, turnEnds, WEEKDAYS } from './desk.ts';
import { type DutyOfficer, onDuty, turnsAt } from './duty.ts';

/** A time in a row in which the same person is on duty, in the desk's zone. */
export type DutyTurn = {
  /** First and last day, both `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** `HH:MM`, where it begins or ends within those days and not with them. */
  readonly fromTime?: string;
  readonly toTime?: string;
  /** `undefined` where the rota names nobody. */
  readonly officer: DutyOfficer | undefined;
};

/** Who is on duty from the day of `now` on, swaps reckoned in. */
export function dutyAhead(desk: Desk, now: Date, days: number): DutyTurn[] {
  const midnight = DateTime.fromJSDate(now, { zone: desk.zone }).startOf('day');
  const end = keyOf(midnight.plus({ days }));
  const starts = [...Array(days).keys()].map((ahead) => keyOf(midnight.plus({ days: ahead })));
  // What is over by `now` today is not ahead; what goes on is shown from its day.
  const hours = [...desk.rota, ...desk.swaps]
    .flatMap((turn) => [turnBegins(turn), turnEnds(turn)])
    .filter((key) => !/ (?:00|24):00$/.test(key) && keyOf(midnight) < key && key < end);
  const keys = [...new Set([...starts, ...hours])].toSorted();
  const turns: { start: string; end: string; officer: DutyOfficer | undefined }[] = [];
  for (const [place, start] of keys.entries()) {
    const until = keys[place + 1] ?? end;
    const officer = onDuty(desk, instantOf(start, desk.zone));
    const last = turns.at(-1);
    if (last !== undefined && isSame(last.officer, officer)) last.end = until;
    else turns.push({ start, end: until, officer });
  }
  const minute = keyOf(DateTime.fromJSDate(now, { zone: desk.zone }));
  return turns.filter((turn) => turn.end > minute).map(turnOf);
}

const keyOf = (time: DateTime): string => time.toFormat('yyyy-MM-dd HH:mm');

const instantOf = (key: string, zone: string): Date =>
  DateTime.fromFormat(key, 'yyyy-MM-dd HH:mm', { zone }).toJSDate();

function turnOf({
  start,
  end,
  officer,
}: {
  start: string;
  end: string;
  officer: DutyOfficer | undefined;
}): DutyTurn {
  const [from = '', fromTime = ''] = start.split(' ');
  const [to = '', toTime = ''] = end.split(' ');
  const isWhole = toTime === '00:00';
  return {
    from,
    to: isWhole ? (DateTime.fromISO(to, { zone: 'UTC' }).minus({ days: 1 }).toISODate() ?? to) : to,
    ...(fromTime === '00:00' ? {} : { fromTime }),
    ...(isWhole ? {} : { toTime }),
    officer,
  };
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
 * A turn that begins at an hour of the day was meant to: they are told at that hour.
 */
export function dutyTold(desk: Pick<Desk, 'zone' | 'hours' | 'rota' | 'swaps'>, now: Date): Date {
  const { zone, hours } = desk;
  const { swap, turn } = turnsAt(desk, now);
  const { from: begins = '' } = swap ?? turn ?? {};
  if (begins.length > 10) return instantOf(begins, zone);
  const day = DateTime.fromJSDate(now, { zone }).startOf('day');
  const from = hours[WEEKDAYS[day.weekday - 1] ?? 'sunday']?.from ?? DAY_OFF_FROM;
  const [hour = 9, minute = 0] = from.split(':').map(Number);
  return day.set({ hour, minute }).toJSDate();
}
