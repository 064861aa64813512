import { canRead, directChannel, isMember, isStranger, personOf } from './people.ts';
import type { SlackCore } from './slack-core.ts';
import type { StoredChannel } from './slack-state.ts';

export type Args = Readonly<Record<string, unknown>>;

export type Answer =
  | { readonly kind: 'ok'; readonly data: Readonly<Record<string, unknown>> }
  | {
      readonly kind: 'error';
      readonly error: string;
      /** What Slack says is wrong with a payload: a fault of the app's, and kept as such. */
      readonly problems?: readonly string[];
      readonly more?: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'rate-limited'; readonly seconds: number };

export type Method = {
  /** All are needed; `a|b` is satisfied by either. */
  readonly scopes: readonly string[];
  readonly token?: 'app';
  readonly run: (core: SlackCore, args: Args) => Answer;
};

export const ok = (data: Readonly<Record<string, unknown>> = {}): Answer => ({ kind: 'ok', data });

export const failure = (error: string, problems?: readonly string[]): Answer => ({
  kind: 'error',
  error,
  ...(problems !== undefined && { problems }),
});

/** The arguments that must be there and are not, as an answer; `undefined` when all are. */
export function missing(args: Args, ...names: readonly string[]): Answer | undefined {
  const absent = names.filter((name) => args[name] === undefined || args[name] === '');
  if (absent.length === 0) return undefined;
  return failure(
    'invalid_arguments',
    absent.map((name) => `missing required field: ${name}`),
  );
}

export const textOf = (args: Args, name: string): string | undefined =>
  args[name] === undefined || args[name] === null ? undefined : String(args[name]);

/** A switch in a form body is a word. */
export const flagOf = (args: Args, name: string): boolean =>
  ['true', '1'].includes(String(args[name]));

/** A channel that the app may know of: public, or one it is in. */
export function knownChannel(core: SlackCore, id: string | undefined): StoredChannel | undefined {
  const channel = id === undefined ? undefined : core.state.channels[id];
  const bot = personOf(core, core.world.app.userId);
  return channel !== undefined && bot !== undefined && readable(channel, core)
    ? channel
    : undefined;
}

const readable = (channel: StoredChannel, core: SlackCore) => {
  const bot = personOf(core, core.world.app.userId);
  return bot !== undefined && canRead(channel, { ...bot, kind: 'member' });
};

/** Where the app may post, by channel id, `#name`, or a person's id (their direct messages with the app). */
export function writableChannel(core: SlackCore, id: string | undefined): StoredChannel | string {
  if (id !== undefined && /^[UW][A-Z0-9]+$/.test(id)) {
    const person = personOf(core, id);
    if (person === undefined || person.deleted || isStranger(core, person))
      return 'channel_not_found';
    return directChannel(core, core.world.app.userId, id);
  }
  const named = Object.values(core.state.channels).find(
    ({ name }) => id === `#${name}` && name !== '',
  );
  const channel = knownChannel(core, named?.id ?? id);
  if (channel === undefined) return 'channel_not_found';
  if (channel.isArchived) return 'is_archived';
  const anywhere = core.world.app.scopes.includes('chat:write.public');
  if (!isMember(channel, core.world.app.userId) && !anywhere) return 'not_in_channel';
  return channel;
}

/** One page of a list, with the cursor to the next. */
export function paged<T>(items: readonly T[], args: Args, usual: number) {
  const start = Number(
    Buffer.from(textOf(args, 'cursor') ?? '', 'base64')
      .toString()
      .replace('at:', '') || 0,
  );
  const limit = Math.max(1, Math.min(1000, Number(args.limit ?? usual)));
  const end = start + limit;
  const next = end < items.length ? Buffer.from(`at:${end}`).toString('base64') : '';
  return { page: items.slice(start, end), hasMore: next !== '', next };
}
