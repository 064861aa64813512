/**
 * Makes a file's text safe to read: one kind of line end, no byte-order mark, no control characters, no half
 * surrogates. Never changes the number of lines.
 */
export const cleanSource = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2028\u2029]/g, ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being removed
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g, '')
    .replace(/[\uD800-\uDFFF]/gu, '\uFFFD');

/**
 * Takes away what the site's engine would swallow and a reader never sees: kramdown attributes (`{:start="6"}`) and
 * Liquid (`{{ … }}`, `{% … %}`). Line breaks inside them stay, so that line numbers hold.
 */
export const withoutTemplating = (source: string): string =>
  source
    .replace(/\{::?[^{}\n]{0,300}\}/g, '')
    .replace(/\{%[^{}]{0,1000}%\}/g, onlyNewlines)
    .replace(/\{\{[^{}]{0,1000}\}\}/g, onlyNewlines);

const onlyNewlines = (stretch: string): string => stretch.replace(/[^\n]+/g, '');

/** Blanks of every kind become one space; invisible characters go. */
export const oneLine = (text: string): string =>
  text
    .replace(invisible, '')
    .replace(strayJoiner, '')
    .replace(/[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/g, ' ')
    .trim();

/** Soft hyphens, joiners, marks of direction, and the arrow back from a footnote: nothing that a reader reads. */
const invisible = /[\u00AD\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u21A9\uFEFF]|\u034F/g;

/** A joiner makes one sign out of two in Tamil and among emoji; anywhere else it is a left-over. */
const strayJoiner = /(?<!\p{Extended_Pictographic}|\p{Script=Tamil}|\uFE0F)[\u200C\u200D]/gu;

const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
};

/** Characters of entities that were escaped twice (`&amp;nbsp;`), and so outlived the parser. */
const unescapeTwice = (text: string): string =>
  text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (entity, name: string) => {
    if (!name.startsWith('#')) return named[name.toLowerCase()] ?? ' ';
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return Number.isInteger(code) &&
      code >= 32 &&
      code <= 0x10ffff &&
      !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : entity.slice(0, 0);
  });

/**
 * The words of a stretch of body as a reader sees them. What the parsers left standing since it was broken or stood
 * inside HTML (`**bold **`, `2\.`, `[text](link)`, `{: .left}`) goes; white space becomes one space.
 */
export const readable = (text: string): string => {
  const once = /[&<{\\*_[~`]/.test(text) ? withoutLeftovers(text) : text;
  return oneLine(once);
};

const withoutLeftovers = (text: string): string =>
  unescapeTwice(unescapeTwice(text))
    .replace(/<\/?[a-z!][^<>]{0,500}>/gi, ' ')
    .replace(/\{::?[^{}\n]{0,300}\}|\{%[^{}]{0,300}%\}|\{\{[^{}]{0,300}\}\}/g, ' ')
    // Opened and never closed, or cut in two by a tag.
    .replace(/\{(?:::?|[{%])|[}%]\}/g, ' ')
    .replace(/\\([\\`*_{}[\]()#+\-.!|~<>"'&$])/g, '$1')
    .replace(/\\+(?=[A-Za-z])/g, ' ')
    .replace(/!?\[([^[\]\n]{0,500})\]\((?:[^()\n]|\([^()\n]{0,100}\)){0,600}\)/g, '$1')
    .replace(/\[\^[^\]\s]{1,20}\]:?/g, '')
    .replace(/\*{2,}|_{2,}|~~|`{3,}/g, '');
