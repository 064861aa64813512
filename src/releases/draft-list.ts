import type { Block } from './block.ts';
import { type Context, type Draft, partsDraft } from './draft.ts';
import { listMark } from './list-mark.ts';
import type { Span } from './passage.ts';
import { textsOf } from './read-blocks.ts';
import { splitSentences } from './split-sentences.ts';

export type Item = { readonly text: string; readonly line: number };

/** Longest list, in UTF-16 units, that stays in one passage. */
const longestList = 1500;
/** Items longer than this are quoted sentence by sentence. */
const longestItem = 200;

/**
 * A list, in as many passages as its length asks for.
 *
 * @param before the piece that stands before it, which may announce it
 */
export function draftList(
  items: readonly Item[],
  context: Context,
  before: Draft | undefined,
): Draft[] {
  const intro = introOf(before);
  const paragraph = context.paragraph ?? (intro === undefined ? undefined : before?.paragraph);
  return pieces(items).map((piece) => {
    const { text, sentences } = joined(piece.map((item) => item.text));
    const draft = partsDraft(
      context.note ? 'footnote' : 'list',
      text,
      sentences,
      piece[0]?.line ?? 1,
    );
    return { ...draft, paragraph, intro };
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

function joined(texts: readonly string[]): { text: string; sentences: Span[] } {
  const sentences: Span[] = [];
  let at = 0;
  for (const text of texts) {
    if (text.length > longestItem) sentences.push(...splitSentences(text, at));
    else sentences.push({ from: at, to: at + text.length });
    at += text.length + 1;
  }
  return { text: texts.join('\n'), sentences };
}

/** The sentence that announces a list: one that ends in a colon, or speaks of what follows. */
function introOf(before: Draft | undefined): string | undefined {
  if (before?.kind !== 'paragraph' && before?.kind !== 'block-quote') return undefined;
  const span = before.sentences.at(-1);
  if (span === undefined) return undefined;
  const sentence = before.text.slice(span.from, span.to);
  const announces =
    /:$/.test(sentence) || /\b(?:following|as follows|below)\b[^?]*$/i.test(sentence);
  return announces ? sentence : undefined;
}

/** Items of a list and of the lists inside it, one after the other, with their numbers as printed. */
export function listItems({ items, start, lettering }: Extract<Block, { kind: 'list' }>): Item[] {
  return items.flatMap((blocks, index) => {
    const [first, ...rest] = itemLines(blocks);
    if (first === undefined) return [];
    const printed =
      start === undefined ? first.text : `${listMark(start + index, lettering)}. ${first.text}`;
    return [{ ...first, text: printed }, ...rest];
  });
}

/** What one item holds: its own words on one line, and each item of a list inside it on a line of its own. */
function itemLines(blocks: readonly Block[]): Item[] {
  const lines: { text: string; line: number }[] = [];
  let open = false;
  for (const block of blocks) {
    if (block.kind === 'list') {
      lines.push(...listItems(block));
      open = false;
      continue;
    }
    const text = textsOf(block).join(' ');
    const last = lines.at(-1);
    if (text === '') continue;
    if (open && last) last.text += ` ${text}`;
    else lines.push({ text, line: lineOf(block) });
    open = true;
  }
  return lines;
}

/** 1-based line of the file where a block starts. */
function lineOf(block: Block | undefined): number {
  switch (block?.kind) {
    case 'heading':
    case 'rule':
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
}
