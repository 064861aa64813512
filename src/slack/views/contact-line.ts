import type { RichTextElement } from '@slack/types';
import type { Contact } from '../../releases/contact.ts';
import { clip, link, words } from '../block-kit.ts';
import { SAY } from '../wording.ts';

/** No name, role or organisation is longer; what is longer was never one. */
const PART_LIMIT = 150;

/** The same contact with no words longer than `limit`, for where room is short. */
export const shortContact = (contact: Contact, limit: number): Contact => {
  const short = (text: string | null) =>
    text === null ? null : clip(text, Math.min(limit, PART_LIMIT));
  const { name, role, organisation } = contact;
  return {
    ...contact,
    name: short(name),
    role: short(role),
    organisation: short(organisation),
  };
};

/** Whether personal numbers may be shown in this place: to staff, and in private to whoever asked. */
export type Privacy = { readonly mobiles: boolean };

/** Name with honorific, else the organisation of a group mailbox. */
export const contactName = ({ name, honorific, role, organisation, email }: Contact): string =>
  name === null
    ? (role ?? organisation ?? email ?? '')
    : honorific === null
      ? name
      : `${honorific} ${name}`;

const phonesOf = ({ phones }: Contact, { mobiles }: Privacy) =>
  phones.filter(({ kind }) => mobiles || kind === 'office');

const hidesMobile = (contact: Contact, privacy: Privacy) =>
  phonesOf(contact, privacy).length < contact.phones.length;

/** A contact on one line of plain text, as printed; personal numbers only where they may be shown. */
export function contactText(contact: Contact, privacy: Privacy): string {
  const name = contactName(contact);
  return [
    name,
    ...[contact.role, contact.organisation].filter((part) => part !== null && part !== name),
    ...phonesOf(contact, privacy).map(({ printed }) => printed),
    ...(hidesMobile(contact, privacy) ? [SAY.mobileInPrivate] : []),
    ...(contact.email === null ? [] : [contact.email]),
  ].join(', ');
}

/** The same for rich text, with the number and the address to tap. */
export function contactElements(contact: Contact, privacy: Privacy): RichTextElement[] {
  const name = contactName(contact);
  const rest = [contact.role, contact.organisation].filter(
    (part): part is string => part !== null && part !== name,
  );
  return [
    words(name, { bold: true }),
    ...(rest.length === 0 ? [] : [words(`, ${rest.join(', ')}`)]),
    ...phonesOf(contact, privacy).flatMap(({ e164, printed }) => [
      words(' · '),
      link(`tel:${e164}`, printed),
    ]),
    ...(hidesMobile(contact, privacy) ? [words(` · ${SAY.mobileInPrivate}`)] : []),
    ...(contact.email === null
      ? []
      : [words(' · '), link(`mailto:${contact.email}`, contact.email)]),
  ];
}

/** A contact in a few words, for the foot of an answer: whom to ask and how to write to them. */
export const shortContactText = (contact: Contact): string =>
  [contactName(contact), contact.email].filter((part) => part !== null && part !== '').join(', ');

/** The same for rich text, with the address to tap. */
export const shortContactElements = (contact: Contact): RichTextElement[] => [
  words(contactName(contact), { bold: true }),
  ...(contact.email === null || contact.email === contactName(contact)
    ? []
    : [words(' · '), link(`mailto:${contact.email}`, contact.email)]),
];
