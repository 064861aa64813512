import type { App, BlockAction, PlainTextInputAction } from '@slack/bolt';
import type { EnquiryStore } from '../../enquiries/enquiry-store.ts';
import type { SlackDeps } from '../deps.ts';
import { latestReleases } from '../deps.ts';
import { ID } from '../ids.ts';
import { homeTab } from '../views/home-tab.ts';

type Deps = Pick<SlackDeps, 'index' | 'desk' | 'people' | 'now'> & {
  readonly store: Pick<EnquiryStore, 'list'>;
  /** What is wrong with the bot at this moment, for staff. */
  readonly trouble: () => Promise<string | undefined>;
};

const LATEST = 5;
const OPEN = 15;

/** The Home tab: what is open for staff; what this is and how to ask for anyone else. */
export function registerHome(app: App, deps: Deps): void {
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    await client.views.publish({ user_id: event.user, view: await homeFor(deps, event.user, '') });
  });

  app.action<BlockAction<PlainTextInputAction>>(
    ID.homeSearch,
    async ({ ack, action, body, client }) => {
      await ack();
      await client.views.publish({
        user_id: body.user.id,
        view: await homeFor(deps, body.user.id, action.value ?? ''),
      });
    },
  );
}

async function homeFor(deps: Deps, userId: string, words: string) {
  const { standing } = await deps.people.person(userId);
  const desk = deps.desk();
  return homeTab({
    site: desk.site,
    zone: desk.zone,
    latest: latestReleases(deps, LATEST),
    result:
      words === '' ? undefined : deps.index().search({ text: words, limit: LATEST }, deps.now()),
    enquiries:
      standing === 'staff' ? await deps.store.list({ live: true, limit: OPEN }) : undefined,
    userId,
    trouble: standing === 'staff' ? await deps.trouble() : undefined,
  });
}
