import { type ContactGroup, groupContacts, isEvident, isPressDesk } from './contact-group.ts';
import { type Introduction, readIntroduction } from './contact-introduction.ts';
import type { ContactLine } from './contact-lines.ts';
import { type ContactParts, takeApart } from './contact-parts.ts';
import { readSentence } from './contact-sentence.ts';
import { isBrand, phraseKind } from './contact-words.ts';

/** No line of a block is longer; a longer one is a paragraph. */
const longestLine = 140;

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
  for (; to < lines.length; to++) {
    const line = lines[to];
    if (line === undefined || endsBlock(line) || readIntroduction(line.text) !== undefined) break;
    const parts = takeApart(line);
    if (isNote(parts) || (line.kind === 'heading' && reached && !isLabel(line.text))) break;
    reached ||= parts.reaches;
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

/**
 * The people of an announced block.
 *
 * @param block lines between the introduction and the end of the block
 * @param behind lines from the end of the block on: a long sentence with a name and an address ends a block, and may
 *   be all there is of it
 */
export const announcedContacts = (
  introduction: Introduction,
  line: ContactLine,
  block: readonly ContactLine[],
  behind: readonly ContactLine[],
): ContactGroup[] => {
  const { audience, topic, rest } = introduction;
  if (rest !== '') {
    const named = readSentence([{ ...line, text: rest }], [line]);
    return named.length > 0 || audience === 'general' ? named : deskIn(line, rest);
  }
  const parts = block.filter((one) => one.kind !== 'rule' && !isAside(one)).map(takeApart);
  const groups = groupContacts(parts, topic);
  if (groups.length === 0) return sentencesOf([...block, ...behind.slice(0, 10)]);
  if (audience === 'media') return groups;
  const sure = groups.every((group) => isEvident(group) || isPressDesk(group));
  return sure ? groups : sentencesOf(block);
};

/** "For media enquiries, please contact press@…": a desk with nothing but an address. */
const deskIn = (line: ContactLine, rest: string): ContactGroup[] => {
  const parts = takeApart({ ...line, text: rest });
  return parts.emails.length === 1 && parts.words === ''
    ? [{ label: null, name: undefined, words: [], parts: [{ ...parts, line }] }]
    : [];
};

/**
 * People at the very end of a release that no line announces: two or more in a row, each with an address and either
 * an honorific or a name that is found again in the address.
 */
export const unannouncedContacts = (lines: readonly ContactLine[]): ContactGroup[] => {
  const to = lines.findLastIndex((line) => !endsBlock(line)) + 1;
  let from = to;
  while (from > 0) {
    const line = lines[from - 1];
    if (line === undefined || endsBlock(line) || isNote(takeApart(line))) break;
    from--;
  }
  const parts = lines
    .slice(from, to)
    .filter((line) => !isAside(line))
    .map(takeApart);
  const groups = groupContacts(parts, null);
  const sure = groups.filter(
    (group) =>
      isEvident(group) &&
      group.parts.length >= 3 &&
      group.parts.some(({ emails }) => emails.length > 0),
  );
  return sure.length >= 2 && sure.length === groups.length ? groups : [];
};
