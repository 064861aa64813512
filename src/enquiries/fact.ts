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

/** One way in which facts are written. */
export type FactFinder = {
  readonly kind: Fact['kind'];
  readonly pattern: RegExp;
  /** `[]` for what turns out to be nothing that can be checked. */
  readonly keys: (match: RegExpMatchArray) => readonly string[];
};

/** Letters and digits alone, in small letters: "Smart-Nation" and "Smart Nation’s" are one name. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
