import { parseInline, plainCode } from './inline-mrkdwn.ts';
import type { RichNode } from './rich-node.ts';

const quoted = /^(?:>|&gt;) ?/;
const quotedToTheEnd = /^(?:>>>|&gt;&gt;&gt;) ?/;

/**
 * Reads Slack's mrkdwn: preformatted blocks first, then quotes line by line, then what stands in a line. Lists and
 * indents stay as typed, as in Slack. Total: any text gives a tree.
 */
export function parseMrkdwn(text: string): RichNode[] {
  const nodes: RichNode[] = [];
  for (const [index, part] of text.split(/```([\s\S]+?)```/).entries()) {
    if (index % 2 === 1) {
      nodes.push({ kind: 'preformatted', text: plainCode(part.replace(/^\n|\n$/g, '')) });
    } else {
      // A preformatted block ends its line by itself.
      const afterBlock = index > 0 ? part.replace(/^\n/, '') : part;
      nodes.push(...parseLines(afterBlock));
    }
  }
  return nodes;
}

function parseLines(text: string): RichNode[] {
  if (text === '') return [];
  const lines = text.split('\n');
  const nodes: RichNode[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (quotedToTheEnd.test(line)) {
      const rest = [line.replace(quotedToTheEnd, ''), ...lines.slice(at + 1)];
      return [...nodes, quoteOf(rest)];
    }
    if (quoted.test(line)) {
      const end = lines.findIndex((each, index) => index > at && !quoted.test(each));
      const block = lines.slice(at, end < 0 ? lines.length : end);
      nodes.push(quoteOf(block.map((each) => each.replace(quoted, ''))));
      at += block.length;
      continue;
    }
    nodes.push(...parseInline(line));
    at += 1;
    const next = lines[at];
    // A quote begins a line of its own, so no break is wanted before it.
    if (next !== undefined && !quoted.test(next)) nodes.push({ kind: 'break' });
  }
  return nodes;
}

function quoteOf(lines: readonly string[]): RichNode {
  const children = lines.flatMap((line, index): RichNode[] => [
    ...(index > 0 ? [{ kind: 'break' } as const] : []),
    ...parseInline(line),
  ]);
  return { kind: 'quote', children };
}
