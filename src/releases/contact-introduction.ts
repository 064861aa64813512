import { withAddresses } from './contact-address.ts';
import { isBrand, phraseKind } from './contact-words.ts';

/** How sure an introduction makes us that press contacts follow. */
export type Introduction = {
  /** `media`: it says so. `general`: it names enquiries or contacts of any kind, so only evident people are taken. */
  readonly audience: 'media' | 'general';
  /** The organisation that it names, as in "For further information on OGP, contact:". */
  readonly topic: string | null;
  /** What stands behind the introduction on its own line. */
  readonly rest: string;
};

const enquiries =
  '(?:enquir(?:y|ies)|inquir(?:y|ies)|quer(?:y|ies)|clarifications?|questions?|requests?|interviews?)';
const contacts =
  '(?:(?:relations )?(?:contacts?|liaison)(?: persons?| officers?| details| information)?)';
const on =
  '(?:\\s(?:on|about|regarding|relating to|related to|with regard to|concerning)\\s([^:;@]{1,80}?)(?=,?\\s*(?:please|kindly|contact|call|e-?mail|write|reach)\\b|\\s*:|$))?';
const please =
  '(?:,?\\s*(?:please |kindly )?(?:contact|call|e-?mail|write to|reach out to|reach|get in touch with|speak to|approach|direct(?:ed)? to|refer to)(?: us| the following(?: persons?| officers?| officials?| people)?)?(?:\\s(?:at|via|on))?)?';

const media = new RegExp(
  `^(?:please contact the following )?(?:for )?(?:(?:interviews?|photographs?|images?|filming|comments?) (?:and|or|&) )?(?:(?:all|any|other|further|more|general|local|regional|international|singapore) ){0,3}(?:news )?(?:media|press|journalists?)(?:[ -]related)?(?:\\s?(?:and|or|&|\\/)\\s?(?:other )?[a-z]{3,15})?\\s(?:${enquiries}|${contacts})(?:\\s?(?:and|or|&|\\/)\\s?[a-z]{3,15}(?: ${enquiries})?)?${on}${please}\\s*[:.–-]*\\s*`,
  'i',
);
const people =
  /^(?:members of the (?:media|press)|(?:media|press) representatives|journalists|reporters|(?:the )?(?:media|press))(?: (?:who|with|wishing|seeking|requiring)\b[^:;@.]{1,80}?)?,? (?:may|can|should|could|are invited to|please|kindly)(?: also)?(?: please| kindly)? (?:contact|call|e-?mail|write to|reach out to|reach|get in touch with|approach)(?: the following(?: persons?| officers?| officials?| people)?)?\s*[:.–-]*\s*/i;
const general = new RegExp(
  `^(?:for (?:(?:further|more|any|other|general|additional) ){0,2}(?:information|details|${enquiries})${on},?\\s*(?:please |kindly )?contact|(?:agency )?contacts?(?: persons?| details)?(?: for (?:more|further) information)?(?:\\s*[:.]|$))\\s*[:.–-]*\\s*`,
  'i',
);

const isNamed = (topic: string): boolean =>
  isBrand(topic) || (/^\p{Lu}/u.test(topic) && phraseKind(topic) === 'organisation');

/** Whether a printed line introduces people to ask. `undefined`: it does not. */
export function readIntroduction(line: string): Introduction | undefined {
  if (line.length > 500) return undefined;
  const plain = line.replace(/^(?:\(?(?:\d{1,3}|[a-z])[.)]\s*|[•·–-]\s*)/i, '');
  for (const [audience, pattern] of [
    ['media', media],
    ['media', people],
    ['general', general],
  ] as const) {
    const found = pattern.exec(plain);
    if (found === null) continue;
    const topic =
      found
        .slice(1)
        .find((on) => on !== undefined)
        ?.replace(/^the /i, '') ?? '';
    const rest = withAddresses(plain.slice(found[0].length).trim());
    // "Contact: 9123 4567" is a line about the person above it.
    if (audience === 'general' && /^[+(\d]/.test(rest)) return undefined;
    // Words that run on make it a sentence about contacts; with an address or a number it is one to be read.
    if (rest === '' || /@|\d{4}/.test(rest))
      return { audience, topic: isNamed(topic) ? topic : null, rest };
  }
  return undefined;
}
