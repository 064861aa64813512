import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A body as one piece of HTML, with the way back from each place in it to the line of the file. */
export type MappedHtml = {
  readonly html: string;
  /** 1-based line of the file for an offset into `html`. */
  readonly lineAt: (offset: number) => number;
};

/** Indented code never occurs in a release, but indented paragraphs do. */
const withoutIndentedCode = { disable: { null: ['codeIndented'] } };

const plain = unified()
  .use(remarkParse)
  .data('micromarkExtensions', [withoutIndentedCode])
  .freeze();

const withGfm = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .data('micromarkExtensions', [withoutIndentedCode])
  .freeze();

/** Signs of a table, a footnote, or struck text. Reading without them takes half the time, and few files have any. */
const needsGfm = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*\||\[\^|~~/m;

/**
 * Turns Markdown, with whatever HTML stands in it, into HTML alone, so that one reader understands Markdown, editor
 * HTML and mixtures of both.
 *
 * @param firstLine 1-based line of the file where `source` starts
 */
export function markdownToHtml(source: string, firstLine: number): MappedHtml {
  const writer = openWriter();
  write((needsGfm.test(source) ? withGfm : plain).parse(source), writer, firstLine - 1);
  return writer.close();
}

/** Editor HTML as it stands. */
export function rawHtml(source: string, firstLine: number): MappedHtml {
  const writer = openWriter();
  writer.leaf(tamed(source), firstLine);
  return writer.close();
}

type Writer = {
  readonly tag: (html: string) => void;
  readonly leaf: (html: string, line: number) => void;
  readonly close: () => MappedHtml;
};

function openWriter(): Writer {
  const pieces: string[] = [];
  const marks: { offset: number; line: number }[] = [];
  let length = 0;
  const tag = (html: string) => {
    pieces.push(html);
    length += html.length;
  };
  const leaf = (html: string, line: number) => {
    marks.push({ offset: length, line });
    tag(html);
  };
  const close = () => {
    const html = pieces.join('');
    const ends = newlineOffsets(html);
    const lineAt = (offset: number) => {
      const mark = marks[Math.max(0, countUpTo(marks, offset, (each) => each.offset) - 1)];
      if (mark === undefined) return 1;
      const identity = (each: number) => each;
      return (
        mark.line +
        countUpTo(ends, offset - 1, identity) -
        countUpTo(ends, mark.offset - 1, identity)
      );
    };
    return { html, lineAt };
  };
  return { tag, leaf, close };
}

function newlineOffsets(text: string): number[] {
  const offsets: number[] = [];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) offsets.push(at);
  return offsets;
}

/** How many of the sorted entries lie at or before `limit`. */
function countUpTo<T>(sorted: readonly T[], limit: number, place: (entry: T) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (place(sorted[middle] as T) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Elements that would swallow the rest of a page when left open; the reader skips them under their new names. */
const swallowing =
  /<(\/?)(iframe|xmp|plaintext|noembed|noframes|noscript|textarea|title|select|template|svg|math|object|frameset|form)\b/gi;

const tamed = (html: string): string => html.replace(swallowing, '<$1x-$2');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const elements: Readonly<Partial<Record<Nodes['type'], string>>> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  listItem: 'li',
  table: 'table',
  tableRow: 'tr',
  tableCell: 'td',
  strong: 'b',
  emphasis: 'i',
  delete: 's',
  link: 'a',
  linkReference: 'a',
  footnoteDefinition: 'x-note',
};

/** @param above lines of the file above the source */
function write(node: Nodes, to: Writer, above: number): void {
  const line = (node.position?.start.line ?? 1) + above;
  if ('children' in node) {
    const element = elementOf(node);
    if (element) to.leaf(`<${element.open}>`, line);
    for (const child of node.children) write(child, to, above);
    if (element) to.tag(`</${element.close}>`);
  } else if (node.type === 'text' || node.type === 'inlineCode') to.leaf(escaped(node.value), line);
  else if (node.type === 'code') to.leaf(`<p>${escaped(node.value)}</p>`, line);
  else if (node.type === 'html') to.leaf(tamed(node.value), line);
  else if (node.type === 'break') to.leaf('<br>', line);
  else if (node.type === 'thematicBreak') to.leaf('<hr>', line);
}

function elementOf(node: Nodes): { open: string; close: string } | undefined {
  if (node.type === 'heading') return { open: `h${node.depth}`, close: `h${node.depth}` };
  if (node.type === 'list')
    return node.ordered
      ? { open: `ol start="${node.start ?? 1}"`, close: 'ol' }
      : { open: 'ul', close: 'ul' };
  if (node.type === 'table') return { open: 'table class="x-md"', close: 'table' };
  const name = elements[node.type];
  return name === undefined ? undefined : { open: name, close: name };
}
