import type { ReleaseKind } from '../releases/release.ts';

/** A look-up taken apart: words to look for, and what narrows them. */
export type ParsedQuery = {
  /** What is left once the filters are taken out. */
  readonly words: string;
  /** Words in quotation marks: they must stand side by side. */
  readonly phrases: readonly string[];
  /** Words and phrases with a minus: releases that have them are left out. */
  readonly without: readonly string[];
  readonly kind: ReleaseKind | undefined;
  /** `YYYY-MM-DD`, inclusive. */
  readonly since: string | undefined;
  /** `YYYY-MM-DD`, inclusive. */
  readonly until: string | undefined;
  readonly sector: string | undefined;
  readonly contact: string | undefined;
  /** What could not be understood, each in one sentence for the person who typed it. */
  readonly problems: readonly string[];
};

type Filters = {
  -readonly [Key in 'kind' | 'since' | 'until' | 'sector' | 'contact']: ParsedQuery[Key];
};

/** `-"a phrase"`, `key:"a value"`, `key:value`, or a word; any quotation marks that keyboards and Slack make. */
const PART =
  /(-?)["“”„]([^"“”„]*)["“”„]|(?<![^\s])(kind|since|until|sector|contact):(?:["“”„]([^"“”„]*)["“”„]|(\S*))|(\S+)/giu;

/**
 * Reads what somebody typed to look up a release: words, `"exact phrase"`, `-word`, `kind:speech`, `since:2019-11`,
 * `until:2020`, `sector:health`, `contact:lim`. Total: what does not make sense is said in `problems`, never dropped in silence.
 */
export const parseQuery = (text: string): ParsedQuery => {
  const words: string[] = [];
  const phrases: string[] = [];
  const without: string[] = [];
  const problems: string[] = [];
  const filters: Filters = {
    kind: undefined,
    since: undefined,
    until: undefined,
    sector: undefined,
    contact: undefined,
  };

  for (const [, minus, phrase, key, quoted, bare, word] of text.matchAll(PART)) {
    if (key !== undefined)
      setFilter(filters, key.toLowerCase() as keyof Filters, quoted ?? bare ?? '', problems);
    else if (phrase !== undefined) {
      if (phrase.trim() !== '') (minus === '-' ? without : phrases).push(phrase.trim());
    } else if (word !== undefined && /^-[\p{L}\p{N}]/u.test(word)) without.push(word.slice(1));
    else if (word !== undefined) {
      if (/^["“„]/.test(word))
        problems.push('A quotation mark is not closed: its words are looked for one by one.');
      words.push(word.replace(/["“”„]/g, ''));
    }
  }
  if (filters.since !== undefined && filters.until !== undefined && filters.since > filters.until)
    problems.push(`Nothing can be both since ${filters.since} and until ${filters.until}.`);
  return {
    words: words.join(' '),
    phrases: [...new Set(phrases)],
    without: [...new Set(without)],
    ...filters,
    problems: [...new Set(problems)],
  };
};

const setFilter = (filters: Filters, key: keyof Filters, given: string, problems: string[]) => {
  const value = given.trim();
  if (value === '') {
    problems.push(`“${key}:” needs a value right after the colon, such as ${EXAMPLES[key]}.`);
    return;
  }
  if (filters[key] !== undefined) problems.push(`“${key}:” is given twice: the last one counts.`);
  if (key === 'kind') {
    const kind = readKind(value);
    if (kind === undefined)
      problems.push(`“${value}” is no kind of release: ${KINDS.map(([name]) => name).join(', ')}.`);
    else filters.kind = kind;
  } else if (key === 'since' || key === 'until') {
    const days = readPeriod(value);
    if (days === undefined)
      problems.push(
        `“${value}” is no date: write ${key}:2019, ${key}:2019-11 or ${key}:2019-11-19.`,
      );
    else filters[key] = key === 'since' ? days.from : days.to;
  } else filters[key] = value;
};

const EXAMPLES: Record<keyof Filters, string> = {
  kind: 'kind:speech',
  since: 'since:2019-11',
  until: 'until:2020',
  sector: 'sector:healthcare',
  contact: 'contact:lim',
};

/** Each kind with the beginnings of words by which people call it. */
const KINDS: readonly (readonly [ReleaseKind, RegExp])[] = [
  ['press-release', /^(press|media)/],
  ['speech', /^speech|^remark|^address/],
  ['parliamentary-reply', /^parliament|^pq|^reply|^replies/],
  ['forum-reply', /^forum|^letter/],
  ['announcement', /^announce/],
  ['consultation', /^consult/],
  ['publication', /^publi|^report/],
  ['news', /^news/],
  ['other', /^other/],
];

/** What kind of release somebody means: "Speeches" is `speech`. */
export const readKind = (text: string): ReleaseKind | undefined => {
  const key = text.toLowerCase().replace(/[\s_]+/g, '-');
  return KINDS.find(([name, sign]) => name === key || sign.test(key))?.[0];
};

/**
 * The first and last day of a year (`2019`), a month (`2019-11`) or a day (`2019-11-19`), as `YYYY-MM-DD`;
 * `undefined` where there is no such day.
 */
export const readPeriod = (text: string): { from: string; to: string } | undefined => {
  const [, year = '', month, day] =
    /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?$/.exec(text) ?? [];
  if (year === '' || Number(year) < 1800) return undefined;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  const of = (which: number) =>
    `${year}-${month.padStart(2, '0')}-${String(which).padStart(2, '0')}`;
  if (day === undefined) return { from: of(1), to: of(lastDay) };
  return Number(day) >= 1 && Number(day) <= lastDay
    ? { from: of(Number(day)), to: of(Number(day)) }
    : undefined;
};
