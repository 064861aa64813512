import { printedText } from './contact-markup.ts';

/** One line of a release as a reader sees it: markup removed, entities decoded, blanks made single. */
export type ContactLine = {
  readonly text: string;
  /** 1-based line of the file. */
  readonly line: number;
  /** A blank line, an empty `<br>` line or the edge of a paragraph stands before it. */
  readonly gap: boolean;
  /** `paragraph` (far too long for a contact), `rule` (across the page) and `footnote` (a definition) have no text. */
  readonly kind: 'text' | 'heading' | 'paragraph' | 'rule' | 'footnote';
  /** Addresses that its links would write to; not always the address that is printed. */
  readonly targets: readonly string[];
};

const tag = /<\/?([a-z][a-z0-9]*)(?:[\s/][^<>]*)?>/gi;
const block = /^(?:p|li|td|th|h[1-6]|div|ul|ol|tr|table|tbody|thead|blockquote|section|figure)$/;
/** Inside these a line end of the source is only a blank. */
const flow = /^(?:p|li|td|th|h[1-6])$/;
const mailto = /mailto:\s*\[?([^\s"'<>()[\]?%]{3,254})/gi;

/** Source of a line longer than this is a paragraph, and not looked at. */
const longest = 1000;

/** Blanks out `<!-- … -->`, keeping the line ends, so that line numbers stay true. */
const withoutComments = (body: string): string =>
  body
    .split('<!--')
    .map((piece, at) => {
      const end = piece.indexOf('-->');
      if (at === 0 || end === -1) return piece;
      return piece.slice(0, end).replace(/[^\n]/g, '') + piece.slice(end + 3);
    })
    .join('');

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
  let blank = true;
  let gap = true;
  let heading = false;
  let flowing = false;
  let lastEnd: 'line' | 'br' = 'br';

  const add = (text: string, line: number): void => {
    if (blank) startsAt = line;
    blank &&= text.trim() === '';
    source += text;
  };
  const end = (by: 'line' | 'br'): void => {
    const kept = source;
    source = '';
    blank = true;
    if (kept.length > longest) {
      lines.push({ text: '', line: startsAt, gap, kind: 'paragraph', targets: [] });
      gap = false;
      lastEnd = by;
      return;
    }
    const text = printedText(kept);
    if (text === '') {
      if (by === 'br' && lastEnd === 'br') gap = true;
    } else {
      const targets = [...kept.matchAll(mailto)].map(([, target = '']) => target);
      lines.push({ text, line: startsAt, gap, kind: heading ? 'heading' : 'text', targets });
      gap = false;
    }
    if (text !== '' || by === 'br') lastEnd = by;
  };
  const mark = (kind: 'rule' | 'footnote', line: number): void => {
    end('line');
    lines.push({ text: '', line, gap: true, kind, targets: [] });
    gap = true;
    flowing = false;
  };
  const meet = (name: string, opens: boolean, line: number): void => {
    if (name === 'br') end('br');
    else if (name === 'hr') mark('rule', line);
    else if (block.test(name)) {
      end('line');
      if (name !== 'td' && name !== 'th') gap = true;
      if (flow.test(name)) flowing = opens;
      heading = opens && /^h[1-6]$/.test(name);
    }
  };

  for (const [offset, raw] of withoutComments(body).split('\n').entries()) {
    const line = firstLine + offset;
    if (/^[\s\u200b\\]*$/.test(raw)) {
      end('line');
      gap = true;
      flowing = false;
    } else if (/^\s*(?:[-_*=]\s*){3,}$/.test(raw)) mark('rule', line);
    else if (/^\s*\[\^[^\]\s]+\]:/.test(raw)) mark('footnote', line);
    else if (/^\s*\|/.test(raw)) {
      end('line');
      gap = true;
      for (const cell of /^[\s|:-]+$/.test(raw) ? [] : raw.split('|')) {
        add(cell.replace(/<br\s*\/?>/gi, ' '), line);
        end('line');
      }
      gap = true;
    } else {
      const opening =
        /^\s*(?:>\s?|[-*+]\s+(?=\S)|(#{1,6})\s+|\d{1,2}\\?[.)]\s+(?=\*{0,2}\p{Lu}[^.:<]{2,60}(?:<br|$)))/u.exec(
          raw,
        );
      if (opening?.[1] !== undefined) {
        end('line');
        gap = true;
        heading = true;
      }
      let from = opening?.[0].length ?? 0;
      for (const found of raw.matchAll(tag)) {
        if (found.index < from) continue;
        add(raw.slice(from, found.index), line);
        from = found.index + found[0].length;
        const name = found[1]?.toLowerCase() ?? '';
        // The target of a link is no printed text, but an editor must hear of one that leads elsewhere.
        if (name === 'a') add(found[0], line);
        else meet(name, !found[0].startsWith('</'), line);
      }
      add(raw.slice(from), line);
      if (flowing) add(' ', line);
      else {
        end('line');
        heading = false;
      }
    }
  }
  end('line');
  return lines;
}
