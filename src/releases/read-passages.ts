import type { Block, TableRow } from './block.ts';
import { joinBroken, type MarkedLine, readMarker } from './body-line.ts';
import type { Passage, PassageKind, Span } from './passage.ts';
import { splitSentences } from './split-sentences.ts';

/** A piece of a body that is one passage, before it is told what it is good for. */
export type Draft = Omit<Passage, 'kind' | 'heading'> & {
  readonly kind: PassageKind | 'heading';
  /** For a heading: 1 to 6 for real ones, 7 for a bold line in capitals, 8 for any other bold line. */
  readonly level: number;
  readonly linked: boolean;
};

/** Longest list, in UTF-16 units, that stays in one passage. */
const longestList = 1500;
/** Items and rows longer than this are quoted sentence by sentence. */
const longestItem = 400;

type Context = {
  readonly quoted: boolean;
  readonly note: boolean;
  readonly paragraph: string | undefined;
};

/** Turns the parts of a body into passages and headings, in their order. */
export function draftPassages(blocks: readonly Block[]): Draft[] {
  const numbered = numberedProse(blocks);
  const top = { quoted: false, note: false, paragraph: undefined };
  const drafts: Draft[] = [];
  for (const block of blocks) drafts.push(...draftBlock(block, top, drafts.at(-1), numbered));
  return drafts;
}

/** @param before the piece that stands before the block, which may announce it */
function draftBlock(
  block: Block,
  context: Context,
  before: Draft | undefined,
  numbered: ReadonlySet<Block>,
): Draft[] {
  switch (block.kind) {
    case 'heading':
      return [
        block.text.length > 200 || /[.;]$/.test(block.text)
          ? paragraph(block.text, block.line, context)
          : heading(block.text, block.line, block.level),
      ];
    case 'text':
      return draftLines(joinBroken(block.lines).map(readMarker), context, before);
    case 'quote':
      return draftAll(block.blocks, { ...context, quoted: true }, before, numbered);
    case 'note':
      return draftAll(block.blocks, { ...context, note: true }, before, numbered);
    case 'table':
      return draftTable(block.rows, context);
    case 'list':
      return numbered.has(block)
        ? block.items.flatMap((item, index) => {
            const number = String((block.start ?? 1) + index);
            return draftAll(item, { ...context, paragraph: number }, undefined, numbered);
          })
        : draftItems(listItems(block.items, block.start), context, before);
  }
}

function draftAll(
  blocks: readonly Block[],
  context: Context,
  before: Draft | undefined,
  numbered: ReadonlySet<Block>,
): Draft[] {
  const drafts: Draft[] = [];
  for (const block of blocks)
    drafts.push(...draftBlock(block, context, drafts.at(-1) ?? before, numbered));
  return drafts;
}

type Item = { readonly text: string; readonly line: number };

/** Lines of text: headings in bold, numbered paragraphs, runs of lettered or short lines, and plain paragraphs. */
function draftLines(
  lines: readonly MarkedLine[],
  context: Context,
  before: Draft | undefined,
): Draft[] {
  const drafts: Draft[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] as MarkedLine;
    const run = runLength(lines, at);
    if (run > 1) {
      const items = lines.slice(at, at + run).map(itemOf);
      drafts.push(...draftItems(items, context, drafts.at(-1) ?? before));
    } else drafts.push(lineDraft(line, context));
    at += run;
  }
  return drafts;
}

const itemOf = (line: MarkedLine): Item => ({
  text: line.marker?.kind === 'bullet' ? line.words : line.text,
  line: line.line,
});

/** How many lines from here make one list. */
function runLength(lines: readonly MarkedLine[], from: number): number {
  const first = lines[from] as MarkedLine;
  const same = (line: MarkedLine): boolean => {
    if (first.marker === undefined) return line.marker === undefined && isShort(line) && !line.bold;
    return line.marker?.kind === first.marker.kind;
  };
  if (first.marker?.kind === 'number' || first.marker?.kind === 'note') return 1;
  if (first.marker === undefined && (!isShort(first) || first.bold)) return 1;
  let to = from + 1;
  while (to < lines.length && same(lines[to] as MarkedLine)) to += 1;
  return to - from;
}

const isShort = ({ text }: MarkedLine): boolean =>
  text.length < 120 && !/[.?!。]["”’)]*$/.test(text);

function lineDraft(line: MarkedLine, context: Context): Draft {
  const { marker } = line;
  if (isHeading(line)) {
    const words = marker?.kind === 'number' ? line.words : line.text;
    const capitals = words === words.toUpperCase() && /[A-Z]{3}/.test(words);
    return {
      ...heading(words.replace(/\s*:$/, ''), line.line, capitals ? 7 : 8),
      linked: line.linked,
    };
  }
  if (marker?.kind === 'number')
    return {
      ...paragraph(line.words, line.line, context),
      paragraph: marker.number,
      linked: line.linked,
    };
  if (marker?.kind === 'note')
    return { ...paragraph(line.text, line.line, context), kind: 'footnote' };
  if (marker?.kind === 'bullet')
    return { ...paragraph(line.words, line.line, context), linked: line.linked };
  return { ...paragraph(line.text, line.line, context), linked: line.linked };
}

const isHeading = ({ bold, words, text }: MarkedLine): boolean =>
  bold && words.length <= 150 && !/[.;,。]["”’)]*$/.test(text);

const heading = (text: string, line: number, level: number): Draft => ({
  kind: 'heading',
  level,
  text,
  sentences: [{ from: 0, to: text.length }],
  paragraph: undefined,
  intro: undefined,
  line,
  linked: false,
});

const paragraph = (text: string, line: number, { quoted, note, paragraph }: Context): Draft => ({
  kind: note ? 'footnote' : quoted ? 'block-quote' : 'paragraph',
  level: 0,
  text,
  sentences: splitSentences(text),
  paragraph,
  intro: undefined,
  line,
  linked: false,
});

/** A list, in as many passages as its length asks for. */
function draftItems(items: readonly Item[], context: Context, before: Draft | undefined): Draft[] {
  const intro = introOf(before);
  const number = context.paragraph ?? (intro === undefined ? undefined : before?.paragraph);
  return pieces(items).flatMap((piece) => {
    const { text, sentences } = itemText(piece.map((item) => item.text));
    const kind = context.note ? 'footnote' : 'list';
    const line = piece[0]?.line ?? 1;
    return [
      { kind, level: 0, text, sentences, paragraph: number, intro, line, linked: false } as const,
    ];
  });
}

function pieces(items: readonly Item[]): Item[][] {
  const cut: Item[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const item of items) {
    if (length + item.text.length > longestList) {
      cut.push([]);
      length = 0;
    }
    cut.at(-1)?.push(item);
    length += item.text.length + 1;
  }
  return cut;
}

/** The sentence before a list or a table that announces it. */
function introOf(before: Draft | undefined): string | undefined {
  if (before === undefined || (before.kind !== 'paragraph' && before.kind !== 'block-quote'))
    return undefined;
  const span = before.sentences.at(-1);
  if (span === undefined) return undefined;
  const sentence = before.text.slice(span.from, span.to);
  return /:$/.test(sentence) ||
    (/\b(?:following|as follows|below)\b/i.test(sentence) && !/\?$/.test(sentence))
    ? sentence
    : undefined;
}

function itemText(texts: readonly string[]): { text: string; sentences: Span[] } {
  const sentences: Span[] = [];
  let at = 0;
  for (const text of texts) {
    if (text.length > longestItem) sentences.push(...splitSentences(text, at));
    else sentences.push({ from: at, to: at + text.length });
    at += text.length + 1;
  }
  return { text: texts.join('\n'), sentences };
}

/** Items of a list and of the lists inside it, one after the other, with their numbers as printed. */
function listItems(items: readonly (readonly Block[])[], start: number | undefined): Item[] {
  return items.flatMap((blocks, index) => {
    const own: Item[] = [];
    let text = '';
    let line = 0;
    const end = () => {
      if (text !== '') own.push({ text, line });
      text = '';
    };
    for (const block of blocks) {
      if (block.kind === 'list') {
        end();
        own.push(...listItems(block.items, block.start));
        continue;
      }
      const words = wordsOf(block);
      if (text === '') line = lineOf(block);
      text = text === '' ? words : `${text} ${words}`;
    }
    end();
    const [first, ...rest] = own;
    return first === undefined || start === undefined
      ? own
      : [{ ...first, text: `${start + index}. ${first.text}` }, ...rest];
  });
}

const wordsOf = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'text':
      return block.lines.map(({ text }) => text).join(' ');
    case 'table':
      return block.rows.map(({ cells }) => cells.join(' ')).join(' ');
    case 'quote':
    case 'note':
      return block.blocks.map(wordsOf).join(' ');
    case 'list':
      return block.items.map((item) => item.map(wordsOf).join(' ')).join(' ');
  }
};

const lineOf = (block: Block | undefined): number => {
  switch (block?.kind) {
    case 'heading':
      return block.line;
    case 'text':
      return block.lines[0]?.line ?? 1;
    case 'table':
      return block.rows[0]?.line ?? 1;
    case 'quote':
    case 'note':
      return lineOf(block.blocks[0]);
    case 'list':
      return lineOf(block.items[0]?.[0]);
    case undefined:
      return 1;
  }
};

function draftTable(rows: readonly TableRow[], context: Context): Draft[] {
  let header: string | undefined;
  return rows.flatMap(({ cells, head, line }): Draft[] => {
    const text = cells.join('\t');
    if (head) {
      header = text;
      return [];
    }
    const sentences = rowSentences(cells);
    return [
      {
        kind: 'row',
        level: 0,
        text,
        sentences,
        paragraph: context.paragraph,
        intro: header,
        line,
        linked: false,
      },
    ];
  });
}

/** The whole row, or the sentences of its cells where it is too long to be quoted. */
function rowSentences(cells: readonly string[]): Span[] {
  const length = cells.join('\t').length;
  if (length <= longestItem) {
    const lead = cells.findIndex((cell) => cell !== '');
    return length === 0 ? [] : [{ from: Math.max(0, lead), to: cells.join('\t').trimEnd().length }];
  }
  const spans: Span[] = [];
  let at = 0;
  for (const cell of cells) {
    spans.push(...splitSentences(cell, at));
    at += cell.length + 1;
  }
  return spans;
}

/**
 * Which ordered lists are really numbered paragraphs: those that go on where an earlier one ended, and those whose
 * items are paragraphs in length or make-up.
 */
function numberedProse(blocks: readonly Block[]): ReadonlySet<Block> {
  const found = new Set<Block>();
  let last: { block: Block; next: number } | undefined;
  for (const block of blocks) {
    if (block.kind !== 'list' || block.start === undefined) continue;
    const { items, start } = block;
    const lengths = items.map((item) => item.map(wordsOf).join(' ').length);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    const goesOn = last !== undefined && start > 1 && start === last.next;
    if (goesOn && last) found.add(last.block);
    const several = items.some((item) => item.filter(({ kind }) => kind === 'text').length > 1);
    if (goesOn || mean >= 140 || several || (start > 1 && mean >= 60)) found.add(block);
    last = { block, next: start + items.length };
  }
  return found;
}
