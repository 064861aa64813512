import stem from 'wink-porter2-stemmer';
import { STOP_WORDS } from './stop-words.ts';
import { eachWord } from './words.ts';

/** One word of a text, with what it is looked up by. */
export type Token = {
  /** What it is indexed and asked by; the same for "Strategies" and "strategy". */
  readonly term: string;
  /** The word in lower case, without accents and possessive, but not stemmed. */
  readonly word: string;
  /** Offsets into the text, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  /** A word such as "the", which is neither indexed nor asked for. */
  readonly stop: boolean;
};

/** Every word of a text in order, stop words marked. */
export const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = [];
  eachWord(text, (from, to) => {
    const { term, word, stop } = analysed(text.slice(from, to));
    tokens.push({ term, word, from, to, stop });
  });
  return tokens;
};

/** What a text is indexed and asked by: its words without stop words, stemmed, in order, repeats kept. */
export const termsOf = (text: string): string[] => {
  const terms: string[] = [];
  eachWord(text, (from, to) => {
    const { term, stop } = analysed(text.slice(from, to));
    if (!stop) terms.push(term);
  });
  return terms;
};

/** Longer "words" are noise such as keys and addresses: cut, so that nobody can fill the memory with them. */
const LONGEST = 64;

/** A single word in the form in which words are compared: small letters, no accents, no possessive. */
export const foldWord = (word: string): string =>
  (PLAIN.test(word) ? word : unaccented(word))
    .toLowerCase()
    .replace(POSSESSIVE, '')
    .slice(0, LONGEST);

const PLAIN = /^[A-Za-z0-9]+$/;
const POSSESSIVE = /(?<=.)'s?$|,(?=\p{N}{3}(?!\p{N}))/gu;

const unaccented = (word: string) =>
  word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200d\u2060]/g, '')
    .replaceAll('’', "'");

/** What is known of a word as it stands in a text: nearly every word has been seen before. */
export type Analysed = Pick<Token, 'term' | 'word' | 'stop'>;

const known = new Map<string, Analysed>();
const MOST_KNOWN = 300_000;

/** The stemmer takes the "9" of "1,239" for something to work on: only words of letters are stemmed. */
const LETTERS = /^[a-z']+$/;

/** Plurals that the stemmer does not bring together with their singulars. */
const UNRULY: ReadonlyMap<string, string> = new Map([
  ['buses', 'bus'],
  ['gases', 'gas'],
  ['children', 'child'],
  ['women', 'woman'],
  ['men', 'man'],
]);

/** What a word is looked up by; a word is what `eachWord` gives. */
export const analysed = (raw: string): Analysed => {
  const found = known.get(raw);
  if (found !== undefined) return found;
  // A copy: a part of a string keeps the whole of it in memory.
  const copy = raw
    .slice(0, 2 * LONGEST)
    .split('')
    .join('');
  const word = foldWord(copy);
  const fresh = {
    word,
    term: UNRULY.get(word) ?? (LETTERS.test(word) ? stem(word) : word),
    stop: STOP_WORDS.has(word),
  };
  if (known.size >= MOST_KNOWN) known.clear();
  if (raw.length <= 2 * LONGEST) known.set(copy, fresh);
  return fresh;
};
