import type { ContactGroup } from './contact-group.ts';
import type { ContactLine } from './contact-lines.ts';
import { isPersonName, readName } from './contact-name.ts';
import { takeApart } from './contact-parts.ts';
import { isBrand, phraseKind, phrasesOf } from './contact-words.ts';

/** `Soh Li Li (soh@…), and Shaun Ng (shaun@…)`: each stretch, up to the end of an address, tells of one person. */
const stretchesOf = (text: string): string[] =>
  text
    .split(/(?<=@[a-z0-9.-]{3,80}[a-z]\)?)(?:\s*[,;]?\s*\b(?:and|or)\b\s+|\s*[,;]\s+)(?=\p{Lu})/iu)
    .map((stretch) => stretch.replace(/^(?:and|or)\s+/i, '').trim());

/** The name ends at a comma, a bracket, a number, or the word that leads to one. */
const nameOf = (stretch: string): string =>
  stretch.split(/[,;:(]|\s(?:at|on|via|by)\s|\s(?=[+\d])/, 1)[0]?.trim() ?? '';

/** Behind the post comes an address to write to, or the number. */
const isPost = (phrase: string): boolean => !/[\d@]/.test(phrase) && phrase.length <= 80;

const postOf = (stretch: string): string[] => {
  const phrases = phrasesOf(stretch);
  const end = phrases.findIndex((phrase) => !isPost(phrase));
  return phrases
    .slice(0, end === -1 ? phrases.length : end)
    .filter((phrase) => phraseKind(phrase) !== 'unknown' || isBrand(phrase));
};

/**
 * Reads people named within a sentence, such as "Nora Tan, Press Secretary, Ministry of Law, at 6123 4567 or
 * nora_tan@…". Only people with a name and an address or number count.
 *
 * @param lines the sentence, in one or more lines
 * @param printed the lines to quote, where the sentence is only a part of them
 */
export function readSentence(
  lines: readonly ContactLine[],
  printed: readonly ContactLine[] = lines,
): ContactGroup[] {
  const [first] = lines;
  if (first === undefined) return [];
  return stretchesOf(lines.map(({ text }) => text).join(' ')).flatMap((stretch): ContactGroup[] => {
    const name = nameOf(stretch);
    const parts = takeApart({ ...first, text: stretch });
    const reaches = parts.emails.length + parts.phones.length > 0;
    if (!reaches || !isPersonName(readName(name).name)) return [];
    const quoted = printed.map((line, at) =>
      at === 0
        ? { ...parts, line }
        : { line, emails: [], phones: [], misprints: [], words: '', reaches: true },
    );
    const words = postOf(stretch.slice(name.length));
    return [{ label: null, name, words, parts: quoted }];
  });
}
