/** A stretch of days, both inclusive, as `YYYY-MM-DD`. */
export type Days = { readonly from: string; readonly to: string };

/** What a question says about time: days that it names, and whether it asks for what is newest. */
export type TimeInWords = {
  /** A release of one of these days is preferred; empty where none is named. */
  readonly days: readonly Days[];
  /** "latest", "now", "currently": of equally good releases the newest is preferred. */
  readonly newest: boolean;
};

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/**
 * Reads days and "latest" out of a question: "in 2021", "March 2021", "19 Nov 2019", "last March", "last year",
 * "this month", "yesterday". Relative words are read in the given zone.
 *
 * @param zone IANA time zone, such as `Asia/Singapore`
 */
export const timeInWords = (question: string, now: Date, zone: string): TimeInWords => {
  const today = () => dayIn(now, zone);
  const days: Days[] = [];
  let rest = question.toLowerCase();
  for (const [pattern, read] of READERS)
    rest = rest.replace(pattern, (...found: (string | undefined)[]) => {
      const period = read(found, today);
      if (period === undefined) return String(found[0]);
      days.push(period);
      return ' ';
    });
  return {
    days,
    newest: withoutNewest(rest) !== rest,
  };
};

const NEWEST =
  /\b(?:latest|newest|most recent(?:ly)?|recent(?:ly)?|current(?:ly)?|now(?:adays)?|today|these days|so far|at the moment|up[- ]to[- ]date)\b/gi;

/** The words without those that only ask for what is newest: they are a wish, not words to find. */
export const withoutNewest = (words: string): string => words.replace(NEWEST, ' ');

type Reader = (found: readonly (string | undefined)[], today: () => string) => Days | undefined;

const READERS: readonly (readonly [RegExp, Reader])[] = [
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH},?\\s+(\\d{4})\\b`, 'g'),
    ([, day, month, year]) => oneDay(year, month, day),
  ],
  [
    new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'g'),
    ([, month, day, year]) => oneDay(year, month, day),
  ],
  [
    new RegExp(`\\b${MONTH},?\\s+(?:of\\s+|in\\s+)?((?:19|20)\\d{2})\\b`, 'g'),
    ([, month, year]) => wholeMonth(Number(year), monthOf(month)),
  ],
  [
    new RegExp(`\\b(?:last|in|this|since|during)\\s+${MONTH}\\b(?!\\s+\\d)`, 'g'),
    ([, month], today) => {
      const { year, month: present } = partsOf(today());
      const wanted = monthOf(month);
      return wholeMonth(wanted < present ? year : year - 1, wanted);
    },
  ],
  [
    /\b(last|previous|this)\s+(year|month|week)\b/g,
    ([, which, unit], today) => relative(which === 'this' ? 0 : 1, unit ?? '', today()),
  ],
  [/\byesterday\b/g, (_, today) => ({ from: shifted(today(), -1), to: shifted(today(), -1) })],
  [
    /(?<![$\d.,])\b((?:19|20)\d{2})\b(?![.,]?\d)/g,
    ([, year]) => ({ from: `${year}-01-01`, to: `${year}-12-31` }),
  ],
];

const oneDay = (year = '', month = '', day = ''): Days | undefined => {
  const whole = wholeMonth(Number(year), monthOf(month));
  const at = `${whole.from.slice(0, 8)}${day.padStart(2, '0')}`;
  return at >= whole.from && at <= whole.to ? { from: at, to: at } : undefined;
};

const monthOf = (name = '') => MONTHS.indexOf(name.slice(0, 3)) + 1;

const wholeMonth = (year: number, month: number): Days => ({
  from: dayOf(Date.UTC(year, month - 1, 1)),
  to: dayOf(Date.UTC(year, month, 0)),
});

const relative = (back: number, unit: string, today: string): Days => {
  const { year, month } = partsOf(today);
  if (unit === 'year') return { from: `${year - back}-01-01`, to: `${year - back}-12-31` };
  if (unit === 'month') return wholeMonth(year, month - back);
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = shifted(today, -weekday - 7 * back);
  return { from: monday, to: shifted(monday, 6) };
};

const partsOf = (day: string) => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
});

const shifted = (day: string, by: number) =>
  dayOf(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000);

const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);

/** The calendar day of an instant in a zone, as `YYYY-MM-DD`. */
export const dayIn = (instant: Date, zone: string): string => {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
    formats.set(zone, format);
  }
  return format.format(instant);
};

/** Making one costs more than a search. */
const formats = new Map<string, Intl.DateTimeFormat>();
