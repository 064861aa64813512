import type { Block, Line, TableRow } from './block.ts';
import { joinBroken } from './body-line.ts';
import type { BodyElement, BodyNode } from './body-tree.ts';
import { readable } from './clean-text.ts';

const hidden = new Set(
  'script style head meta link img audio video canvas button input embed x-xmp x-plaintext x-noembed x-noframes x-noscript x-textarea x-title x-select x-template x-svg x-math x-object x-frameset'.split(
    ' ',
  ),
);
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr o:p nobr'.split(
    ' ',
  ),
);
const heavy = new Set(['b', 'strong', 'u', 'th']);

/** An item of a list that was typed on a new line, which Markdown takes for the same line. */
const forgottenBreak =
  /\n(?=[ \t\u00A0]*(?:[•▪●◦][ \t\u00A0]|(?:\d{1,3}|[a-z])[.)][ \t\u00A0]+["“‘(]?[A-Z]))/;

/** Deeper than any real body, and shallow enough to walk. */
const deepest = 400;

type Style = { readonly bold: boolean; readonly linked: boolean };

/** Reads the parts of a body, in their order: headings, lines, lists, tables, block quotes and footnotes. */
export const readBlocks = (body: readonly BodyNode[]): Block[] => blocksOf(body, 0);

function blocksOf(nodes: readonly BodyNode[], depth: number, outer = ''): Block[] {
  const blocks: Block[] = [];
  let lines: Line[] = [];
  let current:
    | { text: string; words: number; bold: number; linked: number; line: number }
    | undefined;

  const endLine = () => {
    if (current === undefined) return;
    const text = readable(current.text);
    const { words, bold, linked, line } = current;
    current = undefined;
    if (text !== '')
      lines.push({
        text,
        bold: words > 0 && bold === words,
        linked: words > 0 && linked === words,
        line,
      });
  };
  const endText = () => {
    endLine();
    if (lines.length > 0) blocks.push({ kind: 'text', lines: joinBroken(lines) });
    lines = [];
  };
  const add = (value: string, style: Style, line: number) => {
    const lead = /^\s*/.exec(value)?.[0].length ?? 0;
    const words = value.replace(/[\s\u00A0\u200B:*.]+/g, '').length;
    if (current === undefined) {
      if (value.length === lead) return;
      current = {
        text: '',
        words: 0,
        bold: 0,
        linked: 0,
        line: line + value.slice(0, lead).split('\n').length - 1,
      };
    }
    current.text += value;
    current.words += words;
    if (style.bold) current.bold += words;
    if (style.linked) current.linked += words;
  };

  let breaks = 0;
  const walk = (node: BodyNode, style: Style, level: number) => {
    if (level > deepest) return;
    if (node.kind === 'text') {
      let { line } = node;
      node.value.split(forgottenBreak).forEach((part, index) => {
        if (index > 0) {
          endLine();
          line += 1;
        }
        if (/[^\s\u00A0]/.test(part)) breaks = 0;
        add(part, style, line);
        line += part.split('\n').length - 1;
      });
      return;
    }
    if (hidden.has(node.name)) return;
    const { name } = node;
    if (name === 'br') {
      endLine();
      breaks += 1;
      if (breaks > 1) endText();
      return;
    }
    if (name === 'sup' && isMark(node, current?.text ?? '')) return;
    if (inline.has(name)) {
      const next = {
        bold: style.bold || heavy.has(name),
        linked: style.linked || name === 'a',
      };
      for (const child of node.children) walk(child, next, level + 1);
      return;
    }
    endText();
    breaks = 0;
    const block = structureOf(node, level);
    if (block !== undefined) blocks.push(...block);
    else {
      const next = { bold: style.bold || name === 'th', linked: style.linked };
      for (const child of node.children) walk(child, next, level + 1);
    }
    endText();
  };
  const plain = { bold: outer === 'th', linked: false };
  for (const node of nodes) walk(node, plain, depth + 1);
  endText();
  return blocks;
}

/** Headings, lists, tables, quotes, notes; `undefined` for what is only a wrapper. */
function structureOf(element: BodyElement, depth: number): Block[] | undefined {
  const { name, children, line } = element;
  if (/^h[1-6]$/.test(name)) {
    const parts = blocksOf(children, depth);
    const text = parts.flatMap(textsOf).join(' ');
    return text === '' ? [] : [{ kind: 'heading', level: Number(name[1]), text, line }];
  }
  if (name === 'ul' || name === 'ol') {
    const items: Block[][] = [];
    for (const child of children) {
      const blocks =
        child.kind === 'element' && child.name === 'li'
          ? blocksOf(child.children, depth)
          : blocksOf([child], depth);
      if (blocks.length > 0) items.push(blocks);
    }
    return items.length === 0
      ? []
      : [{ kind: 'list', start: element.start, lettering: element.lettering, items }];
  }
  if (name === 'table') return tableOf(element, depth);
  if (name === 'hr') return [{ kind: 'rule', line }];
  if (name === 'blockquote' || name === 'x-note') {
    const blocks = blocksOf(children, depth);
    return blocks.length === 0 ? [] : [{ kind: name === 'x-note' ? 'note' : 'quote', blocks }];
  }
  return undefined;
}

function tableOf(table: BodyElement, depth: number): Block[] {
  const rows = rowsOf(table, depth);
  const wide = rows.some(({ cells }) => cells.length > 1);
  // A table of one column, or of one row, only lays text out.
  if (!wide || rows.length === 1)
    return rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => blocksOf(cell.children, depth, cell.name)),
    );
  const read: TableRow[] = rows.map(({ row, cells }, index) => {
    const parts = cells.map((cell) => blocksOf(cell.children, depth, cell.name));
    const heavy = parts.every((blocks) => blocks.every(isBold));
    const head =
      cells.every(({ name }) => name === 'th') || (index === 0 && (heavy || table.fromMarkdown));
    return {
      cells: parts.map((blocks) => blocks.flatMap(textsOf).join(' ')),
      head,
      line: row.line,
    };
  });
  return [{ kind: 'table', rows: read.filter(({ cells }) => cells.some((cell) => cell !== '')) }];
}

type FoundRow = { row: BodyElement; cells: BodyElement[] };

function rowsOf(element: BodyElement, depth: number): FoundRow[] {
  if (depth > deepest) return [];
  return element.children.flatMap((child): FoundRow[] => {
    if (child.kind === 'text') return [];
    if (child.name === 'tr') {
      const cells = child.children.filter(
        (cell): cell is BodyElement =>
          cell.kind === 'element' && (cell.name === 'td' || cell.name === 'th'),
      );
      return cells.length > 0 ? [{ row: child, cells }] : [];
    }
    return ['thead', 'tbody', 'tfoot'].includes(child.name) ? rowsOf(child, depth + 1) : [];
  });
}

const isBold = (block: Block): boolean =>
  block.kind === 'text' && block.lines.every(({ bold }) => bold);

/** All printed lines of a block, in order. */
export function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'text':
      return block.lines.map(({ text }) => text);
    case 'list':
      return block.items.flatMap((item) => item.flatMap(textsOf));
    case 'table':
      return block.rows.map(({ cells }) => cells.filter((cell) => cell !== '').join(' '));
    case 'quote':
    case 'note':
      return block.blocks.flatMap(textsOf);
    case 'rule':
      return [];
  }
}

/** A raised number is a footnote's mark, unless it is the power of a unit (`km²`) or the end of an ordinal. */
function isMark(sup: BodyElement, before: string): boolean {
  const text = wordsOf(sup, 0).trim();
  if (/^(?:st|nd|rd|th|TM|®|©|o)$/i.test(text)) return false;
  return (
    !(/^[23]$/.test(text) && /(?:^|[\s\d(/])(?:[kcdm]?m|ft|[A-Z])$/.test(before)) &&
    text.length <= 6
  );
}

const wordsOf = (node: BodyNode, depth: number): string =>
  node.kind === 'text'
    ? node.value
    : depth > deepest
      ? ''
      : node.children.map((child) => wordsOf(child, depth + 1)).join('');
