import type { Block, Line } from './block.ts';
import { bareNumbers } from './body-line.ts';
import { textsOf } from './read-blocks.ts';

/** Which numbers of a body are paragraph numbers. */
export type Numbering = {
  /** Ordered lists whose items are numbered paragraphs. */
  readonly prose: ReadonlySet<Block>;
  /** Lines whose paragraph number has no point. */
  readonly bare: ReadonlyMap<Line, string>;
};

/**
 * Tells numbered paragraphs from lists. An ordered list is prose where it does not start at 1 or another one goes on
 * from it, or where its items are paragraphs in length or make-up.
 */
export function readNumbering(blocks: readonly Block[]): Numbering {
  const prose = new Set<Block>();
  let last: { block: Block; next: number } | undefined;
  for (const block of blocks) {
    if (block.kind !== 'list' || block.start === undefined || block.lettering) continue;
    const { items, start } = block;
    const length = items.reduce((sum, item) => sum + item.flatMap(textsOf).join(' ').length, 0);
    const mean = length / items.length;
    const goesOn = last !== undefined && start > 1 && start === last.next;
    const several = items.some((item) => item.filter(({ kind }) => kind === 'text').length > 1);
    if (goesOn && last) prose.add(last.block);
    if (start > 1 || several || mean >= 140) prose.add(block);
    last = { block, next: start + items.length };
  }
  return { prose, bare: bareNumbers(blocks.flatMap(linesOf)) };
}

const linesOf = (block: Block): readonly Line[] =>
  block.kind === 'text' ? block.lines : block.kind === 'quote' ? block.blocks.flatMap(linesOf) : [];
