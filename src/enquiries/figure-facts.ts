import type { FactFinder } from './fact.ts';
import {
  DIGITS,
  LONG_NUMBER,
  longNumber,
  numberOf,
  PART,
  partOf,
  SCALES,
  SPELLED,
  wordsToNumber,
} from './spelled-numbers.ts';

/** Singapore's own dollar is said with and without its S. */
const currency = (sign = ''): string => {
  const letters = sign.toUpperCase().replace(/[\s$]/g, '');
  return letters === '' || letters === 'S' || letters === 'SGD' ? '$' : letters;
};

/** Sums of money and shares: looked for before years and plain numbers. */
export const sumFinders: readonly FactFinder[] = [
  {
    kind: 'figure',
    pattern: new RegExp(
      `((?:S|US|A|NZ|HK|SGD|USD|AUD|RM|C|EUR|GBP)?\\s?[$€£¥]|\\b(?:SGD|USD|EUR|GBP|RMB|RM)\\s?)\\s?(${DIGITS})(?:[ -]?(${SCALES}|[mbk])\\b)?`,
      'giu',
    ),
    keys: ([, sign, number = '', scale]) => [`money:${currency(sign)}:${numberOf(number, scale)}`],
  },
  {
    kind: 'figure',
    pattern: new RegExp(
      `(${DIGITS}|\\b${SPELLED})\\s?(?:%|per\\s?cent\\b|percentage points?\\b)`,
      'giu',
    ),
    keys: ([, number = '']) => [
      `percent:${/\d/.test(number) ? numberOf(number) : wordsToNumber(number)}`,
    ],
  },
  {
    kind: 'figure',
    // "Half a million", "a quarter of a billion".
    pattern: new RegExp(
      `\\b(${PART})(?: of)? an? (million|billion|trillion|dozen|thousand)\\b`,
      'giu',
    ),
    keys: ([, part = '', scale = '']) => [
      `number:${numberOf(String(partOf(part) * (scale.toLowerCase() === 'dozen' ? 12 : 1)), scale)}`,
    ],
  },
  {
    kind: 'figure',
    // "A third of passengers" is a share, and the same one as "33.3 per cent"; "a quarter" of the year is none.
    pattern: new RegExp(`\\b(${PART})\\b(?! (?:of (?:19|20)\\d\\d|an? ))`, 'giu'),
    keys: ([, part = '']) => [`percent:${Number((partOf(part) * 100).toPrecision(3))}`],
  },
];

/** Plain numbers, in digits and in words. */
export const numberFinders: readonly FactFinder[] = [
  {
    kind: 'figure',
    pattern: new RegExp(`\\b(${LONG_NUMBER})\\b`, 'giu'),
    keys: ([, words = '']) => [`number:${numberOf(String(longNumber(words)))}`],
  },
  {
    kind: 'figure',
    pattern: new RegExp(`\\b(an?|one|${SPELLED}) dozen\\b`, 'giu'),
    keys: ([, words = '']) => [
      `number:${(/^(?:an?|one)$/i.test(words) ? 1 : wordsToNumber(words)) * 12}`,
    ],
  },
  {
    kind: 'figure',
    // A digit in a name ("COVID-19", "5G") is no figure.
    pattern: new RegExp(
      `(?<!\\p{L}|\\d[.,]?|\\p{Lu}[-.])(${DIGITS})(?:[ -](${SCALES}|Million|Billion)\\b)?(?![\\d\\p{Lu}]|\\p{L}+\\d)`,
      'gu',
    ),
    keys: ([, number = '', scale]) => [`number:${numberOf(number, scale)}`],
  },
  {
    kind: 'figure',
    pattern: new RegExp(`\\b(${SPELLED})(?:[ -](${SCALES}))?\\b`, 'giu'),
    keys: ([, number = '', scale]) => [`number:${numberOf(String(wordsToNumber(number)), scale)}`],
  },
];
