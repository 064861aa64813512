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
