import type { Line } from './block.ts';

/** How a line announces itself: by a number, a letter, a bullet, or not at all. */
export type Marker =
  | { readonly kind: 'number'; readonly printed: string; readonly number: string }
  | { readonly kind: 'letter' | 'note'; readonly printed: string }
  | { readonly kind: 'bullet' };

export type MarkedLine = Line & {
  readonly marker: Marker | undefined;
  /** The words after the marker. */
  readonly words: string;
};

const patterns: readonly (readonly [RegExp, (printed: string) => Marker])[] = [
  [
    /^(\d{1,3})(?:[.)]|\.\))\s+(?=\S)/,
    (printed) => ({ kind: 'number', printed, number: /\d+/.exec(printed)?.[0] ?? '' }),
  ],
  [/^\[\d{1,3}\]\s*(?=\S)/, (printed) => ({ kind: 'note', printed })],
  [
    /^(?:\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|[a-z][.)]|[ivx]{2,5}[.)])\s+(?=\S)/,
    (printed) => ({ kind: 'letter', printed }),
  ],
  [/^[•·●▪■◦‣\u25AA\u2043\uF0B7§\-–—*+>]\s+(?=\S)/, () => ({ kind: 'bullet' })],
];

/** Tells the printed marker of a line from its words. */
export function readMarker(line: Line): MarkedLine {
  for (const [pattern, marker] of patterns) {
    const printed = pattern.exec(line.text)?.[0];
    if (printed !== undefined)
      return { ...line, marker: marker(printed.trim()), words: line.text.slice(printed.length) };
  }
  return { ...line, marker: undefined, words: line.text };
}

/** Whether a line closes a sentence, so that the next one starts a new one. */
export const closesSentence = (text: string): boolean => /[.?!:;。！？：；…]["'”’)\]]*$/.test(text);

/**
 * Joins lines that an editor broke inside a sentence: the first does not close one, and the second goes on in small letters.
 */
export function joinBroken(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (
      last &&
      !closesSentence(last.text) &&
      /^[a-z]/.test(line.text) &&
      readMarker(line).marker === undefined
    )
      joined[joined.length - 1] = {
        text: `${last.text} ${line.text}`,
        bold: last.bold && line.bold,
        linked: last.linked && line.linked,
        line: last.line,
      };
    else joined.push(line);
  }
  return joined;
}
