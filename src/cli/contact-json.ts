import type { Contact } from '../releases/contact.ts';

/** A contact in the form that is fixed for the command line: phones in E.164, `null` for what is not printed. */
export const contactJson = ({ name, honorific, role, organisation, phones, email }: Contact) => ({
  name,
  honorific,
  role,
  organisation,
  phones: phones.map(({ e164 }) => e164),
  email,
});
