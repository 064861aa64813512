import stem from 'wink-porter2-stemmer';
import { STOP_WORDS } from './stop-words.ts';

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

/**
 * Words are runs of letters and digits. Kept whole besides: numbers with their points and commas ("1,200.5"), single
 * letters joined by "&" ("R&D"), and an apostrophe inside ("ministry's"). Invisible characters that sites put into
 * words (soft hyphen, zero-width space and joiners) do not part them.
 */
const WORD =
  /\p{N}+(?:[.,]\p{N}+)+(?!\p{L})|\p{Script=Han}+|(?<![\p{L}\p{N}])\p{L}&\p{L}(?![\p{L}\p{N}])|[\p{L}\p{N}](?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]|['’](?=\p{L}))*/gu;

const CHINESE = /^\p{Script=Han}/u;

/** Longer "words" are noise such as keys and addresses: cut, so that nobody can fill the memory with them. */
const LONGEST = 64;

/** Every word of a text in order, stop words marked. */
export const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const from = match.index;
    if (CHINESE.test(match[0])) tokens.push(...pairsOf(match[0], from));
    else {
      const word = foldWord(match[0]);
      const { term, stop } = analysed(word);
      tokens.push({ term, word, from, to: from + match[0].length, stop });
    }
  }
  return tokens;
};

/** What a text is indexed and asked by: its words without stop words, stemmed, in order, repeats kept. */
export const termsOf = (text: string): string[] => {
  const terms: string[] = [];
  for (const { term, stop } of tokensOf(text)) if (!stop) terms.push(term);
  return terms;
};

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

/** Chinese has no blanks between words: each two neighbouring characters are a term. */
const pairsOf = (run: string, from: number): Token[] => {
  const characters = [...run];
  let at = from;
  return characters.flatMap((character, index) => {
    const next = characters[index + 1];
    const start = at;
    at += character.length;
    if (next === undefined && characters.length > 1) return [];
    const term = (character + (next ?? '')).toLowerCase();
    return [{ term, word: term, from: start, to: at + (next?.length ?? 0), stop: false }];
  });
};

/** Stemming costs more than looking up: each word is stemmed once. */
const known = new Map<string, { readonly term: string; readonly stop: boolean }>();
const MOST_KNOWN = 200_000;

/** The stemmer takes the "9" of "1,239" for something to work on: only words of letters are stemmed. */
const LETTERS = /^[a-z']+$/;

const analysed = (word: string) => {
  let found = known.get(word);
  if (found === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    found = { term: LETTERS.test(word) ? stem(word) : word, stop: STOP_WORDS.has(word) };
    known.set(word, found);
  }
  return found;
};
