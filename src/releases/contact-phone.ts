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

const label =
  '(?<![a-z])(?:telephone|tel|phone|mobile|cell(?:phone)?|hand ?phone|hp|h/p|did|direct(?: line)?|office|contact|fax|facsimile|whatsapp|[tmfo](?=\\s?[:.]|\\s+\\(?\\+?\\d))(?: ?(?:no|number)\\b)?';
const number = '\\(?\\+?\\(?\\d{1,4}\\)?(?:[ .-]{0,2}\\(?\\d{2,5}\\)?){1,4}(?![\\d@])';
const labelledNumber = new RegExp(
  `(?:(${label})\\.?\\s*[:.]?\\s*)?((?<![\\w#@+]|[a-z]/)${number})(\\s*\\((?:v|o|m|tty|hp|office|mobile|voice)\\)|\\s*(?:voice|tty)\\b)?(?:\\s*\\(?(?:ext|x)(?:n|ension)?\\.?:?\\s*\\d{1,5}\\)?)?`,
  'gi',
);

const isMobileLabel = (text: string): boolean =>
  /^(?:mobile|cell|hand|hp|h\/p|whatsapp|m\b)/i.test(text);

/** `202-272-2004`, `(202) 272-2004`: how North America prints its numbers, and nobody here. */
const northAmerican = /^(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}$/;

/** E.164, or `undefined` where no country can be told or the number is none. */
const toE164 = (printed: string): string | undefined => {
  const digits = printed.replace(/\D/g, '');
  const international = printed.includes('+');
  if (!international && northAmerican.test(printed)) return valid(`+1${digits}`);
  if (/^[3689]\d{7}$/.test(digits)) return valid(`+65${digits}`);
  if (international || /^65[3689]\d{7}$/.test(digits)) return valid(`+${digits}`);
  return undefined;
};

const valid = (e164: string): string | undefined => {
  const parsed = parsePhoneNumberFromString(e164);
  return parsed?.isValid() === true ? parsed.number : undefined;
};

/** Reads the telephone numbers of one printed line. Fax and text telephones are left out without a word. */
export function readPhones(line: string): PhonesRead {
  const phones: Phone[] = [];
  const misprints: string[] = [];
  let lastLabel = '';
  const rest = line.replace(
    labelledNumber,
    (all: string, ownLabel: string | undefined, digits: string, suffix: string | undefined) => {
      lastLabel = ownLabel ?? lastLabel;
      if (/^f/i.test(lastLabel) || /tty/i.test(suffix ?? '')) return ' ';
      const printed = digits.trim().replace(/^\((?=[^)]*$)/, '');
      const e164 = toE164(printed);
      if (e164 !== undefined) {
        const mobile = isMobileLabel(lastLabel) || /\((?:m|hp|mobile)\)/i.test(suffix ?? '');
        const kind = mobile || /^\+65[89]/.test(e164) ? 'mobile' : 'office';
        phones.push({ e164, printed, kind });
        return ' ';
      }
      // A year or a postal code is no misprint; a number behind a label, or behind Singapore's code, is.
      if (lastLabel === '' && !/^\(?\+?65\b/.test(printed)) return all;
      if (!/^1[89]00/.test(printed)) misprints.push(printed);
      return ' ';
    },
  );
  return { phones, misprints, rest };
}
