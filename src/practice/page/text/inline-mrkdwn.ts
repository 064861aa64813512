import { parseAngleToken } from './angle-token.ts';
import { isEmojiName } from './emoji.ts';
import { unescapeEntities } from './entities.ts';
import { joinTexts, type RichNode } from './rich-node.ts';

const styles = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
type Marker = keyof typeof styles;

const isMarker = (character: string): character is Marker => character in styles;
const isWord = (character: string | undefined) =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);
const isSpace = (character: string | undefined) => character === undefined || /\s/.test(character);

type Found = { readonly node: RichNode; readonly end: number };

/** Reads one line of mrkdwn: styles, code, links, mentions, dates, emoji and bare addresses. */
export function parseInline(line: string, open: readonly Marker[] = []): RichNode[] {
  const nodes: RichNode[] = [];
  let plain = '';
  let at = 0;
  while (at < line.length) {
    const found = parseAt(line, at, open);
    if (found === null) {
      plain += line[at];
      at += 1;
      continue;
    }
    nodes.push({ kind: 'text', text: unescapeEntities(plain) }, found.node);
    plain = '';
    at = found.end;
  }
  nodes.push({ kind: 'text', text: unescapeEntities(plain) });
  return joinTexts(nodes);
}

function parseAt(line: string, at: number, open: readonly Marker[]): Found | null {
  const character = line[at] ?? '';
  if (character === '<') return parseAngle(line, at);
  if (character === '`') return parseCode(line, at);
  if (character === ':') return parseEmoji(line, at);
  if (character === 'h' && !isWord(line[at - 1])) return parseBareUrl(line, at);
  if (isMarker(character) && !open.includes(character))
    return parseStyle(line, at, character, open);
  return null;
}

function parseAngle(line: string, at: number): Found | null {
  const end = line.indexOf('>', at);
  if (end < 0) return null;
  const node = parseAngleToken(line.slice(at + 1, end));
  return node === null ? null : { node, end: end + 1 };
}

function parseCode(line: string, at: number): Found | null {
  const end = line.indexOf('`', at + 1);
  if (end <= at + 1) return null;
  return { node: { kind: 'code', text: plainCode(line.slice(at + 1, end)) }, end: end + 1 };
}

/** Code shows the address or the label of a link, without its brackets. */
export function plainCode(text: string): string {
  return unescapeEntities(
    text.replace(
      /<(https?:[^<>|]*|mailto:[^<>|]*)(?:\|([^<>]*))?>/g,
      (_, url, label) => label ?? url,
    ),
  );
}

function parseEmoji(line: string, at: number): Found | null {
  const [whole = '', name = ''] =
    /^:([a-z0-9_+'-]+)(?:::skin-tone-[2-6])?:/.exec(line.slice(at, at + 64)) ?? [];
  return isEmojiName(name) ? { node: { kind: 'emoji', name }, end: at + whole.length } : null;
}

function parseBareUrl(line: string, at: number): Found | null {
  const [written = ''] = /^https?:\/\/[^\s<>|`]+/i.exec(line.slice(at)) ?? [];
  const url = written.replace(/[.,;:!?)\]*_~'"”’]+$/, '');
  if (url.length <= 'https://'.length) return null;
  const shown = unescapeEntities(url);
  const node: RichNode = { kind: 'link', url: shown, children: [{ kind: 'text', text: shown }] };
  return { node, end: at + url.length };
}

function parseStyle(
  line: string,
  at: number,
  marker: Marker,
  open: readonly Marker[],
): Found | null {
  if (isWord(line[at - 1]) || isSpace(line[at + 1]) || line[at + 1] === marker) return null;
  const end = closingOf(line, at, marker);
  if (end < 0) return null;
  const children = parseInline(line.slice(at + 1, end), [...open, marker]);
  return { node: { kind: styles[marker], children }, end: end + 1 };
}

/** A marker closes where a word ends before it and none begins after it; links and code are stepped over. */
function closingOf(line: string, at: number, marker: Marker): number {
  for (let index = at + 1; index < line.length; index += 1) {
    const skipped =
      line[index] === '<'
        ? parseAngle(line, index)
        : line[index] === '`'
          ? parseCode(line, index)
          : null;
    if (skipped !== null) index = skipped.end - 1;
    else if (
      line[index] === marker &&
      index > at + 1 &&
      !isSpace(line[index - 1]) &&
      !isWord(line[index + 1])
    ) {
      return index;
    }
  }
  return -1;
}
