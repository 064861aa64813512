import type { FactFinder } from './fact.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';
const weekdays = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';

const monthNumber = (name = ''): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const clock = (hour: string, minute: string, half: string): string => {
  const twelve = Number(hour) % 12;
  return `at:${half === '' ? Number(hour) : half === 'p' ? twelve + 12 : twelve}:${minute || '00'}`;
};

/** Days, months and times of day. In order: what an earlier one takes, a later one does not see. */
export const dateFinders: readonly FactFinder[] = [
  {
    kind: 'date',
    pattern:
      /\b(?:Q([1-4])|([1-4])Q|(first|second|third|fourth|last) quarter)(?:,? (?:of )?(?:FY ?)?(20\d\d)\b)?/gu,
    keys: ([, quarter, before, name = '', year]) => [
      `quarter:${quarter ?? before ?? (name === 'last' ? 4 : ['first', 'second', 'third', 'fourth'].indexOf(name) + 1)}`,
      ...(year === undefined ? [] : [`year:${year}`]),
    ],
  },
  {
    kind: 'date',
    pattern: new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s?(?:to|-|–|and|&)\\s?(\\d{1,2})(?:st|nd|rd|th)?)?\\s+(${month})\\b\\.?(?:,?\\s+(\\d{4})\\b)?`,
      'giu',
    ),
    keys: ([, day, until, name, year]) => [
      `day:${Number(day)}/${monthNumber(name)}`,
      ...(until === undefined ? [] : [`day:${Number(until)}/${monthNumber(name)}`]),
      ...(year === undefined ? [] : [`year:${year}`]),
    ],
  },
  {
    kind: 'date',
    pattern: new RegExp(
      `\\b(${month})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\s?(?:%|per))(?:,?\\s+(\\d{4})\\b)?`,
      'gu',
    ),
    keys: ([, name, day, year]) => [
      `day:${Number(day)}/${monthNumber(name)}`,
      ...(year === undefined ? [] : [`year:${year}`]),
    ],
  },
  {
    kind: 'date',
    pattern: /\b(\d{4})-(\d\d)-(\d\d)\b/g,
    keys: ([, year, name, day]) => [`day:${Number(day)}/${Number(name)}`, `year:${year}`],
  },
  {
    kind: 'date',
    pattern: /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g,
    keys: ([, day, name, year]) => [`day:${Number(day)}/${Number(name)}`, `year:${year}`],
  },
  {
    kind: 'date',
    pattern: new RegExp(`\\b(${month})\\.?,?\\s+((?:19|20)\\d\\d)\\b`, 'gu'),
    keys: ([, name, year]) => [`month:${monthNumber(name)}`, `year:${year}`],
  },
  {
    kind: 'date',
    // "May" and "March" are words too; with "in", "from" or "by" before them they are months.
    pattern: new RegExp(
      `(?<=\\b(?:in|from|by|since|until|till|before|after|of|and|to|early|late|mid-?|end-?|this|last|next) ?)(${month})\\b`,
      'gu',
    ),
    keys: ([, name]) => [`month:${monthNumber(name)}`],
  },
  {
    kind: 'date',
    pattern: new RegExp(`\\b${weekdays}\\b`, 'gu'),
    keys: ([day]) => [`weekday:${day.slice(0, 3).toLowerCase()}`],
  },
  {
    kind: 'date',
    pattern:
      /\b(\d{1,2})(?:[.:](\d\d))?\s?([ap])\.?m\b\.?|\b(\d{1,2}):(\d\d)(?:\s?hrs?)?\b|\b(\d\d)(\d\d)\s?h(?:ou)?rs\b/giu,
    keys: ([, hour, minute, half, hour24, minute24, hours, minutes]) => [
      clock(
        hour ?? hour24 ?? hours ?? '',
        minute ?? minute24 ?? minutes ?? '',
        (half ?? '').toLowerCase(),
      ),
    ],
  },
];

/** Years by themselves, once sums of money and shares are taken. */
export const yearFinder: FactFinder = {
  kind: 'date',
  pattern:
    /\b(?:FY)?((?:19|20)\d\d)(?:\s?[-–/]\s?(\d{4}|\d\d))?(?:s\b|\b)(?![,.]?\d|\s?(?:million|billion))/gu,
  keys: ([, year = '', until]) => [
    `year:${year}`,
    ...(until === undefined
      ? []
      : [`year:${until.length === 4 ? until : year.slice(0, 2) + until}`]),
  ],
};
