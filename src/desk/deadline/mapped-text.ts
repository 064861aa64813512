/** A text under change that still knows where in the original each of its characters stood. */
export type MappedText = {
  readonly text: string;
  /** For each character of `text`, and one past its end: offset in the original. */
  readonly origin: readonly number[];
};

/** Lower case, full-width forms narrowed, quote marks and dashes straightened. */
export function mapText(original: string): MappedText {
  let text = '';
  const origin: number[] = [];
  let offset = 0;
  for (const character of original) {
    const plain = character
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[‘’ʼ`´]/g, "'")
      .replace(/[“”]/g, '"')
      .replace(/[‐‑‒–—―−]/g, '-')
      .replace(/[\t\v\f\u00a0\u200b-\u200f\u2028-\u202f\u2060\ufeff]/g, ' ')
      .replace(/\r/g, '\n');
    for (let unit = 0; unit < plain.length; unit += 1) origin.push(offset);
    text += plain;
    offset += character.length;
  }
  origin.push(offset);
  return { text, origin };
}

/** Replaces every match. All characters of a replacement stand where the match stood. */
export function replaceMapped(
  { text, origin }: MappedText,
  pattern: RegExp,
  replacement: (...groups: string[]) => string,
): MappedText {
  let changed = '';
  const offsets: number[] = [];
  let copied = 0;
  for (const match of text.matchAll(pattern)) {
    const put = replacement(...match.map((group) => group ?? ''));
    changed += text.slice(copied, match.index) + put;
    for (let index = copied; index < match.index; index += 1) offsets.push(origin[index] ?? 0);
    const start = origin[match.index] ?? 0;
    // The last character carries the end of the match, so that a cut up to it takes the whole of it.
    for (let index = 0; index < put.length; index += 1)
      offsets.push(
        index < put.length - 1 ? start : (origin[match.index + match[0].length - 1] ?? start),
      );
    copied = match.index + match[0].length;
  }
  changed += text.slice(copied);
  for (let index = copied; index <= text.length; index += 1) offsets.push(origin[index] ?? 0);
  return { text: changed, origin: offsets };
}
