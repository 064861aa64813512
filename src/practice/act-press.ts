import { type ActCore, afterwards, placeOf, refused, type Shown, slackIsDown } from './act.ts';
import { messageActionPayload, shortcutPayload, viewActionPayload } from './interaction-payload.ts';
import { findEphemeral, findMessage } from './messages.ts';
import { isExternal, personOf } from './people.ts';
import type { SlackCore } from './slack-core.ts';
import { nextTs, type Values } from './slack-state.ts';
import { elementsOf, merged, stateOf, valueFor } from './view-values.ts';
import { allViews, keepValues } from './web-api-views.ts';

type Node = Readonly<Record<string, unknown>>;

/** Somebody uses an element of a message. `value` is the element's new value, where it has one. */
export async function pressInMessage(
  core: ActCore,
  personId: string,
  on: {
    channel: string;
    ts: string;
    actionId: string;
    blockId?: string;
    value?: unknown;
    state?: Values;
  },
): Promise<Shown> {
  const place = placeOf(core, personId, on.channel);
  if ('kind' in place) return place;
  const message = findMessage(core, on.channel, on.ts) ?? findEphemeral(core, on.channel, on.ts);
  if (message === undefined || (message.own.for ?? personId) !== personId)
    return refused('That message is gone.');
  const action = actionOf(core, message.blocks ?? [], on);
  if (action === undefined) return refused('That button is gone.');
  const values = stateOf(message.blocks ?? [], { ...on.state, ...stateFrom(action) });
  const payload = messageActionPayload(core, { ...place, message, action, values });
  return afterwards(
    core,
    personId,
    await core.interact({ type: 'interactive', name: 'block_actions', payload }),
  );
}

/** Somebody uses an element of a modal or of the Home tab. */
export async function pressInView(
  core: ActCore,
  personId: string,
  on: { viewId: string; actionId: string; blockId?: string; value?: unknown; state?: Values },
): Promise<Shown> {
  if (core.fault === 'down') return slackIsDown;
  const person = personOf(core, personId);
  const before = allViews(core).find(({ id }) => id === on.viewId);
  if (person === undefined || before === undefined) return refused('That window is gone.');
  const action = actionOf(core, before.view.blocks, on);
  if (action === undefined) return refused('That button is gone.');
  const values = merged(before.values, on.state, stateFrom(action));
  const stored = keepValues(core, before, stateOf(before.view.blocks, values));
  const payload = viewActionPayload(core, { person, stored, action });
  return afterwards(
    core,
    personId,
    await core.interact({ type: 'interactive', name: 'block_actions', payload }),
  );
}

/** Somebody picks a shortcut, of a message or (without one) of the app. Outsiders have none. */
export async function shortcut(
  core: ActCore,
  personId: string,
  { callbackId, on }: { callbackId: string; on?: { channel: string; ts: string } },
): Promise<Shown> {
  if (core.fault === 'down') return slackIsDown;
  const person = personOf(core, personId);
  const wanted = on === undefined ? 'global' : 'message';
  const known = core.world.app.shortcuts.some(
    (each) => each.callbackId === callbackId && each.type === wanted,
  );
  if (person === undefined || !known || isExternal(core, person))
    return refused('There is no such shortcut here.');
  if (on === undefined) {
    const payload = shortcutPayload(core, { person, callbackId });
    return afterwards(
      core,
      personId,
      await core.interact({ type: 'interactive', name: 'shortcut', payload }),
    );
  }
  const place = placeOf(core, personId, on.channel);
  if ('kind' in place) return place;
  const message = findMessage(core, on.channel, on.ts);
  if (message === undefined) return refused('That message is gone.');
  const payload = shortcutPayload(core, {
    person,
    callbackId,
    on: { channel: place.channel, message },
  });
  return afterwards(
    core,
    personId,
    await core.interact({ type: 'interactive', name: 'message_action', payload }),
  );
}

/** `actions[0]` for an element, or `undefined` where there is none of that id. */
function actionOf(
  core: SlackCore,
  blocks: readonly unknown[],
  { actionId, blockId, value }: { actionId: string; blockId?: string; value?: unknown },
): Node | undefined {
  for (const block of blocks as readonly Node[]) {
    if (blockId !== undefined && block.block_id !== blockId) continue;
    const element = elementsOf(block).find((each) => each.action_id === actionId);
    if (element === undefined) continue;
    const base = {
      action_id: actionId,
      block_id: block.block_id,
      action_ts: nextTs(core.state, core.now()),
    };
    if (element.type !== 'button') return { ...base, ...valueFor(element, value) };
    const { type, text, value: carried, style } = element;
    return {
      ...base,
      type,
      text,
      ...(carried !== undefined && { value: carried }),
      ...(style !== undefined && { style }),
    };
  }
  return undefined;
}

/** The state that an action leaves behind in its element. */
const stateFrom = ({
  block_id: blockId,
  action_id: actionId,
  action_ts: _,
  text: __,
  ...value
}: Node): Values => ({
  [String(blockId)]: { [String(actionId)]: value },
});
