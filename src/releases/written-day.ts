import { isDay } from './file-name.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const weekday = '(?:(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?[,.]?\\s+)?';

const dayFirst = new RegExp(
  `^${weekday}(\\d{1,2})(?:st|nd|rd|th)?\\s+${monthName},?\\s+(\\d{4})`,
  'i',
);
const monthFirst = new RegExp(
  `^${weekday}${monthName}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`,
  'i',
);

/** A day as people write it at the start of a text, and where it ends. */
export type WrittenDay = { readonly day: string; readonly length: number };

/** Reads `19 Nov 2019`, `Tuesday, 14 October 2025`, `January 5, 2017`, `2019-11-19`, `2019-11-9` at the start of a text. */
export function readWrittenDay(text: string): WrittenDay | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text);
  if (iso) return dayOf(iso[1], iso[2], iso[3], iso[0].length);
  const early = text.slice(0, 60);
  const first = dayFirst.exec(early);
  if (first) return dayOf(first[3], monthNumber(first[2]), first[1], first[0].length);
  const second = monthFirst.exec(early);
  if (second) return dayOf(second[3], monthNumber(second[1]), second[2], second[0].length);
  return undefined;
}

const monthNumber = (name = ''): string =>
  String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);

function dayOf(year = '', month = '', date = '', length = 0): WrittenDay | undefined {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? { day, length } : undefined;
}
