import type { TableRow } from './block.ts';
import { type Context, type Draft, partsDraft } from './draft.ts';
import type { Span } from './passage.ts';
import { splitSentences } from './split-sentences.ts';

/** Rows longer than this are quoted cell by cell. */
const longestRow = 400;

/** Every row of a table as a passage of its own, with the names of the columns to introduce it. */
export function draftTable(rows: readonly TableRow[], context: Context): Draft[] {
  let header: string | undefined;
  return rows.flatMap(({ cells, head, line }): Draft[] => {
    const text = cells.join('\t').trimEnd();
    if (head) {
      header = text;
      return [];
    }
    const draft = partsDraft('row', text, rowSentences(cells, text), line);
    return [{ ...draft, paragraph: context.paragraph, intro: header }];
  });
}

function rowSentences(cells: readonly string[], text: string): Span[] {
  if (text.length <= longestRow)
    return [
      {
        from: Math.max(
          0,
          cells.findIndex((cell) => cell !== ''),
        ),
        to: text.length,
      },
    ];
  const spans: Span[] = [];
  let at = 0;
  for (const cell of cells) {
    spans.push(...splitSentences(cell, at));
    at += cell.length + 1;
  }
  return spans;
}
