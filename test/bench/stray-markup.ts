import type { Release } from '../../src/releases/release.ts';

const leftovers: readonly RegExp[] = [
  /<\/?[a-z][^<>]*>/i,
  /&(?:nbsp|amp|lt|gt|quot|rsquo|lsquo|ldquo|rdquo|ndash|mdash|#\d+);/i,
  /\{[:%{]/,
  /\*\*|~~|```/,
  /\\[^\s]/,
  /\]\(/,
  /[\u00A0\u200B\u00AD\uFEFF\r]/,
  / {2}/,
];

/** Markup, escapes and templates that a reader should not see, and sentences that are none, each with its place. */
export function strayMarkup({ file, passages }: Release): string[] {
  const strays: string[] = [];
  for (const { text, kind, line, sentences } of passages) {
    for (const pattern of leftovers)
      if (pattern.test(text)) strays.push(`${file}:${line} ${pattern} ${text.slice(0, 80)}`);
    if ((kind === 'paragraph' || kind === 'row' || kind === 'title') && text.includes('\n'))
      strays.push(`${file}:${line} lines`);
    let at = 0;
    for (const { from, to } of sentences) {
      if (from < at || to <= from || to > text.length)
        strays.push(`${file}:${line} sentence ${from}-${to}`);
      at = to;
    }
  }
  return strays;
}
