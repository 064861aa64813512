import type { Desk } from './desk.ts';

/**
 * The sectors that a text is about, most often named first; told by a sector's name and its words in desk.yml, as
 * whole words, also in the plural. A word in capitals ("MOH", "LTA") must stand in capitals.
 */
export function sectorsIn(text: string, { sectors }: Pick<Desk, 'sectors'>): string[] {
  return sectors
    .map(({ name, words }) => ({
      name,
      times: [name, ...words].reduce((sum, word) => sum + timesIn(text, word), 0),
    }))
    .filter(({ times }) => times > 0)
    .toSorted((one, other) => other.times - one.times)
    .map(({ name }) => name);
}

/** How often a phrase stands in a text as whole words. */
function timesIn(text: string, phrase: string): number {
  const isAbbreviation = /^\p{Lu}[\p{Lu}\d-]+$/u.test(phrase);
  const words = phrase
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('\\s+');
  const plural = isAbbreviation || /s$/i.test(phrase) ? '' : "(?:'?s)?";
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${words}${plural}(?![\\p{L}\\p{N}])`,
    isAbbreviation ? 'gu' : 'giu',
  );
  return [...text.matchAll(pattern)].length;
}
