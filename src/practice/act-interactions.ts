import type { View } from '@slack/types';
import { type ActCore, placeOf, refused, type Shown, slackIsDown, topView } from './act.ts';
import { messageRejection, viewRejection } from './check-payload.ts';
import type { AppReply } from './delivery.ts';
import {
  commandPayload,
  messageActionPayload,
  shortcutPayload,
  viewActionPayload,
  viewPayload,
} from './interaction-payload.ts';
import { addEphemeral, addMessage, findEphemeral, findMessage, tellOfMessage } from './messages.ts';
import { isExternal, personOf } from './people.ts';
import type { SlackCore } from './slack-core.ts';
import { nextTs, type StoredView, type Values } from './slack-state.ts';
import { storedText } from './typed-text.ts';
import { elementsOf, inputErrors, stateOf, valueFor } from './view-values.ts';
import { draftOf } from './web-api-chat.ts';
import { allViews, pushView, replaceView } from './web-api-views.ts';

type Node = Readonly<Record<string, unknown>>;

/** Somebody runs a slash command. Outsiders have none: Slack knows only those of their own workspace. */
export async function command(
  core: ActCore,
  personId: string,
  {
    command: name,
    text,
    channel: channelId,
    threadTs,
  }: { command: string; text: string; channel: string; threadTs?: string },
): Promise<Shown> {
  const place = placeOf(core, personId, channelId);
  if ('kind' in place) return place;
  const { person, channel } = place;
  const feature = core.world.app.commands.find((each) => each.command === name);
  if (feature === undefined || isExternal(core, person)) {
    return refused(
      `${name} is not a valid command. Messages that start with “/” are read as commands.`,
    );
  }
  if (threadTs !== undefined) return refused(`${name} is not supported in threads. Sorry!`);
  const typed = feature.shouldEscape ? storedText(core, text) : text;
  const payload = commandPayload(core, { person, channel, command: name, text: typed });
  const reply = await core.interact({ type: 'slash_commands', name, payload });
  if (reply.kind !== 'answered')
    return refused(`${name} failed with the error “${errorOf(reply)}”`);
  const args: Node =
    typeof reply.body === 'string' ? { text: reply.body } : ((reply.body ?? {}) as Node);
  const visible = args.response_type === 'in_channel';
  if (visible) {
    addMessage(core, channel, {
      user: personId,
      team: person.workspaceId,
      text: `${name} ${text}`.trim(),
    });
  }
  if (args.text === undefined && args.blocks === undefined && args.attachments === undefined)
    return { kind: 'done' };
  const rejection = messageRejection(args, 40_000);
  if (rejection !== undefined)
    return notTaken(core, `answer to ${name}`, rejection.problems, args, name);
  const draft = draftOf(core, args);
  const message = visible
    ? addMessage(core, channel, draft)
    : addEphemeral(core, channel, personId, draft);
  if (visible) void tellOfMessage(core, channel, message);
  return { kind: 'done', message };
}

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

/** Somebody presses a modal's submit button. What Slack itself finds wrong never reaches the app. */
export async function submit(
  core: ActCore,
  personId: string,
  { viewId, state }: { viewId: string; state: Values },
): Promise<Shown> {
  if (core.fault === 'down') return slackIsDown;
  const person = personOf(core, personId);
  const before = core.state.modals[personId]?.find(({ id }) => id === viewId);
  if (person === undefined || before === undefined) return refused('That window is gone.');
  const stored = keepValues(
    core,
    before,
    stateOf(before.view.blocks, merged(before.values, state)),
  );
  const errors = inputErrors(stored.view.blocks, stored.values);
  if (Object.keys(errors).length > 0) return { kind: 'errors', errors };
  const payload = viewPayload(core, { person, stored, type: 'view_submission' });
  const reply = await core.interact({ type: 'interactive', name: 'view_submission', payload });
  if (reply.kind !== 'answered') return trouble;
  return afterSubmission(core, personId, stored, (reply.body ?? {}) as Node);
}

function afterSubmission(
  core: SlackCore,
  personId: string,
  stored: StoredView,
  answer: Node,
): Shown {
  const stack = core.state.modals[personId] ?? [];
  switch (answer.response_action) {
    case undefined:
      core.state.modals[personId] = stack.filter(({ id }) => id !== stored.id);
      break;
    case 'clear':
      core.state.modals[personId] = [];
      break;
    case 'errors': {
      const errors = (answer.errors ?? {}) as Record<string, string>;
      const inputs = (stored.view.blocks as readonly unknown[] as readonly Node[])
        .filter(({ type }) => type === 'input')
        .map((block) => block.block_id);
      const strays = Object.keys(errors).filter((id) => !inputs.includes(id));
      if (strays.length > 0 || Object.keys(errors).length === 0) {
        return notTaken(
          core,
          'view_submission',
          [`errors name no input block of the view: ${strays.join(', ')}`],
          answer,
        );
      }
      return { kind: 'errors', errors };
    }
    case 'update':
    case 'push': {
      const rejection = viewRejection(answer.view, 'modal');
      if (rejection !== undefined)
        return notTaken(core, 'view_submission', rejection.problems, answer);
      const view = answer.view as View;
      const shown =
        answer.response_action === 'push'
          ? pushView(core, personId, view)
          : replaceView(core, stored, view);
      if (typeof shown === 'string') return notTaken(core, 'view_submission', [shown], answer);
      break;
    }
    default:
      return notTaken(
        core,
        'view_submission',
        [`unknown response_action: ${answer.response_action}`],
        answer,
      );
  }
  core.changed();
  return withView(core, personId);
}

/** Somebody closes a modal; the app hears of it where the view asks for it (`notify_on_close`). */
export async function closeView(
  core: ActCore,
  personId: string,
  viewId: string,
  isCleared = false,
): Promise<Shown> {
  const person = personOf(core, personId);
  const stack = core.state.modals[personId] ?? [];
  const stored = stack.find(({ id }) => id === viewId);
  if (person === undefined || stored === undefined) return refused('That window is gone.');
  const clearing =
    isCleared || ('clear_on_close' in stored.view && stored.view.clear_on_close === true);
  core.state.modals[personId] = clearing ? [] : stack.filter(({ id }) => id !== viewId);
  core.changed();
  if (
    'notify_on_close' in stored.view &&
    stored.view.notify_on_close === true &&
    core.fault !== 'down'
  ) {
    const payload = viewPayload(core, { person, stored, type: 'view_closed', isCleared: clearing });
    await core.interact({ type: 'interactive', name: 'view_closed', payload });
  }
  return withView(core, personId);
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

const trouble = refused('We had some trouble connecting. Try again?');

const errorOf = (reply: Exclude<AppReply, { kind: 'answered' }>) =>
  reply.kind === 'timed-out' ? 'operation_timeout' : 'dispatch_failed';

const afterwards = (core: SlackCore, personId: string, reply: AppReply): Shown =>
  reply.kind === 'answered' ? withView(core, personId) : trouble;

function withView(core: SlackCore, personId: string): Shown {
  const view = topView(core, personId);
  return { kind: 'done', ...(view !== undefined && { view }) };
}

/** The app answered with something that Slack does not take: the person sees only that it failed. */
function notTaken(
  core: SlackCore,
  method: string,
  problems: readonly string[],
  payload: unknown,
  name?: string,
): Shown {
  core.faults.push({ at: core.now().toISOString(), method, problems, payload });
  core.record({
    direction: 'from-app',
    name: method,
    outcome: 'not taken',
    faults: problems,
    payload,
  });
  return name === undefined ? trouble : refused(`${name} failed with the error “dispatch_failed”`);
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

function merged(...states: readonly (Values | undefined)[]): Values {
  const all: Record<string, Record<string, unknown>> = {};
  for (const state of states) {
    for (const [block, values] of Object.entries(state ?? {}))
      all[block] = { ...all[block], ...values };
  }
  return all;
}

function keepValues(core: SlackCore, before: StoredView, values: Values): StoredView {
  const after = { ...before, values };
  const replaced = (each: StoredView) => (each.id === before.id ? after : each);
  for (const [user, stack] of Object.entries(core.state.modals))
    core.state.modals[user] = stack.map(replaced);
  for (const [user, home] of Object.entries(core.state.homes))
    core.state.homes[user] = replaced(home);
  return after;
}
