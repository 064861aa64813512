import { DateTime } from 'luxon';
import { dayWords } from '../deadline-words.ts';
import type { Desk } from '../desk.ts';
import { type SettledDay, settleDays } from './settle-day.ts';
import type { Mention } from './time-mentions.ts';
import type { Clock, PartOfDay } from './time-token.ts';
import type { ZoneName } from './zones.ts';

/** The moment that a mention means, or what to ask. */
export type Settled =
  | { readonly kind: 'at'; readonly at: Date; readonly zone: string; readonly confirm: boolean }
  | { readonly kind: 'ask'; readonly question: string; readonly day: DateTime | undefined };

export type Setting = {
  readonly now: Date;
  /** The asker's zone, and that of a place that the asker says to be in. */
  readonly askerZone: string;
  readonly statedZone: ZoneName | undefined;
  readonly desk: Desk;
  /** What was said around the mention that makes a confirmation due. */
  readonly confirm: boolean;
  /** The time of a bulletin or an edition. */
  readonly onAir: boolean;
};

/** Hour of the day at which "close of business" is taken to fall. */
const CLOSE_OF_BUSINESS = 18;
/** A time that went by less than this long ago is asked about, not moved to the next day. */
const JUST_PAST_MS = 2 * 60 * 60 * 1000;
/** From then until morning, a bare hour is as likely to be tomorrow's. */
const NIGHT = { from: 20, fromOnAir: 22, to: 6 };
const FARTHEST_MINUTES = 60 * 24 * 60;

const ask = (question: string, day?: DateTime): Settled => ({ kind: 'ask', question, day });

/** Settles which instant is meant. Never guesses: what can be read in two ways is asked. */
export function settleMention(mention: Mention, setting: Setting): Settled {
  const zone = settleZone(mention.zone ?? setting.statedZone, setting);
  if (zone.kind === 'several')
    return ask(`Which time zone do you mean: ${zone.zones.map(spoken).join(', ')}?`);

  const now = DateTime.fromJSDate(setting.now, { zone: zone.zone });
  // A place that the asker only mentions being in is believed, and read back where it changes the hour.
  const elsewhere =
    mention.zone === undefined &&
    setting.statedZone !== undefined &&
    now.offset !== now.setZone(setting.askerZone).offset;
  const confirm = setting.confirm || zone.confirm || mention.approximate || elsewhere;
  const settled = settleIn(mention, { ...setting, confirm }, now);
  if (settled.kind === 'ask') return settled;

  const local = DateTime.fromJSDate(settled.at, { zone: zone.zone });
  if (zone.season !== undefined && local.offset !== zone.season)
    return ask(
      `${spoken(zone.zone)} keeps another time on that date than the one you named. Which do you mean?`,
      local,
    );
  return { ...settled, confirm: settled.confirm || onHoliday(settled.at, zone.zone, setting.desk) };
}

const spoken = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

type Zone =
  | { kind: 'one'; zone: string; confirm: boolean; season?: number }
  | { kind: 'several'; zones: readonly string[] };

function settleZone(name: ZoneName | undefined, { askerZone, desk }: Setting): Zone {
  const one = (zone: string, confirm = false): Zone => ({ kind: 'one', zone, confirm });
  switch (name?.kind) {
    case undefined:
    case 'asker':
      return one(askerZone);
    case 'desk':
      return one(desk.zone);
    case 'local':
      return askerZone === desk.zone
        ? one(askerZone)
        : { kind: 'several', zones: [askerZone, desk.zone] };
    case 'zone':
      return one(name.zone, !name.sure);
    case 'season':
      // Greenwich time is meant as such all year round, though London leaves it in summer.
      return name.offset === 0 && name.zone === 'Europe/London'
        ? one('UTC')
        : { kind: 'one', zone: name.zone, confirm: false, season: name.offset };
    case 'several':
      return name.zones.includes(askerZone)
        ? one(askerZone, true)
        : { kind: 'several', zones: name.zones };
  }
}

function settleIn(mention: Mention, setting: Setting, now: DateTime): Settled {
  const { duration, clock } = mention;
  if (mention.alternatives) return ask('Which of these times do you need this by?');
  if (duration !== undefined && clock === undefined && !mention.closeOfBusiness)
    return settleDuration(duration, setting, now);

  const days =
    duration?.days === undefined
      ? mention.days
      : [...mention.days, { kind: 'offset' as const, days: duration.days }];
  const saidToday = mention.today && days.length === 0;
  const said = saidToday ? [{ kind: 'offset' as const, days: 0 }] : days;
  const day = said.length === 0 ? undefined : settleDays(said, now, setting);

  if (clock?.impossible === true)
    return ask('There is no such time. What time do you need this by?', dayOf(day));
  if (clock?.unclear === true) return ask('What time do you need this by?', dayOf(day));
  if (mention.closeOfBusiness && clock === undefined)
    return day?.kind === 'unclear'
      ? ask(day.question)
      : settleClose(day?.day ?? now.startOf('day'), now, setting.desk);
  if (clock === undefined) {
    if (day?.kind === 'unclear') return ask(day.question);
    const known = day?.day;
    return ask(
      known === undefined
        ? 'What time do you need this by, and on which day?'
        : `What time on ${dayWords(known)} do you need this by?`,
      known,
    );
  }
  if (day?.kind === 'unclear') return ask(day.question);

  const hours = hoursMeant(clock, mention.part);
  if (hours.length === 0)
    return ask(
      'The hour and the part of the day do not go together. What time do you mean?',
      day?.day,
    );
  const confirm = setting.confirm || clock.doubtful === true || day?.confirm === true;
  const crossesDays =
    day !== undefined && said.length > 0 ? otherDay(said, day.day, setting) : undefined;
  const choice = { clock, hours, now, confirm, onAir: setting.onAir };
  if (day === undefined) return withoutDay(choice, mention.part);
  const first = onDay(choice, day.day, mention);
  if (crossesDays === undefined) return first;
  // "Today" where it is another date than in the zone named: whichever is ahead, if only one is.
  const second = onDay(choice, crossesDays, mention);
  if (first.kind === 'at' && second.kind === 'at')
    return ask(`Do you mean ${dayWords(day.day)} or ${dayWords(crossesDays)}?`);
  const only = first.kind === 'at' ? first : second;
  return only.kind === 'at' ? { ...only, confirm: true } : first;
}

const dayOf = (day: SettledDay | undefined) => (day?.kind === 'day' ? day.day : undefined);

/** The day meant by the asker's own calendar, in the zone named, if it is another. */
function otherDay(
  said: Mention['days'],
  day: DateTime,
  { now, askerZone, desk }: Setting,
): DateTime | undefined {
  const mine = settleDays(said, DateTime.fromJSDate(now, { zone: askerZone }), { askerZone, desk });
  if (mine.kind === 'unclear') return undefined;
  const there = mine.day.setZone(day.zone, { keepLocalTime: true });
  return there.toISODate() === day.toISODate() ? undefined : there;
}

function settleDuration(
  { minutes, days, vague, doubtful }: NonNullable<Mention['duration']>,
  { confirm }: Setting,
  now: DateTime,
): Settled {
  if (vague || minutes < 1 || minutes > FARTHEST_MINUTES)
    return ask('What time do you need this by, and on which day?');
  if (days !== undefined) {
    const day = now.startOf('day').plus({ days });
    return ask(`What time on ${dayWords(day)} do you need this by?`, day);
  }
  const at = now.plus({ minutes });
  return {
    kind: 'at',
    at: at.toJSDate(),
    zone: now.zoneName ?? 'UTC',
    confirm: confirm || doubtful,
  };
}

function settleClose(day: DateTime, now: DateTime, desk: Desk): Settled {
  const at = day.set({ hour: CLOSE_OF_BUSINESS });
  const working = day.weekday <= 5 && !isHoliday(day.toISODate(), desk);
  return working && at > now
    ? { kind: 'at', at: at.toJSDate(), zone: now.zoneName ?? 'UTC', confirm: true }
    : ask(
        working
          ? 'That is past. What time do you need this by?'
          : `${dayWords(day)} is no working day. What time do you need this by?`,
        day,
      );
}

type HourOfDay = { readonly hour: number; readonly minute: number; readonly nextDay: boolean };

/** The hours of the day that a clock can mean beside a part of the day; none where they contradict each other. */
function hoursMeant(clock: Clock, part: PartOfDay | undefined): HourOfDay[] {
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

type Choice = {
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
function onDay(
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
function withoutDay(
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

const isHoliday = (date: string | null, { holidays }: Desk) =>
  holidays.some((holiday) => holiday.date === date);

/** Whether it is a public holiday where the desk is, by the calendar there or by the asker's. */
const onHoliday = (at: Date, zone: string, desk: Desk): boolean =>
  [zone, desk.zone].some((where) =>
    // Midnight is the end of the day before.
    isHoliday(DateTime.fromJSDate(new Date(at.getTime() - 1), { zone: where }).toISODate(), desk),
  );
