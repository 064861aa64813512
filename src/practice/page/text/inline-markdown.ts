import { isEmojiName } from './emoji.ts';
import { joinTexts, type RichNode } from './rich-node.ts';

type Rule = {
  readonly pattern: RegExp;
  readonly node: (groups: readonly string[]) => RichNode;
};

const link = (text: string, url: string): RichNode => ({
  kind: 'link',
  url,
  children: parseInlineMarkdown(text),
});

/** In the order in which they are tried at a place; each pattern is anchored there. */
const rules: readonly Rule[] = [
  { pattern: /\\([!-/:-@[-`{-~])/y, node: ([text = '']) => ({ kind: 'text', text }) },
  { pattern: /`([^`\n]+)`/y, node: ([text = '']) => ({ kind: 'code', text }) },
  { pattern: /!\[([^\]]*)\]\((\S+?)\)/y, node: ([text = '', url = '']) => link(text || url, url) },
  { pattern: /\[([^\]]+)\]\((\S+?)\)/y, node: ([text = '', url = '']) => link(text, url) },
  { pattern: /<@([A-Z0-9]+)>/y, node: ([id = '']) => ({ kind: 'user', id, label: null }) },
  { pattern: /<#([A-Z0-9]+)>/y, node: ([id = '']) => ({ kind: 'channel', id, label: null }) },
  { pattern: /<(https?:\/\/[^\s<>]+)>/y, node: ([url = '']) => bare(url) },
  {
    pattern: /\*\*(?=\S)(.+?)(?<=\S)\*\*/y,
    node: ([text = '']) => ({ kind: 'bold', children: parseInlineMarkdown(text) }),
  },
  {
    pattern: /__(?=\S)(.+?)(?<=\S)__(?!\w)/y,
    node: ([text = '']) => ({ kind: 'bold', children: parseInlineMarkdown(text) }),
  },
  {
    pattern: /~~(?=\S)(.+?)(?<=\S)~~/y,
    node: ([text = '']) => ({ kind: 'strike', children: parseInlineMarkdown(text) }),
  },
  {
    pattern: /\*(?=[^\s*])(.+?)(?<=\S)\*(?!\*)/y,
    node: ([text = '']) => ({ kind: 'italic', children: parseInlineMarkdown(text) }),
  },
  {
    pattern: /(?<!\w)_(?=[^\s_])(.+?)(?<=\S)_(?!\w)/y,
    node: ([text = '']) => ({ kind: 'italic', children: parseInlineMarkdown(text) }),
  },
  { pattern: /https?:\/\/[^\s<>)\]]*[^\s<>)\].,;:!?]/y, node: ([url = '']) => bare(url) },
];

const bare = (url: string): RichNode => ({
  kind: 'link',
  url,
  children: [{ kind: 'text', text: url }],
});

/** Reads one line of standard Markdown. */
export function parseInlineMarkdown(line: string): RichNode[] {
  const nodes: RichNode[] = [];
  let at = 0;
  while (at < line.length) {
    const found = emojiAt(line, at) ?? ruleAt(line, at);
    nodes.push(found?.node ?? { kind: 'text', text: line[at] ?? '' });
    at = found?.end ?? at + 1;
  }
  return joinTexts(nodes);
}

function emojiAt(line: string, at: number): { node: RichNode; end: number } | null {
  if (line[at] !== ':') return null;
  const [whole = '', name = ''] = /^:([a-z0-9_+'-]+):/.exec(line.slice(at, at + 64)) ?? [];
  return isEmojiName(name) ? { node: { kind: 'emoji', name }, end: at + whole.length } : null;
}

function ruleAt(line: string, at: number): { node: RichNode; end: number } | null {
  for (const { pattern, node } of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(line);
    if (match !== null) {
      const groups = match.length > 1 ? match.slice(1) : [match[0]];
      return { node: node(groups), end: at + match[0].length };
    }
  }
  return null;
}
