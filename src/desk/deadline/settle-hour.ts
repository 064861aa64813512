import { DateTime } from 'luxon';
import { ask, type Settled } from './settled.ts';
import type { Mention } from './time-mentions.ts';
import type { Clock, PartOfDay } from './time-token.ts';

/** A time that went by less than this long ago is asked about, not moved to the next day. */
const JUST_PAST_MS = 2 * 60 * 60 * 1000;
/** From then until morning, a bare hour is as likely to be tomorrow's. */
const NIGHT = { from: 20, fromOnAir: 22, to: 6 };

type HourOfDay = { readonly hour: number; readonly minute: number; readonly nextDay: boolean };

/** The hours of the day that a clock can mean beside a part of the day; none where they contradict each other. */
export function hoursMeant(clock: Clock, part: PartOfDay | undefined): HourOfDay[] {
  const { minute } = clock;
  const at = (hour: number, nextDay = false): HourOfDay => ({ hour, minute, nextDay });
  if (clock.endOfDay === true)
    return part === undefined || part === 'night' || part === 'evening' ? [at(0, true)] : [];
  const candidates =
    clock.form === 'sure' ? [clock.hour] : [clock.hour % 12, (clock.hour % 12) + 12];
  switch (part) {
    case undefined:
    case 'meal':
      return candidates.map((hour) => at(hour));
    case 'morning':
      return candidates.filter((hour) => hour >= 1 && hour < 12).map((hour) => at(hour));
    case 'afternoon':
      return candidates.filter((hour) => hour >= 12 && hour < 20).map((hour) => at(hour));
    case 'evening':
      return candidates.filter((hour) => hour >= 16).map((hour) => at(hour));
    case 'night':
      return candidates
        .filter((hour) => hour >= 17 || hour < 4)
        .filter((hour, _, all) => hour >= 17 || all.length === 1)
        .map((hour) => at(hour, hour < 4));
  }
}

/** An hour of the day to be found among the days ahead. */
export type Choice = {
  readonly clock: Clock;
  readonly hours: readonly HourOfDay[];
  readonly now: DateTime;
  readonly confirm: boolean;
  readonly onAir: boolean;
};

/** A wall time on a day; `undefined` where a clock change skips it or makes it come twice. */
function wallTime(day: DateTime, { hour, minute, nextDay }: HourOfDay): DateTime | undefined {
  const { year, month, day: date } = nextDay ? day.plus({ days: 1 }) : day;
  const time = DateTime.fromObject({ year, month, day: date, hour, minute }, { zone: day.zone });
  const exists = time.isValid && time.hour === hour && time.minute === minute;
  return exists && time.getPossibleOffsets().length === 1 ? time : undefined;
}

const clockChange = (day: DateTime): Settled =>
  ask(
    'The clocks change then, so that this time does not come exactly once. Which time do you mean?',
    day,
  );

const settled = (time: DateTime, confirm: boolean): Settled => ({
  kind: 'at',
  at: time.toJSDate(),
  zone: time.zoneName ?? 'UTC',
  confirm,
});

/** An hour on a day that was said. */
export function onDay(
  { clock, hours, now, confirm, onAir }: Choice,
  day: DateTime,
  mention: Mention,
): Settled {
  const times = hours.map((hour) => wallTime(day, hour));
  if (times.some((time) => time === undefined)) return clockChange(day);
  const ahead = times.filter((time) => time !== undefined).filter((time) => time > now);
  const [first, second] = ahead;
  if (first === undefined) return ask('That is past. What time do you need this by?', day);
  const night = mention.part === 'night' && hours.some(({ hour, nextDay }) => nextDay && hour > 0);
  const literalMidnight = clock.hour === 0 && clock.form === 'sure' && clock.minute === 0;
  const endOfOtherDay = clock.endOfDay === true && !day.hasSame(now, 'day');
  const doubt = confirm || night || (literalMidnight && clock.endOfDay !== true) || endOfOtherDay;
  if (hours.length === 1) return settled(first, doubt);
  if (day.hasSame(now, 'day'))
    return second !== undefined && first.hour < 7 ? bareQuestion(day) : settled(first, true);
  if (onAir) return bareQuestion(day);
  // On another day a bare hour is the one within office hours; 7 and 8 are as good in the morning as at night.
  const office = ahead.find(({ hour }) => hour >= 9 && hour < 19);
  return office === undefined || office.hour % 12 === 7 || office.hour % 12 === 8
    ? bareQuestion(day)
    : settled(office, true);
}

const bareQuestion = (day?: DateTime): Settled =>
  ask('Do you mean in the morning or in the evening, and on which day?', day);

/** An hour without a day: the next one ahead, where that is plain. */
export function withoutDay(
  { clock, hours, now, confirm, onAir }: Choice,
  part: PartOfDay | undefined,
): Settled {
  const today = now.startOf('day');
  if (hours.length === 1) {
    const [hour] = hours;
    if (hour === undefined) return bareQuestion();
    const time = wallTime(today, hour);
    if (time === undefined) return clockChange(today);
    if (time > now) return settled(time, confirm);
    if (now.toMillis() - time.toMillis() < JUST_PAST_MS)
      return ask('That went by a short while ago. Do you mean tomorrow?', today.plus({ days: 1 }));
    const next = wallTime(today.plus({ days: 1 }), hour);
    // Midnight as "12 am" or "0000" is the coming one, which is no other than the end of today.
    const comingMidnight = clock.hour === 0 && clock.minute === 0 && part === undefined;
    return next === undefined ? clockChange(today) : settled(next, confirm || !comingMidnight);
  }
  const night = now.hour >= (onAir ? NIGHT.fromOnAir : NIGHT.from) || now.hour < NIGHT.to;
  if (night) return bareQuestion();
  const times = hours.map((hour) => wallTime(today, hour));
  if (times.some((time) => time === undefined)) return clockChange(today);
  const next = times.filter((time) => time !== undefined).find((time) => time > now);
  const justPast = times.some(
    (time) => time !== undefined && time <= now && now.toMillis() - time.toMillis() < JUST_PAST_MS,
  );
  // After noon "by 12" is midnight or tomorrow's noon; an hour just gone by is a slip.
  return next === undefined || justPast ? bareQuestion() : settled(next, true);
}
