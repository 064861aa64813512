import type { Desk } from '../desk.ts';
import { MONTH_PATTERN, monthNumber, WEEKDAY_PATTERN, weekdayNumber } from './time-words.ts';
import { ABBREVIATIONS, type ZoneName, zoneOfPlace } from './zones.ts';

/** An hour as it was said. `bare`: no telling whether before or after noon. */
export type Clock = {
  readonly hour: number;
  readonly minute: number;
  readonly form: 'bare' | 'sure';
  /** The end of the day that it belongs to: midnight, 24:00. */
  readonly endOfDay?: boolean;
  /** The person slipped, or it is a manner of speaking that is read in two ways. */
  readonly doubtful?: boolean;
  /** There is no such hour (25:00, 5:75 pm). */
  readonly impossible?: boolean;
  /** It may as well mean another hour, or no hour at all: it has to be asked. */
  readonly unclear?: boolean;
  /** The start of a stretch of time. */
  readonly range?: boolean;
};

export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night' | 'meal';

/** A day as it was said. */
export type SaidDay =
  | { readonly kind: 'offset'; readonly days: number }
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      readonly which:
        | 'coming'
        | 'this'
        | 'next'
        | 'last'
        | 'next-week'
        | 'this-week'
        | 'week-after';
    }
  | { readonly kind: 'date'; readonly day: number; readonly month: number; readonly year?: number }
  /** Two numbers, and the day first unless the asker is American. */
  | {
      readonly kind: 'numbers';
      readonly first: number;
      readonly second: number;
      readonly year?: number;
    }
  | { readonly kind: 'day-of-month'; readonly day: number }
  | { readonly kind: 'holiday'; readonly name: string }
  /** Next week, the weekend, the end of the month. */
  | { readonly kind: 'vague' };

export type TimeToken = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'clock'; readonly clock: Clock }
  /** A number that is an hour only beside words that make it one. */
  | {
      readonly kind: 'number';
      readonly clock: Clock;
      readonly year: boolean;
      readonly dotted: boolean;
    }
  | { readonly kind: 'day'; readonly day: SaidDay; readonly possible?: true }
  | { readonly kind: 'part'; readonly part: PartOfDay; readonly today?: true }
  | { readonly kind: 'close-of-business' }
  | {
      readonly kind: 'duration';
      readonly minutes: number;
      /** Days and weeks give a day and no hour. */
      readonly days?: number;
      readonly vague: boolean;
      readonly doubtful: boolean;
    }
  | { readonly kind: 'soon' }
  | { readonly kind: 'zone'; readonly zone: ZoneName; readonly explicit: boolean }
  | { readonly kind: 'approximately' }
  | { readonly kind: 'break' }
  | { readonly kind: 'comma' | 'range' | 'or' }
  | { readonly kind: 'word' | 'noise' }
);

type Body = TimeToken extends infer T
  ? T extends TimeToken
    ? Omit<T, 'from' | 'to'>
    : never
  : never;
type Rule = readonly [RegExp, (groups: readonly string[]) => Body | undefined];

const HOUR = '(\\d{1,2})';
const HALF = '(a\\.m\\.|p\\.m\\.|a\\.? ?m\\b|p\\.? ?m\\b)';
const SLIP = '(pn|om|pmm|pmn|mp|p,m|p;m|pm,|lm|0m|sm|an|amm|ma|a,m)';

const rule = (pattern: string, read: (groups: readonly string[]) => Body | undefined): Rule => [
  new RegExp(pattern, 'y'),
  read,
];

const noise = (pattern: string): Rule => rule(pattern, () => ({ kind: 'noise' }));

/** Addresses, money, telephone numbers, quantities, and numbers of sections, buses and years: no times. */
const NOISE: readonly Rule[] = [
  noise(
    'good (?:morning|afternoon|evening|night|day)\\b|(?<=^)(?:morning|afternoon|evening)(?=[,!])',
  ),
  noise(
    'https?://\\S{1,2000}|www\\.\\S{1,2000}|<[@#!][^>\\n]{0,200}>|[\\w.+-]{1,64}@[\\w.-]{2,255}',
  ),
  noise(
    '(?:[a-z]{1,3})?[$€£¥] ?\\d[\\d,.]{0,20}(?: ?(?:k|m|mn|bn|b|million|billion|trillion)\\b)?',
  ),
  noise('(?:rm|sgd|usd|eur|gbp|myr|cny|rmb|idr) ?\\d[\\d,.]{0,20}(?!\\d* ?[ap]m)'),
  noise('\\+\\d[\\d ().-]{6,20}\\d'),
  noise('(?:1[ -])?(?:1800|1900)[ -]\\d{3}[ -]?\\d{3,4}\\b'),
  noise('[3689]\\d{3}[ -]\\d{4}\\b(?! ?h)'),
  noise('\\d{7,}'),
  noise('24[/x-]7\\b|9/11(?= (?:attack|terror|memorial|anniv))'),
  noise(
    '(?:sections?|clauses?|para(?:graph)?s?|pages?|pg|chapters?|articles?|tables?|figures?|fig|annex|versions?|vol(?:ume)?|no\\.|number|level|block|blk|routes?|bus(?:es)?|rooms?|units?|gate|terminal|phase|stage|tier|question|item|footnote|grade|primary|ages?|aged|covid|channel|magnitude|windows|rule|regulation|ratio|score|psi|psle|bus service) ?[-:#]? ?\\d[\\d.:/-]{0,12}(?!\\d* ?(?:[ap]\\.?m|hrs?\\b))(?: (?:of|in)\\b)?',
  ),
  noise('(?:# ?|[gvqps]|no\\. ?)\\d[\\d.-]{0,8}\\b(?! ?[ap]m)'),
  noise(
    '\\d[\\d,.]{0,15}(?:\\+)? ?(?:%|per ?cent\\b|percent|percentage|million|billion|trillion|thousand|mn\\b|bn\\b|km|kg|cm\\b|mm\\b|sqm|met(?:re|er)s?\\b|tonnes?|dollars?|cents?\\b|degrees?|deg\\b|points?\\b|people|persons?\\b|pax|times\\b|gb\\b|mb\\b|ghz|flats|units|years?\\b|yrs?\\b|months?\\b|litres?|hectares?|megawatts?|mw\\b|kwh|sgd|usd|ringgit|seconds?\\b|secs?\\b|runs|goals|seats|votes|cases|schools|hospitals|agencies|projects)',
  ),
  noise('\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?'),
  noise('\\d+\\.\\d+\\.\\d+\\.\\d+|\\d+\\.\\d{3,}|\\d+\\.\\d(?!\\d)(?! ?(?:h|min))'),
];

const hourOf = (
  hour: number,
  half: string,
): Pick<Clock, 'hour' | 'form' | 'impossible' | 'doubtful'> => {
  const afternoon = half.startsWith('p') || /^(?:om|lm|0m|mp)/.test(half);
  if (hour > 12 && hour < 24 && afternoon) return { hour, form: 'sure', doubtful: true };
  if (hour > 12 || (hour === 0 && afternoon)) return { hour, form: 'sure', impossible: true };
  return { hour: (hour % 12) + (afternoon ? 12 : 0), form: 'sure' };
};

const twelveHour = (hour: string, minute: string, half: string, doubtful = false): Body => {
  const read = hourOf(Number(hour), half);
  const minutes = Number(minute || '0');
  return {
    kind: 'clock',
    clock: {
      ...read,
      minute: minutes,
      ...(doubtful ? { doubtful: true } : {}),
      ...(minutes > 59 ? { impossible: true } : {}),
    },
  };
};

/** Hours and minutes by a clock of 24 hours, or of 12 where nothing tells. */
const dayClock = (hourText: string, minuteText: string, sure = false): Clock => {
  const hour = Number(hourText);
  const minute = Number(minuteText || '0');
  const clear =
    sure || hour > 12 || hour === 0 || (hourText.length === 2 && hourText.startsWith('0'));
  return {
    hour: hour === 24 ? 0 : hour,
    minute,
    form: clear ? 'sure' : 'bare',
    ...(hour === 24 && minute === 0 ? { endOfDay: true } : {}),
    ...(hour > 24 || minute > 59 || (hour === 24 && minute > 0) ? { impossible: true } : {}),
  };
};

const clock = (value: Clock): Body => ({ kind: 'clock', clock: value });

/** "half past four", "quarter to 5 pm", "20 past noon". */
const spokenClock = ([, part = '', side = '', target = '', half = '']: readonly string[]):
  | Body
  | undefined => {
  const amount = part.includes('half')
    ? 30
    : part.includes('quarter')
      ? 15
      : Number.parseInt(part, 10);
  const fixed = target === 'noon' ? 12 : target === 'midnight' ? 24 : undefined;
  const hour = fixed ?? Number(target);
  if (amount > 59 || (fixed === undefined && (hour < 1 || hour > 12))) return undefined;
  // "5 to 6 pm" is a range; "10 to 5 pm" is ten minutes before five, or a range of seven hours.
  if (/^\d+$/.test(part) && (side !== 'past' || amount % 5 !== 0)) {
    if (side !== 'to' || amount % 5 !== 0 || (hour > amount && hour <= amount + 3))
      return undefined;
    return clock({ hour, minute: 0, form: 'bare', unclear: true });
  }
  const before = side === 'to' || side === 'before' || side === 'till';
  const minutes = (hour * 60 + (before ? -amount : amount)) % (24 * 60);
  const base = { minute: minutes % 60 };
  if (fixed !== undefined) return clock({ ...base, hour: Math.floor(minutes / 60), form: 'sure' });
  const halfDay = half === '' ? undefined : half.startsWith('p') ? 12 : 0;
  const read = Math.floor(minutes / 60) % 12;
  return halfDay === undefined
    ? clock({ ...base, hour: read === 0 ? 12 : read, form: 'bare' })
    : clock({ ...base, hour: read + halfDay, form: 'sure' });
};

const CLOCKS: readonly Rule[] = [
  rule('12 ?(?:nn\\b|n\\.n\\.?|noon\\b)|(?:high )?noon\\b|mid-?day\\b|12 midday\\b', () =>
    clock({ hour: 12, minute: 0, form: 'sure' }),
  ),
  rule('12 ?(?:mn\\b|midnight\\b)|mid-?night\\b|2400 ?(?:hrs?|h)?\\b|12 at night\\b', () =>
    clock({ hour: 0, minute: 0, form: 'sure', endOfDay: true }),
  ),
  rule(
    `(half|(?:a )?quarter|\\d{1,2}(?: ?min(?:ute)?s?)?) (past|after|to|till|before) (\\d{1,2}|noon|midnight)(?![\\d:]|\\.\\d)(?: ?${HALF}|(?! ?[ap]\\.?m)\\b)`,
    spokenClock,
  ),
  rule('half (\\d{1,2})\\b(?![:./]\\d| ?[ap]\\.?m| ?h)', ([, hour = '']) =>
    Number(hour) >= 1 && Number(hour) <= 12
      ? clock({ hour: Number(hour), minute: 30, form: 'bare', doubtful: true })
      : undefined,
  ),
  rule(`${HOUR}(?: ?[:.h] ?(\\d{2}))? ?${HALF}`, ([, hour = '', minute = '', half = '']) =>
    twelveHour(hour, minute, half),
  ),
  rule(`(\\d{1,2})(\\d{2}) ?${HALF}`, ([, hour = '', minute = '', half = '']) =>
    twelveHour(hour, minute, half),
  ),
  rule(`${HOUR}(?:[:.]?(\\d{2}))?${SLIP}\\b`, ([, hour = '', minute = '', half = '']) =>
    twelveHour(hour, minute, half, true),
  ),
  rule(`${HOUR}(?:[:.](\\d{2}))?([ap])\\b(?!\\.\\w)`, ([, hour = '', minute = '', half = '']) =>
    twelveHour(hour, minute, half, true),
  ),
  rule('(\\d{2})[:.h]?(\\d{2}) ?(?:hrs?|h|hours)\\b', ([, hour = '', minute = '']) =>
    clock(dayClock(hour, minute, true)),
  ),
  rule('(\\d)[:.]?(\\d{2}) ?(?:hrs)\\b', ([, hour = '', minute = '']) =>
    clock(dayClock(hour, minute, true)),
  ),
  rule('(\\d{1,2})h(\\d{2})\\b', ([, hour = '', minute = '']) => clock(dayClock(hour, minute))),
  rule(`${HOUR}(?:[:.](\\d{2}))? ?o ?'? ?clock\\b`, ([, hour = '', minute = '']) =>
    clock(dayClock(hour, minute)),
  ),
  rule(`${HOUR}:(\\d{2})(?::\\d{2}(?:\\.\\d{1,3})?)?(?![:\\d])`, ([, hour = '', minute = '']) =>
    clock(dayClock(hour, minute)),
  ),
];

const year = (text: string): { year?: number } =>
  text === '' ? {} : { year: Number(text.length === 2 ? `20${text}` : text) };

const day = (value: SaidDay): Body => ({ kind: 'day', day: value });
const offset = (days: number): Body => day({ kind: 'offset', days });

const WEEKDAY = `(${WEEKDAY_PATTERN})\\b(?:(?<!day)\\.(?= ?\\d))?`;
const MONTH = `(${MONTH_PATTERN})\\b\\.?`;
const YEAR = "(?:,? ?-?/?(20\\d{2}|'?\\d{2}))?(?! ?(?:hrs?\\b|[ap]\\.?m)|[:.]\\d|\\d|h\\b)";

const TODAY = "(?:today|tdy|2day|todays)(?:'s)?\\b";
const TOMORROW =
  "(?:tomorrow|tomorrows|tmrw|tmr|tmw|tml|tmo|tomoro|tommorrow|tommorow|tomorow|2moro|2morrow|2mrw)(?:'s)?\\b";

const weekday = (name: string, which: Extract<SaidDay, { kind: 'weekday' }>['which']): Body =>
  day({ kind: 'weekday', weekday: weekdayNumber(name), which });

const DAYS: readonly Rule[] = [
  rule(
    '(20\\d{2})[-/](\\d{1,2})[-/](\\d{1,2})(?!\\d)(?:t(?=\\d{2}:\\d{2}))?',
    ([, y = '', m = '', d = '']) =>
      day({ kind: 'date', day: Number(d), month: Number(m), year: Number(y) }),
  ),
  rule(`(?:the )?day after ${TOMORROW}|overmorrow\\b`, () => offset(2)),
  rule(`(?:a|1) week (?:from|after) (?:${TODAY}|now)|${TODAY} week\\b`, () => offset(7)),
  rule(`(?:a|1) week (?:from|after) ${TOMORROW}|${TOMORROW} week\\b`, () => offset(8)),
  rule(`(?:a|1) week (?:from|after) ${WEEKDAY}|${WEEKDAY} week\\b`, ([, one = '', other = '']) =>
    weekday(one || other, 'week-after'),
  ),
  rule(`(\\d{1,2}) days? (?:from|after) (?:${TODAY}|now)`, ([, days = '']) => offset(Number(days))),
  rule(
    `next week'?s? (?:on )?${WEEKDAY}|${WEEKDAY} (?:of )?next week\\b`,
    ([, one = '', other = '']) => weekday(one || other, 'next-week'),
  ),
  rule(
    `this week'?s? (?:on )?${WEEKDAY}|${WEEKDAY} (?:of )?this week\\b`,
    ([, one = '', other = '']) => weekday(one || other, 'this-week'),
  ),
  rule(`${WEEKDAY} after next\\b`, () => day({ kind: 'vague' })),
  rule(
    `(this coming|coming|upcoming|this|next|following|last|past) ${WEEKDAY}(?:'s)?`,
    ([, which = '', name = '']) =>
      which === 'following'
        ? day({ kind: 'vague' })
        : weekday(
            name,
            which.endsWith('coming')
              ? 'coming'
              : which === 'this' || which === 'next'
                ? which
                : 'last',
          ),
  ),
  rule(TODAY, () => offset(0)),
  rule(TOMORROW, () => offset(1)),
  rule("(?:yesterday|ytd)(?:'s)?\\b|last night\\b", () => offset(-1)),
  rule(
    '(?:the )?(?:end|middle|start|beginning)(?: of|-of)? (?:the |this |next )?(?:week|month|year|quarter)\\b|(?:eow|eom|eoy)\\b|(?:the |this |next |over the )?week-?end\\b|(?:next|this|the coming|the following) (?:week|month|quarter|year)\\b|(?:month|year)[ -]?end\\b|(?:early|mid|late)(?:r)?[ -](?:next week|this week|next month|the week|week)\\b|(?:some day|someday|one of these days)\\b',
    () => day({ kind: 'vague' }),
  ),
  rule(
    `(?:end|mid|early|late|middle|start|beginning)[ -](?:of )?${MONTH}(?! ?\\d)|(\\d{1,2})(?:st|nd|rd|th)? ?(?:-|to|or|/|and|&) ?\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}`,
    () => day({ kind: 'vague' }),
  ),
  rule(
    `(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -/]? ?${MONTH}${YEAR}`,
    ([, d = '', month = '', y = '']) =>
      day({ kind: 'date', day: Number(d), month: monthNumber(month), ...year(y.replace("'", '')) }),
  ),
  rule(
    `${MONTH}[ -]?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\b(?! ?(?:[ap]\\.?m|hrs)|[:.]\\d\\d)(?:,? (20\\d{2})(?! ?hrs|[:.\\d]))?`,
    ([, month = '', d = '', y = '']) =>
      day({ kind: 'date', day: Number(d), month: monthNumber(month), ...year(y) }),
  ),
  rule(`${WEEKDAY}(?:'s)?`, ([, name = '']) => weekday(name, 'coming')),
  rule(
    `(\\d{1,2})/(\\d{1,2})(?:/(20\\d{2}|\\d{2}))?(?![\\d/]| ?[ap]\\.?m)`,
    ([, first = '', second = '', y = '']) =>
      day({ kind: 'numbers', first: Number(first), second: Number(second), ...year(y) }),
  ),
  rule(
    '(\\d{1,2})([-.])(\\d{1,2})\\2(20\\d{2}|\\d{2})(?![\\d.-])',
    ([, first = '', , second = '', y = '']) =>
      day({ kind: 'numbers', first: Number(first), second: Number(second), ...year(y) }),
  ),
  rule('(?:the )?(\\d{1,2})(?:st|nd|rd|th)\\b', ([, d = '']) => ({
    kind: 'day',
    day: { kind: 'day-of-month', day: Number(d) },
    possible: true,
  })),
];

const duration = (
  minutes: number,
  more: { days?: number; vague?: boolean; doubtful?: boolean } = {},
): Body => ({ kind: 'duration', minutes, vague: false, doubtful: false, ...more });

const MINUTES: Record<string, number> = { h: 60, m: 1, d: 24 * 60, w: 7 * 24 * 60 };

const lengthOf = (count: number, unit: string, doubtful = false): Body => {
  const minutes = count * (MINUTES[unit[0] ?? 'h'] ?? 60);
  return unit.startsWith('d') || unit.startsWith('w')
    ? duration(minutes, { days: Math.round(minutes / (24 * 60)), doubtful })
    : duration(minutes, { doubtful });
};

const UNIT = '(hours?|hrs?|h|minutes?|mins?|min|days?|weeks?|wks?)';

const DURATIONS: readonly Rule[] = [
  rule('(?<=\\b(?:by|before|at|until) )(1[3-9]|2[0-3])h\\b', ([, hour = '']) =>
    clock(dayClock(hour, '', true)),
  ),
  rule(
    '\\d+(?:\\.\\d+)? ?(?:hours?|hrs?|minutes?|mins?) (?:an?|per|each|every) (?:hour|day|week|month|year|person|student)\\b',
    () => ({ kind: 'noise' }),
  ),
  rule(
    '(?:a |an )?(?:few|several|some|many) (?:more )?(?:hours|hrs|minutes|mins|days|weeks)\\b',
    () => duration(0, { vague: true }),
  ),
  rule('\\d+ (?:working|business|office) (?:days?|hours?)\\b', () => duration(0, { vague: true })),
  rule(`(?:a )?couple(?: of)? (?:more )?${UNIT}\\b`, ([, unit = '']) => lengthOf(2, unit, true)),
  rule('(?:a )?half (?:an |a )?(?:hour|hr)\\b|half-hour\\b|1/2 (?:an )?(?:hour|hr)\\b', () =>
    duration(30),
  ),
  rule('(?:an|1) (?:hour|hr) and (?:a )?half\\b|1 and (?:a )?half (?:hours|hrs)\\b', () =>
    duration(90),
  ),
  rule('(\\d+) (?:hours? and a half|and (?:a )?half (?:hours|hrs))\\b', ([, hours = '']) =>
    duration(Number(hours) * 60 + 30),
  ),
  rule(
    '(\\d{1,2}) ?(?:hours?|hrs?|h) ?(?:and |, )?(\\d{1,2}) ?(?:minutes?|mins?|m)\\b',
    ([, hours = '', minutes = '']) => duration(Number(hours) * 60 + Number(minutes)),
  ),
  rule(
    '(?<=\\b(?:in|within|next|under) )(\\d{1,2})h ?(\\d{2})(?:m|min|mins)?\\b',
    ([, hours = '', minutes = '']) => duration(Number(hours) * 60 + Number(minutes)),
  ),
  rule('(?:a )?quarter of an hour\\b|quarter hour\\b', () => duration(15)),
  rule('(?:3|three)[ -]quarters of an hour\\b', () => duration(45)),
  rule('(?:an?|1) (?:hour|hr) or (?:two|2|so)\\b', () => duration(60, { doubtful: true })),
  rule(`(\\d{1,3}) ?(?:-|to|or) ?\\d{1,3} ?${UNIT}\\b`, ([, count = '', unit = '']) =>
    lengthOf(Number(count), unit, true),
  ),
  rule(
    `(\\d{1,3}(?:\\.\\d{1,2})?)[ -]?${UNIT}\\b(?:'? time\\b| from (?:now|today)\\b)?`,
    ([, count = '', unit = '']) => lengthOf(Number(count), unit),
  ),
  rule(`(?:the|an?|one) (?:hour|hr)\\b(?:'?s? time\\b)?`, () => duration(60)),
  rule("a (day|week)\\b(?! (?:from|after))(?:'?s? time\\b)?", ([, unit = '']) => lengthOf(1, unit)),
  rule('(?:the )?next (hour|hr|half hour|half an hour)\\b', ([, unit = '']) =>
    duration(unit.startsWith('half') ? 30 : 60),
  ),
  rule('the day\\b(?! (?:after|before))', () => duration(0, { vague: true })),
];

const part = (value: PartOfDay): Body => ({ kind: 'part', part: value });

const PARTS: readonly Rule[] = [
  rule("(?:later )?(?:tonight|tonite|2nite|2night)(?:'?s)?\\b", () => ({
    kind: 'part',
    part: 'night',
    today: true,
  })),
  rule("(?:later )?this (morning|afternoon|evening)(?:'s)?\\b", ([, name = '']) => ({
    kind: 'part',
    part: name === 'morning' || name === 'afternoon' ? name : 'evening',
    today: true,
  })),
  rule(
    'c\\.?o\\.?b\\b\\.?|e\\.?o\\.?d\\b\\.?|eob\\b|eobd\\b|c\\.?o\\.?p\\b|(?:the )?close of (?:business|play|work|office|day|the day|the business day|the working day)\\b|(?:the )?end[ -]of[ -](?:the )?(?:business |working |work )?day\\b|(?:the )?end of (?=(?:my|your|our|ur) day\\b)|(?:the )?end of (?:business|play|work|office hours|working hours|business hours)\\b|(?:the )?end of (?=(?:today|tomorrow|tdy|tmr|tmrw|mon|tue|wed|thu|fri)\\b|(?:mon|tues|wednes|thurs|fri)day)|knock-?off(?: time)?\\b|before (?:you|the office|we) (?:close|closes|knock off)\\b',
    () => ({ kind: 'close-of-business' }),
  ),
  rule(
    "(?:(?:in|at|during) )?(?:the |early |late )?(morning|afternoon|evening|night)(?:'s)?\\b",
    ([, name = '']) =>
      part(name === 'morning' || name === 'afternoon' || name === 'evening' ? name : 'night'),
  ),
  rule(
    '(?:lunch|dinner|breakfast|supper|tea)(?:-?time)?\\b|first thing\\b|start of (?:business|play|day|the day)\\b|over ?night\\b|prime ?time\\b',
    () => part('meal'),
  ),
  rule(
    'a\\.?s\\.?a\\.?p\\b\\.?|as (?:soon|quickly|fast) as (?:possible|you can|u can)|soonest\\b|immediately\\b|right (?:away|now)\\b|straight ?away\\b|at your earliest(?: convenience)?|chop chop|urgent(?:ly)?\\b|very soon\\b|now now\\b',
    () => ({ kind: 'soon' }),
  ),
];

const ABBREVIATION = [...ABBREVIATIONS.keys()].join('|');

const ZONES: readonly Rule[] = [
  rule(
    '(?<=\\d:?\\d\\d(?:\\.\\d{1,3})?)(?:([+-])(\\d{2}):(\\d{2})|z)\\b',
    ([, sign = '', hours = '', minutes = '']) => ({
      kind: 'zone',
      zone: {
        kind: 'zone',
        zone:
          sign === ''
            ? 'UTC'
            : `UTC${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`,
        sure: true,
      },
      explicit: true,
    }),
  ),
  rule(
    '(?:gmt|utc) ?([+-]) ?(\\d{1,2})(?::?(\\d{2}))?(?!\\d)',
    ([, sign = '+', hours = '', minutes = '']) => {
      if (Number(hours) > 14) return undefined;
      const minute = minutes === '' || minutes === '00' ? '' : `:${minutes}`;
      return {
        kind: 'zone',
        zone: { kind: 'zone', zone: `UTC${sign}${Number(hours)}${minute}`, sure: true },
        explicit: true,
      };
    },
  ),
  rule(`(${ABBREVIATION})( time)?\\b`, ([, name = '', time = '']) => {
    const zone = ABBREVIATIONS.get(name);
    return zone === undefined ? undefined : { kind: 'zone', zone, explicit: time !== '' };
  }),
  rule(
    "((?:[a-z.']{1,20} ){0,3}?[a-z.']{1,20}?)(?:'s)?(?: (?:std|standard))? time\\b",
    ([, name = '']) => {
      const zone = zoneOfPlace(name.replace(/^(?:the|in|at) /, ''));
      return zone === undefined ? undefined : { kind: 'zone', zone, explicit: true };
    },
  ),
  rule('(?:at )?(your|ur|my|our) (?:end|side|clock|day)\\b', ([, whose = '']) => ({
    kind: 'zone',
    zone: { kind: whose.endsWith('ur') && whose !== 'our' ? 'desk' : 'asker' },
    explicit: true,
  })),
  rule("((?:[a-z.']{2,20} ){0,2}[a-z.']{2,20})\\b", ([, name = '']) => placeToken(name)),
  rule("((?:[a-z.']{2,20} ){0,1}[a-z.']{2,20})\\b", ([, name = '']) => placeToken(name)),
  rule("([a-z.']{2,20})(?![a-z'])", ([, name = '']) => placeToken(name)),
];

/** A place without "time" behind it says nothing of the zone unless it stands beside a time. */
function placeToken(name: string): Body | undefined {
  const zone = zoneOfPlace(name.replace(/[.']+$/, ''));
  return zone === undefined ||
    zone.kind === 'desk' ||
    zone.kind === 'asker' ||
    zone.kind === 'local'
    ? undefined
    : { kind: 'zone', zone, explicit: false };
}

const REST: readonly Rule[] = [
  rule(
    '(?:around|(?<!(?:how|what) )about|approx(?:imately)?\\.?|roughly|circa|abt|~|say|or so|thereabouts|give or take)(?![a-z])',
    () => ({
      kind: 'approximately',
    }),
  ),
  rule('-?ish\\b|\\+(?=\\s|$|[.,?!])', () => ({ kind: 'approximately' })),
  rule('(\\d{1,2})\\.(\\d{2})(?!\\d|\\.\\d)', ([, hour = '', minute = '']) => ({
    kind: 'number',
    clock: dayClock(hour, minute),
    year: false,
    dotted: true,
  })),
  rule('(\\d{2})(\\d{2})(?!\\d)', ([, hour = '', minute = '']) => ({
    kind: 'number',
    clock: dayClock(hour, minute, true),
    year: hour === '20',
    dotted: false,
  })),
  rule('(\\d)(\\d{2})(?!\\d)', ([, hour = '', minute = '']) => ({
    kind: 'number',
    clock: dayClock(hour, minute),
    year: false,
    dotted: false,
  })),
  rule('(\\d{1,2})(?![\\d%])', ([, hour = '']) => ({
    kind: 'number',
    clock: dayClock(hour, ''),
    year: false,
    dotted: false,
  })),
  rule('[.!?;\\n]+|-{2,}| - |\\.\\.\\.|…', () => ({ kind: 'break' })),
  rule('[,:()\\[\\]"*_>|]', () => ({ kind: 'comma' })),
  rule('-|to\\b|until\\b|till\\b|til\\b', () => ({ kind: 'range' })),
  rule('or\\b|/|and\\b|&', () => ({ kind: 'or' })),
];

const ORDER: readonly Rule[] = [
  ...DURATIONS,
  ...NOISE,
  ...CLOCKS,
  ...DAYS,
  ...PARTS,
  ...ZONES,
  ...REST,
];

/** Cuts a text, in lower case, into words of time and others. Linear in its length. */
export function timeTokens(text: string, desk: Desk): TimeToken[] {
  const holidays = holidayRules(desk);
  const tokens: TimeToken[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === ' ') {
      at += 1;
      continue;
    }
    const token = firstToken(holidays, text, at) ??
      firstToken(ORDER, text, at) ?? {
        kind: 'word' as const,
        from: at,
        to: wordEnd(text, at),
      };
    tokens.push(token);
    at = token.to;
  }
  return tokens;
}

function firstToken(rules: readonly Rule[], text: string, at: number): TimeToken | undefined {
  // "5" inside "G75" or "A5.30" is no number of its own.
  const inside = /[\p{L}\p{N}]/u.test(text[at] ?? '') && /[\p{L}\p{N}_]/u.test(text[at - 1] ?? ' ');
  if (inside && /\d/.test(text[at - 1] ?? '') === /\d/.test(text[at] ?? '')) return undefined;
  for (const [pattern, read] of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || match[0] === '') continue;
    const body = read(match.map((group) => group ?? ''));
    if (body !== undefined)
      return { ...body, from: at, to: at + Math.max(1, match[0].trimEnd().length) };
  }
  return undefined;
}

const WORD = /[\p{L}\p{M}\p{N}'_-]+/uy;

function wordEnd(text: string, at: number): number {
  WORD.lastIndex = at;
  const match = WORD.exec(text);
  return at + (match === null ? 1 : match[0].length);
}

/** Days that are called by a name: the desk's public holidays, and the eves that everyone knows. */
function holidayRules({ holidays }: Desk): Rule[] {
  const names = new Set(
    holidays.map(({ name }) =>
      name
        .toLowerCase()
        .replace(/[’‘]/g, "'")
        .replace(/\s*\(.*\)$/, '')
        .replace(/[^a-z' ]/g, ''),
    ),
  );
  return [
    rule('(?:christmas|xmas) eve\\b', () => day({ kind: 'date', day: 24, month: 12 })),
    rule("new year'?s eve\\b", () => day({ kind: 'date', day: 31, month: 12 })),
    rule('boxing day\\b', () => day({ kind: 'date', day: 26, month: 12 })),
    rule('(?:christmas|xmas)(?: day)?\\b', () => day({ kind: 'date', day: 25, month: 12 })),
    ...[...names]
      .filter((name) => name.trim().length > 3)
      .map((name) =>
        rule(`${name.replaceAll("'", "'?")}\\b`, () => day({ kind: 'holiday', name })),
      ),
  ];
}
