import { changeMessage, findMessage } from './messages.ts';
import type { SlackCore } from './slack-core.ts';
import type { StoredMessage } from './slack-state.ts';
import { within } from './web-api-conversations.ts';
import {
  type Answer,
  type Args,
  failure,
  type Method,
  missing,
  ok,
  textOf,
} from './web-api-method.ts';

const scopes = ['reactions:write'];

export const reactionMethods: Readonly<Record<string, Method>> = {
  'reactions.add': { scopes, run: (core, args) => react(core, args, true) },
  'reactions.remove': { scopes, run: (core, args) => react(core, args, false) },
};

function react(core: SlackCore, args: Args, adding: boolean): Answer {
  const lacking = missing(args, 'channel', 'timestamp', 'name');
  if (lacking !== undefined) return lacking;
  return within(core, args, undefined, (channel) => {
    const message = findMessage(core, channel.id, textOf(args, 'timestamp') ?? '');
    if (message === undefined) return failure('message_not_found');
    const after = withReaction(message, textOf(args, 'name') ?? '', core.world.app.userId, adding);
    if (after === undefined) return failure(adding ? 'already_reacted' : 'no_reaction');
    void changeMessage(core, channel, message, after, true);
    return ok();
  });
}

/** A message with one reaction more or less; `undefined` where it is so already. */
export function withReaction(
  message: StoredMessage,
  name: string,
  user: string,
  adding: boolean,
): StoredMessage | undefined {
  const all = message.reactions ?? [];
  const users = all.find((each) => each.name === name)?.users ?? [];
  if (users.includes(user) === adding) return undefined;
  const now = adding ? [...users, user] : users.filter((each) => each !== user);
  const others = all.filter((each) => each.name !== name);
  return { ...message, reactions: now.length > 0 ? [...others, { name, users: now }] : others };
}
