import type { Block } from './block.ts';
import { readMarker } from './body-line.ts';
import { type Context, type Draft, headingDraft, paragraphDraft, ruleDraft } from './draft.ts';
import { draftLines } from './draft-lines.ts';
import { draftList, listItems } from './draft-list.ts';
import { draftTable } from './draft-table.ts';
import { type Numbering, readNumbering } from './numbered-prose.ts';

/** Turns the parts of a body into passages and headings, in their order. */
export const draftPassages = (blocks: readonly Block[]): Draft[] =>
  draftAll(
    blocks,
    { quoted: false, note: false, paragraph: undefined },
    undefined,
    readNumbering(blocks),
  );

function draftAll(
  blocks: readonly Block[],
  context: Context,
  before: Draft | undefined,
  numbering: Numbering,
): Draft[] {
  const drafts: Draft[] = [];
  for (const block of joinMarked(blocks)) {
    for (const draft of draftBlock(block, context, drafts.at(-1) ?? before, numbering))
      drafts.push(draft);
  }
  return drafts;
}

/** @param before the piece that stands before the block, which may announce it */
function draftBlock(
  block: Block,
  context: Context,
  before: Draft | undefined,
  numbering: Numbering,
): Draft[] {
  switch (block.kind) {
    case 'heading': {
      // A paragraph with a line of dashes under it is a heading to Markdown, but to nobody else.
      const isProse = block.text.length > 200 || /[.;]$/.test(block.text);
      return isProse
        ? [paragraphDraft(block.text, block.line, context)]
        : [headingDraft(block.text, block.line, block.level)];
    }
    case 'rule':
      return [ruleDraft(block.line)];
    case 'text':
      return draftLines(block.lines, numbering.bare, context, before);
    case 'quote':
      return draftAll(block.blocks, { ...context, quoted: true }, before, numbering);
    case 'note':
      return draftAll(block.blocks, { ...context, note: true }, before, numbering);
    case 'table':
      return draftTable(block.rows, context);
    case 'list': {
      // `I. Introduction`, all in bold, heads what comes behind the list.
      if (block.lettering && block.items.every(isHeaded))
        return block.items.flatMap((item) => draftAll(item, context, undefined, numbering));
      if (!numbering.prose.has(block)) return draftList(listItems(block), context, before);
      const first = block.start ?? 1;
      return block.items.flatMap((item, index) =>
        draftAll(item, { ...context, paragraph: String(first + index) }, undefined, numbering),
      );
    }
  }
}

/** Whether an item of a list begins with a heading. */
const isHeaded = ([first]: readonly Block[]): boolean =>
  first?.kind === 'heading' || (first?.kind === 'text' && first.lines.every(({ bold }) => bold));

/** Puts paragraphs together that are items of one list, each with its letter or bullet. */
function joinMarked(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  let kind: string | undefined;
  for (const block of blocks) {
    const last = joined.at(-1);
    const next = markedAs(block);
    if (next !== undefined && next === kind && last?.kind === 'text' && block.kind === 'text')
      joined[joined.length - 1] = { kind: 'text', lines: [...last.lines, ...block.lines] };
    else joined.push(block);
    kind = next;
  }
  return joined;
}

/** `letter` or `bullet` where every line of the block has one. */
function markedAs(block: Block): string | undefined {
  if (block.kind !== 'text') return undefined;
  const kinds = new Set(block.lines.map((line) => readMarker(line).marker?.kind));
  const [kind] = kinds;
  return kinds.size === 1 && (kind === 'letter' || kind === 'bullet') ? kind : undefined;
}
