import { dateFinders, yearFinder } from './date-facts.ts';
import type { Fact } from './fact.ts';
import { numberFinders, sumFinders } from './figure-facts.ts';
import { namesIn } from './name-facts.ts';

/** In order: what an earlier one takes, a later one does not see. */
const finders = [...dateFinders, ...sumFinders, yearFinder, ...numberFinders];

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
