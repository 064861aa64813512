import type { Contact } from './contact.ts';
import { announcedContacts, endOfBlock, unannouncedContacts } from './contact-block.ts';
import type { ContactGroup } from './contact-group.ts';
import { readIntroduction } from './contact-introduction.ts';
import { type ContactLine, readLines } from './contact-lines.ts';
import { readPerson } from './contact-person.ts';
import type { Problem } from './problem.ts';

/** What a release says about whom the media may ask. */
export type ContactsRead = {
  contacts: Contact[];
  problems: Problem[];
  /** Inclusive ranges of file lines, each from the introduction to the last line of the last contact. */
  blocks: { from: number; to: number }[];
};

const nobody = (line: ContactLine): Problem => ({
  level: 'warning',
  line: line.line,
  message: `"${line.text.slice(0, 80)}" announces contacts, but nobody could be read below it: print a name, and below it an address or number, each on a line of its own`,
});

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
  const take = (groups: readonly ContactGroup[], from: number | undefined): void => {
    const people = groups.map(readPerson);
    read.contacts.push(...people.map(({ contact }) => contact));
    read.problems.push(...people.flatMap(({ problems }) => problems));
    const printed = groups.flatMap(({ parts }) => parts.map(({ line }) => line.line));
    if (printed.length > 0)
      read.blocks.push({ from: from ?? Math.min(...printed), to: Math.max(...printed) });
  };

  /** First line of introductions that follow one another, such as "Contact Persons" and "For media enquiries…". */
  let opened: ContactLine | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    const introduction = line === undefined ? undefined : readIntroduction(line.text);
    if (line === undefined || introduction === undefined) continue;
    const to = endOfBlock(lines, at + 1);
    const next = lines[to];
    if (to === at + 1 && introduction.rest === '' && next !== undefined)
      if (readIntroduction(next.text) !== undefined) {
        opened ??= line;
        continue;
      }
    const groups = announcedContacts(
      introduction,
      line,
      lines.slice(at + 1, to),
      lines.slice(to, to + 4),
    );
    take(groups, opened?.line ?? line.line);
    if (groups.length === 0 && introduction.audience === 'media') read.problems.push(nobody(line));
    if (groups.length > 0) at = to - 1;
    opened = undefined;
  }
  const last = Math.max(0, ...read.blocks.map(({ to }) => to));
  take(unannouncedContacts(lines.filter(({ line }) => line > last)), undefined);
  return read;
}
