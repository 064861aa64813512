import { describe, expect, test } from 'vitest';
import type { Contact } from '../../src/releases/contact.ts';
import { contactsLine, scoreContacts } from './score-contacts.ts';

const gold = (kind: string, ...contacts: object[]) =>
  contactsLine.parse({
    file: 'a.md',
    kind,
    contacts: contacts.map((contact) => ({
      name: null,
      role: null,
      organisation: null,
      phones: [],
      email: null,
      ...contact,
    })),
  });

const found = (contact: Partial<Contact>): Contact => ({
  name: null,
  honorific: null,
  role: null,
  organisation: null,
  phones: [],
  email: null,
  lines: [],
  line: 1,
  ...contact,
});

const score = (line: ReturnType<typeof gold>, ...contacts: Partial<Contact>[]) =>
  scoreContacts([line], new Map([['a.md', contacts.map(found)]]));

const ann = { name: 'Ann Poe', email: 'Ann_Poe@example.sg', role: 'Editor’s Aide' };
const phone = (e164: string) => ({ e164, printed: e164, kind: 'office' as const });

describe('scoreContacts()', () => {
  test('counts what is right whatever the capitals of an address and the shape of quote marks', () => {
    const { fields, misses, inventedValues } = score(gold('media-contact', ann), {
      ...ann,
      email: 'ann_poe@EXAMPLE.sg',
      role: "Editor's  Aide",
    });
    expect(fields.email).toMatchObject({ right: 1, wrong: 0, missed: 0, f1: 1 });
    expect(fields.role).toMatchObject({ right: 1, wrong: 0, missed: 0 });
    expect(misses).toEqual([]);
    expect(inventedValues).toBe(0);
  });

  test('counts a wrong value as wrong and as missed', () => {
    const { fields, misses } = score(gold('media-contact', ann), { ...ann, name: 'Ann' });
    expect(fields.name).toMatchObject({
      right: 0,
      wrong: 1,
      missed: 1,
      precision: 0,
      recall: 0,
      f1: 0,
    });
    expect(misses).toEqual([{ file: 'a.md', field: 'name', gold: 'Ann Poe', found: 'Ann' }]);
  });

  test('counts a file that nobody read as missed', () => {
    const { fields } = scoreContacts([gold('media-contact', ann)], new Map());
    expect(fields.email).toMatchObject({ right: 0, wrong: 0, missed: 1, recall: 0 });
  });

  test('counts each number by itself', () => {
    const { fields } = score(
      gold('media-contact', { ...ann, phones: ['+6561234567', '+6591234567'] }),
      { ...ann, phones: [phone('+6561234567'), phone('+6561110000')] },
    );
    expect(fields.phones).toMatchObject({ right: 1, wrong: 1, missed: 1, f1: 0.5 });
  });

  test('accepts any of several printed addresses', () => {
    const { fields } = score(gold('media-contact', { ...ann, other_emails: ['desk@example.sg'] }), {
      ...ann,
      email: 'desk@example.sg',
    });
    expect(fields.email).toMatchObject({ right: 1, wrong: 0, missed: 0 });
  });

  test('pairs people by what they have in common, in whatever order they were found', () => {
    const ben = { name: 'Ben Lim', email: 'ben@example.sg' };
    const { fields } = score(gold('media-contact', ann, ben), ben, ann);
    expect(fields.name).toMatchObject({ right: 2, wrong: 0, missed: 0 });
  });

  test('tells of invented people and of people taken where none are printed', () => {
    const { inventedContacts, inventedValues, takenOnNone } = score(gold('none-hard'), {
      ...ann,
      phones: [phone('+6561234567')],
    });
    expect(inventedContacts).toBe(1);
    expect(inventedValues).toBe(1);
    expect(takenOnNone).toBe(1);
  });
});
