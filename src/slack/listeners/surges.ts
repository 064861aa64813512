import type { App, BlockAction, ButtonAction, SlackViewAction, ViewOutput } from '@slack/bolt';
import { type Line, lineStanding } from '../../desk/lines.ts';
import type { Enquiry } from '../../enquiries/enquiry.ts';
import type { EnquiryStore } from '../../enquiries/enquiry-store.ts';
import { factsIn } from '../../enquiries/facts-in-text.ts';
import {
  acknowledgeSurge,
  dismissSurge,
  draftForSurge,
  sendToSurge,
  surgeDraftOf,
  undoStatement,
  withoutStatement,
} from '../../enquiries/send-to-surge.ts';
import { latestStatement, type Surge } from '../../enquiries/surge.ts';
import type { SurgeStore } from '../../enquiries/surge-store.ts';
import { acknowledgeTask, addTask } from '../../enquiries/surge-tasks.ts';
import { unsupportedFacts } from '../../enquiries/unsupported-facts.ts';
import { readMembers } from '../../enquiries/watch-surges.ts';
import type { SlackDeps } from '../deps.ts';
import { ID, INPUT, SurgeValue } from '../ids.ts';
import { lineFault } from '../lines-to-take.ts';
import { chosenIn, inputOf } from '../view-input.ts';
import { noticeModal } from '../views/notice-modal.ts';
import { saidMessage } from '../views/said-message.ts';
import {
  ALSO_HOURS,
  sendToAllModal,
  surgePreviewModal,
  surgeTaskModal,
} from '../views/surge-modals.ts';
import { SAY } from '../wording.ts';
import { actorOf } from './moves.ts';

type Deps = Pick<SlackDeps, 'index' | 'lines' | 'people' | 'now' | 'newId'> & {
  readonly store: EnquiryStore & SurgeStore;
  readonly wake: () => void;
  /** From 0 up to and without 1. */
  readonly random: () => number;
};

/** What is pressed on the desk's line about many enquiries. Staff only, asked anew at every click. */
export function registerSurges(app: App, deps: Deps): void {
  /** A button that does something and says, to whoever pressed, what came of it. */
  const onPress = (
    id: string,
    act: (given: {
      readonly surgeId: string;
      readonly detail: string | undefined;
      readonly by: string;
    }) => Promise<string>,
  ) =>
    app.action<BlockAction<ButtonAction>>(id, async ({ ack, action, body, respond }) => {
      const value = SurgeValue.decode(action.value);
      const { isStaff } = await actorOf(deps, body.user.id);
      const text =
        value === undefined
          ? SAY.outOfDate
          : !isStaff
            ? SAY.staffOnly
            : await act({ surgeId: value.surge, detail: value.detail, by: body.user.id });
      await ack();
      deps.wake();
      await respond({
        ...saidMessage(text),
        response_type: 'ephemeral',
        replace_original: false,
      });
    });

  onPress(
    ID.surgeAcknowledgeButton,
    async (given) => SAY.surge.done[await acknowledgeSurge(deps, given)],
  );
  onPress(ID.surgeDismissButton, async (given) => SAY.surge.done[await dismissSurge(deps, given)]);
  onPress(
    ID.surgeUndoButton,
    async ({ surgeId, detail = '' }) =>
      SAY.surge.done[await undoStatement(deps, { surgeId, statementId: detail })],
  );
  onPress(
    ID.surgeAgreeButton,
    async ({ surgeId, detail = '', by }) =>
      SAY.surge.task[await acknowledgeTask(deps, { surgeId, taskId: detail, by })],
  );

  for (const id of [ID.surgeSendButton, ID.surgeTaskButton])
    app.action<BlockAction<ButtonAction>>(id, async ({ ack, action, body, client }) => {
      const value = SurgeValue.decode(action.value);
      const { isStaff } = await actorOf(deps, body.user.id);
      const surge = value === undefined ? undefined : await deps.store.findSurge(value.surge);
      const isTask = id === ID.surgeTaskButton;
      const view =
        surge === undefined
          ? noticeModal(SAY.surge.sendTitle, SAY.outOfDate)
          : !isStaff
            ? noticeModal(SAY.surge.sendTitle, SAY.staffOnly)
            : isTask
              ? surgeTaskModal(surge)
              : await sendModal(deps, surge);
      await client.views.open({ trigger_id: body.trigger_id, view });
      await ack();
    });

  app.view<SlackViewAction>(ID.surgeSendModal, async ({ ack, body, view }) => {
    const { isStaff, userId } = await actorOf(deps, body.user.id);
    const value = SurgeValue.decode(view.private_metadata);
    const surge = value === undefined ? undefined : await deps.store.findSurge(value.surge);
    const line = (await signedHolding(deps)).find(({ id }) => id === inputOf(view, INPUT.line));
    const fault = (text: string) =>
      ack({ response_action: 'errors', errors: { [INPUT.line]: text } });
    if (surge === undefined || surge.state !== 'live') return fault(SAY.surge.done.over);
    if (!isStaff) return fault(SAY.staffOnly);
    if (line === undefined) return fault(SAY.lineChanged);
    const recipients = chosen(view, await waitingIn(deps, surge));
    const draft = await draftForSurge(deps, {
      surgeId: surge.id,
      by: userId,
      line,
      recipients: recipients.map(({ id }) => id),
      alsoHours: hoursIn(view),
    });
    if (typeof draft === 'string') return fault(SAY.surge.noneWaiting);
    const guarded = {
      checked: factsIn(line.text).length,
      unsupported: unsupportedFacts(line.text, {
        index: deps.index(),
        now: deps.now(),
        cited: [],
      }),
    };
    return ack({
      response_action: 'push',
      view: surgePreviewModal(surge, draft, recipients, guarded),
    });
  });

  app.view<SlackViewAction>(ID.surgeConfirmModal, async ({ ack, body, view }) => {
    const { isStaff, userId } = await actorOf(deps, body.user.id);
    const value = SurgeValue.decode(view.private_metadata);
    const refuse = (text: string) =>
      ack({ response_action: 'update', view: noticeModal(SAY.surge.previewTitle, text) });
    if (value?.detail === undefined) return refuse(SAY.outOfDate);
    if (!isStaff) return refuse(SAY.staffOnly);
    const surge = await deps.store.findSurge(value.surge);
    const draft = surge && surgeDraftOf(surge, userId, value.detail);
    // Asked again at this moment: what was signed a minute ago may have expired.
    const barred = draft && lineFault(draft, await deps.lines(), deps.now());
    if (barred !== undefined) return refuse(barred);
    const outcome = await sendToSurge(deps, {
      surgeId: value.surge,
      by: userId,
      draftId: value.detail,
    });
    if (outcome === 'sending') await ack({ response_action: 'clear' });
    else
      await refuse(
        outcome === 'unknown'
          ? SAY.outOfDate
          : outcome === 'gone'
            ? SAY.surge.gone
            : SAY.surge.another,
      );
    deps.wake();
  });

  app.view<SlackViewAction>(ID.surgeTaskModal, async ({ ack, body, view }) => {
    const { isStaff, userId } = await actorOf(deps, body.user.id);
    const value = SurgeValue.decode(view.private_metadata);
    const fault = (text: string) =>
      ack({ response_action: 'errors', errors: { [INPUT.reply]: text } });
    if (value === undefined) return fault(SAY.outOfDate);
    if (!isStaff) return fault(SAY.staffOnly);
    const text = inputOf(view, INPUT.reply);
    const outcome = await addTask(deps, { surgeId: value.surge, by: userId, text });
    if (outcome === 'empty') return fault(SAY.surge.task.empty);
    if (outcome === 'unknown') return fault(SAY.surge.done.unknown);
    await ack();
    deps.wake();
  });
}

/** Lines that say only that an answer is being prepared, and that may be said now: nothing else goes to many at once. */
const signedHolding = async ({ lines, now }: Pick<Deps, 'lines' | 'now'>): Promise<Line[]> =>
  (await lines()).filter((line) => line.holding && lineStanding(line, now()) === 'ready');

/** Those who wait and have not had what was sent last. */
const waitingIn = async (deps: Deps, surge: Surge): Promise<Enquiry[]> =>
  withoutStatement(await readMembers(deps, surge.id), latestStatement(surge));

async function sendModal(deps: Deps, surge: Surge) {
  const lines = await signedHolding(deps);
  const waiting = await waitingIn(deps, surge);
  const why =
    surge.state !== 'live'
      ? SAY.surge.done.over
      : lines.length === 0
        ? SAY.surge.noLines
        : waiting.length === 0
          ? SAY.surge.noneWaiting
          : undefined;
  return why === undefined
    ? sendToAllModal(surge, waiting, lines)
    : noticeModal(SAY.surge.sendTitle, why);
}

/** Those who were ticked and still wait; all of them where there were too many for a menu. */
function chosen(view: Pick<ViewOutput, 'state' | 'blocks'>, waiting: readonly Enquiry[]) {
  const hasMenu = view.blocks.some(({ block_id }) => block_id === INPUT.person);
  const ticked = new Set(chosenIn(view, INPUT.person));
  return hasMenu ? waiting.filter(({ id }) => ticked.has(id)) : [...waiting];
}

const hoursIn = (view: Pick<ViewOutput, 'state'>): number =>
  ALSO_HOURS.find((hours) => String(hours) === inputOf(view, INPUT.also)) ?? 0;
