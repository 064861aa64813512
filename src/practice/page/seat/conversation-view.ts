import type { Conversation, SeatState } from '../../seat-api.ts';
import { el, refill } from '../element.ts';
import { icon } from '../icons.ts';
import type { Composer } from './composer.ts';
import type { MessageContext } from './message.ts';
import { createMessageList, type MessageList } from './message-list.ts';
import { appOf, type Place, titleOf, topLevel } from './place.ts';
import type { ReadMarks } from './read-marks.ts';
import { timelineOf } from './timeline.ts';

export type ConversationView = {
  readonly root: HTMLElement;
  readonly update: (state: SeatState, place: Place, context: MessageContext) => void;
};

export type ConversationDeeds = {
  readonly openMenu: () => void;
  readonly showTab: (tab: Place['tab']) => void;
};

/** A channel or DM: its heading, messages and composer. */
export function createConversationView(
  composer: Composer,
  home: HTMLElement,
  marks: ReadMarks,
  { openMenu, showTab }: ConversationDeeds,
): ConversationView {
  const heading = el('header', { class: 'conversation-head' });
  const body = el('div', { class: 'conversation-body' });
  const foot = el('div', { class: 'conversation-foot' }, composer.root);
  const root = el('div', { class: 'conversation' }, heading, body, foot);
  let shown = '';
  let list: MessageList | null = null;
  let headSignature = '';

  const drawHead = (conversation: Conversation, state: SeatState, place: Place) => {
    const signature = JSON.stringify([
      conversation.id,
      conversation.topic,
      conversation.memberIds,
      place.tab,
      state.people.length,
      hasUnreadElsewhere(state, conversation),
    ]);
    if (signature === headSignature) return;
    headSignature = signature;
    const app = appOf(conversation, state);
    refill(
      heading,
      el(
        'button',
        {
          type: 'button',
          class: hasUnreadElsewhere(state, conversation)
            ? 'tool open-sidebar fresh'
            : 'tool open-sidebar',
          'aria-label': 'Channels',
          'data-key': 'menu',
          onclick: openMenu,
        },
        icon('menu'),
      ),
      el(
        'div',
        { class: 'conversation-title' },
        el('h2', {}, ...titleNodes(conversation, state)),
        aboutOf(conversation, state),
      ),
      // Slack draws no Home for people of other workspaces.
      app !== undefined &&
        !app.isExternal &&
        el(
          'div',
          { class: 'tabs', role: 'group', 'aria-label': `${app.name} views` },
          ...(['messages', 'home'] as const).map((tab) =>
            el(
              'button',
              {
                type: 'button',
                class: 'tab',
                'data-key': `tab-${tab}`,
                'aria-pressed': String(place.tab === tab),
                onclick: () => showTab(tab),
              },
              tab === 'home' ? 'Home' : 'Messages',
            ),
          ),
        ),
    );
  };

  const update: ConversationView['update'] = (state, place, context) => {
    const conversation = state.conversations.find(({ id }) => id === place.conversation);
    if (conversation === undefined) {
      refill(body, el('p', { class: 'empty' }, 'There is no conversation here yet.'));
      return;
    }
    drawHead(conversation, state, place);
    foot.hidden = place.tab === 'home';
    const key = `${conversation.id} ${place.tab}`;
    const arrived = key !== shown;
    if (arrived) {
      shown = key;
      // A new log for each conversation, so that a screen reader hears only what arrives in it.
      list =
        place.tab === 'home'
          ? null
          : createMessageList(`Messages in ${titleOf(conversation, state)}`);
      body.replaceChildren(list?.root ?? home);
    }
    composer.target(conversation.id, `Message ${labelOf(conversation, state)}`, state);
    if (list === null) return;
    const messages = topLevel(conversation);
    list.root.classList.toggle('bare', messages.length === 0);
    const newFrom = marks.newFrom(conversation.id);
    const items = timelineOf(messages, { zone: context.eyes.zone, now: context.eyes.now, newFrom });
    list.update(
      items,
      (message) => marks.threadStanding(conversation, message, context.eyes.me.id),
      context,
    );
    drawBeginning(list.root, conversation, state);
    if (arrived) list.scrollToEnd();
  };
  return { root, update };
}

const hasUnreadElsewhere = (state: SeatState, here: Conversation) =>
  state.conversations.some(({ id, unread }) => id !== here.id && unread > 0);

const labelOf = (conversation: Conversation, state: SeatState) =>
  conversation.kind === 'im' ? titleOf(conversation, state) : `#${conversation.name}`;

function titleNodes(conversation: Conversation, state: SeatState): Node[] {
  const drawing = { channel: 'channel', private: 'lock', shared: 'shared', im: null } as const;
  const mark = drawing[conversation.kind];
  return [...(mark === null ? [] : [icon(mark)]), new Text(titleOf(conversation, state))];
}

function aboutOf(conversation: Conversation, state: SeatState): HTMLElement {
  if (conversation.kind === 'shared') {
    const members = state.people.filter(({ id }) => conversation.memberIds.includes(id));
    const others = new Set(members.map(({ workspace }) => workspace));
    others.delete(state.workspace);
    const named = [...others].join(' and ') || 'another workspace';
    return el(
      'p',
      { class: 'about' },
      el('span', { class: 'tag external' }, `Shared with ${named}`),
      ` ${conversation.topic}`,
    );
  }
  const count = conversation.memberIds.length;
  const who = conversation.kind === 'im' ? '' : `${count} ${count === 1 ? 'person' : 'people'}`;
  const privately = conversation.kind === 'private' ? 'private' : '';
  return el(
    'p',
    { class: 'about' },
    [privately, who, conversation.topic].filter((part) => part !== '').join(' · '),
  );
}

/** An empty conversation says what it is for. */
function drawBeginning(root: HTMLElement, conversation: Conversation, state: SeatState): void {
  const present = root.querySelector('.beginning');
  if (!root.classList.contains('bare')) {
    present?.remove();
    return;
  }
  if (present !== null) return;
  const app = state.people.find(({ isBot }) => isBot)?.name ?? 'the app';
  const first = state.commands[0]?.command;
  const tries =
    first === undefined
      ? `Mention @${app} with a question to get an answer here.`
      : `Type ${first} to look something up, or mention @${app} with a question.`;
  root.prepend(
    el(
      'div',
      { class: 'beginning' },
      el(
        'h3',
        {},
        conversation.kind === 'im'
          ? `You and ${titleOf(conversation, state)}`
          : `This is #${conversation.name}`,
      ),
      el(
        'p',
        {},
        conversation.kind === 'im'
          ? 'Nothing has been said yet. Write the first message below.'
          : tries,
      ),
    ),
  );
}
