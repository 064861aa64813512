import { DateTime } from 'luxon';
import { dayWords } from '../deadline-words.ts';
import type { Desk } from '../desk.ts';
import { type SettledDay, settleDays } from './settle-day.ts';
import { hoursMeant, onDay, withoutDay } from './settle-hour.ts';
import { settleZone, spoken } from './settle-zone.ts';
import { ask, type Setting, type Settled } from './settled.ts';
import type { Mention } from './time-mentions.ts';

/** Hour of the day at which "close of business" is taken to fall. */
const CLOSE_OF_BUSINESS = 18;
const FARTHEST_MINUTES = 60 * 24 * 60;

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

const isHoliday = (date: string | null, { holidays }: Desk) =>
  holidays.some((holiday) => holiday.date === date);

/** Whether it is a public holiday where the desk is, by the calendar there or by the asker's. */
const onHoliday = (at: Date, zone: string, desk: Desk): boolean =>
  [zone, desk.zone].some((where) =>
    // Midnight is the end of the day before.
    isHoliday(DateTime.fromJSDate(new Date(at.getTime() - 1), { zone: where }).toISODate(), desk),
  );
