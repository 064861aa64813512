/** Something in a text that can be checked against the releases. */
export type Fact = {
  readonly kind: 'figure' | 'date' | 'name';
  /** As it stands in the text, from `from` to `to` (UTF-16 units). */
  readonly words: string;
  readonly from: number;
  readonly to: number;
  /** What it comes to, all of which must be found: "19 Nov 2019" is a day of the year and a year. */
  readonly keys: readonly string[];
};

const ones =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const numberWords: ReadonlyMap<string, number> = new Map([
  ...ones.map((word, place) => [word, place + 1] as const),
  ...tens.map((word, place) => [word, (place + 2) * 10] as const),
]);
const small = `(?:(?:${tens.join('|')})-(?:${ones.slice(0, 9).join('|')})|${[...tens, ...ones.slice(1)].join('|')})`;
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
const digits = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?';
const scaleWords = 'hundred|thousand|million|billion|trillion|mil|mn|bn';
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';
const weekdays = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';

type Finder = {
  readonly kind: Fact['kind'];
  readonly pattern: RegExp;
  /** `[]` for what turns out to be nothing that can be checked. */
  readonly keys: (match: RegExpMatchArray) => readonly string[];
};

const numberOf = (text: string, scale = ''): string =>
  String(
    Number((Number(text.replaceAll(',', '')) * (scales[scale.toLowerCase()] ?? 1)).toPrecision(12)),
  );

const wordsToNumber = (words: string): number =>
  words
    .toLowerCase()
    .split('-')
    .reduce((sum, word) => sum + (numberWords.get(word) ?? 0), 0);

const monthNumber = (name = ''): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** Singapore's own dollar is said with and without its S. */
const currency = (sign = ''): string => {
  const letters = sign.toUpperCase().replace(/[\s$]/g, '');
  return letters === '' || letters === 'S' || letters === 'SGD' ? '$' : letters;
};

const clock = (hour: string, minute: string, half: string): string => {
  const twelve = Number(hour) % 12;
  return `at:${half === '' ? Number(hour) : half === 'p' ? twelve + 12 : twelve}:${minute || '00'}`;
};

/** In order: what an earlier one takes, a later one does not see. */
const finders: readonly Finder[] = [
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
  {
    kind: 'figure',
    pattern: new RegExp(
      `((?:S|US|A|NZ|HK|SGD|USD|AUD|RM|C|EUR|GBP)?\\s?[$€£¥]|\\b(?:SGD|USD|EUR|GBP|RMB|RM)\\s?)\\s?(${digits})(?:[ -]?(${scaleWords}|[mbk])\\b)?`,
      'giu',
    ),
    keys: ([, sign, number = '', scale]) => [`money:${currency(sign)}:${numberOf(number, scale)}`],
  },
  {
    kind: 'figure',
    pattern: new RegExp(
      `(${digits}|\\b${small})\\s?(?:%|per\\s?cent\\b|percentage points?\\b)`,
      'giu',
    ),
    keys: ([, number = '']) => [
      `percent:${/\d/.test(number) ? numberOf(number) : wordsToNumber(number)}`,
    ],
  },
  {
    kind: 'date',
    pattern:
      /\b(?:FY)?((?:19|20)\d\d)(?:\s?[-–/]\s?(\d{4}|\d\d))?(?:s\b|\b)(?![,.]?\d|\s?(?:million|billion))/gu,
    keys: ([, year = '', until]) => [
      `year:${year}`,
      ...(until === undefined
        ? []
        : [`year:${until.length === 4 ? until : year.slice(0, 2) + until}`]),
    ],
  },
  {
    kind: 'figure',
    // A digit in a name ("COVID-19", "5G") is no figure.
    pattern: new RegExp(
      `(?<!\\p{L}|\\d[.,]?|\\p{Lu}[-.])(${digits})(?:[ -](${scaleWords}|Million|Billion)\\b)?(?![\\d\\p{Lu}]|\\p{L}+\\d)`,
      'gu',
    ),
    keys: ([, number = '', scale]) => [`number:${numberOf(number, scale)}`],
  },
  {
    kind: 'figure',
    pattern: new RegExp(`\\b(${small})(?:[ -](${scaleWords}))?\\b`, 'giu'),
    keys: ([, number = '', scale]) => [`number:${numberOf(String(wordsToNumber(number)), scale)}`],
  },
];

const linkWords = '(?:of|for|and|the|on|in|bin|binte|bte|s/o|d/o|de|van|von|der|al|&)';
const capital = "(?:\\p{Lu}[\\p{L}\\p{M}\\d'’&./-]*)";
const nameRun = new RegExp(
  `(?<![\\p{L}\\d])${capital}(?:\\s+(?:${linkWords}\\s+){0,2}${capital})*`,
  'gu',
);

/** Words that begin sentences and are no part of a name. */
const openers = new Set(
  'a an the this that these those it its we our they their he she his her i you your as in on at by to for from of with and but or if when while since after before during under over about all any both each every many more most much no none not one some such there here what which who whom whose why how is are was were will would can could may might must shall should has have had do does did yes so thus then also however please new next'.split(
    ' ',
  ),
);

/**
 * The figures, dates and names in a text, in order. A word that is written large only because it begins a sentence is
 * no name. Total.
 */
export function factsIn(text: string): Fact[] {
  const taken = new Uint8Array(text.length);
  const facts: Fact[] = [];
  for (const { kind, pattern, keys } of finders) {
    for (const match of text.matchAll(pattern)) {
      const from = match.index;
      const to = from + match[0].length;
      if (match[0] === '' || taken.subarray(from, to).includes(1) || isListNumber(text, from, to))
        continue;
      const found = keys(match);
      if (found.length === 0) continue;
      taken.fill(1, from, to);
      facts.push({ kind, words: match[0].trim(), from, to, keys: found });
    }
  }
  return [...facts, ...namesIn(text, taken)].toSorted((one, other) => one.from - other.from);
}

/** "2." at the start of a line counts lines and tells nothing. */
const isListNumber = (text: string, from: number, to: number): boolean =>
  /(?:^|\n)\s*\(?$/.test(text.slice(Math.max(0, from - 6), from)) &&
  /^[.)]\s/.test(text.slice(to, to + 2));

function namesIn(text: string, taken: Uint8Array): Fact[] {
  return [...text.matchAll(nameRun)].flatMap((match) => {
    const words = [...match[0].matchAll(/\S+/g)].map((word) => ({
      word: word[0].replace(/[.,/&'’-]+$/, ''),
      from: match.index + word.index,
    }));
    while (words[0] !== undefined && openers.has(words[0].word.toLowerCase())) words.shift();
    while (openers.has(words.at(-1)?.word.toLowerCase() ?? '-')) words.pop();
    const [first] = words;
    const last = words.at(-1);
    if (first === undefined || last === undefined) return [];
    const to = last.from + last.word.length;
    if (taken.subarray(first.from, to).includes(1)) return apart(words, taken);
    const isOneWord = words.length === 1;
    if (
      isOneWord &&
      (beginsSentence(text, first.from) ? !/^\p{Lu}{2}/u.test(first.word) : first.word.length < 2)
    )
      return [];
    return [nameOf(text.slice(first.from, to), first.from)];
  });
}

/** A run in which a date stands: the words on both sides of it, each by itself. */
const apart = (words: readonly { word: string; from: number }[], taken: Uint8Array): Fact[] =>
  words.flatMap(({ word, from }) =>
    taken.subarray(from, from + word.length).includes(1) ||
    !/^\p{Lu}/u.test(word) ||
    openers.has(word.toLowerCase()) ||
    word.length < 3
      ? []
      : [nameOf(word, from)],
  );

const nameOf = (words: string, from: number): Fact => ({
  kind: 'name',
  words,
  from,
  to: from + words.length,
  keys: [`name:${plainName(words)}`],
});

const beginsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?:…\n]["”’')\]]*\s*|[“"‘•–-]\s*)$/u.test(
    text.slice(Math.max(0, at - 8), at).trimStart(),
  ) || /^\s*$/.test(text.slice(0, at));

/** Letters and digits alone, in small letters: "Smart-Nation" and "Smart Nation’s" are one name. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
