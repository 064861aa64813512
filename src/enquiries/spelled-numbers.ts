const ones =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const numberWords: ReadonlyMap<string, number> = new Map([
  ...ones.map((word, place) => [word, place + 1] as const),
  ...tens.map((word, place) => [word, (place + 2) * 10] as const),
]);

/** A number in words, from two to ninety-nine, as a pattern. */
export const SPELLED = `(?:(?:${tens.join('|')})-(?:${ones.slice(0, 9).join('|')})|${[...tens, ...ones.slice(1)].join('|')})`;

const scales: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mil: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
};

/** A number in digits, as a pattern. */
export const DIGITS = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?';

/** What multiplies a number, as a pattern. */
export const SCALES = 'hundred|thousand|million|billion|trillion|mil|mn|bn';

/** A number in digits with what multiplies it, in the one form in which numbers are compared. */
export const numberOf = (text: string, scale = ''): string =>
  String(
    Number((Number(text.replaceAll(',', '')) * (scales[scale.toLowerCase()] ?? 1)).toPrecision(12)),
  );

/** The value of a number in words. */
export const wordsToNumber = (words: string): number =>
  words
    .toLowerCase()
    .split('-')
    .reduce((sum, word) => sum + (numberWords.get(word) ?? 0), 0);

const BIG = 'hundred|thousand|million|billion|trillion';

/** A number of several words, as a pattern: "two hundred and fifty", "a million", "one thousand two hundred". */
export const LONG_NUMBER = `(?:an?|one|${SPELLED})[ -](?:${BIG})(?:,? (?:and )?(?:one|${SPELLED})(?:[ -](?:${BIG}))?)*`;

/** The value of a number of several words. */
export function longNumber(words: string): number {
  let whole = 0;
  let part = 0;
  for (const word of words.toLowerCase().split(/[\s,-]+/)) {
    const scale = scales[word];
    if (scale === undefined) part += /^an?$/.test(word) ? 1 : (numberWords.get(word) ?? 0);
    else if (scale === 100) part *= scale;
    else {
      whole += Math.max(1, part) * scale;
      part = 0;
    }
  }
  return whole + part;
}

const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  tenth: 10,
};

/** A part of a whole, as a pattern: "half", "a third", "two-thirds", "three quarters". */
export const PART = `(?:(?<!(?:first|second|latter|other|better)[ -])half(?![ -](?:year|yearly|day|hour|term|time|price|marathon|brother|sister)|-)|(?:an?|one|two|three|four|seven|nine)[ -](?:third|quarter|fifth|tenth)s?)`;

/** Which part of a whole words name, from 0 to 1. */
export function partOf(words: string): number {
  const [, many = 'one', part = ''] =
    /^(?:(\w+)[ -])?(half|third|quarter|fifth|tenth)s?$/i.exec(words) ?? [];
  const count = /^(?:an?|one)$/i.test(many) ? 1 : (numberWords.get(many.toLowerCase()) ?? 1);
  return count / (PARTS[part.toLowerCase()] ?? 1);
}
