import { clock, dayClock } from './clock-rules.ts';
import { type Body, type Rule, rule } from './time-token.ts';

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

export const DURATIONS: readonly Rule[] = [
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
