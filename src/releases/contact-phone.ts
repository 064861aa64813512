import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Phone } from './contact.ts';

/** What a printed line says about telephones. */
export type PhonesRead = {
  readonly phones: readonly Phone[];
  /** Printed where a number belongs, but no number that could be dialled. */
  readonly misprints: readonly string[];
  /** The line without numbers and their labels. */
  readonly rest: string;
};

const piece =
  /(?:\b(telephone|tel|phone|mobile|cell|hand ?phone|hp|did|direct|office|contact|fax|facsimile|whatsapp)(?: ?(?:no|number)\b)?\.?\s*[:.]?\s*)?((?:\(?\+?\d{1,3}\)?[ -]?)?\(?\d{3,4}\)?(?:[ -]?\d{2,5}){1,3}(?!\d))/gi;

const toPhone = (printed: string, label: string): Phone | undefined => {
  const digits = printed.replace(/\D/g, '');
  const bare = digits.length === 8 && /^[3689]/.test(digits);
  const local = digits.length === 10 && /^65[3689]/.test(digits);
  const number = bare ? `+65${digits}` : local || printed.includes('+') ? `+${digits}` : undefined;
  if (number === undefined) return undefined;
  const parsed = parsePhoneNumberFromString(number);
  if (parsed === undefined || !parsed.isValid()) return undefined;
  const mobile =
    /^(?:mobile|cell|hand|hp|whatsapp)/i.test(label) || /^\+65[89]/.test(parsed.number);
  return { e164: parsed.number, printed: printed.trim(), kind: mobile ? 'mobile' : 'office' };
};

/** Reads the telephone numbers of one printed line. Fax numbers are left out without a word. */
export function readPhones(line: string): PhonesRead {
  const phones: Phone[] = [];
  const misprints: string[] = [];
  let label = '';
  const rest = line.replace(piece, (_all, labelled: string | undefined, printed: string) => {
    label = labelled ?? label;
    if (/^(?:fax|facsimile)/i.test(label)) return ' ';
    const phone = toPhone(printed, label);
    if (phone !== undefined) phones.push(phone);
    else misprints.push(printed.trim());
    return ' ';
  });
  return { phones, misprints, rest: rest.replace(/^[\s/,;|:&-]+|[\s/,;|:&-]+$/g, '') };
}
