import type { AppReply, Envelope } from './delivery.ts';
import { canRead, personOf } from './people.ts';
import type { SlackCore } from './slack-core.ts';
import type { StoredChannel, StoredMessage, StoredView } from './slack-state.ts';
import type { WorldPerson } from './world.ts';

/** What somebody sees happen when they do something in Slack. */
export type Shown =
  | {
      readonly kind: 'done';
      /** The message they wrote, or the one that answered them at once. */
      readonly message?: StoredMessage;
      /** The modal that is open now, on top. */
      readonly view?: StoredView;
    }
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'refused'; readonly message: string };

/** What people's acts need: the world, and the way to the app. */
export type ActCore = SlackCore & {
  readonly interact: (envelope: Envelope) => Promise<AppReply>;
};

export const refused = (message: string): Shown => ({ kind: 'refused', message });

export const slackIsDown = refused('Slack cannot be reached. Nothing was sent.');

/** The person and the channel of an act; or why Slack would not let them. */
export function placeOf(
  core: SlackCore,
  personId: string,
  channelId: string,
): { person: WorldPerson; channel: StoredChannel } | Shown {
  if (core.fault === 'down') return slackIsDown;
  const person = personOf(core, personId);
  const channel = core.state.channels[channelId];
  if (person === undefined || channel === undefined || !canRead(channel, person)) {
    return refused('That conversation cannot be found.');
  }
  if (channel.isArchived) return refused('This channel is archived.');
  return { person, channel };
}

export const topView = (core: SlackCore, personId: string): StoredView | undefined =>
  core.state.modals[personId]?.at(-1);

export const trouble = refused('We had some trouble connecting. Try again?');

export const errorOf = (reply: Exclude<AppReply, { kind: 'answered' }>) =>
  reply.kind === 'timed-out' ? 'operation_timeout' : 'dispatch_failed';

export const afterwards = (core: SlackCore, personId: string, reply: AppReply): Shown =>
  reply.kind === 'answered' ? withView(core, personId) : trouble;

export function withView(core: SlackCore, personId: string): Shown {
  const view = topView(core, personId);
  return { kind: 'done', ...(view !== undefined && { view }) };
}

/** The app answered with something that Slack does not take: the person sees only that it failed. */
export function notTaken(
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
