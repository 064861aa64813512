import { countIn, countOut } from './counted.ts';
import { termsOf } from './terms.ts';

/** A short form that a release explains: "Smart Nation and Digital Government Office (SNDGO)". */
export type Acronym = {
  /** In small letters: `sndgo`. */
  readonly short: string;
  /** The terms of the long form, joined by blanks. */
  readonly long: string;
};

/**
 * Short forms explained in a text, in either order: "Long Form (LF)" or "LF (Long Form)". The letters must be the
 * first letters of the words, small words such as "and" left out or not.
 */
export const acronymsIn = (text: string): Acronym[] => {
  const found: Acronym[] = [];
  let open = text.indexOf('(');
  for (; open !== -1; open = text.indexOf('(', open + 1)) {
    const close = text.indexOf(')', open);
    if (close === -1) break;
    if (close - open > LONGEST_FORM) continue;
    const inside = text
      .slice(open + 1, close)
      .replace(/["“”]/g, '')
      .trim();
    // What goes before, back to the last mark that ends a clause.
    const before =
      /[^()\n\t.;:]*$/.exec(text.slice(Math.max(0, open - LONGEST_FORM), open))?.[0] ?? '';
    const lastWord = /(\S+)\s*$/.exec(before)?.[1] ?? '';
    if (isShort(inside)) found.push(...longFormAtEnd(before, inside));
    else if (isShort(lastWord) && initialsOf(inside, true) === letters(lastWord))
      found.push({ short: letters(lastWord), long: termsOf(inside).join(' ') });
  }
  return found.filter(({ long }) => long.includes(' '));
};

const LONGEST_FORM = 120;

const isShort = (word: string) =>
  /^[A-Z][A-Za-z0-9&-]{1,9}s?$/.test(word) && (word.match(/[A-Z]/g)?.length ?? 0) >= 2;

const letters = (short: string) =>
  short
    .replace(/s$/, '')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();

/** Takes as many words from the end as spell the short form. */
const longFormAtEnd = (before: string, short: string): Acronym[] => {
  const words = before.split(/[\s/-]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const most = Math.min(words.length, letters(short).length * 2 + 2);
  for (let count = 2; count <= most; count += 1) {
    const long = words.slice(-count).join(' ');
    if (initialsOf(long, true) === letters(short) || initialsOf(long, false) === letters(short)) {
      if (!SMALL.test(words.at(-count) ?? ''))
        return [{ short: letters(short), long: termsOf(long).join(' ') }];
    }
  }
  return [];
};

const SMALL = /^(?:and|of|the|for|in|on|to|at|by|a|an|with|&)$/i;

const initialsOf = (long: string, skipSmall: boolean) =>
  long
    .split(/[\s/-]+/)
    .filter((word) => !(skipSmall && SMALL.test(word)))
    .map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '')
    .join('')
    .toLowerCase();

/** Short forms that the visible releases explain, used both ways. */
export type Acronyms = {
  add(acronyms: readonly Acronym[]): void;
  remove(acronyms: readonly Acronym[]): void;
  /** The terms of the long form that most releases give for a short one; empty where none does. */
  expand(short: string): readonly string[];
  /** Short forms whose long form stands among the terms, in order. */
  shorten(terms: readonly string[]): readonly string[];
};

export const createAcronyms = (): Acronyms => {
  const longs = new Map<string, Map<string, number>>();
  const shorts = new Map<string, Map<string, number>>();
  const inner = (outer: Map<string, Map<string, number>>, key: string) => {
    const counts = outer.get(key) ?? new Map<string, number>();
    outer.set(key, counts);
    return counts;
  };

  return {
    add: (acronyms) => {
      for (const { short, long } of acronyms) {
        countIn(inner(longs, short), long);
        countIn(inner(shorts, long), short);
      }
    },
    remove: (acronyms) => {
      for (const { short, long } of acronyms) {
        countOut(inner(longs, short), long);
        countOut(inner(shorts, long), short);
      }
    },
    expand: (short) => commonest(longs.get(short))?.split(' ') ?? [],
    shorten(terms) {
      const found: string[] = [];
      for (let from = 0; from < terms.length; from += 1)
        for (let to = from + 2; to <= Math.min(terms.length, from + 9); to += 1) {
          const short = commonest(shorts.get(terms.slice(from, to).join(' ')));
          if (short !== undefined) found.push(short);
        }
      return found;
    },
  };
};

const commonest = (counts: ReadonlyMap<string, number> | undefined): string | undefined => {
  let best: readonly [string, number] | undefined;
  for (const [key, count] of counts ?? [])
    if (best === undefined || count > best[1] || (count === best[1] && key < best[0]))
      best = [key, count];
  return best?.[0];
};
