import { type ContactGroup, groupContacts, isEvident, isPressDesk } from './contact-group.ts';
import { type Introduction, readIntroduction } from './contact-introduction.ts';
import type { ContactLine } from './contact-lines.ts';
import { type ContactParts, takeApart } from './contact-parts.ts';
import { readSentence } from './contact-sentence.ts';
import { isBrand, phraseKind } from './contact-words.ts';

/** No line of a block is longer; a longer one is a paragraph. */
const longestLine = 140;

/** No block has more lines; the bound keeps a hostile file from costing more than it should. */
const mostLines = 200;

const follows =
  /^(?:about\b|annex(?:es)?\b|appendix\b|background\b|notes?\b|footnotes?\b|references?\b|\[?(?:jointly |press release |media release )?issued by\b|for (?:more|further) (?:information|details)\b|follow us\b|last updated|[-–—#\s]*(?:the )?end[-–—#\s]*$)/i;

/** Whether a line can be no part of a block, and so ends it. */
const endsBlock = ({ kind, text }: ContactLine): boolean =>
  (kind !== 'text' && kind !== 'heading') || follows.test(text) || text.length > longestLine;

/** A sentence, such as a note with one more address in it: no line about a contact. */
const isNote = ({ words, reaches, line }: ContactParts): boolean =>
  /\b(?:helpline|hotline)\b/i.test(words) ||
  ((reaches || /[a-z]{3}\.$/.test(line.text)) && words.split(' ').length > 8);

/** Below people, a heading goes on with the block only where it names an organisation. */
const isLabel = (text: string): boolean => isBrand(text) || phraseKind(text) === 'organisation';

/** Lines that are printed in a block and say nothing of a person: where to write to, or where to read on. */
const isAside = ({ text }: ContactLine): boolean =>
  /^(?:address\b|website\b|https?:|www\.)|#\d{2,3}-\d{2}|\bsingapore \(?\d{6}\)?$/i.test(text) ||
  /^\d{1,4}[a-z]?,? .{0,40}\b(?:street|st|road|rd|avenue|ave|drive|way|lane|boulevard|crescent|place|link|hill|square|quay|central|tower)\b/i.test(
    text,
  ) ||
  !/[\p{L}\d]/u.test(text);

/** Where the block ends whose first line is at `from`: the index behind its last line. */
export const endOfBlock = (lines: readonly ContactLine[], from: number): number => {
  // A rule right under the introduction underlines it.
  let to = lines[from]?.kind === 'rule' ? from + 1 : from;
  let reached = false;
  for (; to < Math.min(lines.length, from + mostLines); to++) {
    const line = lines[to];
    if (line === undefined || endsBlock(line) || readIntroduction(line.text) !== undefined) break;
    if (line.kind === 'heading' && reached && !isLabel(line.text)) break;
    reached ||= takeApart(line).reaches;
  }
  return to;
};

/** Lines that read as sentences about one person each, such as "Ann Tan, Editor, NCD, 1331 F Street; 202-…". */
const sentencesOf = (lines: readonly ContactLine[]): ContactGroup[] => {
  const groups: ContactGroup[] = [];
  for (let at = 0; at < lines.length; at++) {
    const taken = lines.slice(at, /,$/.test(lines[at]?.text ?? '') ? at + 2 : at + 1);
    const found = readSentence(taken);
    if (found.length === 0) break;
    groups.push(...found);
    at += taken.length - 1;
  }
  return groups;
};

/** The people in a stretch of lines; behind a note, only those who surely are people. */
const peopleIn = (lines: readonly ContactLine[], topic: string | null): ContactGroup[] => {
  const parts = lines.filter((line) => line.kind !== 'rule' && !isAside(line)).map(takeApart);
  const note = parts.findIndex(isNote);
  if (note === -1) return groupContacts(parts, topic);
  const behind = parts.slice(note + 1).filter((part) => !isNote(part));
  return [
    ...groupContacts(parts.slice(0, note), topic),
    ...groupContacts(behind, null).filter(isEvident),
  ];
};

/**
 * The people of an announced block.
 *
 * @param block lines between the introduction and the end of the block
 * @param behind lines right behind the block: a sentence with a name and an address may be too long for a block, and
 *   yet be all there is of it
 */
export const announcedContacts = (
  { audience, topic, rest }: Introduction,
  line: ContactLine,
  block: readonly ContactLine[],
  behind: readonly ContactLine[],
): ContactGroup[] => {
  if (rest !== '') {
    const named = readSentence([{ ...line, text: rest }], [line]);
    return named.length > 0 || audience === 'general' ? named : deskIn(line, rest);
  }
  const groups = peopleIn(block, topic);
  if (groups.length === 0) return sentencesOf([...block, ...behind]);
  const sure = groups.every((group) => isEvident(group) || isPressDesk(group));
  return audience === 'media' || sure ? groups : sentencesOf(block);
};

/** "For media enquiries, please contact press@…": a desk with nothing but an address. */
const deskIn = (line: ContactLine, rest: string): ContactGroup[] => {
  const parts = takeApart({ ...line, text: rest });
  return parts.emails.length === 1 && parts.words === ''
    ? [{ label: null, name: undefined, words: [], parts: [{ ...parts, line }] }]
    : [];
};

/**
 * People at the very end of a release that no line announces: two or more in a row, each surely a person and with an
 * address.
 */
export const unannouncedContacts = (lines: readonly ContactLine[]): ContactGroup[] => {
  const to = lines.findLastIndex((line) => !endsBlock(line)) + 1;
  const above = lines
    .slice(Math.max(0, to - mostLines), to)
    .findLastIndex((line) => endsBlock(line) || isNote(takeApart(line)));
  const from = Math.max(0, to - mostLines) + above + 1;
  const parts = lines
    .slice(from, to)
    .filter((line) => !isAside(line))
    .map(takeApart);
  const groups = groupContacts(parts, null);
  const sure = groups.every(
    (group) =>
      isEvident(group) &&
      group.parts.length >= 3 &&
      group.parts.some(({ emails }) => emails.length > 0),
  );
  return sure && groups.length >= 2 ? groups : [];
};
