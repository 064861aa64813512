import { isBrand, phraseKind } from './contact-words.ts';

const honorific = 'Mr|Mrs|Ms|Miss|Mdm|Madam|Dr|Prof|Professor|Assoc\\.? Prof|A/Prof|Er|Ar';
const before = new RegExp(`^(?:\\(\\s?(${honorific})\\.?\\s?\\)|(${honorific})\\.?)\\s+(?=\\S)`);
const after = new RegExp(`(?:\\s*\\(\\s?(${honorific})\\.?\\s*\\)?|\\s*,\\s*(${honorific})\\.?)$`);

/** A printed name taken apart. */
export type Name = { readonly name: string; readonly honorific: string | null };

/** Takes the honorific off a name: `Ms Tan`, `(Ms) Tan`, `Tan (Ms)`, `Tan, Ms`, and the broken `Tan (Ms`. */
export const readName = (printed: string): Name => {
  const behind = after.exec(printed);
  const rest = behind === null ? printed : printed.slice(0, behind.index);
  const ahead = before.exec(rest);
  return {
    name: rest.slice(ahead?.[0].length ?? 0).trim(),
    honorific: behind?.[1] ?? behind?.[2] ?? ahead?.[1] ?? ahead?.[2] ?? null,
  };
};

const particle =
  /^(?:bin|binte|bte|binti|s\/o|d\/o|de|del|della|la|van|von|der|den|al|el|bt|ibn|y|e)$/i;
const word = /^(?:\p{Lu}[\p{L}’'.-]{0,40}|\p{Lu}\.|\p{Script=Han}{1,4}|\([\p{L} ]{2,30}\)|@)$/u;

/** Whether the words could be the name of a person: two to seven capitalised words, none of an office. */
export const isPersonName = (name: string): boolean => {
  const words = name.split(' ');
  const capitalised = words.filter((one) => word.test(one));
  return (
    words.length >= 2 &&
    words.length <= 7 &&
    word.test(words[0] ?? '') &&
    words.every((one) => word.test(one) || particle.test(one)) &&
    capitalised.length >= 2 &&
    phraseKind(name) === 'unknown'
  );
};

/** Whether an address is that of this person: it has a longer word of the name, or the first word and initials. */
export const isAddressOf = (name: string, address: string): boolean => {
  const local = address.slice(0, address.indexOf('@')).toLowerCase();
  const words = name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((one) => one !== '');
  return words.some(
    (one) =>
      (one.length >= 3 && local.includes(one)) ||
      (local.startsWith(one) && local.slice(one.length).length <= words.length && one.length >= 2),
  );
};

/** Whether an address is spelt with every word of a name of two or more. */
const hasAllOf = (name: string, address: string): boolean => {
  const local = address.slice(0, address.indexOf('@')).toLowerCase();
  const words = name.toLowerCase().split(/\s+/);
  return words.length >= 2 && words.every((one) => local.includes(one)) && !isDeskAddress(address);
};

const desk =
  /^(?:media|press|comms?|communications?|corp\w*|corporate\w*|enquir\w*|inquir\w*|contact\w*|info\w*|public\w*|news\w*|pr|hello|help\w*|feedback|admin\w*|marketing|general|office|secretariat)(?=$|[._@-])/i;

/** Whether an address is the mailbox of an office and not of one person. */
export const isDeskAddress = (address: string): boolean => desk.test(address);

/**
 * How much a printed line reads as the name of the person whose addresses follow. Above zero it may be one; a line
 * with an honorific, or one found again in the address, is all but certain.
 */
export const nameScore = (
  line: string,
  next: string | undefined,
  addresses: readonly string[],
): number => {
  if (/\d|:$|@/.test(line) || line.length > 70) return -1;
  const { name, honorific } = readName(line.replace(/[,;]+$/, ''));
  const [first = '', ...rest] = name.split(/\s*(?:,|\(| [–|-] )\s*/);
  const known = addresses.some((address) => isAddressOf(first, address));
  // "Dean Tan" has a title's word in it; his address shows that it is a name.
  const spelt = known && addresses.some((address) => hasAllOf(first, address));
  if (honorific === null && !spelt && (isBrand(first) || phraseKind(first) !== 'unknown'))
    return -1;
  const kinds = [...rest, next ?? ''].map((phrase) => phraseKind(phrase));
  const described = kinds.includes('title') || kinds.includes('department');
  // Above the mailbox of an office, words in capitals may be the name of the office.
  const office = !described && addresses.some(isDeskAddress);
  const shape = isPersonName(first)
    ? 2
    : next !== undefined && /^\p{Lu}\p{Ll}{2,20}$/u.test(first)
      ? 0.5
      : 0;
  const owned = kinds.includes('organisation') || isBrand(next ?? '');
  const named = office && !owned ? 0 : shape;
  return (honorific === null ? 0 : 4) + (known ? 4 : 0) + named + (described ? 1 : 0);
};
