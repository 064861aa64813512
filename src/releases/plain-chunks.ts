/** A stretch of Markdown: one plain paragraph, or something to be parsed. */
export type Chunk =
  | {
      readonly kind: 'plain';
      /** What stands between hard line breaks. */
      readonly lines: readonly string[];
      /** 1-based line of the source. */
      readonly line: number;
    }
  | { readonly kind: 'markdown'; readonly source: string; readonly line: number };

/** What a blank line does not end, or what gives meaning to brackets elsewhere: then nothing is cut. */
const spansBlanks =
  /^ {0,3}(?:`{3}|~{3}|<(?:script|style|pre|textarea|[!?]))|^ {0,3}\[[^\]\n]+\]:/im;

/** A paragraph that starts at the margin with a word and holds no sign that Markdown or HTML knows. */
const startsPlain = /^(?:["“‘'(A-Za-z\u00C0-\uFFEF]|\d{1,3}[^\d.)\n]|\d{4}[^\d.)\n])/;
const holdsSign =
  /[`*_[\]<>|\\]|~~|&(?:#|[a-z]+;)|\n[ \t]*(?:[-=+#>~\d]|$)|(?:https?:|www\.|@)\S*_/i;

/**
 * Cuts Markdown at paragraphs that hold nothing to parse. They are a good third of all releases, and need no parser.
 * What stands between them is left together, so that lists and their items are not parted.
 */
export function cutPlain(source: string): Chunk[] {
  if (spansBlanks.test(source)) return [{ kind: 'markdown', source, line: 1 }];
  const chunks: Chunk[] = [];
  let rest: { from: number; line: number } | undefined;
  let line = 1;
  let at = 0;
  const endRest = (to: number) => {
    if (rest)
      chunks.push({ kind: 'markdown', source: source.slice(rest.from, to), line: rest.line });
    rest = undefined;
  };
  for (const part of source.split(/(\n(?:[ \t]*\n)+)/)) {
    const isBlank = /^\s*$/.test(part);
    const lead = /^\n*/.exec(part)?.[0].length ?? 0;
    const text = part.slice(lead);
    if (!isBlank && startsPlain.test(text) && !holdsSign.test(text)) {
      endRest(at);
      chunks.push({ kind: 'plain', lines: text.split(/ {2,}\n/), line: line + lead });
    } else if (!isBlank) rest ??= { from: at, line };
    at += part.length;
    line += part.split('\n').length - 1;
  }
  endRest(source.length);
  return chunks;
}
