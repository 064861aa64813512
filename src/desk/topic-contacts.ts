import type { Contact } from '../releases/contact.ts';

/** Words that stand in most roles and organisations and tell nothing apart. */
const COMMON = new Set(
  'senior manager assistant director deputy executive officer head lead corporate communications communication marketing media relations public affairs ministry of the and for office department division directorate singapore government agency authority board engagement press desk group limited pte ltd prime minister minister s who what when where why how is are was were will does do did has have had can could would should which in on at to a an by with from about this that it its many much'.split(
    ' ',
  ),
);

/**
 * Of a block that names people of several bodies, those whose organisation or role the question names ("MOH", "contact
 * tracing"); all of them where it names none, or all alike.
 */
export function contactsForTopic(
  question: string,
  contacts: readonly Contact[],
): { readonly chosen: readonly Contact[]; readonly because: string } {
  const everyone = { chosen: contacts, because: 'at the foot of' };
  const bodies = new Set(contacts.map(({ organisation, role }) => `${organisation} ${role}`));
  if (bodies.size < 2) return everyone;
  const asked = new Set(wordsOf(question));
  const scored = contacts.map((contact) => {
    const { organisation, role } = contact;
    const words = new Set([
      ...wordsOf(organisation ?? ''),
      ...wordsOf(role ?? ''),
      ...[organisation, role].flatMap((text) => abbreviations(text ?? '')),
    ]);
    return { contact, score: [...words].filter((word) => asked.has(word)).length };
  });
  const best = Math.max(...scored.map(({ score }) => score));
  const chosen = scored.filter(({ score }) => score === best).map(({ contact }) => contact);
  if (best === 0 || chosen.length === contacts.length) return everyone;
  const body = chosen[0]?.organisation ?? chosen[0]?.role;
  return { chosen, because: `for ${body ?? 'this topic'}, at the foot of` };
}

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => word.length > 1 && !COMMON.has(word),
  );

/** "moh" for "Ministry of Health"; initials of the words (and of those in capitals), and what stands in brackets. */
function abbreviations(text: string): string[] {
  const initials = text.split(/,|\bfor\b/).flatMap((part) => {
    const words = part.match(/(?<!\p{L})\p{L}+/gu) ?? [];
    const firsts = words.map((word) => word.slice(0, 1)).join('');
    return [firsts.toLowerCase(), firsts.replace(/\P{Lu}/gu, '').toLowerCase()];
  });
  const bracketed = [...text.matchAll(/\((\p{Lu}[\p{L}]{1,9})\)/gu)].map(([, name = '']) =>
    name.toLowerCase(),
  );
  return [...initials.filter((letters) => letters.length >= 2), ...bracketed];
}
