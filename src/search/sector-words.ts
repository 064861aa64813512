import { termsOf } from './terms.ts';

/** A sector as the desk names it, with the words by which people ask for it: Healthcare is "hospital", "clinic", … */
export type SectorWords = { readonly name: string; readonly words: readonly string[] };

/** The sector that somebody means by its name, the start of it, or one of its words; `undefined` where none fits. */
export const findSector = (
  asked: string,
  sectors: readonly SectorWords[],
): SectorWords | undefined => {
  const key = termsOf(asked).join(' ');
  if (key === '') return undefined;
  const named = sectors.map((sector) => ({ sector, name: termsOf(sector.name).join(' ') }));
  return (
    named.find(({ name }) => name === key) ??
    named.find(({ name }) => name.startsWith(key)) ??
    named.find(({ sector }) => sector.words.some((word) => termsOf(word).join(' ') === key))
  )?.sector;
};

/** Sectors one of whose words stands among the terms: "hospital" brings Healthcare. */
export const sectorsAmong = (
  terms: readonly string[],
  sectors: readonly SectorWords[],
): SectorWords[] => {
  const text = ` ${terms.join(' ')} `;
  return sectors.filter(({ words }) =>
    words.some((word) => {
      const wanted = termsOf(word).join(' ');
      return wanted !== '' && text.includes(` ${wanted} `);
    }),
  );
};
