import { z } from 'zod';
import type { Contact } from '../../src/releases/contact.ts';

/** A line of a contacts file: the contacts of one release, read by hand. */
export const contactsLine = z.object({
  file: z.string(),
  kind: z.enum(['media-contact', 'general-enquiry', 'none', 'none-hard']),
  contacts: z.array(
    z.object({
      name: z.string().nullable(),
      role: z.string().nullable(),
      organisation: z.string().nullable(),
      phones: z.array(z.string()),
      email: z.string().nullable(),
      other_emails: z.array(z.string()).default([]),
    }),
  ),
});

export type ContactsLine = z.infer<typeof contactsLine>;
type GoldContact = ContactsLine['contacts'][number];

export const contactFields = ['email', 'name', 'role', 'organisation', 'phones'] as const;
export type ContactField = (typeof contactFields)[number];

/** Values found and right, found and wrong, and missed. */
export type Count = { right: number; wrong: number; missed: number };

export type FieldScore = Count & {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
};

/** One value that is not as the gold has it. */
export type Miss = {
  readonly file: string;
  readonly field: ContactField;
  readonly gold: string | null;
  readonly found: string | null;
};

export type ContactsScore = {
  readonly fields: Readonly<Record<ContactField, FieldScore>>;
  /** Contacts found that answer to nobody in the gold of their file, as a share of all found. */
  readonly inventedContacts: number;
  /** E-mails, names and phones found that the gold of their file has nowhere, as a share of all found. */
  readonly inventedValues: number;
  /** Contacts taken from files that print none, files of kind `none` and `none-hard` together. */
  readonly takenOnNone: number;
  readonly misses: readonly Miss[];
};

/** Two prints of one value are equal when they differ in blanks, quote marks or (addresses only) case alone. */
const same = (field: ContactField, value: string): string => {
  const plain = value
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .replace(/[\s,]+$/, '')
    .trim();
  return field === 'email' ? plain.toLowerCase() : plain;
};

const valuesOf = (contact: GoldContact | Contact | undefined, field: ContactField): string[] => {
  if (contact === undefined) return [];
  if (field === 'phones')
    return contact.phones.map((phone) => (typeof phone === 'string' ? phone : phone.e164));
  const value = contact[field];
  return value === null ? [] : [value];
};

const accepted = (gold: GoldContact | undefined, field: ContactField): string[] =>
  field === 'email'
    ? [...valuesOf(gold, field), ...(gold?.other_emails ?? [])]
    : valuesOf(gold, field);

/** Pairs the found with the gold by address, then by name, then by number, then by role; each at most once. */
const pairUp = (
  gold: readonly GoldContact[],
  found: readonly Contact[],
): [GoldContact | undefined, Contact | undefined][] => {
  const left = new Set(found);
  const pairs = new Map<GoldContact, Contact>();
  for (const field of ['email', 'name', 'phones', 'role', 'organisation'] as const)
    for (const wanted of gold) {
      if (pairs.has(wanted)) continue;
      const values = accepted(wanted, field).map((value) => same(field, value));
      const match = [...left].find((contact) =>
        valuesOf(contact, field).some((value) => values.includes(same(field, value))),
      );
      if (match === undefined) continue;
      pairs.set(wanted, match);
      left.delete(match);
    }
  return [
    ...gold.map((wanted): [GoldContact, Contact | undefined] => [wanted, pairs.get(wanted)]),
    ...[...left].map((contact): [undefined, Contact] => [undefined, contact]),
  ];
};

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const fieldScore = (count: Count): FieldScore => {
  const { right, wrong, missed } = count;
  const precision = right + wrong === 0 ? 1 : right / (right + wrong);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  return { ...count, precision, recall, f1: share(2 * precision * recall, precision + recall) };
};

/**
 * Scores contacts found in releases against contacts read by hand.
 *
 * @param found the contacts of each file of the gold; a file that is missing counts as one without contacts
 */
export function scoreContacts(
  gold: readonly ContactsLine[],
  found: ReadonlyMap<string, readonly Contact[]>,
): ContactsScore {
  const zero = (): Count => ({ right: 0, wrong: 0, missed: 0 });
  const counts = {
    email: zero(),
    name: zero(),
    role: zero(),
    organisation: zero(),
    phones: zero(),
  };
  const misses: Miss[] = [];
  let contacts = 0;
  let strangers = 0;
  let values = 0;
  let inventedValues = 0;
  let takenOnNone = 0;

  for (const { file, kind, contacts: wanted } of gold) {
    const got = found.get(file) ?? [];
    if (kind === 'none' || kind === 'none-hard') takenOnNone += got.length;
    contacts += got.length;
    for (const field of ['email', 'name', 'phones'] as const) {
      const printed = wanted.flatMap((one) => accepted(one, field)).map((v) => same(field, v));
      const taken = got.flatMap((one) => valuesOf(one, field)).map((v) => same(field, v));
      values += taken.length;
      inventedValues += taken.filter((value) => !printed.includes(value)).length;
    }
    for (const [one, other] of pairUp(wanted, got)) {
      if (one === undefined) strangers++;
      for (const field of contactFields) {
        const may = accepted(one, field).map((value) => same(field, value));
        const taken = valuesOf(other, field);
        const right = taken.filter((value) => may.includes(same(field, value)));
        const wrong = taken.filter((value) => !right.includes(value));
        const hit = right.map((value) => same(field, value));
        // One address is enough where several are printed.
        const missed = valuesOf(one, field).filter((value) =>
          field === 'email' ? hit.length === 0 : !hit.includes(same(field, value)),
        );
        counts[field].right += right.length;
        counts[field].wrong += wrong.length;
        counts[field].missed += missed.length;
        for (let at = 0; at < Math.max(wrong.length, missed.length); at++)
          misses.push({ file, field, gold: missed[at] ?? null, found: wrong[at] ?? null });
      }
    }
  }
  return {
    fields: {
      email: fieldScore(counts.email),
      name: fieldScore(counts.name),
      role: fieldScore(counts.role),
      organisation: fieldScore(counts.organisation),
      phones: fieldScore(counts.phones),
    },
    inventedContacts: share(strangers, contacts),
    inventedValues: share(inventedValues, values),
    takenOnNone,
    misses,
  };
}
