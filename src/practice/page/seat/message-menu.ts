import type { Message, SeatState } from '../../seat-api.ts';
import { el } from '../element.ts';
import { icon } from '../icons.ts';
import { type MenuItem, openMenu } from '../menu.ts';

export type MessageDeeds = {
  readonly reply: ((message: Message) => void) | null;
  readonly edit: (message: Message) => void;
  readonly remove: (message: Message) => void;
  readonly shortcut: (callbackId: string, message: Message) => void;
};

/** What one can do with a message: answer in its thread, change one's own, run an app's shortcut on it. */
export function drawToolbar(
  message: Message,
  state: SeatState,
  deeds: MessageDeeds,
): HTMLElement | null {
  // Slack offers nothing on messages that only one person sees.
  if (message.ephemeral) return null;
  const items: MenuItem[] = state.messageShortcuts.map(({ callbackId, name }) => ({
    label: name,
    description: 'Shortcut of the app',
    choose: () => deeds.shortcut(callbackId, message),
  }));
  if (message.authorId === state.me.id) {
    items.push(
      { label: 'Edit message', choose: () => deeds.edit(message) },
      { label: 'Delete message…', danger: true, choose: () => deeds.remove(message) },
    );
  }
  const { reply } = deeds;
  if (reply === null && items.length === 0) return null;
  const more = el(
    'button',
    {
      type: 'button',
      class: 'tool',
      'aria-label': 'More actions',
      title: 'More actions',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'data-key': `more-${message.ts}`,
      onclick: () => openMenu(more, 'Message actions', items),
    },
    icon('more'),
  );
  return el(
    'div',
    { class: 'toolbar' },
    reply !== null &&
      el(
        'button',
        {
          type: 'button',
          class: 'tool',
          'aria-label': 'Reply in thread',
          title: 'Reply in thread',
          'data-key': `reply-${message.ts}`,
          onclick: () => reply(message),
        },
        icon('thread'),
      ),
    items.length > 0 && more,
  );
}
