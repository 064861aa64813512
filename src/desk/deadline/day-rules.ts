import type { Desk } from '../desk.ts';
import { type Body, type Rule, rule, type SaidDay } from './time-token.ts';
import { MONTH_PATTERN, monthNumber, WEEKDAY_PATTERN, weekdayNumber } from './time-words.ts';

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

export const DAYS: readonly Rule[] = [
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

/** Days that are called by a name: the desk's public holidays, and the eves that everyone knows. */
export function holidayRules({ holidays }: Desk): Rule[] {
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
