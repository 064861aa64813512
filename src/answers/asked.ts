import { withoutChat } from './chat.ts';
import { type AskedPart, readParts } from './wanted.ts';

/** A question understood: what it wants, and which of its words must be met by an answer. */
export type Asked = {
  /** As typed, trimmed. */
  readonly typed: string;
  /** Without greetings and courtesies. */
  readonly text: string;
  /** One for each part of the question ("when, and for how long?"); never empty. */
  readonly parts: readonly AskedPart[];
  /** Capitalised words inside the sentence: names of people, schemes and places. */
  readonly names: readonly string[];
  readonly years: readonly string[];
  /** Other figures in the question. */
  readonly numbers: readonly string[];
  /** Wants the newest state of things. */
  readonly latest: boolean;
  /** A few words without a verb, as typed into a search box. */
  readonly keywords: boolean;
};

const yearPattern = /\b(?:19|20)\d\d\b/g;
const fiscalYear = /\bFY\s?'?(\d\d)\b/gi;
const latestPattern =
  /\b(?:latest|newest|most recent(?:ly)?|current(?:ly)?|these days|up to date|at the moment|nowadays|to date|so far|as of now|last (?:say|said|heard|updated?|announced?))\b|\b(?:is|are|who'?s|what'?s|still|right) (?:still|now|today)\b|^(?:is|are|does|do|can|has|have)\b.*\bstill\b|\bstill (?:happening|running|going|open|valid|in force|on|available|the case|alive|around|planned)\b/i;
const verbPattern =
  /\b(?:is|are|was|were|be|been|do|does|did|has|have|had|can|could|will|would|should|may|might|must|am|'s|'re)\b/i;
const askingPattern =
  /\b(?:who|whom|whose|who's|whos|what|what's|whats|which|when|when's|where|where's|how|tell|explain|describe)\b/i;

const namesIn = (text: string): string[] => {
  const words = text.split(/[^\p{L}\p{N}'’&-]+/u).filter((word) => word !== '');
  return words.filter(
    (word, at) =>
      (/^\p{Lu}/u.test(word) && (at > 0 || /^\p{Lu}{2,}/u.test(word)) && word.length > 1) ||
      /^\p{Ll}+\p{Lu}/u.test(word),
  );
};

const askingWords = new Set(
  'how what which when where who whom why the a an i is are was were do does did'.split(' '),
);

/** Understands a question by its words alone; knows nothing of the releases. */
export const readQuestion = (typed: string): Asked => {
  const text = withoutChat(typed);
  const years = [...text.matchAll(yearPattern)].map(([year]) => year);
  for (const [, short = ''] of text.matchAll(fiscalYear)) years.push(`20${short}`);
  const numbers = [...text.matchAll(/\b\d[\d,.]*\d\b|\b\d\b/g)]
    .map(([number]) => number)
    .filter((number) => !years.includes(number));
  return {
    typed: typed.trim(),
    text,
    parts: readParts(text),
    names: namesIn(text).filter((name) => !askingWords.has(name.toLowerCase())),
    years: [...new Set(years)],
    numbers,
    latest: latestPattern.test(text),
    keywords: !askingPattern.test(text) && !verbPattern.test(text),
  };
};
