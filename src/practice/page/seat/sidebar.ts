import type { Conversation, SeatState } from '../../seat-api.ts';
import { el, refill } from '../element.ts';
import { icon } from '../icons.ts';
import { drawAvatar } from './avatar.ts';
import { appOf, type Place, titleOf } from './place.ts';

const marks = { channel: 'channel', private: 'lock', shared: 'shared', im: 'thread' } as const;

export type Sidebar = {
  readonly root: HTMLElement;
  readonly update: (state: SeatState, place: Place) => void;
};

export type SidebarDeeds = {
  readonly go: (conversation: string) => void;
  /** Opens an app with which there has been no talk yet. */
  readonly meet: () => Promise<void>;
};

/** The list of channels, apps and people of one seat. */
export function createSidebar({ go, meet }: SidebarDeeds): Sidebar {
  const root = el('nav', { class: 'sidebar', 'aria-label': 'Channels and messages' });
  let signature = '';

  const entry = (conversation: Conversation, state: SeatState, place: Place) => {
    const here = conversation.id === place.conversation;
    const title = titleOf(conversation, state);
    const other = state.people.find(
      ({ id }) => id !== state.me.id && conversation.memberIds.includes(id),
    );
    const unread = conversation.unread > 0;
    return el(
      'li',
      {},
      el(
        'button',
        {
          type: 'button',
          class: unread ? 'channel unread' : 'channel',
          'aria-current': here ? 'page' : undefined,
          'data-conversation': conversation.id,
          'data-key': `go-${conversation.id}`,
          onclick: () => go(conversation.id),
        },
        conversation.kind === 'im' ? drawAvatar(other, 'small') : icon(marks[conversation.kind]),
        el('span', { class: 'channel-name' }, title),
        conversation.kind === 'shared' &&
          el('span', { class: 'out-of-sight' }, ', shared with another workspace'),
        unread &&
          el(
            'span',
            { class: 'badge', 'aria-label': `${conversation.unread} unread` },
            String(conversation.unread),
          ),
      ),
    );
  };
  const newApps = (state: SeatState) =>
    state.people
      .filter(
        ({ isBot, id }) =>
          isBot &&
          !state.conversations.some(
            ({ kind, memberIds }) => kind === 'im' && memberIds.includes(id),
          ),
      )
      .map((app) =>
        el(
          'li',
          {},
          el(
            'button',
            {
              type: 'button',
              class: 'channel',
              'data-key': `app-${app.id}`,
              onclick: () => void meet(),
            },
            drawAvatar(app, 'small'),
            el('span', { class: 'channel-name' }, app.name),
          ),
        ),
      );
  const section = (title: string, entries: readonly HTMLElement[]) =>
    entries.length === 0
      ? null
      : el('div', { class: 'sidebar-part' }, el('h3', {}, title), el('ul', {}, ...entries));

  const update = (state: SeatState, place: Place) => {
    const next = JSON.stringify([
      place.conversation,
      state.conversations.map(({ id, name, unread, memberIds }) => [id, name, unread, memberIds]),
      state.people,
    ]);
    if (next === signature) return;
    signature = next;
    const entries = (test: (conversation: Conversation) => boolean) =>
      state.conversations.filter(test).map((conversation) => entry(conversation, state, place));
    const isApp = (conversation: Conversation) => appOf(conversation, state) !== undefined;
    refill(
      root,
      el(
        'div',
        { class: 'workspace' },
        el('p', { class: 'workspace-name' }, state.workspace),
        el(
          'p',
          { class: 'me' },
          drawAvatar(state.me, 'small'),
          el('span', {}, el('b', {}, state.me.name), el('small', {}, state.me.title)),
        ),
      ),
      section(
        'Channels',
        entries(({ kind }) => kind === 'channel' || kind === 'private'),
      ),
      section(
        'Shared with other workspaces',
        entries(({ kind }) => kind === 'shared'),
      ),
      section('Apps', [...entries(isApp), ...newApps(state)]),
      section(
        'Direct messages',
        entries((each) => each.kind === 'im' && !isApp(each)),
      ),
    );
  };
  return { root, update };
}
