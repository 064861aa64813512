import type { SeatState } from '../../seat-api.ts';
import { el, refill } from '../element.ts';
import { icon } from '../icons.ts';
import type { Composer } from './composer.ts';
import type { MessageContext } from './message.ts';
import { createMessageList, type MessageList } from './message-list.ts';
import { type Place, threadOf, titleOf } from './place.ts';
import { timelineOf } from './timeline.ts';

export type ThreadPane = {
  readonly root: HTMLElement;
  readonly update: (state: SeatState, place: Place, context: MessageContext) => void;
};

const settled = { newReplies: 0, lastReplyTs: null };

/** The pane beside a conversation that shows one thread. */
export function createThreadPane(composer: Composer, close: () => void): ThreadPane {
  const heading = el('header', { class: 'conversation-head' });
  const body = el('div', { class: 'conversation-body' });
  const foot = el('div', { class: 'conversation-foot' }, composer.root);
  const root = el(
    'aside',
    { class: 'thread', 'aria-label': 'Thread', hidden: true },
    heading,
    body,
    foot,
  );
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    close();
  });
  let shown = '';
  let list: MessageList | null = null;

  const update: ThreadPane['update'] = (state, place, context) => {
    const conversation = state.conversations.find(({ id }) => id === place.conversation);
    const { threadTs } = place;
    root.hidden = threadTs === null || conversation === undefined || place.tab === 'home';
    if (root.hidden || threadTs === null || conversation === undefined) {
      shown = '';
      return;
    }
    const key = `${conversation.id} ${threadTs}`;
    const arrived = key !== shown;
    if (arrived || list === null) {
      shown = key;
      const where =
        conversation.kind === 'im' ? titleOf(conversation, state) : `#${conversation.name}`;
      list = createMessageList(`Thread in ${where}`);
      body.replaceChildren(list.root);
      refill(
        heading,
        el(
          'div',
          { class: 'conversation-title' },
          el('h2', {}, 'Thread'),
          el('p', { class: 'about' }, where),
        ),
        el(
          'button',
          {
            type: 'button',
            class: 'tool',
            'aria-label': 'Close thread',
            title: 'Close thread',
            onclick: close,
          },
          icon('close'),
        ),
      );
    }
    composer.target(key, 'Reply in the thread', state);
    const messages = threadOf(conversation, threadTs);
    const items = timelineOf(messages, {
      zone: context.eyes.zone,
      now: context.eyes.now,
      newFrom: null,
    });
    list.update(items, () => settled, {
      ...context,
      openThread: null,
      prefix: `${context.prefix}-thread`,
    });
    if (arrived) list.scrollToEnd();
  };
  return { root, update };
}
