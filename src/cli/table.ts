/** Most characters that a column other than the last may take of a line. */
const WIDEST = 32;
const GAP = '  ';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Chinese, Japanese and Korean characters and emoji take two places on a terminal. */
const wide =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]|\p{Emoji_Presentation}/u;

const placesOf = (character: string): number => (wide.test(character) ? 2 : 1);

/** How many places a text takes on a terminal. */
export const widthOf = (text: string): number =>
  [...graphemes.segment(text)].reduce((sum, { segment }) => sum + placesOf(segment), 0);

/** The text on one line of at most `width` places, with `…` where something was left out. */
export function fitted(text: string, width: number): string {
  // Control characters of whoever wrote the text must not reach the terminal.
  const flat = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (widthOf(flat) <= width) return flat;
  let [kept, places] = ['', 0];
  for (const { segment } of graphemes.segment(flat)) {
    if (places + placesOf(segment) > width - 1) break;
    kept += segment;
    places += placesOf(segment);
  }
  return `${kept}…`;
}

/**
 * Lines of a table for a terminal: columns side by side, the last one cut at the edge.
 *
 * @param columns of the terminal; `undefined` where it is none, and then cells are parted by tabs and nothing is cut
 */
export function tableLines(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number | undefined,
): string[] {
  if (columns === undefined)
    return rows.map((row) => row.map((text) => text.replace(/[\s\p{Cc}]+/gu, ' ')).join('\t'));
  const last = head.length - 1;
  const widths = head.map((name, column) =>
    Math.min(WIDEST, Math.max(...[name, ...rows.map((row) => row[column] ?? '')].map(widthOf))),
  );
  const before = widths.slice(0, last).reduce((sum, width) => sum + width + GAP.length, 0);
  const room = Math.max(20, columns - before);
  return [head, ...rows].map((row) =>
    row
      .map((text, column) => {
        if (column === last) return fitted(text, room);
        const shown = fitted(text, widths[column] ?? WIDEST);
        return shown + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(shown)));
      })
      .join(GAP)
      .trimEnd(),
  );
}
