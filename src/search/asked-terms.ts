import type { WeightedTerm } from './postings-types.ts';
import { sectorsAmong } from './sector-words.ts';
import type { Shelf } from './shelf.ts';
import { type Token, tokensOf } from './terms.ts';

/** What a question is looked up by. */
export type AskedTerms = {
  /** Its own words in order, put right where they were misspelt, each once. */
  readonly own: readonly WeightedTerm[];
  /** Words that stand in for them: long and short forms, sectors, words written as one or as two. */
  readonly besides: readonly WeightedTerm[];
  /** Misspelt words as typed (small letters), with the word that was probably meant. */
  readonly repaired: ReadonlyMap<string, string>;
};

/** How much a stand-in counts beside a word that was really asked. */
const WEIGHT = { repaired: 0.5, short: 0.6, long: 0.3, sector: 0.2, compound: 0.7 } as const;

/** A pasted article must not cost more than a question: only its most telling words are looked up. */
const MOST_TERMS = 40;

/** Nothing behind so many UTF-16 units is read: longer than any message that a person types. */
export const LONGEST_QUESTION = 8000;

/** Reads a question with the words of the releases that may be seen. */
export const askedTerms = (question: string, shelf: Shelf): AskedTerms => {
  const { postings, spelling, acronyms, sectors } = shelf;
  const own = new Map<string, number>();
  const besides = new Map<string, number>();
  const repaired = new Map<string, string>();
  const stand = (terms: readonly string[], weight: number) => {
    for (const term of terms)
      if (!own.has(term)) besides.set(term, Math.max(weight, besides.get(term) ?? 0));
  };

  const tokens = mostTelling(
    distinctOf(tokensOf(question.slice(0, LONGEST_QUESTION))).filter(({ stop }) => !stop),
    shelf,
  );
  const unknown: Token[] = [];
  for (const token of tokens) {
    if (postings.frequency(token.term) > 0) own.set(token.term, 1);
    else if (!repaired.has(token.word)) {
      const word = spelling.repair(token.word);
      if (word === undefined) unknown.push(token);
      else {
        repaired.set(token.word, word);
        for (const { term, stop } of tokensOf(word))
          if (!stop && !own.has(term)) own.set(term, WEIGHT.repaired);
      }
    }
  }
  for (const { word } of unknown) stand(halvesOf(word, shelf), WEIGHT.compound);
  for (const [index, token] of tokens.entries()) {
    const joined = token.word + (tokens[index + 1]?.word ?? '');
    if (joined !== token.word && spelling.knows(joined))
      stand(
        tokensOf(joined).map(({ term }) => term),
        WEIGHT.compound,
      );
    stand(acronyms.expand(token.word), WEIGHT.long);
  }
  const terms = tokens.map(({ term }) => term);
  stand(acronyms.shorten(terms), WEIGHT.short);
  for (const { name } of sectorsAmong(terms, sectors))
    stand(
      tokensOf(name).flatMap(({ term, stop }) => (stop ? [] : [term])),
      WEIGHT.sector,
    );

  const weighted = ([term, weight]: [string, number]) => ({ term, weight });
  return { own: [...own].map(weighted), besides: [...besides].map(weighted), repaired };
};

const distinctOf = (tokens: readonly Token[]): Token[] => {
  const seen = new Set<string>();
  return tokens.filter(({ word }) => !seen.has(word) && seen.add(word));
};

const mostTelling = (tokens: readonly Token[], { postings }: Shelf): readonly Token[] => {
  const distinct = new Set(tokens.map(({ term }) => term));
  if (distinct.size <= MOST_TERMS) return tokens;
  const kept = new Set(
    [...distinct]
      .filter((term) => postings.frequency(term) > 0)
      .sort(
        (one, other) =>
          postings.frequency(one) - postings.frequency(other) || (one < other ? -1 : 1),
      )
      .slice(0, MOST_TERMS),
  );
  return tokens.filter(({ term }) => kept.has(term));
};

/** "smartnation" is looked up as "smart" and "nation". */
const halvesOf = (word: string, { spelling }: Shelf): string[] => {
  for (let at = 3; at <= word.length - 3; at += 1) {
    const halves = [word.slice(0, at), word.slice(at)];
    if (halves.every((half) => spelling.knows(half)))
      return halves.flatMap((half) => tokensOf(half).map(({ term }) => term));
  }
  return [];
};
