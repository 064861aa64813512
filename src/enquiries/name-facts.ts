import { type Fact, plainName } from './fact.ts';

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

/** The names in a text, apart from what is taken by figures and dates. */
export function namesIn(text: string, taken: Uint8Array): Fact[] {
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
