import type { Passage } from '../releases/passage.ts';
import type { Release } from '../releases/release.ts';
import type { ParsedQuery } from './parse-query.ts';
import { findSector } from './sector-words.ts';
import type { Shelf, Shelved } from './shelf.ts';
import { termsOf, tokensOf } from './terms.ts';

/** What narrows a look-up, checked against what the visible releases have. */
export type Filter = {
  readonly passes: (shelved: Shelved) => boolean;
  /** Values that fit nothing, each in one sentence for the person who typed it. */
  readonly problems: readonly string[];
  /** Whether there is any filter at all. */
  readonly narrows: boolean;
};

/** One test made of all the filters in a query. */
export const filterOf = (shelf: Shelf, query: ParsedQuery): Filter => {
  const tests: ((shelved: Shelved) => boolean)[] = [];
  const problems: string[] = [];
  const { kind, since, until, sector, contact } = query;

  if (kind !== undefined) tests.push(({ release }) => release.kind === kind);
  if (since !== undefined)
    tests.push(({ release }) => release.date !== undefined && release.date.day >= since);
  if (until !== undefined)
    tests.push(({ release }) => release.date !== undefined && release.date.day <= until);
  if (contact !== undefined) {
    const wanted = termsOf(contact);
    tests.push(({ release }) => hasContact(release, wanted));
  }
  if (sector !== undefined) {
    const inSector = sectorTest(shelf, sector);
    if (inSector === undefined) problems.push(unknownSector(shelf, sector));
    else tests.push(inSector);
  }
  for (const phrase of query.phrases) {
    const holding = phraseTest(shelf, phrase);
    if (holding === undefined) problems.push(`“${phrase}” has no word that could be looked for.`);
    else tests.push(holding);
  }
  for (const word of query.without) {
    const holding = phraseTest(shelf, word);
    if (holding === undefined) problems.push(`“-${word}” has no word that could be left out.`);
    else tests.push((shelved) => !holding(shelved));
  }
  return {
    passes: (shelved) => tests.every((test) => test(shelved)),
    problems,
    narrows: tests.length > 0,
  };
};

const hasContact = ({ contacts }: Release, wanted: readonly string[]) =>
  wanted.length > 0 &&
  contacts.some(({ name, role, organisation, email }) => {
    const terms = new Set(termsOf([name, role, organisation, email].join(' ')));
    return wanted.every((term) => terms.has(term));
  });

const sectorTest = (shelf: Shelf, asked: string) => {
  const known = findSector(asked, shelf.sectors);
  const name = termsOf(known?.name ?? asked).join(' ');
  const printed = ({ sectors }: Release) => sectors.some((one) => termsOf(one).join(' ') === name);
  if (known === undefined)
    return [...shelf.shelves()].some(({ release }) => printed(release))
      ? ({ release }: Shelved) => printed(release)
      : undefined;
  const spoken = [known.name, ...known.words].flatMap((word) => phraseTest(shelf, word) ?? []);
  return (shelved: Shelved) => printed(shelved.release) || spoken.some((test) => test(shelved));
};

const unknownSector = (shelf: Shelf, asked: string) => {
  const names = new Set([
    ...shelf.sectors.map(({ name }) => name),
    ...[...shelf.shelves()].flatMap(({ release }) => release.sectors),
  ]);
  return names.size === 0
    ? `“${asked}” is no sector: none are set up.`
    : `“${asked}” is no sector: ${[...names].sort().join(', ')}.`;
};

/** Tells the releases in which the words stand side by side; a single word in any of its forms. */
const phraseTest = (shelf: Shelf, phrase: string) => {
  const terms = termsOf(phrase);
  const rarest = terms.toSorted(
    (one, other) => shelf.postings.frequency(one) - shelf.postings.frequency(other),
  )[0];
  if (rarest === undefined) return undefined;
  const found = new Set<Shelved>();
  for (const slot of shelf.postings.holding(rarest)) {
    const place = shelf.placeOf(slot);
    if (place === undefined || found.has(place.shelved)) continue;
    const { release } = place.shelved;
    const passage = release.passages[place.passageIndex];
    const texts = passage === undefined ? [release.title] : textsOf(passage);
    if (texts.some((text) => hasPhrase(text, phrase))) found.add(place.shelved);
  }
  return (shelved: Shelved) => found.has(shelved);
};

const textsOf = ({ text, heading, intro }: Passage) => [text, ...heading, intro ?? ''];

/** Whether the words of a phrase stand side by side in a text, small words included; a single word in any form. */
export const hasPhrase = (text: string, phrase: string): boolean => {
  const wanted = tokensOf(phrase);
  const only = wanted.length === 1 ? wanted[0]?.term : undefined;
  const tokens = tokensOf(text);
  if (only !== undefined) return tokens.some(({ term }) => term === only);
  return tokens.some((_, at) =>
    wanted.every(({ word }, offset) => tokens[at + offset]?.word === word),
  );
};
