import type { Message } from '../../seat-api.ts';
import { el, swap } from '../element.ts';
import { drawMessage, type MessageContext, type Standing } from './message.ts';
import type { TimelineItem } from './timeline.ts';

export type MessageList = {
  readonly root: HTMLElement;
  readonly update: (
    items: readonly TimelineItem[],
    standingOf: (message: Message) => Omit<Standing, 'continued'>,
    context: MessageContext,
  ) => void;
  readonly scrollToEnd: () => void;
};

type Drawn = { readonly signature: string; readonly node: HTMLElement };

/** Nearer to the newest than this counts as reading it. */
const nearEndPixels = 120;
/** Browsers round where they scroll to. */
const roundingPixels = 4;

/**
 * A log of messages that redraws only what changed, follows the newest while one reads there, and can be walked
 * with the arrow keys.
 */
export function createMessageList(label: string): MessageList {
  const root = el('div', {
    class: 'messages',
    role: 'log',
    'aria-label': label,
    'aria-live': 'polite',
    onkeydown: (event: KeyboardEvent) => walk(root, event),
  });
  let drawn = new Map<string, Drawn>();
  let newest: string | undefined;
  let following = true;
  let atEnd = true;
  let height = 0;
  root.addEventListener('scroll', () => {
    // A change of height scrolls too, but is nobody's wish to leave the end.
    if (root.clientHeight !== height) return;
    following = newestTop(root) - root.scrollTop < nearEndPixels;
    atEnd = lowest(root) - root.scrollTop < roundingPixels;
  });
  new ResizeObserver(() => {
    height = root.clientHeight;
    if (atEnd) root.scrollTop = lowest(root);
  }).observe(root);

  const update: MessageList['update'] = (items, standingOf, context) => {
    const next = new Map<string, Drawn>();
    let changed = false;
    for (const item of items) {
      const standing = item.kind === 'message' ? standingOf(item.message) : null;
      const signature = JSON.stringify([
        item,
        standing,
        context.eyes.now.toISOString().slice(0, 13),
      ]);
      const known = drawn.get(item.key);
      if (known?.signature === signature) {
        next.set(item.key, known);
        continue;
      }
      changed = true;
      const node = drawItem(item, standing, context);
      // The old one is replaced where it stands, so that the keyboard can be kept on the same button.
      if (known !== undefined) {
        swap(known.node, node);
        // Who had the message's actions at hand still has.
        if (known.node.querySelector('.toolbar') !== null) {
          node.dispatchEvent(new PointerEvent('pointerenter'));
        }
      }
      next.set(item.key, { signature, node });
    }
    if (!changed && next.size === drawn.size) return;
    place(
      root,
      [...next.values()].map(({ node }) => node),
    );
    drawn = next;
    const nodes = root.querySelectorAll<HTMLElement>('.message');
    if (root.querySelector('.message[tabindex="0"]') === null)
      nodes[nodes.length - 1]?.setAttribute('tabindex', '0');
    const last = items.at(-1)?.key;
    // What only changed, such as a card whose button was pressed, stays under the finger.
    if (last === newest) {
      if (atEnd) root.scrollTop = lowest(root);
    } else if (following) scrollToEnd();
    newest = last;
  };
  const scrollToEnd = () => {
    following = true;
    root.scrollTop = newestTop(root);
    atEnd = lowest(root) - root.scrollTop < roundingPixels;
  };
  return { root, update, scrollToEnd };
}

const lowest = (root: HTMLElement) => root.scrollHeight - root.clientHeight;

/** How far one scrolls to read the newest message: to the end, or to its beginning where it is taller than the pane. */
function newestTop(root: HTMLElement): number {
  const last = root.lastElementChild;
  if (last === null) return 0;
  const below = last.getBoundingClientRect().top - root.getBoundingClientRect().top;
  return Math.min(lowest(root), root.scrollTop + below);
}

function drawItem(
  item: TimelineItem,
  standing: Omit<Standing, 'continued'> | null,
  context: MessageContext,
): HTMLElement {
  if (item.kind === 'day') return el('div', { class: 'line day' }, el('span', {}, item.label));
  if (item.kind === 'new') return el('div', { class: 'line new' }, el('span', {}, 'New'));
  const rest = standing ?? { newReplies: 0, lastReplyTs: null };
  return drawMessage(item.message, { ...rest, continued: item.continued }, context);
}

/** Brings the children into this order, moving only what is not in place. */
function place(root: HTMLElement, nodes: readonly HTMLElement[]): void {
  const wanted = new Set<Element>(nodes);
  for (const child of [...root.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => {
    const at = root.children[index];
    if (at !== node) root.insertBefore(node, at ?? null);
  });
}

/** Arrow up and down go from message to message; Tab then goes into the one that is reached. */
function walk(root: HTMLElement, event: KeyboardEvent): void {
  if (!(event.target instanceof HTMLElement) || !event.target.classList.contains('message')) return;
  const messages = [...root.querySelectorAll<HTMLElement>('.message')];
  const at = messages.indexOf(event.target);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: messages.length - 1 }[event.key];
  const next = to === undefined ? undefined : messages[to];
  if (next === undefined) return;
  event.preventDefault();
  event.target.setAttribute('tabindex', '-1');
  next.setAttribute('tabindex', '0');
  next.focus();
}
