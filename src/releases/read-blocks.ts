import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { Block, Line, TableRow } from './block.ts';
import { joinBroken } from './body-line.ts';
import { readable } from './clean-text.ts';
import type { MappedHtml } from './markdown-html.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const hidden = new Set(
  'script style head meta link img audio video canvas button input embed x-iframe x-xmp x-plaintext x-noembed x-noframes x-noscript x-textarea x-title x-select x-template x-svg x-math x-object x-frameset'.split(
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

/** Reads the parts of a body, in their order: headings, lines, lists, tables, block quotes and footnotes. */
export function readBlocks({ html, lineAt }: MappedHtml): Block[] {
  const tree = parseFragment(html, { sourceCodeLocationInfo: true });
  return blocksOf(tree.childNodes, lineAt, 0);
}

type Style = { readonly bold: boolean; readonly linked: boolean };
type LineAt = MappedHtml['lineAt'];

function blocksOf(nodes: readonly Node[], lineAt: LineAt, depth: number, outer = ''): Block[] {
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
  const add = (value: string, style: Style, offset: number) => {
    const lead = /^\s*/.exec(value)?.[0].length ?? 0;
    const words = value.replace(/[\s\u00A0\u200B:*.]+/g, '').length;
    if (current === undefined) {
      if (value.length === lead) return;
      current = { text: '', words: 0, bold: 0, linked: 0, line: lineAt(offset + lead) };
    }
    current.text += value;
    current.words += words;
    if (style.bold) current.bold += words;
    if (style.linked) current.linked += words;
  };

  let breaks = 0;
  const walk = (node: Node, style: Style, level: number) => {
    if (level > deepest) return;
    if ('value' in node) {
      let offset = node.sourceCodeLocation?.startOffset ?? 0;
      node.value.split(forgottenBreak).forEach((part, index) => {
        if (index > 0) endLine();
        if (/[^\s\u00A0]/.test(part)) breaks = 0;
        add(part, style, offset);
        offset += part.length + 1;
      });
      return;
    }
    if (!('tagName' in node) || hidden.has(node.tagName)) return;
    const { tagName } = node;
    if (tagName === 'br') {
      endLine();
      breaks += 1;
      if (breaks > 1) endText();
      return;
    }
    if (tagName === 'sup' && isMark(node, current?.text ?? '')) return;
    if (inline.has(tagName)) {
      const next = {
        bold: style.bold || heavy.has(tagName),
        linked: style.linked || tagName === 'a',
      };
      for (const child of node.childNodes) walk(child, next, level + 1);
      return;
    }
    endText();
    breaks = 0;
    const block = structureOf(node, lineAt, level);
    if (block !== undefined) blocks.push(...block);
    else {
      const next = { bold: style.bold || tagName === 'th', linked: style.linked };
      for (const child of node.childNodes) walk(child, next, level + 1);
    }
    endText();
  };
  const plain = { bold: outer === 'th', linked: false };
  for (const node of nodes) walk(node, plain, depth + 1);
  endText();
  return blocks;
}

/** Headings, lists, tables, quotes, notes; `undefined` for what is only a wrapper. */
function structureOf(element: Element, lineAt: LineAt, depth: number): Block[] | undefined {
  const { tagName, childNodes } = element;
  const line = lineAt(element.sourceCodeLocation?.startOffset ?? 0);
  if (/^h[1-6]$/.test(tagName)) {
    const parts = blocksOf(childNodes, lineAt, depth);
    const text = parts.flatMap(textsOf).join(' ');
    return text === '' ? [] : [{ kind: 'heading', level: Number(tagName[1]), text, line }];
  }
  if (tagName === 'ul' || tagName === 'ol') {
    const items: Block[][] = [];
    for (const child of childNodes) {
      const blocks =
        'tagName' in child && child.tagName === 'li'
          ? blocksOf(child.childNodes, lineAt, depth)
          : blocksOf([child], lineAt, depth);
      if (blocks.length > 0) items.push(blocks);
    }
    const start = tagName === 'ol' ? Number(attribute(element, 'start') ?? 1) : undefined;
    return items.length === 0 ? [] : [{ kind: 'list', start, items }];
  }
  if (tagName === 'table') return tableOf(element, lineAt, depth);
  if (tagName === 'hr') return [{ kind: 'rule', line }];
  if (tagName === 'blockquote' || tagName === 'x-note') {
    const blocks = blocksOf(childNodes, lineAt, depth);
    return blocks.length === 0 ? [] : [{ kind: tagName === 'x-note' ? 'note' : 'quote', blocks }];
  }
  return undefined;
}

function tableOf(table: Element, lineAt: LineAt, depth: number): Block[] {
  const rows = rowsOf(table, depth);
  const wide = rows.some(({ cells }) => cells.length > 1);
  // A table of one column, or of one row, only lays text out.
  if (!wide || rows.length === 1)
    return rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => blocksOf(cell.childNodes, lineAt, depth, cell.tagName)),
    );
  const read: TableRow[] = rows.map(({ row, cells }, index) => {
    const parts = cells.map((cell) => blocksOf(cell.childNodes, lineAt, depth, cell.tagName));
    const heavy = parts.every((blocks) => blocks.every(isBold));
    const head =
      cells.every(({ tagName }) => tagName === 'th') ||
      (index === 0 && (heavy || attribute(table, 'class') === 'x-md'));
    return {
      cells: parts.map((blocks) => blocks.flatMap(textsOf).join(' ')),
      head,
      line: lineAt(row.sourceCodeLocation?.startOffset ?? 0),
    };
  });
  return [{ kind: 'table', rows: read.filter(({ cells }) => cells.some((cell) => cell !== '')) }];
}

type FoundRow = { row: Element; cells: Element[] };

function rowsOf(element: Element, depth: number): FoundRow[] {
  if (depth > deepest) return [];
  return element.childNodes.flatMap((child): FoundRow[] => {
    if (!('tagName' in child)) return [];
    if (child.tagName === 'tr') {
      const cells = child.childNodes.filter(
        (cell): cell is Element =>
          'tagName' in cell && (cell.tagName === 'td' || cell.tagName === 'th'),
      );
      return cells.length > 0 ? [{ row: child, cells }] : [];
    }
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child, depth + 1) : [];
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

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

/** A raised number is a footnote's mark, unless it is the power of a unit (`km²`) or the end of an ordinal. */
function isMark(sup: Element, before: string): boolean {
  const text = wordsOf(sup, 0).trim();
  if (/^(?:st|nd|rd|th|TM|®|©|o)$/i.test(text)) return false;
  return (
    !(/^[23]$/.test(text) && /(?:^|[\s\d(/])(?:[kcdm]?m|ft|[A-Z])$/.test(before)) &&
    text.length <= 6
  );
}

const wordsOf = (node: Node, depth: number): string =>
  depth > deepest
    ? ''
    : 'value' in node
      ? node.value
      : 'childNodes' in node
        ? node.childNodes.map((child) => wordsOf(child, depth + 1)).join('')
        : '';
