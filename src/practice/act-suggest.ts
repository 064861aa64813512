import { type ActCore, notTaken, placeOf, refused, type Shown, slackIsDown } from './act.ts';
import { blockProblems } from './check-blocks.ts';
import { suggestionPayload } from './interaction-payload.ts';
import { findMessage } from './messages.ts';
import { personOf } from './people.ts';
import { elementsOf } from './view-values.ts';
import { allViews } from './web-api-views.ts';

type Node = Readonly<Record<string, unknown>>;

/** Where the menu stands that somebody types into. */
export type Menu = { readonly actionId: string; readonly query: string } & (
  | { readonly viewId: string }
  | { readonly channel: string; readonly ts: string }
);

/** Somebody types into a menu that the app fills (`external_select`): the options it offers, or what Slack would show. */
export async function suggest(
  core: ActCore,
  personId: string,
  menu: Menu,
): Promise<{ readonly kind: 'options'; readonly options: readonly Node[] } | Shown> {
  if (core.fault === 'down') return slackIsDown;
  const person = personOf(core, personId);
  const place = 'channel' in menu ? placeOf(core, personId, menu.channel) : undefined;
  if (place !== undefined && 'kind' in place) return place;
  const message = 'channel' in menu ? findMessage(core, menu.channel, menu.ts) : undefined;
  const stored = 'viewId' in menu ? allViews(core).find(({ id }) => id === menu.viewId) : undefined;
  const blocks = (stored?.view.blocks ??
    message?.blocks ??
    []) as readonly unknown[] as readonly Node[];
  const block = blocks.find((each) =>
    elementsOf(each).some(({ action_id: id }) => id === menu.actionId),
  );
  if (person === undefined || block === undefined) return refused('That menu is gone.');
  const payload = suggestionPayload(core, {
    person,
    actionId: menu.actionId,
    blockId: String(block.block_id),
    value: menu.query,
    ...(stored !== undefined && { stored }),
    ...(place !== undefined &&
      message !== undefined && { on: { channel: place.channel, message } }),
  });
  const reply = await core.interact({ type: 'interactive', name: 'block_suggestion', payload });
  if (reply.kind !== 'answered') return refused('No options could be loaded.');
  const { options, option_groups: groups } = (reply.body ?? {}) as {
    options?: readonly Node[];
    option_groups?: readonly { options: readonly Node[] }[];
  };
  const offered = options ?? (groups ?? []).flatMap((group) => group.options);
  if (offered.length === 0) return { kind: 'options', options: [] };
  // Held to the same rules as a menu with fixed options.
  const filled = {
    type: 'static_select',
    action_id: 'a',
    ...(options ? { options } : { option_groups: groups }),
  };
  const problems = blockProblems([{ type: 'actions', elements: [filled] }], 'message');
  if (problems.length > 0) return notTaken(core, 'block_suggestion', problems, reply.body);
  return { kind: 'options', options: offered };
}
