import type { ActCore, Shown } from './act.ts';
import { command } from './act-command.ts';
import { edit, openHome, remove, say } from './act-messages.ts';
import { pressInMessage, pressInView, shortcut } from './act-press.ts';
import { closeView, submit } from './act-view.ts';
import { markRead } from './messages.ts';
import type { ActionOutcome, SeatAction, SeatId } from './seat-api.ts';
import { sitter } from './seat-state.ts';

/** Does what the person in a seat did on the page, as that person. */
export async function seatAct(
  core: ActCore,
  seat: SeatId,
  action: SeatAction,
): Promise<ActionOutcome> {
  const shown = await act(inBackground(core, action), sitter(core, seat).id, action);
  return shown.kind === 'done' ? { kind: 'done' } : shown;
}

/** Who writes does not wait for the app: only commands, presses and modals hang on its answer. */
const inBackground = (core: ActCore, { type }: SeatAction): ActCore =>
  ['message', 'edit', 'delete', 'open-home'].includes(type)
    ? { ...core, deliver: async (envelope) => void core.deliver(envelope) }
    : core;

function act(core: ActCore, me: string, action: SeatAction): Promise<Shown> | Shown {
  switch (action.type) {
    case 'message':
      return say(core, me, action);
    case 'edit':
      return edit(core, me, action);
    case 'delete':
      return remove(core, me, action);
    case 'command':
      return command(core, me, action);
    case 'block-action': {
      const { container, blockId, actionId, value, state } = action;
      const element = { blockId, actionId, value, ...(state !== undefined && { state }) };
      return container.type === 'message'
        ? pressInMessage(core, me, { ...element, channel: container.channel, ts: container.ts })
        : pressInView(core, me, { ...element, viewId: container.viewId });
    }
    case 'submit':
      return submit(core, me, action);
    case 'close':
      return closeView(core, me, action.viewId);
    case 'shortcut': {
      const { callbackId, channel, ts } = action;
      return shortcut(core, me, { callbackId, on: { channel, ts } });
    }
    case 'open-home':
      return openHome(core, me);
    case 'read': {
      const last = core.state.messages[action.channel]?.at(-1)?.ts;
      const ephemeral = core.state.ephemerals[action.channel]?.at(-1)?.ts;
      const ts = [last, ephemeral]
        .filter((each) => each !== undefined)
        .sort()
        .at(-1);
      if (ts === undefined || core.state.read[me]?.[action.channel] === ts) return { kind: 'done' };
      markRead(core, me, action.channel, ts);
      core.changed();
      return { kind: 'done' };
    }
  }
}
