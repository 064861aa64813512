import type { App, BlockAction, PlainTextInputAction, StaticSelectAction } from '@slack/bolt';
import { DateTime } from 'luxon';
import type { AnswerLog } from '../../enquiries/answer-log.ts';
import { type Corrections, isPending } from '../../enquiries/correction.ts';
import type { EnquiryStore } from '../../enquiries/enquiry-store.ts';
import { Settings } from '../../enquiries/settings.ts';
import type { Shifts } from '../../enquiries/shifts.ts';
import type { SlackDeps } from '../deps.ts';
import { latestReleases } from '../deps.ts';
import { namedTurns } from '../desk-words.ts';
import { ID } from '../ids.ts';
import { AS_IN_SLACK } from '../views/home-settings.ts';
import { type HomeDesk, homeTab } from '../views/home-tab.ts';
import { gapsSince } from '../weekly-notices.ts';

type Deps = Pick<SlackDeps, 'index' | 'desk' | 'people' | 'now'> & {
  readonly store: Pick<EnquiryStore, 'list'> &
    Pick<Shifts, 'latestShift'> &
    Pick<Corrections, 'recentCorrections'> &
    Pick<AnswerLog, 'feedbackSince'>;
  /** What is wrong with the bot at this moment, for staff. */
  readonly trouble: () => Promise<string | undefined>;
  readonly settingsOf: (userId: string) => Settings;
  readonly saveSettings: (userId: string, settings: Settings) => Promise<void>;
};

const LATEST = 5;
const OPEN = 15;
const DUTY_DAYS = 14;
const GAP_DAYS = 7;
const GAPS = 3;

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

  app.action<BlockAction<StaticSelectAction>>(
    new RegExp(`^${ID.homeSettingButton}\\.`),
    async ({ ack, action, body, client }) => {
      const userId = body.user.id;
      const field = action.action_id.slice(ID.homeSettingButton.length + 1);
      const { zone, ...others } = deps.settingsOf(userId);
      const chosen = action.selected_option.value;
      const set = Settings.safeParse(
        field === 'zone'
          ? { ...others, ...(chosen === AS_IN_SLACK ? {} : { zone: chosen }) }
          : { ...others, ...(zone === undefined ? {} : { zone }), [field]: chosen },
      );
      const isStaff = (await deps.people.person(userId)).standing === 'staff';
      if (set.success && isStaff) await deps.saveSettings(userId, set.data);
      await ack();
      await client.views.publish({ user_id: userId, view: await homeFor(deps, userId, '') });
    },
  );
}

async function homeFor(deps: Deps, userId: string, words: string) {
  const { standing } = await deps.people.person(userId);
  const desk = deps.desk();
  return homeTab({
    site: desk.site,
    latest: latestReleases(deps, LATEST),
    result:
      words === '' ? undefined : deps.index().search({ text: words, limit: LATEST }, deps.now()),
    desk: standing === 'staff' ? await deskFor(deps, userId) : undefined,
  });
}

/** What only staff see. */
async function deskFor(deps: Deps, userId: string): Promise<HomeDesk> {
  const { store, now, desk } = deps;
  const settings = deps.settingsOf(userId);
  const shift = await store.latestShift();
  const since = DateTime.fromJSDate(now()).minus({ days: GAP_DAYS }).toJSDate();
  return {
    userId,
    // In the zone of whoever looks.
    zone: settings.zone ?? desk().zone,
    deskZone: desk().zone,
    now: now(),
    enquiries: await store.list({ live: true, limit: OPEN }),
    turns: (await namedTurns(deps, DUTY_DAYS)).slice(0, 2),
    handOver: shift?.acceptedAt === undefined ? shift : undefined,
    corrections: (await store.recentCorrections(now())).filter(isPending).length,
    gaps: await gapsSince(deps, { from: since, limit: GAPS }),
    settings,
    trouble: await deps.trouble(),
  };
}
