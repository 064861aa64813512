import type { ActionOutcome, Message, SeatAction, SeatId, SeatState } from '../../seat-api.ts';
import { createFormValues, type FormValues } from '../blocks/form-values.ts';
import { el } from '../element.ts';
import { eyesOf } from '../eyes.ts';
import { seatNames } from '../seats.ts';
import { type Composer, createComposer } from './composer.ts';
import { createConversationView } from './conversation-view.ts';
import { createDeeds } from './deeds.ts';
import { createHomeView } from './home-view.ts';
import type { MessageContext } from './message.ts';
import { drawToolbar } from './message-menu.ts';
import { createModalLayer } from './modal-layer.ts';
import { createNotice } from './notice.ts';
import { appOf, firstPlace, type Place } from './place.ts';
import { createReadMarks, type ReadMarks } from './read-marks.ts';
import { createSidebar } from './sidebar.ts';
import { createThreadPane } from './thread-pane.ts';

export type SeatView = {
  readonly root: HTMLElement;
  readonly update: (state: SeatState) => void;
  /** Whether somebody looks at this seat now; only then is what arrives read. */
  readonly show: (visible: boolean) => void;
  readonly go: (conversation: string, threadTs?: string | null) => void;
  readonly place: () => Place | null;
  readonly composer: Composer;
  readonly threadComposer: Composer;
};

/** Everything one seat sees and can do. */
export function createSeatView(
  seat: SeatId,
  send: (action: SeatAction) => Promise<ActionOutcome>,
): SeatView {
  let state: SeatState | null = null;
  let place: Place | null = null;
  let visible = false;
  let readUpTo = '';
  /** The conversation that somebody has been looking at since the last drawing. */
  let watched = '';
  let marks: ReadMarks = createReadMarks([]);
  const values = new Map<string, FormValues>();

  const notice = createNotice();
  const act = async (action: SeatAction): Promise<ActionOutcome> => {
    const outcome = await send(action);
    if (outcome.kind === 'done' && action.type !== 'read') notice.hide();
    // A modal says itself why it was not accepted.
    if (outcome.kind === 'refused' && action.type !== 'submit') notice.say(outcome.message);
    return outcome;
  };
  const deeds = createDeeds(act, notice.say);
  const say = (typed: string, threadTs: string | null) => {
    if (state !== null && place !== null) deeds.say(typed, place.conversation, threadTs, state);
  };
  const composer = createComposer(`${seat}-composer`, (typed) => say(typed, null));
  const threadComposer = createComposer(`${seat}-thread-composer`, (typed) =>
    say(typed, place?.threadTs ?? null),
  );

  const move = (next: Place) => {
    place = next;
    content.classList.remove('sidebar-open');
    draw();
  };
  const go: SeatView['go'] = (conversation, threadTs = null) =>
    move({ conversation, tab: 'messages', threadTs });
  const openThread = (message: Message) => {
    if (place === null) return;
    move({ ...place, threadTs: message.threadTs ?? message.ts });
    threadComposer.focus();
  };
  const closeThread = () => {
    if (place === null) return;
    move({ ...place, threadTs: null });
    composer.focus();
  };

  const home = createHomeView(seat, act);
  const sidebar = createSidebar({
    go: (conversation) => {
      go(conversation);
      composer.focus();
    },
    meet: async () => {
      // Slack makes the DM with an app when one first opens the app.
      await act({ type: 'open-home' });
      const dm = state?.conversations.find(
        (each) => state !== null && appOf(each, state) !== undefined,
      );
      if (dm !== undefined) go(dm.id);
    },
  });
  const conversation = createConversationView(
    composer,
    home.root,
    { ...lateMarks() },
    {
      openMenu: () => content.classList.toggle('sidebar-open'),
      showTab: (tab) => {
        if (place !== null) move({ ...place, tab, threadTs: null });
        if (tab === 'home') void act({ type: 'open-home' });
      },
    },
  );
  const thread = createThreadPane(threadComposer, closeThread);
  const shade = el('div', {
    class: 'sidebar-shade',
    onclick: () => content.classList.remove('sidebar-open'),
  });
  const content = el(
    'div',
    { class: 'seat-content' },
    sidebar.root,
    shade,
    conversation.root,
    thread.root,
  );
  const label = el('p', { class: 'seat-label', 'aria-hidden': 'true' });
  const modals = createModalLayer(seat, act, content);
  const root = el(
    'section',
    { class: `seat seat-${seat}`, id: `seat-${seat}`, 'data-seat': seat },
    label,
    content,
    notice.root,
    modals.root,
  );
  content.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') content.classList.remove('sidebar-open');
  });

  /** The marks begin when the first state arrives; what is built before reaches them through here. */
  function lateMarks(): ReadMarks {
    return {
      note: (...given) => marks.note(...given),
      newFrom: (id) => marks.newFrom(id),
      readThread: (...given) => marks.readThread(...given),
      threadStanding: (...given) => marks.threadStanding(...given),
    };
  }

  function contextOf(now: SeatState, at: Place): MessageContext {
    const channel = at.conversation;
    return {
      eyes: eyesOf(now),
      prefix: `${seat}-${channel}`,
      valuesOf: (ts) => {
        const known = values.get(ts) ?? createFormValues();
        values.set(ts, known);
        return known;
      },
      act: (message, blockId, actionId, value) => {
        const container = { type: 'message', channel, ts: message.ts } as const;
        const entered = values.get(message.ts)?.state() ?? {};
        void act({ type: 'block-action', container, blockId, actionId, value, state: entered });
      },
      openThread,
      toolbar: (message, inThread) =>
        drawToolbar(message, now, {
          reply: inThread ? null : openThread,
          edit: (each) => void deeds.edit(each, channel, now),
          remove: (each) => void deeds.remove(each, channel),
          shortcut: (callbackId, each) =>
            void act({ type: 'shortcut', callbackId, channel, ts: each.ts }),
        }),
    };
  }

  function draw(): void {
    if (state === null || place === null) return;
    const here = state.conversations.find(({ id }) => id === place?.conversation);
    if (here === undefined || !visible || place.tab !== 'messages') watched = '';
    else {
      if (watched !== here.id) marks.note(state, here);
      watched = here.id;
      if (place.threadTs !== null) marks.readThread(here, place.threadTs);
      // Once for each newest message, so that a world that counts otherwise is not asked without end.
      const newest = `${here.id} ${here.messages.at(-1)?.ts}`;
      if (here.unread > 0 && newest !== readUpTo) {
        readUpTo = newest;
        void act({ type: 'read', channel: here.id });
      }
    }
    const context = contextOf(state, place);
    const who = `${seatNames[seat]}: ${state.me.name}, ${state.workspace}`;
    root.setAttribute('aria-label', who);
    label.textContent = who;
    sidebar.update(state, place);
    if (place.tab === 'home') home.update(state, context.eyes);
    conversation.update(state, place, context);
    thread.update(state, place, context);
    modals.update(state, context.eyes);
  }

  return {
    root,
    composer,
    threadComposer,
    go,
    place: () => place,
    update: (next) => {
      if (state === null) marks = createReadMarks(next.conversations);
      state = next;
      const gone = !next.conversations.some(({ id }) => id === place?.conversation);
      if (place === null || gone) place = firstPlace(seat, next);
      draw();
    },
    show: (is) => {
      if (is === visible) return;
      visible = is;
      if (!is) watched = '';
      draw();
    },
  };
}
