import type { ContactGroup } from './contact-group.ts';
import { isAddressOf, isPersonName, readName } from './contact-name.ts';
import type { ContactParts } from './contact-parts.ts';

const between = /\s+(?:\/|&|and|or)\s+|\s*\/\s+|\s+\/\s*/i;

/** Three people on one line are the most that anybody prints. */
const most = 3;

/**
 * Parts people who share the lines of one block: `Ann Tan / Ben Lim` with as many roles, numbers and addresses, each in
 * the same order. What is printed once is theirs together; an address or number that could be anybody's is left out.
 */
export function partPeople(group: ContactGroup): ContactGroup[] {
  const names = group.name?.split(between).map((name) => name.trim()) ?? [];
  const people = names.map((name) => readName(name.replace(/[,;:]+$/, '')).name);
  if (names.length < 2 || names.length > most || !people.every(isPersonName)) return [group];
  const emails = shared(
    group.parts.flatMap((part) => part.emails),
    people,
  );
  const phones = group.parts.flatMap((part) => part.phones);
  return names.map((name, at) => {
    const own = (part: ContactParts): ContactParts => ({
      ...part,
      emails: part.emails.filter((email) => emails[at] === email),
      phones:
        phones.length === 1
          ? part.phones
          : phones.length === names.length
            ? part.phones.filter((phone) => phones.indexOf(phone) === at)
            : part.phones.length === names.length
              ? part.phones.slice(at, at + 1)
              : [],
      misprints: at === 0 ? part.misprints : [],
    });
    return {
      ...group,
      name,
      words: group.words.map((line) => shareOf(line, at, names.length)),
      parts: group.parts.map(own),
    };
  });
}

/** Each person's own part of a line that has one for each, else the whole line. */
const shareOf = (line: string, at: number, people: number): string => {
  const parts = line.split(/\s+\/\s+/);
  return parts.length === people ? (parts[at] ?? line) : line;
};

/** The address of each: the one with the name in it, else the one in its place. */
const shared = (
  emails: readonly string[],
  people: readonly string[],
): readonly (string | undefined)[] => {
  const named = people.map((name) => emails.filter((email) => isAddressOf(name, email)));
  const sure = named.map((found) => (found.length === 1 ? found[0] : undefined));
  const isSure = new Set(sure).size === people.length && !sure.includes(undefined);
  if (isSure) return sure;
  if (emails.length === people.length) return emails;
  return emails.length === 1 && named.every((found) => found.length === 0)
    ? people.map(() => emails[0])
    : sure;
};
