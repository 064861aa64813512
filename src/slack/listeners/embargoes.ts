import type { App, BlockAction, ButtonAction, SlackViewAction } from '@slack/bolt';
import { outletStanding } from '../../desk/known-outlet.ts';
import { type AdvanceStore, offerAdvance, promiseAdvance } from '../../enquiries/advance-copy.ts';
import type { Release } from '../../releases/release.ts';
import type { SlackDeps } from '../deps.ts';
import { embargoedBy } from '../embargoed.ts';
import { AdvanceValue, EmbargoValue, ID, INPUT } from '../ids.ts';
import { inputOf } from '../view-input.ts';
import {
  advanceCopyModal,
  advanceModal,
  embargoModal,
  promiseWords,
} from '../views/embargo-views.ts';
import { noticeModal } from '../views/notice-modal.ts';
import { SAY } from '../wording.ts';
import { actorOf } from './moves.ts';

type Deps = Pick<SlackDeps, 'desk' | 'people' | 'now' | 'newId'> & {
  readonly embargoed: () => readonly Release[];
  readonly store: AdvanceStore;
  readonly wake: () => void;
};

/**
 * What may be seen of releases under embargo: by staff, and by a reporter of a known outlet who has promised. Who asks
 * is looked up at every click, and in doubt nothing is shown.
 */
export function registerEmbargoes(app: App, deps: Deps): void {
  const { embargoed, desk, people, store } = deps;
  const notice = (text: string) => noticeModal(SAY.embargo.title, text);

  app.action<BlockAction<ButtonAction>>(
    ID.embargoShowButton,
    async ({ ack, action, body, client }) => {
      const { isStaff } = await actorOf(deps, body.user.id);
      const mark = EmbargoValue.decode(action.value)?.mark ?? '';
      const release = embargoedBy(embargoed(), mark);
      await client.views.open({
        trigger_id: body.trigger_id,
        view: !isStaff
          ? notice(SAY.staffOnly)
          : release === undefined
            ? notice(SAY.embargo.lifted)
            : embargoModal(release, mark, desk()),
      });
      await ack();
    },
  );

  app.action<BlockAction<ButtonAction>>(
    ID.advanceGiveButton,
    async ({ ack, action, body, client }) => {
      const { isStaff } = await actorOf(deps, body.user.id);
      const mark = EmbargoValue.decode(action.value)?.mark;
      await client.views.push({
        trigger_id: body.trigger_id,
        view: isStaff && mark !== undefined ? advanceModal(mark) : notice(SAY.staffOnly),
      });
      await ack();
    },
  );

  app.view<SlackViewAction>(ID.advanceModal, async ({ ack, body, view }) => {
    const { isStaff, userId: by } = await actorOf(deps, body.user.id);
    const mark = EmbargoValue.decode(view.private_metadata)?.mark ?? '';
    const release = embargoedBy(embargoed(), mark);
    const userId = inputOf(view, INPUT.person);
    const fault = !isStaff
      ? SAY.staffOnly
      : release?.embargo === undefined
        ? SAY.embargo.lifted
        : await unfit(deps, userId);
    if (fault !== undefined || release?.embargo === undefined) {
      await ack({ response_action: 'errors', errors: { [INPUT.person]: fault ?? SAY.outOfDate } });
      return;
    }
    await offerAdvance(deps, { releaseId: release.id, embargo: release.embargo, userId, by });
    await ack({ response_action: 'clear' });
    deps.wake();
  });

  /** The copy, where this person may read it now; else why not. */
  const copyFor = async (advanceId: string, userId: string, page: number, mayPromise: boolean) => {
    const offered = await store.findAdvance(advanceId);
    if (offered === undefined) return notice(SAY.outOfDate);
    if (offered.userId !== userId) return notice(SAY.embargo.notYours);
    const fault = await unfit(deps, userId);
    if (fault !== undefined) return notice(SAY.gone);
    const release = embargoed().find(({ id }) => id === offered.releaseId);
    if (release?.embargo === undefined)
      return notice(deps.now() >= offered.embargo ? SAY.embargo.public : SAY.gone);
    const { zone, site } = desk();
    // Written down first: without it nothing is shown.
    const words = promiseWords({ embargo: release.embargo }, zone);
    const advance = mayPromise ? await promiseAdvance(deps, { advanceId, userId, words }) : offered;
    if (advance?.promise === undefined) return notice(SAY.outOfDate);
    const { name } = await people.person(userId);
    const { promise } = advance;
    return advanceCopyModal(release, { ...advance, promise }, { zone, site, name, page });
  };

  app.action<BlockAction<ButtonAction>>(
    ID.advancePromiseButton,
    async ({ ack, action, body, client }) => {
      const value = AdvanceValue.decode(action.value);
      await client.views.open({
        trigger_id: body.trigger_id,
        view: await copyFor(value?.advance ?? '', body.user.id, 0, true),
      });
      await ack();
      deps.wake();
    },
  );

  app.action<BlockAction<ButtonAction>>(
    new RegExp(`^${ID.advancePageButton.replace('.', '\\.')}\\.`),
    async ({ ack, action, body, client }) => {
      const value = AdvanceValue.decode(action.value);
      if (body.view !== undefined)
        await client.views.update({
          view_id: body.view.id,
          hash: body.view.hash,
          view: await copyFor(value?.advance ?? '', body.user.id, value?.page ?? 0, false),
        });
      await ack();
    },
  );
}

/** Why somebody gets no advance copy. Only whom desk.yml vouches for does, told by the workspace. */
async function unfit({ desk, people }: Deps, userId: string): Promise<string | undefined> {
  const { standing, teamId = '' } = await people.person(userId);
  if (standing !== 'outsider') return SAY.embargo.notOutside;
  const known = outletStanding(desk(), { workspace: teamId, claimed: '', isStaff: false });
  return known === 'known' ? undefined : SAY.embargo.notVerified;
}
