import type { Contact } from './contact.ts';
import type { ContactGroup } from './contact-group.ts';
import { readName } from './contact-name.ts';
import { readPost } from './contact-role.ts';
import { isBrand, phraseKind, phrasesOf } from './contact-words.ts';
import type { Problem } from './problem.ts';

/** `Sean Lee (Media Relations)`, `Nora Tan, Press Secretary, Ministry of Law`: a name with the post on its line. */
const cutNameLine = (line: string): { name: string; honorific: string | null; post: string[] } => {
  const whole = readName(line.replace(/[,;:]+$/, ''));
  const bracket = /^([^()]{2,60}?)\s*\(([^()]{2,80})\)$/.exec(whole.name);
  if (bracket?.[1] !== undefined && bracket[2] !== undefined) {
    const kind = phraseKind(bracket[2]);
    if (kind !== 'unknown' || isBrand(bracket[2]))
      return { ...readAgain(bracket[1], whole.honorific), post: [bracket[2]] };
  }
  const [name = '', ...post] = phrasesOf(whole.name.replace(/\s+[–|-]\s+/g, ', '));
  const described = post.some((phrase) => phraseKind(phrase) !== 'unknown' || isBrand(phrase));
  return described
    ? { ...readAgain(name, whole.honorific), post: [post.join(', ')] }
    : { ...whole, post: [] };
};

const readAgain = (name: string, honorific: string | null) => {
  const inner = readName(name);
  return { name: inner.name, honorific: inner.honorific ?? honorific };
};

/** A link that writes to somebody else than it shows. Capitals do not matter in an address. */
const strayTargets = ({ parts }: ContactGroup): Problem[] =>
  parts
    .filter(({ emails }) => emails.length > 0)
    .flatMap(({ line, emails }) =>
      line.targets
        .filter((target) => !line.text.toLowerCase().includes(target.toLowerCase()))
        .map(
          (target): Problem => ({
            level: 'warning',
            line: line.line,
            message: `The link behind "${emails.join(' / ')}" writes to "${target}": correct one of them; the printed address is used`,
          }),
        ),
    );

/** Makes a contact of the lines of one person, and says what an editor should look at. */
export function readPerson(group: ContactGroup): { contact: Contact; problems: Problem[] } {
  const { label, parts } = group;
  const { name, honorific, post } =
    group.name === undefined ? { name: null, honorific: null, post: [] } : cutNameLine(group.name);
  const { role, organisation } = readPost([...post, ...group.words]);
  const phones = parts.flatMap((part) => part.phones);
  const contact: Contact = {
    name,
    honorific,
    role,
    organisation: organisation ?? label,
    phones: phones.filter(
      ({ e164 }, at) => phones.findIndex((phone) => phone.e164 === e164) === at,
    ),
    email: parts.flatMap(({ emails }) => emails)[0] ?? null,
    lines: parts.map(({ line }) => line.text),
    line: parts[0]?.line.line ?? 1,
  };
  const misprints = parts.flatMap(({ line, misprints }) =>
    misprints.map(
      (misprint): Problem => ({
        level: 'warning',
        line: line.line,
        message: `"${misprint}" is no telephone number that can be dialled: correct it; until then it is left out`,
      }),
    ),
  );
  return { contact, problems: [...misprints, ...strayTargets(group)] };
}
