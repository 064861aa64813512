const WEEKDAY_NAMES = [
  ['monday', 'mon'],
  ['tuesday', 'tues', 'tue'],
  ['wednesday', 'weds', 'wed'],
  ['thursday', 'thurs', 'thur', 'thu'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
  ['sunday', 'sun'],
] as const;

const MONTH_NAMES = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
] as const;

/** Names of days and months for a regular expression, longest first. The full stop of an abbreviation goes with it. */
export const WEEKDAY_PATTERN = WEEKDAY_NAMES.flat().join('|');
export const MONTH_PATTERN = MONTH_NAMES.flat().join('|');

/** ISO weekday, Monday 1. */
export const weekdayNumber = (name: string): number =>
  WEEKDAY_NAMES.findIndex((names) => names.some((known) => known === name)) + 1;

export const monthNumber = (name: string): number =>
  MONTH_NAMES.findIndex((names) => names.some((known) => known === name)) + 1;

const SPELLED = [
  'one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, index): [string, number] => [word, index + 1]),
  [
    ['fifteen', 15],
    ['twenty', 20],
    ['twenty-four', 24],
    ['twenty-five', 25],
    ['thirty', 30],
    ['forty', 40],
    ['forty-five', 45],
    ['forty-eight', 48],
    ['fifty', 50],
    ['sixty', 60],
    ['ninety', 90],
  ] satisfies [string, number][],
].flat();

const numbers: ReadonlyMap<string, number> = new Map(SPELLED);

/** Number words for a regular expression, longest first; "twenty five" is written "twenty-five" by then. */
export const NUMBER_PATTERN = [...numbers.keys()]
  .toSorted((one, other) => other.length - one.length)
  .join('|');

export const numberOf = (word: string): number => numbers.get(word) ?? Number(word);

/** Words that are misspelt in a hurry. Short ones have too many neighbours to be guessed at. */
const OFTEN_MISSPELT = [
  ...WEEKDAY_NAMES.map(([name]) => name),
  ...MONTH_NAMES.map(([name]) => name).filter((name) => name.length > 5),
  'tomorrow',
  'tonight',
  'midnight',
  'deadline',
  'morning',
  'afternoon',
  'evening',
];

/** English words that lie one slip from a word of time and are not one. */
const REAL_WORDS = new Set([
  'mourning',
  'warning',
  'morning',
  'evening',
  'friday',
  'tonights',
  'sundae',
  'fridays',
  'mondays',
  'sundays',
  'deadlines',
  'mornings',
  'evenings',
]);

/** The word of time that a misspelt one is one or two slips from, or `undefined`. */
export function mendedWord(word: string): string | undefined {
  if (word.length < 5 || word.length > 11) return undefined;
  if (REAL_WORDS.has(word) || OFTEN_MISSPELT.includes(word)) return undefined;
  return OFTEN_MISSPELT.find(
    (known) => known[0] === word[0] && slipsBetween(word, known) <= (known.length >= 8 ? 2 : 1),
  );
}

/** Optimal string alignment distance: letters added, lost, changed, or two neighbours exchanged. */
function slipsBetween(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (
        row > 1 &&
        column > 1 &&
        one[row - 1] === other[column - 2] &&
        one[row - 2] === other[column - 1]
      )
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      line.push(cost);
    }
    beforeLast = last;
    last = line;
  }
  return last[other.length] ?? 0;
}
