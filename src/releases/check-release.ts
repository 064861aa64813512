import type { Contact } from './contact.ts';
import type { ParseOutcome } from './parse-release.ts';
import type { Problem } from './problem.ts';
import type { Rejection, Release } from './release.ts';

/** What `media-desk check` says of one file. What is not there is `null`. */
export type CheckRow = {
  readonly file: string;
  readonly problems: readonly Problem[];
  readonly title: string | null;
  /** `YYYY-MM-DD` */
  readonly date: string | null;
  /** The people in its contact blocks, with phones in E.164; empty where none is printed. */
  readonly contacts: readonly CheckedContact[];
  /** How many passages were understood, the title among them. */
  readonly passages: number;
  /** ISO 8601, in UTC. */
  readonly embargo: string | null;
};

export type CheckedContact = Omit<Contact, 'phones' | 'lines' | 'line'> & {
  readonly phones: readonly string[];
};

/** What an editor should know of one file, served or not. */
export const checkRelease = (outcome: ParseOutcome): CheckRow =>
  outcome.kind === 'parsed' ? rowOfRelease(outcome.release) : rowOfRejection(outcome.rejection);

/** The row of a file that is served. */
export const rowOfRelease = (release: Release): CheckRow => ({
  file: release.file,
  problems: release.problems,
  title: release.title,
  date: release.date?.day ?? null,
  contacts: release.contacts.map(({ name, honorific, role, organisation, phones, email }) => ({
    name,
    honorific,
    role,
    organisation,
    phones: phones.map(({ e164 }) => e164),
    email,
  })),
  passages: release.passages.length,
  embargo: release.embargo?.toISOString() ?? null,
});

/** The row of a file that is not served. */
export const rowOfRejection = ({ file, line, reason, level }: Rejection): CheckRow => ({
  file,
  problems: [{ level: level ?? 'error', line, message: reason }],
  title: null,
  date: null,
  contacts: [],
  passages: 0,
  embargo: null,
});
