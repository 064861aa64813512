import type { ActCore, Shown } from './act.ts';
import { topView } from './act.ts';
import { command } from './act-command.ts';
import { addReaction, edit, invite, type NewFile, openHome, remove, say } from './act-messages.ts';
import { pressInMessage, pressInView, shortcut } from './act-press.ts';
import { suggest } from './act-suggest.ts';
import { closeView, submit } from './act-view.ts';
import { directChannel } from './people.ts';
import type { StoredMessage, StoredView, Values } from './slack-state.ts';
import { elementsOf, valueFor } from './view-values.ts';

/** One person at work in Slack, for tests and scripts. Each act resolves once the app has been told. */
export type PersonDriver = {
  readonly id: string;
  /** Writes in a channel, given by id or `#name`. @throws {Error} where Slack would not let them */
  readonly say: (
    channel: string,
    text: string,
    more?: { threadTs?: string; files?: readonly NewFile[] },
  ) => Promise<StoredMessage>;
  /** Writes to the app in direct messages. */
  readonly tell: (
    text: string,
    more?: { threadTs?: string; files?: readonly NewFile[] },
  ) => Promise<StoredMessage>;
  readonly edit: (channel: string, ts: string, text: string) => Promise<Shown>;
  readonly delete: (channel: string, ts: string) => Promise<Shown>;
  readonly react: (channel: string, ts: string, name: string) => Promise<Shown>;
  readonly invite: (channel: string, user: string) => Promise<Shown>;
  readonly command: (name: string, text: string, channel: string) => Promise<Shown>;
  /**
   * Uses an element by its `action_id`, in a message or a view.
   *
   * @param value its new value where it has one: an option's value or text, a date, words typed
   * @param typed what stands in other fields of the view by then, as for `submit`
   */
  readonly press: (
    on: StoredMessage | StoredView,
    actionId: string,
    value?: unknown,
    typed?: Readonly<Record<string, unknown>>,
  ) => Promise<Shown>;
  /** Types into a menu that the app fills, and sees what it offers. */
  readonly suggest: (
    on: StoredMessage | StoredView,
    actionId: string,
    query: string,
  ) => ReturnType<typeof suggest>;
  /**
   * Fills a modal and submits it.
   *
   * @param values by `block_id` or `action_id`; what is not named keeps what stands in it
   */
  readonly submit: (view: StoredView, values?: Readonly<Record<string, unknown>>) => Promise<Shown>;
  readonly close: (view: StoredView) => Promise<Shown>;
  /** A shortcut of a message, or a global one. */
  readonly shortcut: (callbackId: string, on?: StoredMessage) => Promise<Shown>;
  readonly openHome: (tab?: 'home' | 'messages') => Promise<Shown>;
  /** The modal on top, if one is open. */
  readonly modal: () => StoredView | undefined;
  /** The same, waited for: apps acknowledge a press first and open a modal then. */
  readonly opened: () => Promise<StoredView>;
};

export function personDriver(
  core: ActCore,
  id: string,
  {
    channelId,
    until,
  }: { channelId: (name: string) => string; until: <T>(look: () => T | undefined) => Promise<T> },
): PersonDriver {
  const write: PersonDriver['say'] = async (channel, text, more = {}) => {
    const shown = await say(core, id, { channel: channelId(channel), text, ...more });
    if (shown.kind !== 'done' || shown.message === undefined) {
      throw new Error(`${id} could not write in ${channel}: ${JSON.stringify(shown)}`);
    }
    return shown.message;
  };
  return {
    id,
    say: write,
    tell: (text, more) => write(directChannel(core, core.world.app.userId, id).id, text, more),
    edit: (channel, ts, text) => edit(core, id, { channel: channelId(channel), ts, text }),
    delete: (channel, ts) => remove(core, id, { channel: channelId(channel), ts }),
    react: (channel, ts, name) => addReaction(core, id, { channel: channelId(channel), ts, name }),
    invite: (channel, user) => invite(core, id, { channel: channelId(channel), user }),
    command: (name, text, channel) =>
      command(core, id, { command: name, text, channel: channelId(channel) }),
    press: (on, actionId, value, typed = {}) =>
      'view' in on
        ? pressInView(core, id, { viewId: on.id, actionId, value, state: filled(on, typed) })
        : pressInMessage(core, id, { channel: channelOf(core, on), ts: on.ts, actionId, value }),
    suggest: (on, actionId, query) =>
      suggest(core, id, {
        actionId,
        query,
        ...('view' in on ? { viewId: on.id } : { channel: channelOf(core, on), ts: on.ts }),
      }),
    submit: (view, values = {}) =>
      submit(core, id, { viewId: view.id, state: filled(view, values) }),
    close: (view) => closeView(core, id, view.id),
    shortcut: (callbackId, on) =>
      shortcut(
        core,
        id,
        on === undefined
          ? { callbackId }
          : { callbackId, on: { channel: channelOf(core, on), ts: on.ts } },
      ),
    openHome: (tab) => openHome(core, id, tab),
    modal: () => topView(core, id),
    opened: () => until(() => topView(core, id)),
  };
}

/** Timestamps are unique in the whole of the local Slack, so a message alone says where it stands. */
function channelOf({ state }: ActCore, { ts }: StoredMessage): string {
  const places = [...Object.entries(state.messages), ...Object.entries(state.ephemerals)];
  const found = places.find(([, messages]) => messages.some((message) => message.ts === ts));
  if (found === undefined) throw new Error(`no message ${ts} any more`);
  return found[0];
}

function filled({ view }: StoredView, values: Readonly<Record<string, unknown>>): Values {
  const state: Record<string, Record<string, unknown>> = {};
  const left = new Set(Object.keys(values));
  for (const block of view.blocks as readonly unknown[] as readonly Readonly<
    Record<string, unknown>
  >[]) {
    for (const element of elementsOf(block)) {
      const name = [element.action_id, block.block_id].map(String).find((each) => each in values);
      if (name === undefined) continue;
      left.delete(name);
      const blockId = String(block.block_id);
      state[blockId] = {
        ...state[blockId],
        [String(element.action_id)]: valueFor(element, values[name]),
      };
    }
  }
  if (left.size > 0) throw new RangeError(`the view has no field ${[...left].join(', ')}`);
  return state;
}
