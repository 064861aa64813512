import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { signingRight } from '../../desk/second-eyes.ts';
import type { AnswerLog } from '../../enquiries/answer-log.ts';
import { CorrectionClass, type Corrections } from '../../enquiries/correction.ts';
import type { EnquiryStore } from '../../enquiries/enquiry-store.ts';
import type { Outbox } from '../../enquiries/outbox.ts';
import { seeCorrection } from '../../enquiries/see-correction.ts';
import { classCorrection, signCorrection } from '../../enquiries/sign-correction.ts';
import type { ReleaseHistory } from '../../releases/release-history.ts';
import type { Message } from '../block-kit.ts';
import { drawUnseen, officerOnDuty } from '../corrections.ts';
import { type SlackDeps, visibleRelease } from '../deps.ts';
import { CorrectionValue, ID } from '../ids.ts';
import { saidMessage } from '../views/said-message.ts';
import { SAY } from '../wording.ts';

type Deps = Pick<SlackDeps, 'index' | 'desk' | 'people' | 'now'> & {
  readonly store: Corrections &
    Pick<AnswerLog, 'answersQuoting'> &
    Pick<ReleaseHistory, 'versionsOf'> &
    Pick<EnquiryStore, 'list'> &
    Pick<Outbox, 'queue'>;
  readonly wake: () => void;
};

type Click = {
  readonly correction: string;
  readonly note: string | undefined;
  readonly userId: string;
  readonly actionId: string;
};

/** What the desk decides on a correction, and *Got it* on the notes. */
export function registerCorrections(app: App, deps: Deps): void {
  const on = (
    id: string,
    { forStaff, isOneOfSeveral = false }: { forStaff: boolean; isOneOfSeveral?: boolean },
    answer: (click: Click) => Promise<Message>,
  ) =>
    app.action<BlockAction<ButtonAction>>(
      isOneOfSeveral ? named(id) : id,
      async ({ ack, action, body, respond }) => {
        const value = CorrectionValue.decode(action.value);
        const isBarred = forStaff && (await deps.people.person(body.user.id)).standing !== 'staff';
        const said =
          value === undefined
            ? saidMessage(SAY.outOfDate)
            : isBarred
              ? saidMessage(SAY.staffOnly)
              : await answer({
                  correction: value.correction,
                  note: value.note,
                  userId: body.user.id,
                  actionId: action.action_id,
                });
        await ack();
        deps.wake();
        await respond({ ...said, response_type: 'ephemeral', replace_original: false });
      },
    );

  on(
    ID.classButton,
    { forStaff: true, isOneOfSeveral: true },
    async ({ correction: id, userId: by, actionId }) => {
      const chosen = CorrectionClass.safeParse(actionId.slice(ID.classButton.length + 1));
      if (!chosen.success) return saidMessage(SAY.outOfDate);
      const outcome = await classCorrection(use(deps), { id, by, class: chosen.data });
      switch (outcome.kind) {
        case 'classed':
          return saidMessage(SAY.classedNow[chosen.data]);
        case 'over':
          return saidMessage(SAY.correctionOver);
        case 'unknown':
          return saidMessage(SAY.outOfDate);
      }
    },
  );

  on(ID.signButton, { forStaff: true }, async ({ correction: id, userId: by }) => {
    const barred = await barredFromSigning(deps, id, by);
    if (barred !== undefined) return saidMessage(barred);
    const outcome = await signCorrection(use(deps), { id, by });
    switch (outcome.kind) {
      case 'signed':
        return saidMessage(SAY.signedNow(outcome.told));
      case 'over':
        return saidMessage(SAY.correctionOver);
      case 'not-classed':
        return saidMessage(SAY.correctionNotClassed);
      case 'changed-meanwhile':
        return saidMessage(SAY.correctionChanged);
      case 'unknown':
        return saidMessage(SAY.outOfDate);
    }
  });

  on(ID.unseenButton, { forStaff: true }, ({ correction }) => drawUnseen(deps, correction));

  on(
    ID.reachedButton,
    { forStaff: true, isOneOfSeveral: true },
    async ({ correction: correctionId, note, userId: by }) => {
      if (note === undefined) return saidMessage(SAY.outOfDate);
      const seen = await seeCorrection(deps, { correctionId, key: note }, { how: 'reached', by });
      await deps.store.queue(seen.notices, deps.now());
      return saidMessage(seen.kind === 'seen' ? SAY.reachedNoted : SAY.seenBefore);
    },
  );

  on(
    ID.gotItButton,
    { forStaff: false },
    async ({ correction: correctionId, note, userId: by }) => {
      const own = (await deps.store.notesOf(correctionId)).find(
        ({ key, userId }) => key === note && userId === by,
      );
      // Others read along in the thread; that one of them has seen it says nothing about who was quoted.
      if (own === undefined) return saidMessage(SAY.gotItNotYours);
      const seen = await seeCorrection(deps, own, { how: 'pressed', by });
      await deps.store.queue(seen.notices, deps.now());
      return saidMessage(SAY.gotItThanks);
    },
  );
}

const named = (id: string): RegExp => new RegExp(`^${id.replaceAll('.', '\\.')}\\.`);

const use = (deps: Deps) => ({
  store: deps.store,
  now: deps.now,
  release: (id: string) => visibleRelease(deps, id),
});

/** Why somebody may not sign a correction off, in words; `undefined` when they may. */
async function barredFromSigning(
  deps: Deps,
  id: string,
  userId: string,
): Promise<string | undefined> {
  const correction = await deps.store.findCorrection(id);
  const { classedBy, classedAt } = correction ?? {};
  if (correction?.status !== 'classed' || classedBy === undefined || classedAt === undefined)
    return undefined;
  const officer = await officerOnDuty(deps);
  const waitedMs = deps.now().getTime() - classedAt.getTime();
  switch (signingRight(deps.desk(), { userId, decidedBy: classedBy, officer, waitedMs })) {
    case 'may':
      return undefined;
    case 'own-work':
      return SAY.signOwnWork;
    case 'not-on-duty':
      return SAY.signNotOnDuty(officer ?? '');
  }
}
