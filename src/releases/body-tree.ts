import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { type Lettering, readLettering } from './list-mark.ts';

/** A body as a tree of HTML elements, whatever it was written in. */
export type BodyNode = BodyElement | BodyText;
export type BodyText = { readonly kind: 'text'; readonly value: string; readonly line: number };
export type BodyElement = {
  readonly kind: 'element';
  readonly name: string;
  /** Number of the first item of an ordered list. */
  readonly start: number | undefined;
  /** Where an ordered list prints letters. */
  readonly lettering?: Lettering | undefined;
  /** A table written in Markdown, whose first row names the columns. */
  readonly fromMarkdown: boolean;
  readonly children: readonly BodyNode[];
  /** 1-based line of the file. */
  readonly line: number;
};

/** Takes the parts of a body in their order. */
export type BodyWriter = {
  readonly open: (name: string, line: number, start?: number) => void;
  readonly close: (name: string) => void;
  readonly text: (value: string, line: number) => void;
  /** HTML that stands in the body, open or closed. */
  readonly html: (value: string, line: number) => void;
  readonly finish: () => readonly BodyNode[];
};

/** Builds the tree at once: for a body without HTML in it. */
export function openTree(): BodyWriter {
  const top: BodyNode[] = [];
  const stack: BodyNode[][] = [top];
  const add = (node: BodyNode) => stack.at(-1)?.push(node);
  return {
    open: (name, line, start) => {
      const children: BodyNode[] = [];
      add({ kind: 'element', name, start, fromMarkdown: true, children, line });
      stack.push(children);
    },
    close: () => {
      if (stack.length > 1) stack.pop();
    },
    text: (value, line) => {
      add({ kind: 'text', value, line });
    },
    html: (value, line) => {
      add({ kind: 'text', value, line });
    },
    finish: () => top,
  };
}

/** Writes HTML and reads it as a browser would: for a body with HTML in it, which may open here and close there. */
export function openHtml(): BodyWriter {
  const pieces: string[] = [];
  const marks: { offset: number; line: number }[] = [];
  let length = 0;
  const put = (html: string) => {
    pieces.push(html);
    length += html.length;
  };
  const mark = (line: number) => marks.push({ offset: length, line });
  return {
    open: (name, line, start) => {
      mark(line);
      put(
        `<${name}${start === undefined ? '' : ` start="${start}"`}${name === 'table' ? ' class="x-md"' : ''}>`,
      );
    },
    close: (name) => {
      if (name !== 'br' && name !== 'hr') put(`</${name}>`);
    },
    text: (value, line) => {
      mark(line);
      put(value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    },
    html: (value, line) => {
      mark(line);
      put(value.replace(frame, '').replace(swallowing, '<$1x-$2'));
    },
    finish: () => {
      const html = pieces.join('');
      const lineAt = lineFinder(html, marks);
      const { childNodes } = parseFragment(html, { sourceCodeLocationInfo: true });
      return childNodes.flatMap((child) => converted(child, lineAt, 0));
    },
  };
}

/** A frame shows another page; its tags go, open or closed. */
const frame = /<\/?iframe\b[^<>]{0,2000}>?/gi;

/** Elements that would swallow the rest of a page when left open; the reader skips them under their new names. */
const swallowing =
  /<(\/?)(xmp|plaintext|noembed|noframes|noscript|textarea|title|select|template|svg|math|object|frameset|form)\b/gi;

/** Deeper than any real body, and shallow enough to walk. */
const deepest = 400;

function converted(
  node: DefaultTreeAdapterTypes.ChildNode,
  lineAt: (offset: number) => number,
  depth: number,
): BodyNode[] {
  const line = lineAt(node.sourceCodeLocation?.startOffset ?? 0);
  if ('value' in node) return [{ kind: 'text', value: node.value, line }];
  if (!('tagName' in node) || depth > deepest) return [];
  const attribute = (name: string) => node.attrs.find((each) => each.name === name)?.value;
  const start = node.tagName === 'ol' ? Number(attribute('start') ?? 1) : undefined;
  return [
    {
      kind: 'element',
      name: node.tagName,
      lettering:
        node.tagName === 'ol' ? readLettering(attribute('style'), attribute('type')) : undefined,
      start: start !== undefined && Number.isSafeInteger(start) ? start : start && 1,
      fromMarkdown: attribute('class') === 'x-md',
      children: node.childNodes.flatMap((child) => converted(child, lineAt, depth + 1)),
      line,
    },
  ];
}

/** The way back from an offset into the HTML to the line of the file. */
function lineFinder(html: string, marks: readonly { offset: number; line: number }[]) {
  const ends: number[] = [];
  for (let at = html.indexOf('\n'); at !== -1; at = html.indexOf('\n', at + 1)) ends.push(at);
  return (offset: number): number => {
    const mark =
      marks[countUpTo(marks.length, (index) => (marks[index]?.offset ?? 0) <= offset) - 1];
    if (mark === undefined) return 1;
    const linesBefore = (limit: number) =>
      countUpTo(ends.length, (index) => (ends[index] ?? 0) < limit);
    return mark.line + linesBefore(offset) - linesBefore(mark.offset);
  };
}

/** How many places from the start satisfy what only the first ones do. */
function countUpTo(length: number, satisfies: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (satisfies(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
