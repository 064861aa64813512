import type { ContactGroup } from './contact-group.ts';
import type { ContactLine } from './contact-lines.ts';
import { isPersonName, readName } from './contact-name.ts';
import { type ContactParts, takeApart } from './contact-parts.ts';
import { phraseKind, phrasesOf } from './contact-words.ts';

/** `Soh Li Li (soh@…), and Shaun Ng (shaun@…)`: each stretch up to the end of an address tells of one person. */
const stretchesOf = (text: string): string[] =>
  text
    .split(
      /(?<=@[a-z0-9.-]{3,80}[a-z]\)?)(?:\s*[,;]?\s*\b(?:and|or)\b\s+|\s*[,;]\s+)(?=\p{Lu}|Mr|Ms)/iu,
    )
    .map((stretch) => stretch.trim());

/** Where the name ends: a comma, a bracket, a number, or the word that leads to one. */
const nameOf = (stretch: string): string =>
  stretch.split(/[,;:(]|\s(?:at|on|via|by)\s|\s(?=[+\d])/, 1)[0]?.trim() ?? '';

/** Phrases of an address to write to, not of a post. */
const isPostal = (phrase: string): boolean => /\d/.test(phrase) || phrase.length > 80;

/**
 * Reads people named within a sentence, such as "… Nora Tan, Press Secretary, Ministry of Law, at 6123 4567 or
 * nora_tan@…". Only people with a name and an address or number count.
 */
export function readSentence(text: string, line: ContactLine): ContactGroup[] {
  return stretchesOf(text).flatMap((stretch): ContactGroup[] => {
    const printed = nameOf(stretch.replace(/^(?:and|or)\s+/i, ''));
    const { name } = readName(printed);
    const taken: ContactParts = takeApart({ ...line, text: stretch });
    if (!isPersonName(name) || taken.emails.length + taken.phones.length === 0) return [];
    const behind = phrasesOf(stretch.slice(stretch.indexOf(printed) + printed.length));
    const postal = behind.findIndex(isPostal);
    const post = behind
      .slice(0, postal === -1 ? behind.length : postal)
      .filter((phrase) => phraseKind(phrase) !== 'unknown' || /^[A-Z]{2,8}$/.test(phrase))
      .filter((phrase) => !phrase.includes('@') && !phrase.startsWith('('));
    return [
      {
        label: null,
        name: printed,
        words: post,
        parts: [{ ...taken, line }],
      },
    ];
  });
}
