import { parseInlineMarkdown } from './inline-markdown.ts';
import type { RichNode } from './rich-node.ts';

const fence = /^\s*```/;
const heading = /^#{1,6}\s+(.*?)\s*#*$/;
const rule = /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/;
const item = /^(\s*)([-*+]|\d{1,9}[.)])\s+(.*)$/;
const quote = /^\s*>\s?/;
const tableRule = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** Reads the standard Markdown of a `markdown` block, as far as Slack draws it. Headings are all of one size. */
export function parseMarkdown(text: string): RichNode[] {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const nodes: RichNode[] = [];
  let at = 0;
  const takeWhile = (test: (line: string) => boolean): string[] => {
    const start = at;
    while (at < lines.length && test(lines[at] ?? '')) at += 1;
    return lines.slice(start, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const next = lines[at + 1] ?? '';
    if (line.trim() === '') at += 1;
    else if (fence.test(line)) {
      at += 1;
      nodes.push({ kind: 'preformatted', text: takeWhile((each) => !fence.test(each)).join('\n') });
      at += 1;
    } else if (heading.test(line)) {
      at += 1;
      nodes.push({ kind: 'heading', children: parseInlineMarkdown(heading.exec(line)?.[1] ?? '') });
    } else if (rule.test(line)) {
      at += 1;
      nodes.push({ kind: 'rule' });
    } else if (quote.test(line)) {
      const inner = takeWhile((each) => quote.test(each)).map((each) => each.replace(quote, ''));
      nodes.push({ kind: 'quote', children: parseMarkdown(inner.join('\n')) });
    } else if (line.includes('|') && tableRule.test(next)) {
      nodes.push(tableOf(takeWhile((each) => each.includes('|'))));
    } else if (item.test(line)) {
      nodes.push(...listsOf(takeWhile((each) => item.test(each))));
    } else {
      nodes.push(paragraphOf(takeWhile((each) => each.trim() !== '' && !startsBlock(each))));
    }
  }
  return nodes;
}

const startsBlock = (line: string) =>
  fence.test(line) || heading.test(line) || quote.test(line) || item.test(line) || rule.test(line);

function paragraphOf(lines: readonly string[]): RichNode {
  const children = lines.flatMap((line, index): RichNode[] => [
    ...(index > 0 ? [{ kind: 'break' } as const] : []),
    ...parseInlineMarkdown(line.trim()),
  ]);
  return { kind: 'paragraph', children };
}

function tableOf(lines: readonly string[]): RichNode {
  const rows = lines
    .filter((_, index) => index !== 1)
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => parseInlineMarkdown(cell.trim())),
    );
  return { kind: 'table', rows };
}

/** Neighbouring items of one depth and kind make one list, as rich text has them. */
function listsOf(lines: readonly string[]): RichNode[] {
  const lists: Extract<RichNode, { kind: 'list' }>[] = [];
  for (const line of lines) {
    const [, margin = '', mark = '', text = ''] = item.exec(line) ?? [];
    const indent = Math.min(Math.floor(margin.replaceAll('\t', '  ').length / 2), 8);
    const ordered = /\d/.test(mark);
    const last = lists.at(-1);
    if (last !== undefined && last.indent === indent && last.ordered === ordered) {
      last.items.push(parseInlineMarkdown(text));
    } else {
      const start = ordered ? Number.parseInt(mark, 10) : 1;
      lists.push({ kind: 'list', ordered, indent, start, items: [parseInlineMarkdown(text)] });
    }
  }
  return lists;
}
