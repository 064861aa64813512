import type { View } from '@slack/types';
import { viewRejection } from './check-payload.ts';
import { publicView } from './interaction-payload.ts';
import { personOf } from './people.ts';
import type { SlackCore } from './slack-core.ts';
import { newId, type StoredView, type Values } from './slack-state.ts';
import { stateOf } from './view-values.ts';
import { named } from './web-api-chat.ts';
import {
  type Answer,
  type Args,
  failure,
  type Method,
  missing,
  ok,
  textOf,
} from './web-api-method.ts';

/** Modals that may lie on one another. */
const maxStack = 3;

export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': { scopes: [], run: (core, args) => open(core, args) },
  'views.push': { scopes: [], run: (core, args) => open(core, args) },
  'views.update': { scopes: [], run: update },
  'views.publish': { scopes: [], run: publish },
};

function open(core: SlackCore, args: Args): Answer {
  const lacking = missing(args, 'view', 'trigger_id');
  if (lacking !== undefined) return lacking;
  const user = takeTrigger(core, textOf(args, 'trigger_id') ?? '');
  if (typeof user !== 'string') return failure(user.error);
  const rejection = viewRejection(args.view, 'modal');
  if (rejection !== undefined) return { kind: 'error', ...rejection };
  const stored = pushView(core, user, args.view as View);
  return typeof stored === 'string' ? failure(stored) : ok({ view: publicView(core, stored) });
}

/** Lays a modal upon those that a person has open; the name of the error where Slack refuses. */
export function pushView(core: SlackCore, user: string, view: View): StoredView | string {
  const stack = core.state.modals[user] ?? [];
  if (stack.length >= maxStack) return 'push_limit_reached';
  if (taken(core, view)) return 'duplicate_external_id';
  const id = newId('V');
  const below = stack.at(-1);
  const stored = storedView(core, view, {
    id,
    rootId: below?.rootId ?? id,
    previousId: below?.id ?? null,
  });
  core.state.modals[user] = [...stack, stored];
  core.changed();
  return stored;
}

/** Replaces an open view. What was typed stays where `block_id` and `action_id` are as before. */
export function replaceView(core: SlackCore, before: StoredView, view: View): StoredView {
  const after = storedView(core, view, before, before.values);
  for (const [user, stack] of Object.entries(core.state.modals)) {
    core.state.modals[user] = stack.map((each) => (each.id === before.id ? after : each));
  }
  for (const [user, each] of Object.entries(core.state.homes)) {
    if (each.id === before.id) core.state.homes[user] = after;
  }
  core.changed();
  return after;
}

function update(core: SlackCore, args: Args): Answer {
  const lacking = missing(args, 'view');
  if (lacking !== undefined) return lacking;
  const before = allViews(core).find(
    ({ id, view }) =>
      id === args.view_id ||
      (args.external_id !== undefined && view.external_id === args.external_id),
  );
  if (before === undefined) return failure('not_found');
  if (args.hash !== undefined && args.hash !== before.hash) return failure('hash_conflict');
  const rejection = viewRejection(args.view, before.view.type === 'home' ? 'home' : 'modal');
  if (rejection !== undefined) return { kind: 'error', ...rejection };
  return ok({ view: publicView(core, replaceView(core, before, args.view as View)) });
}

function publish(core: SlackCore, args: Args): Answer {
  const lacking = missing(args, 'view', 'user_id');
  if (lacking !== undefined) return lacking;
  const user = textOf(args, 'user_id') ?? '';
  if (personOf(core, user) === undefined)
    return failure('invalid_arguments', [`no such user: ${user}`]);
  const before = core.state.homes[user];
  if (args.hash !== undefined && before !== undefined && args.hash !== before.hash)
    return failure('hash_conflict');
  const rejection = viewRejection(args.view, 'home');
  if (rejection !== undefined) return { kind: 'error', ...rejection };
  const id = before?.id ?? newId('V');
  const stored = storedView(
    core,
    args.view as View,
    { id, rootId: id, previousId: null },
    before?.values,
  );
  core.state.homes[user] = stored;
  core.changed();
  return ok({ view: publicView(core, stored) });
}

function storedView(
  core: SlackCore,
  view: View,
  { id, rootId, previousId }: Pick<StoredView, 'id' | 'rootId' | 'previousId'>,
  typed: Values = {},
): StoredView {
  const complete = { ...view, blocks: named(view.blocks as Parameters<typeof named>[0]) } as View;
  const hash = `${Math.floor(core.now().getTime() / 1000)}.${newId('').slice(0, 8)}`;
  return { id, rootId, previousId, hash, view: complete, values: stateOf(complete.blocks, typed) };
}

export const allViews = ({ state }: SlackCore): StoredView[] => [
  ...Object.values(state.modals).flat(),
  ...Object.values(state.homes),
];

const taken = (core: SlackCore, view: View) =>
  Boolean(view.external_id) &&
  allViews(core).some((each) => each.view.external_id === view.external_id);

/** Uses a `trigger_id` up: whose it is, or why it is of no use any more. */
function takeTrigger(core: SlackCore, id: string): string | { error: string } {
  const trigger = core.state.triggers[id];
  if (trigger === undefined) return { error: 'invalid_trigger_id' };
  if (trigger.used) return { error: 'exchanged_trigger_id' };
  if (trigger.until < core.now().getTime()) return { error: 'expired_trigger_id' };
  core.state.triggers[id] = { ...trigger, used: true };
  return trigger.user;
}

/** Keeps what stands in the fields of a view. */
export function keepValues(core: SlackCore, before: StoredView, values: Values): StoredView {
  const after = { ...before, values };
  const replaced = (each: StoredView) => (each.id === before.id ? after : each);
  for (const [user, stack] of Object.entries(core.state.modals))
    core.state.modals[user] = stack.map(replaced);
  for (const [user, home] of Object.entries(core.state.homes))
    core.state.homes[user] = replaced(home);
  return after;
}
