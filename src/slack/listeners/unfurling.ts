import type { App } from '@slack/bolt';
import type { LinkSharedEvent } from '@slack/types';
import { releaseAt } from '../../releases/release-at.ts';
import type { SlackDeps } from '../deps.ts';
import { slackFailure } from '../slack-outcome.ts';
import { unfurl } from '../views/unfurl.ts';

type Deps = Pick<SlackDeps, 'index' | 'desk' | 'now' | 'log'> & { readonly botUserId: string };

/**
 * Links to releases on the press office's site get their title, date and first words under them. What may not be seen
 * now is not among the releases that are looked at, so that a link to it looks like any other.
 */
export function registerUnfurling(app: App, deps: Deps): void {
  app.event('link_shared', async ({ event, client }) => {
    // What the bot posts says already what stands in it.
    if (event.user === deps.botUserId) return;
    const { site } = deps.desk();
    const releases = deps.index().releases(deps.now());
    const unfurls = Object.fromEntries(
      event.links.flatMap(({ url }) => {
        const release = releaseAt(url, releases, site);
        return release === undefined ? [] : [[url, unfurl(release, site)]];
      }),
    );
    if (Object.keys(unfurls).length === 0) return;
    try {
      await client.chat.unfurl({ ...placeOf(event), unfurls });
    } catch (error) {
      const failure = slackFailure(error);
      // The message may be gone by now. Anything else is worth another try, which the inbox gives it.
      if (failure.kind !== 'refused') throw error;
      deps.log.info('link.not-unfurled', { reason: failure.reason });
    }
  });
}

/** A link that is still being typed has an id of its own and stands in no channel yet. */
const placeOf = ({ unfurl_id, source, channel, message_ts }: LinkSharedEvent) =>
  unfurl_id !== undefined && source !== undefined
    ? { unfurl_id, source: source as 'composer' | 'conversations_history' }
    : { channel, ts: message_ts };
