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
    /^(\d{1,3})(?:[.)]\s+(?=\S)|\.\)\s+(?=\S)|\.(?=[A-Z“"][a-z ]))/,
    (printed) => ({ kind: 'number', printed, number: /\d+/.exec(printed)?.[0] ?? '' }),
  ],
  [/^\[\d{1,3}\]\s*(?=\S)/, (printed) => ({ kind: 'note', printed })],
  [
    /^(?:\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|[a-z][.)]|[ivx]{2,5}[.)])\s+(?=\S)/,
    (printed) => ({ kind: 'letter', printed }),
  ],
  [/^[•·●▪■◦‣\u25AA\u2043\uF0B7§\-–—*+>]\s+(?=\S)/, () => ({ kind: 'bullet' })],
];

/**
 * Tells the printed marker of a line from its words.
 *
 * @param bare lines whose number has no point, as `bareNumbers` found them
 */
export function readMarker(line: Line, bare?: ReadonlyMap<Line, string>): MarkedLine {
  const number = bare?.get(line);
  if (number !== undefined)
    return {
      ...line,
      marker: { kind: 'number', printed: number, number },
      words: line.text.slice(number.length).trimStart(),
    };
  for (const [pattern, marker] of patterns) {
    const printed = pattern.exec(line.text)?.[0];
    if (printed !== undefined)
      return { ...line, marker: marker(printed.trim()), words: line.text.slice(printed.length) };
  }
  return { ...line, marker: undefined, words: line.text };
}

/**
 * Lines that start with a paragraph number and no point (`2 Mr Goh …`), told from years and amounts by their going on
 * from one another.
 */
export function bareNumbers(lines: readonly Line[]): ReadonlyMap<Line, string> {
  const found = new Map<Line, string>();
  let next = 1;
  for (const line of lines) {
    const number = /^(\d{1,3})(?:[.)]\s|\s+(?=[A-Z“"'(‘]))/.exec(line.text)?.[1];
    if (number === undefined || (Number(number) !== next && !(next === 1 && number === '2')))
      continue;
    next = Number(number) + 1;
    if (/^\d+\s/.test(line.text)) found.set(line, number);
  }
  return found.size > 1 ? found : new Map();
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
