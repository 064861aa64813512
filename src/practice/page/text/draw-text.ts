import { el } from '../element.ts';
import type { Eyes } from '../eyes.ts';
import { formatDate } from './date-token.ts';
import { emojiOf } from './emoji.ts';
import { parseMrkdwn } from './mrkdwn.ts';
import type { RichNode } from './rich-node.ts';

/** Draws formatted text as a seat would see it. */
export function drawNodes(nodes: readonly RichNode[], eyes: Eyes): Node[] {
  return nodes.map((node) => drawNode(node, eyes));
}

/** A text object of Block Kit: mrkdwn or plain text, in which only emoji names are drawn. */
export function drawTextObject(
  text: { readonly type: string; readonly text: string; readonly emoji?: boolean },
  eyes: Eyes,
): Node[] {
  if (text.type === 'mrkdwn') return drawNodes(parseMrkdwn(text.text), eyes);
  return drawLines(plainWithEmoji(text.text));
}

/** Plain text of Block Kit as one line, for labels and buttons. */
export function plainWithEmoji(text: string): string {
  return text.replace(/:([a-z0-9_+'-]+):/g, (written, name) => {
    const character = emojiOf(name);
    return character.startsWith(':') ? written : character;
  });
}

function drawLines(text: string): Node[] {
  return text
    .split('\n')
    .flatMap((line, index): Node[] => [...(index > 0 ? [el('br')] : []), new Text(line)]);
}

function drawNode(node: RichNode, eyes: Eyes): Node {
  switch (node.kind) {
    case 'text':
      return new Text(node.text);
    case 'break':
      return el('br');
    case 'rule':
      return el('hr', { class: 'text-rule' });
    case 'code':
      return el('code', {}, node.text);
    case 'preformatted':
      return el('pre', { tabindex: 0 }, el('code', {}, node.text));
    case 'bold':
      return el('strong', {}, ...drawNodes(node.children, eyes));
    case 'italic':
      return el('em', {}, ...drawNodes(node.children, eyes));
    case 'strike':
      return el('s', {}, ...drawNodes(node.children, eyes));
    case 'underline':
      return el('u', {}, ...drawNodes(node.children, eyes));
    case 'quote':
      return el('blockquote', {}, ...drawNodes(node.children, eyes));
    case 'paragraph':
      return el('p', {}, ...drawNodes(node.children, eyes));
    case 'heading':
      return el('p', { class: 'text-heading' }, ...drawNodes(node.children, eyes));
    case 'list':
      return drawList(node, eyes);
    case 'table':
      return drawTable(node.rows, eyes);
    case 'link':
      return drawLink(node.url, drawNodes(node.children, eyes));
    case 'user':
      return drawUser(node.id, node.label, eyes);
    case 'channel':
      return el(
        'span',
        { class: 'mention' },
        `#${eyes.channelName(node.id) ?? node.label ?? 'private-channel'}`,
      );
    case 'group':
      return el('span', { class: 'mention' }, node.label ?? '@group');
    case 'broadcast':
      return el('span', { class: 'mention mention-me' }, `@${node.range}`);
    case 'emoji':
      return el(
        'span',
        { class: 'emoji', role: 'img', 'aria-label': node.name.replaceAll('_', ' ') },
        emojiOf(node.name),
      );
    case 'date':
      return drawDate(node, eyes);
  }
}

function drawDate(node: Extract<RichNode, { kind: 'date' }>, eyes: Eyes): Node {
  const shown = formatDate(node.epoch, node.format, eyes.zone, eyes.now) || node.fallback;
  const instant = new Date(node.epoch * 1000);
  const time = el(
    'time',
    Number.isNaN(instant.getTime())
      ? {}
      : { datetime: instant.toISOString(), title: `${node.fallback} (shown in ${eyes.zone})` },
    shown,
  );
  return node.url === null ? time : drawLink(node.url, [time]);
}

function drawUser(id: string, label: string | null, eyes: Eyes): Node {
  const name = eyes.personOf(id)?.name ?? label ?? 'someone';
  return el('span', { class: id === eyes.me.id ? 'mention mention-me' : 'mention' }, `@${name}`);
}

/** Only addresses that open something harmless become links; the rest stays text. */
export function drawLink(url: string, children: readonly Node[]): Node {
  if (!/^(?:https?|mailto|tel):/i.test(url)) return el('span', {}, ...children);
  return el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

function drawList(node: Extract<RichNode, { kind: 'list' }>, eyes: Eyes): Node {
  const items = node.items.map((item) => el('li', {}, ...drawNodes(item, eyes)));
  const attributes = { class: `text-list indent-${Math.min(node.indent, 8)}` };
  if (!node.ordered) return el('ul', attributes, ...items);
  return el('ol', { ...attributes, start: node.start === 1 ? undefined : node.start }, ...items);
}

function drawTable(rows: readonly RichNode[][][], eyes: Eyes): Node {
  const [head = [], ...body] = rows;
  const cells = (row: readonly RichNode[][], tag: 'th' | 'td') =>
    row.map((cell) => el(tag, tag === 'th' ? { scope: 'col' } : {}, ...drawNodes(cell, eyes)));
  return el(
    'div',
    { class: 'table-frame', tabindex: 0, role: 'region', 'aria-label': 'Table' },
    el(
      'table',
      {},
      el('thead', {}, el('tr', {}, ...cells(head, 'th'))),
      el('tbody', {}, ...body.map((row) => el('tr', {}, ...cells(row, 'td')))),
    ),
  );
}
