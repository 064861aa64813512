import { parseFragment } from 'parse5';

/** One line of a release as a reader sees it: markup removed, entities decoded, blanks made single. */
export type ContactLine = {
  readonly text: string;
  /** 1-based line of the file. */
  readonly line: number;
  /** A blank line, an empty `<br>` line or the edge of a paragraph stands before it. */
  readonly gap: boolean;
  /** `rule` and `footnote` end a block whatever stands around them. */
  readonly kind: 'text' | 'heading' | 'rule' | 'footnote';
};

const tag = /<!--|<\/?([a-z][a-z0-9]*)(?:[\s/][^<>]*)?>/gi;
const flowTags = /^(?:p|li|td|th|h[1-6])$/;
const blockTags = /^(?:p|li|td|th|h[1-6]|div|ul|ol|tr|table|tbody|thead|blockquote|section)$/;

const decodeEntity = (entity: string): string => {
  const [node] = parseFragment(entity).childNodes;
  return node !== undefined && 'value' in node ? node.value : entity;
};

/** Removes what Markdown draws but does not print. Underscores stay inside words, since addresses are full of them. */
const withoutMarkdown = (text: string): string =>
  text
    .replace(/!\[[^[\]]*\]\([^()]*\)/g, ' ')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\{:[^{}]*\}/g, '')
    .replace(/<([^\s<>]+@[^\s<>]+|https?:[^\s<>]+)>/g, '$1')
    .replace(/(?<!\\)\*/g, '')
    .replace(/(?<![\w\\@.])_+(?=\S)|(?<=[^\s\\])_+(?![\w@.])/g, '')
    .replace(/\\$/, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** The printed words of a piece of source without tags. */
const printed = (source: string): string =>
  withoutMarkdown(source)
    .replace(/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/gi, decodeEntity)
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Cuts the source of a body into printed lines. A source line ends a printed one, since press offices rely on it,
 * but inside an HTML paragraph or cell it is a blank, as in a browser; `<br>` and block tags always end one.
 *
 * @param firstLine 1-based line of the file where `body` starts
 */
export function readLines(body: string, firstLine: number): ContactLine[] {
  const lines: ContactLine[] = [];
  let source = '';
  let startsAt = firstLine;
  let gap = true;
  let heading = false;
  let flowing = false;
  let lastBreak: 'text' | 'line' | 'br' = 'br';

  const end = (by: 'line' | 'br'): void => {
    const text = printed(source);
    source = '';
    if (text !== '') {
      lines.push({ text, line: startsAt, gap, kind: heading ? 'heading' : 'text' });
      gap = false;
      lastBreak = by;
    } else if (by === 'br') {
      if (lastBreak === 'br') gap = true;
      lastBreak = 'br';
    }
  };
  const mark = (kind: 'rule' | 'footnote', line: number): void => {
    end('line');
    lines.push({ text: '', line, gap: true, kind });
    gap = true;
  };
  const add = (text: string, line: number): void => {
    if (source.trim() === '') startsAt = line;
    source += text;
  };

  for (const [offset, raw] of body.split('\n').entries()) {
    const line = firstLine + offset;
    const text = raw.replace(/^\s*>+\s?/, '').replace(/^\s*[-*+]\s+(?=\S)/, '');
    if (/^[\s\u200b]*$/.test(raw)) {
      end('line');
      gap = true;
      flowing = false;
      continue;
    }
    if (/^\s*(?:[-_*=]\s*){3,}$/.test(raw)) {
      mark('rule', line);
      continue;
    }
    if (/^\s*\[\^[^\]\s]+\]:/.test(raw)) {
      mark('footnote', line);
      continue;
    }
    const hashes = /^\s*#{1,6}\s+/.exec(text);
    if (hashes !== null) {
      end('line');
      gap = true;
      heading = true;
    }
    let from = hashes?.[0].length ?? 0;
    for (const found of text.matchAll(tag)) {
      if (found.index < from) continue;
      add(text.slice(from, found.index), line);
      from = found.index + found[0].length;
      const name = found[1]?.toLowerCase() ?? '';
      if (name === 'br') end('br');
      else if (name === 'hr') mark('rule', line);
      else if (blockTags.test(name)) {
        end('line');
        if (name !== 'td' && name !== 'th') gap = true;
        if (flowTags.test(name)) flowing = !found[0].startsWith('</');
        heading = /^h[1-6]$/.test(name) && flowing;
      }
    }
    add(text.slice(from), line);
    if (flowing) add(' ', line);
    else {
      end('line');
      heading = false;
    }
  }
  end('line');
  return lines;
}
