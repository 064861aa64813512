const NONE = 0;
const LETTER = 1;
const DIGIT = 2;
const CHINESE = 3;
/** Goes on with a word but begins none: combining marks, and invisible characters that sites put into words. */
const INSIDE = 4;
const UNKNOWN = 9;

/** What each UTF-16 unit is, found out once: four times as fast as matching words with a regular expression. */
const kinds = new Uint8Array(0x10000).fill(UNKNOWN);

const kindOf = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  const kind = kinds[unit] ?? NONE;
  if (kind !== UNKNOWN) return kind;
  // Half a character tells nothing by itself, so it is looked at each time.
  if (unit >= 0xd800 && unit <= 0xdbff)
    return kindOfCharacter(String.fromCodePoint(text.codePointAt(at) ?? 0));
  const found = kindOfCharacter(String.fromCharCode(unit));
  kinds[unit] = found;
  return found;
};

const kindOfCharacter = (character: string): number => {
  if (/\p{Script=Han}/u.test(character)) return CHINESE;
  if (/\p{L}/u.test(character)) return LETTER;
  if (/\p{N}/u.test(character)) return DIGIT;
  if (/[\p{M}\u00ad\u200b-\u200d\u2060]/u.test(character)) return INSIDE;
  return NONE;
};

const unitsAt = (text: string, at: number) => {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff && at + 1 < text.length ? 2 : 1;
};

const isApostrophe = (unit: number) => unit === 0x27 || unit === 0x2019;

/**
 * Shows each word of a text: a run of letters and digits. Kept whole besides: numbers with their points and commas
 * ("1,200.5"), two single letters joined by "&" ("R&D"), an apostrophe inside ("ministry's"). Chinese has no blanks:
 * each two neighbouring characters are a word.
 *
 * @param visit gets the word's offsets, in UTF-16 units
 */
export const eachWord = (text: string, visit: (from: number, to: number) => void): void => {
  let at = 0;
  while (at < text.length) {
    const kind = kindOf(text, at);
    if (kind === LETTER || kind === DIGIT) {
      const end = wordEnd(text, at, kind);
      visit(at, end);
      at = end;
    } else if (kind === CHINESE) at = eachPair(text, at, visit);
    else at += unitsAt(text, at);
  }
};

const wordEnd = (text: string, from: number, first: number): number => {
  let onlyDigits = first === DIGIT;
  let at = from + unitsAt(text, from);
  while (at < text.length) {
    const kind = kindOf(text, at);
    if (kind === DIGIT || kind === INSIDE) at += unitsAt(text, at);
    else if (kind === LETTER) {
      onlyDigits = false;
      at += unitsAt(text, at);
    } else if (joins(text, from, at, onlyDigits)) at += 1;
    else break;
  }
  return at;
};

/** Whether a mark that is neither letter nor digit belongs to the word. */
const joins = (text: string, from: number, at: number, onlyDigits: boolean): boolean => {
  const unit = text.charCodeAt(at);
  const next = at + 1 < text.length ? kindOf(text, at + 1) : NONE;
  if (isApostrophe(unit)) return next === LETTER;
  if (unit === 0x2e || unit === 0x2c) return onlyDigits && next === DIGIT;
  return unit === 0x26 && at - from === 1 && next === LETTER && isWordEnd(text, at + 2);
};

const isWordEnd = (text: string, at: number) => at >= text.length || kindOf(text, at) === NONE;

const eachPair = (
  text: string,
  from: number,
  visit: (from: number, to: number) => void,
): number => {
  let at = from;
  let next = at + unitsAt(text, at);
  if (next >= text.length || kindOf(text, next) !== CHINESE) {
    visit(at, next);
    return next;
  }
  while (next < text.length && kindOf(text, next) === CHINESE) {
    const end = next + unitsAt(text, next);
    visit(at, end);
    at = next;
    next = end;
  }
  return next;
};
