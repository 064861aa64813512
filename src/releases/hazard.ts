/** Largest file that is read, in UTF-16 units; the largest of 10,161 real ones has 321,000. */
export const longestFile = 2_000_000;
/** Longest line: editor HTML may put a whole speech on one. */
const longestLine = 200_000;
/** Elements left open at one place. */
const deepestHtml = 250;
/** Elements times those open around them: a browser opens formatting anew in every paragraph. */
const mostHtml = 1_000_000;
/** Marks of emphasis, links and code between two blank lines: pairing them takes time by their square. */
const mostMarks = 1500;
/** Quotes and lists inside each other, at the start of one line. */
const deepestNesting = 40;
/**
 * Headings with a line under them and lines of quotes, each times the lines above it: the Markdown reader goes over all
 * of those anew for each. The development releases reach 200.
 */
const mostReread = 1_000_000;

/**
 * What makes a file too costly to read or no text at all, told by one quick look over it, so that the readers behind
 * it only see files that they read in bounded time.
 */
export function findHazard(text: string): { line: number; reason: string } | undefined {
  if (text.length > longestFile)
    return {
      line: 1,
      reason: `The file is longer than ${longestFile / 1_000_000} million characters: put long annexes into a PDF`,
    };
  const nul = text.indexOf('\u0000');
  if (nul !== -1)
    return {
      line: lineAt(text, nul),
      reason: 'The file is not text (it holds a NUL character): save it as UTF-8 text',
    };
  let start = 0;
  let line = 1;
  let open = 0;
  let marks = 0;
  let html = 0;
  let reread = 0;
  let above = '';
  while (start <= text.length) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    if (end - start > longestLine)
      return {
        line,
        reason: `The line is longer than ${longestLine} characters: break it into paragraphs`,
      };
    const printed = text.slice(start, end);
    if (markers(printed) > deepestNesting)
      return { line, reason: 'Quotes or lists are nested too deeply here' };
    if (isReread(printed, above)) reread += line;
    if (reread > mostReread)
      return {
        line,
        reason:
          'Too many quotes (>) or lines of === and --- under a heading: begin headings with #, and write quotes as plain text',
      };
    above = printed;
    marks = printed.trim() === '' ? 0 : marks + (printed.match(/[*_[\]`~@]/g)?.length ?? 0);
    if (marks > mostMarks)
      return {
        line,
        reason: 'The paragraph holds thousands of *, _, [ or `: write it as plain text',
      };
    open = Math.max(0, open + opened(printed));
    html += open * (printed.split('<').length - 1);
    if (open > deepestHtml || html > mostHtml)
      return { line, reason: 'HTML elements are nested too deeply here, or not closed' };
    start = end + 1;
    line += 1;
  }
  return undefined;
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** Markers of block quotes and list items that a line starts with. */
const markers = (line: string): number => {
  const lead = /^(?:[\s>]|[-*+](?=\s)|\d{1,9}[.)](?=\s))*/.exec(line.slice(0, 2000))?.[0] ?? '';
  return lead.match(/[>*+-]|\d+[.)]/g)?.length ?? 0;
};

/** Whether a line underlines the one above it, or is a quote. */
const isReread = (line: string, above: string): boolean =>
  (above.trim() !== '' && /^[\s>]{0,80}(?:=+|-+)\s*$/.test(line)) ||
  /^(?:\s|[-*+](?=\s)|\d{1,9}[.)](?=\s)){0,80}>/.test(line.slice(0, 200));

/** Elements that need no end, or that HTML ends by itself. */
const selfClosing = new Set(
  'br hr img input meta link col wbr embed source track area base param p li td th tr dd dt option tbody thead tfoot'.split(
    ' ',
  ),
);

/** Elements opened on a line and not closed on it; negative where it closes more. */
function opened(line: string): number {
  if (!line.includes('<')) return 0;
  let open = 0;
  for (const [, slash, name = ''] of line.matchAll(/<(\/?)([a-z][a-z0-9:-]{0,30})/gi))
    if (!selfClosing.has(name.toLowerCase())) open += slash === '/' ? -1 : 1;
  return open;
}
