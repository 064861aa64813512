import type { Desk } from './desk.ts';
import { isVerbAt } from './verb-use.ts';

/**
 * The sectors that a text is about, most often named first; told by a sector's name and its words in desk.yml, as
 * whole words, also in the plural. A word in capitals ("MOH", "LTA") must stand in capitals. A word that is used as a
 * verb ("the institute trains engineers"), or as part of the name of something else ("machine learning"), tells of no
 * sector.
 */
export function sectorsIn(text: string, { sectors }: Pick<Desk, 'sectors'>): string[] {
  const lowered = text.toLowerCase();
  return sectors
    .map(({ name, words }) => ({
      name,
      times: [name, ...words].reduce((sum, word) => sum + timesIn(text, lowered, word), 0),
    }))
    .filter(({ times }) => times > 0)
    .toSorted((one, other) => other.times - one.times)
    .map(({ name }) => name);
}

type Phrase = {
  /** In small letters, which a text must hold for the pattern to be worth trying. */
  readonly start: string;
  readonly pattern: RegExp;
  /** A single word, not an abbreviation. */
  readonly isWord: boolean;
};

const known = new Map<string, Phrase>();
/** More words than any desk.yml has; beyond that they are read anew at each use. */
const MOST_KNOWN = 10_000;

function phraseOf(phrase: string): Phrase {
  const found = known.get(phrase);
  if (found !== undefined) return found;
  const isAbbreviation = /^\p{Lu}[\p{Lu}\d-]+$/u.test(phrase);
  const parts = phrase.split(/\s+/);
  const words = parts.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('\\s+');
  const plural = isAbbreviation || /s$/i.test(phrase) ? '' : "(?:'?s)?";
  const made: Phrase = {
    start: parts[0]?.toLowerCase() ?? '',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])${words}${plural}(?![\\p{L}\\p{N}])`,
      isAbbreviation ? 'gu' : 'giu',
    ),
    isWord: parts.length === 1 && !isAbbreviation,
  };
  if (known.size < MOST_KNOWN) known.set(phrase, made);
  return made;
}

/** How often a phrase stands in a text as whole words, and means what it says. */
function timesIn(text: string, lowered: string, phrase: string): number {
  const { start, pattern, isWord } = phraseOf(phrase);
  if (!lowered.includes(start)) return 0;
  const found = [...text.matchAll(pattern)];
  if (!isWord) return found.length;
  return found.filter(({ 0: word, index }) => {
    const before = text.slice(0, index);
    return (
      !isVerbAt(word, before, text.slice(index + word.length)) && !isNamedOtherwise(word, before)
    );
  }).length;
}

/** "Machine learning" teaches nobody. */
const isNamedOtherwise = (word: string, before: string): boolean =>
  /^learning$/i.test(word) &&
  /\b(?:machine|deep|reinforcement|federated|supervised|unsupervised|transfer)[\s-]+$/i.test(
    before,
  );
