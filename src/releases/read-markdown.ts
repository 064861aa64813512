import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type BodyNode, type BodyWriter, openHtml, openTree } from './body-tree.ts';
import { stubOf, stubPlain } from './stub-plain.ts';

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
 * Reads Markdown, with whatever HTML stands in it, into one tree, so that Markdown, editor HTML and mixtures of both are
 * understood by the same rules.
 *
 * @param firstLine 1-based line of the file where `source` starts
 */
export function readMarkdown(source: string, firstLine: number): readonly BodyNode[] {
  const writer = /<[a-z!/?]/i.test(source) ? openHtml() : openTree();
  const parser = needsGfm.test(source) ? withGfm : plain;
  const { source: stubbed, plain: texts } = stubPlain(source);
  write(parser.parse(stubbed), { to: writer, above: firstLine - 1, texts });
  return writer.finish();
}

/** Reads editor HTML as it stands. */
export function readHtml(source: string, firstLine: number): readonly BodyNode[] {
  const writer = openHtml();
  writer.html(source, firstLine);
  return writer.finish();
}

type Writing = {
  readonly to: BodyWriter;
  /** Lines of the file above the source. */
  readonly above: number;
  /** What the stubs stand for. */
  readonly texts: readonly (readonly string[])[];
};

function writePlain(lines: readonly string[], first: number, to: BodyWriter): void {
  let line = first;
  lines.forEach((text, index) => {
    if (index > 0) {
      to.open('br', line);
      to.close('br');
    }
    to.text(text, line);
    line += text.split('\n').length;
  });
}

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

function write(node: Nodes, writing: Writing): void {
  const { to, above, texts } = writing;
  const line = (node.position?.start.line ?? 1) + above;
  if ('children' in node) {
    const name = elementOf(node);
    const start = node.type === 'list' && node.ordered ? (node.start ?? 1) : undefined;
    if (name !== undefined) to.open(name, line, start);
    for (const child of node.children) write(child, writing);
    if (name !== undefined) to.close(name);
  } else if (node.type === 'text' || node.type === 'inlineCode') {
    const plain = texts[stubOf(node.value) ?? -1];
    if (plain === undefined) to.text(node.value, line);
    else writePlain(plain, line, to);
  } else if (node.type === 'html') to.html(node.value, line);
  else if (node.type === 'code') {
    to.open('p', line);
    to.text(node.value, line);
    to.close('p');
  } else if (node.type === 'break' || node.type === 'thematicBreak') {
    const name = node.type === 'break' ? 'br' : 'hr';
    to.open(name, line);
    to.close(name);
  }
}

function elementOf(node: Nodes): string | undefined {
  if (node.type === 'heading') return `h${node.depth}`;
  if (node.type === 'list') return node.ordered ? 'ol' : 'ul';
  return elements[node.type];
}
