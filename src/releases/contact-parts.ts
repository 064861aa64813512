import type { Phone } from './contact.ts';
import { withAddresses } from './contact-address.ts';
import type { ContactLine } from './contact-lines.ts';
import { readPhones } from './contact-phone.ts';

const address =
  /(?<![a-z0-9._%+'-])[a-z0-9][a-z0-9._%+'-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}\.[a-z]{2,24}(?![a-z0-9-])/gi;
const labels =
  /(?:^|(?<=[\s/(;,|]))(?:e-?mail(?: address)?|email|telephone|tel|phone|mobile|hand ?phone|hp|h\/p|did|direct(?: line)?|office|fax|facsimile|contact(?: no| number)?|[temfo])\s*\.?\s*[:.]\s*|^(?:e-?mail|tel|mobile|hp|did|fax)$/gi;
const leftover =
  /^(?:[\s/,;|:&().–-]|\b(?:and|or|at|on|via|ext)\b|\((?:did|office|mobile|hp|o|m|h|direct|main)\))+|(?:[\s/,;|:&.–-]|\b(?:and|or|at|on|via|ext)\b|\((?:did|office|mobile|hp|o|m|h|direct|main)?\s?\))+$/gi;

/** `Name: Ann Tan`, `Organisation: JTC`: the label tells nothing that the words do not. */
const fieldLabel =
  /^(?:name|designation|title|position|organi[sz]ation|agency|company|department|division)\s*:\s*(?=\S)/i;

/** One printed line of a block, taken apart. */
export type ContactParts = {
  readonly line: ContactLine;
  readonly emails: readonly string[];
  readonly phones: readonly Phone[];
  readonly misprints: readonly string[];
  /** What is left without addresses, numbers and their labels. */
  readonly words: string;
  /** It has an address or a number, or the label of one, and so belongs to the person above it. */
  readonly reaches: boolean;
};

export function takeApart(line: ContactLine): ContactParts {
  const text = withAddresses(line.text);
  const emails = text.match(address) ?? [];
  const withoutEmails = text.replace(address, ' ');
  const { phones, misprints, rest } = readPhones(withoutEmails);
  const bare = rest.replace(labels, ' ');
  const labelled = bare.trim() === '' && bare !== rest;
  const reaches =
    emails.length + phones.length + misprints.length > 0 || labelled || rest.trim() === '';
  const words = reaches
    ? bare.replace(/\s+/g, ' ').replace(leftover, '').trim()
    : line.text.replace(fieldLabel, '');
  return { line, emails, phones, misprints, words, reaches };
}
