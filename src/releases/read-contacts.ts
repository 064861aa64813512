import type { Contact } from './contact.ts';
import { readIntroduction } from './contact-introduction.ts';
import { type ContactLine, readLines } from './contact-lines.ts';
import { type LineParts, readPerson, takeApart } from './contact-person.ts';
import { isTitle } from './contact-words.ts';
import type { Problem } from './problem.ts';

/** What the foot of a release says about whom the media may ask. */
export type ContactsRead = {
  contacts: Contact[];
  problems: Problem[];
  /** Inclusive ranges of file lines, each from the introduction to the last line of the last contact. */
  blocks: { from: number; to: number }[];
};

const ends = ({ kind, text }: ContactLine): boolean =>
  kind !== 'text' ||
  /^(?:about|annex|note|for more information)\b/i.test(text) ||
  text.length > 140;

/** Lines of one person each, in order; an organisation printed above its people comes with them. */
function groupPersons(parts: readonly LineParts[]): { label: string | null; parts: LineParts[] }[] {
  const persons: { label: string | null; parts: LineParts[] }[] = [];
  let label: string | null = null;
  let waiting: LineParts[] = [];
  let current: LineParts[] | undefined;
  for (const part of parts) {
    if (part.line.gap) current = undefined;
    if (current === undefined && part.anchor && part.words === '' && waiting.length === 0) {
      persons.at(-1)?.parts.push(part);
      continue;
    }
    if (current !== undefined) {
      current.push(part);
      continue;
    }
    if (part.line.gap && waiting.length === 1 && !isTitle(part.words) && !part.anchor) {
      label = waiting[0]?.words ?? null;
      waiting = [];
    }
    waiting.push(part);
    if (part.anchor) {
      current = waiting;
      persons.push({ label, parts: current });
      waiting = [];
    }
  }
  return persons;
}

/**
 * Reads the media-contact blocks of a release.
 *
 * @param body raw Markdown or HTML behind the front matter
 * @param firstLine 1-based line of the file where `body` starts
 */
export function readContacts(body: string, firstLine: number): ContactsRead {
  const lines = readLines(body, firstLine);
  const read: ContactsRead = { contacts: [], problems: [], blocks: [] };
  for (let at = 0; at < lines.length; at++) {
    const introduction = lines[at];
    if (introduction === undefined || readIntroduction(introduction.text) === undefined) continue;
    let to = at + 1;
    while (to < lines.length) {
      const line = lines[to];
      if (line === undefined || ends(line) || readIntroduction(line.text) !== undefined) break;
      to++;
    }
    const persons = groupPersons(lines.slice(at + 1, to).map(takeApart));
    for (const { label, parts } of persons) {
      const { contact, problems } = readPerson(parts, label);
      read.contacts.push(contact);
      read.problems.push(...problems);
    }
    const last = persons.at(-1)?.parts.at(-1)?.line.line ?? introduction.line;
    read.blocks.push({ from: introduction.line, to: last });
    at = to - 1;
  }
  return read;
}
