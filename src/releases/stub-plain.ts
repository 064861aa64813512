/** Markdown with its plain paragraphs taken out. */
export type Stubbed = {
  /** The same blocks on the same lines, with a stub for the words of each plain paragraph. */
  readonly source: string;
  /** By the number of the stub: what stands between hard line breaks. */
  readonly plain: readonly (readonly string[])[];
};

/** What a blank line does not end: then nothing is taken out. */
const spansBlanks = /^ {0,3}(?:`{3}|~{3}|<(?:script|style|pre|textarea|[!?]))/im;

/** A paragraph that starts with a word, at the margin or as a numbered item, and holds no sign of Markdown or HTML. */
const startsPlain =
  /^(?:\d{1,3}\.[ \t]{1,3})?(?=\d{1,3}\.(?:\u00A0|&nbsp;)|["“‘'(A-Za-z\u00C0-\uDFFF\uF900-\uFFEF]|\d{1,3}[^\d.)\n]|\d{4}[^\d.)\n])/;
const holdsSign = /[`*_[\]<>|\\]|~~|&(?:#|[a-z]+;)|\n[ \t]*(?:[-=+#>~\d]|$)/i;

/** Spaces that editors write as an entity, and the sign that has to be one. */
const readSimple = (text: string): string =>
  text.includes('&') ? text.replaceAll('&nbsp;', '\u00A0').replaceAll('&amp;', '&') : text;

/**
 * Takes paragraphs that hold nothing to parse out of Markdown. They are more than half of all text, and what they say
 * does not bear on what stands around them: only that there is a paragraph.
 */
export function stubPlain(source: string): Stubbed {
  // What looks like a stub already must not become one.
  if (spansBlanks.test(source) || source.includes('\uE000')) return { source, plain: [] };
  const plain: string[][] = [];
  const parts = source.split(/(\n(?:[ \t]*\n)+)/).map((part) => {
    const text = part.replace(/^\n+/, '');
    const start = startsPlain.exec(text)?.[0];
    if (start === undefined) return part;
    const words = readSimple(text.slice(start.length));
    if (holdsSign.test(words)) return part;
    // Looked at from its first blank only, so that a run of blanks without end is walked once.
    plain.push(words.split(/(?<! ) {2,}\n/));
    const moreLines = text.split('\n').length - 1;
    return `${part.slice(0, part.length - text.length)}${start}\uE000${plain.length - 1}\uE001${'\n\uE002'.repeat(moreLines)}`;
  });
  return { source: parts.join(''), plain };
}

/** The number of the stub that a text is, if it is one. */
export const stubOf = (text: string): number | undefined => {
  const number = /^\uE000(\d+)\uE001/.exec(text)?.[1];
  return number === undefined ? undefined : Number(number);
};
