import type { DataTableBlock, TableBlock } from '@slack/types';
import { el } from '../element.ts';
import type { Eyes } from '../eyes.ts';
import { drawNodes } from '../text/draw-text.ts';
import { readRichText } from '../text/rich-text.ts';

type Cell = TableBlock['rows'][number][number];

/** A table; the first row is its head, as in Slack. Wide ones scroll in their own frame. */
export function drawTable(block: TableBlock | DataTableBlock, eyes: Eyes): HTMLElement {
  const caption = block.type === 'data_table' ? block.caption : null;
  const align = (column: number) =>
    block.type === 'table' ? (block.column_settings?.[column]?.align ?? 'left') : 'left';
  const drawRow = (row: readonly Cell[], tag: 'th' | 'td') =>
    el(
      'tr',
      {},
      ...row.map((cell, column) =>
        el(
          tag,
          { class: `align-${align(column)}`, scope: tag === 'th' ? 'col' : undefined },
          ...drawCell(cell, eyes),
        ),
      ),
    );
  const [head = [], ...body] = block.rows;
  return el(
    'div',
    { class: 'table-frame', tabindex: 0, role: 'region', 'aria-label': caption ?? 'Table' },
    el(
      'table',
      {},
      caption !== null && el('caption', {}, caption),
      el('thead', {}, drawRow(head, 'th')),
      el('tbody', {}, ...body.map((row) => drawRow(row, 'td'))),
    ),
  );
}

function drawCell(cell: Cell, eyes: Eyes): Node[] {
  if (cell.type === 'rich_text') return drawNodes(readRichText(cell), eyes);
  if (cell.type === 'raw_number') return [new Text(String(cell.text ?? cell.value))];
  return [new Text(cell.text)];
}
