import type { Contact } from './contact.ts';
import { type ContactGroup, groupContacts, isEvident } from './contact-group.ts';
import { type Introduction, readIntroduction } from './contact-introduction.ts';
import { type ContactLine, readLines } from './contact-lines.ts';
import { type ContactParts, takeApart } from './contact-parts.ts';
import { readPerson } from './contact-person.ts';
import { readSentence } from './contact-sentence.ts';
import type { Problem } from './problem.ts';

/** What a release says about whom the media may ask. */
export type ContactsRead = {
  contacts: Contact[];
  problems: Problem[];
  /** Inclusive ranges of file lines, each from the introduction to the last line of the last contact. */
  blocks: { from: number; to: number }[];
};

/** No line of a block is longer; a longer one is a paragraph. */
const longestLine = 140;

const follows =
  /^(?:about\b|annex(?:es)?\b|appendix\b|notes?\b|note to\b|footnotes?\b|references?\b|\[?(?:jointly |press release )?issued by\b|for more (?:information|details)|last updated|-?\s*end\s*-?$|– end)/i;

/** Whether a line can be no part of a block, and so ends it. */
const endsBlock = ({ kind, text }: ContactLine): boolean =>
  kind === 'rule' || kind === 'footnote' || follows.test(text) || text.length > longestLine;

/** A sentence, such as a note with one more address in it: no line about a contact. */
const isNote = ({ words, reaches, line }: ContactParts): boolean =>
  /\b(?:helpline|hotline)\b/i.test(words) ||
  (reaches && words.split(' ').length > 8) ||
  (/[a-z]{3}\.$/.test(line.text) && words.split(' ').length > 8);

/** Index behind the last line of the block whose introduction is at `at`. */
const endOfBlock = (lines: readonly ContactLine[], at: number): number => {
  let to = at + 1;
  // A rule right under the introduction underlines it.
  if (lines[to]?.kind === 'rule') to++;
  while (to < lines.length) {
    const line = lines[to];
    if (line === undefined || endsBlock(line) || readIntroduction(line.text) !== undefined) break;
    if (isNote(takeApart(line))) break;
    to++;
  }
  return to;
};

const groupsOf = (
  lines: readonly ContactLine[],
  introduction: ContactLine,
  { audience, topic, rest }: Introduction,
): ContactGroup[] => {
  if (rest !== '') return readSentence(rest, introduction);
  const groups = groupContacts(lines.filter(({ kind }) => kind !== 'rule').map(takeApart), topic);
  if (audience === 'media') return groups;
  return groups.every(isEvident) ? groups : [];
};

/**
 * Reads the media-contact blocks of a release. What is not surely a contact is left out and, where a block was
 * announced, reported.
 *
 * @param body raw Markdown or HTML behind the front matter
 * @param firstLine 1-based line of the file where `body` starts
 */
export function readContacts(body: string, firstLine: number): ContactsRead {
  const lines = readLines(body, firstLine);
  const read: ContactsRead = { contacts: [], problems: [], blocks: [] };
  let opened: number | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    const introduction = line === undefined ? undefined : readIntroduction(line.text);
    if (line === undefined || introduction === undefined) continue;
    const to = endOfBlock(lines, at);
    const groups = groupsOf(lines.slice(at + 1, to), line, introduction);
    const next = lines[to];
    const announcesNext = next !== undefined && readIntroduction(next.text) !== undefined;
    if (groups.length === 0 && to === at + 1 && announcesNext) {
      opened ??= line.line;
      continue;
    }
    if (groups.length > 0) {
      for (const { contact, problems } of groups.map(readPerson)) {
        read.contacts.push(contact);
        read.problems.push(...problems);
      }
      const last = Math.max(...groups.flatMap(({ parts }) => parts.map((part) => part.line.line)));
      read.blocks.push({ from: opened ?? line.line, to: last });
      at = to - 1;
    } else if (introduction.audience === 'media')
      read.problems.push({
        level: 'warning',
        line: line.line,
        message: `"${line.text.slice(0, 80)}" announces contacts, but nobody could be read below it: print a name and an address on lines of their own, or remove the announcement`,
      });
    opened = undefined;
  }
  return read;
}
