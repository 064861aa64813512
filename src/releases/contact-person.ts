import type { Contact, Phone } from './contact.ts';
import type { ContactLine } from './contact-lines.ts';
import { readPhones } from './contact-phone.ts';
import { isDepartment, isOrganisation, isTitle } from './contact-words.ts';
import type { Problem } from './problem.ts';

const address =
  /[a-z0-9][a-z0-9._%+'-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}\.[a-z]{2,24}/gi;
const emailLabel = /^\s*(?:e-?mail(?: address)?|email)\s*[:.]?\s*|\b(?:e-?mail)\s*:\s*/gi;

/** One printed line taken apart: addresses, numbers, and the words that are left. */
export type LineParts = {
  readonly line: ContactLine;
  readonly emails: readonly string[];
  readonly phones: readonly Phone[];
  readonly misprints: readonly string[];
  readonly words: string;
  /** It holds an address, a number or the label of one, and so belongs to a person. */
  readonly anchor: boolean;
};

export function takeApart(line: ContactLine): LineParts {
  const emails = line.text.match(address) ?? [];
  const withoutEmails = line.text.replace(address, ' ').replace(emailLabel, ' ');
  const labelled = /^(?:tel|telephone|phone|mobile|hp|did|fax|contact|e-?mail)\s*:/i.test(
    line.text,
  );
  const { phones, misprints, rest } = readPhones(withoutEmails);
  const anchor = emails.length + phones.length + misprints.length > 0 || labelled;
  return { line, emails, phones, misprints, words: rest.trim(), anchor };
}

const honorifics = 'Mr|Mrs|Ms|Miss|Mdm|Madam|Dr|Prof|Professor|Assoc Prof';
const before = new RegExp(`^\\(?(${honorifics})\\.?\\)?\\.?\\s+(?=\\S)`);
const after = new RegExp(`[\\s,]*(?:\\((${honorifics})\\.?\\)?|,\\s*(${honorifics})\\.?)\\s*\\)?$`);

const readName = (line: string): { name: string; honorific: string | null } => {
  const behind = after.exec(line);
  if (behind !== null)
    return { name: line.slice(0, behind.index).trim(), honorific: behind[1] ?? behind[2] ?? null };
  const ahead = before.exec(line);
  return { name: line.slice(ahead?.[0].length ?? 0).trim(), honorific: ahead?.[1] ?? null };
};

const roleAndOrganisation = (
  words: readonly string[],
): { role: string | null; organisation: string | null } => {
  const at = words.length - 1;
  const last = words[at];
  if (last === undefined) return { role: null, organisation: null };
  if (words.length === 1 && (isTitle(last) || (isDepartment(last) && !isOrganisation(last))))
    return { role: last, organisation: null };
  const role = words.slice(0, at).join(', ').replaceAll(',,', ',');
  return { role: role === '' ? null : role, organisation: last };
};

/** Makes a contact of the lines of one person; `label` is the organisation printed above its people. */
export function readPerson(
  parts: readonly LineParts[],
  label: string | null,
): { contact: Contact; problems: Problem[] } {
  const words = parts.filter(({ words }) => words !== '').map(({ words }) => words);
  const [first = ''] = words;
  const { name, honorific } = readName(first);
  const { role, organisation } = roleAndOrganisation(words.slice(1));
  const problems = parts.flatMap(({ line, misprints }) =>
    misprints.map(
      (misprint): Problem => ({
        level: 'warning',
        line: line.line,
        message: `"${misprint}" is not a telephone number: correct its digits, or nobody can ring ${name}`,
      }),
    ),
  );
  const contact: Contact = {
    name,
    honorific,
    role,
    organisation: organisation ?? label,
    phones: parts.flatMap(({ phones }) => phones),
    email: parts.flatMap(({ emails }) => emails)[0] ?? null,
    lines: parts.map(({ line }) => line.text),
    line: parts[0]?.line.line ?? 1,
  };
  return { contact, problems };
}
