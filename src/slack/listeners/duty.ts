import type { App, BlockAction, ButtonAction, SlackViewAction } from '@slack/bolt';
import {
  answerSwap,
  callOffDutyChange,
  type DutyChanges,
  type DutyOutcome,
  offerSwap,
  takeLeave,
} from '../../enquiries/change-duty.ts';
import type { EnquiryStore } from '../../enquiries/enquiry-store.ts';
import type { Outbox } from '../../enquiries/outbox.ts';
import type { Shifts } from '../../enquiries/shifts.ts';
import { acceptShift } from '../../enquiries/watch-duty.ts';
import type { SlackDeps } from '../deps.ts';
import { choiceOf, isTheirs, shiftOf, shiftsAhead, today } from '../duty-changes.ts';
import { DutyChangeValue, ID, INPUT, ShiftValue } from '../ids.ts';
import { inputOf } from '../view-input.ts';
import { acceptedShiftMessage } from '../views/duty-messages.ts';
import { leaveModal, swapModal } from '../views/duty-modals.ts';
import { noticeModal } from '../views/notice-modal.ts';
import { plainMessage } from '../views/plain-message.ts';
import { SAY } from '../wording.ts';

type Deps = Pick<SlackDeps, 'desk' | 'people' | 'now' | 'newId'> & {
  readonly store: Shifts & DutyChanges & Pick<Outbox, 'queue'> & Pick<EnquiryStore, 'list'>;
  readonly wake: () => void;
  /** Lets what was settled hold at once. */
  readonly refreshDuty: () => Promise<void>;
};

/** *Accept* on the list that is handed over at a change of duty; swaps and leave. */
export function registerDuty(app: App, deps: Deps): void {
  app.action<BlockAction<ButtonAction>>(
    ID.acceptShiftButton,
    async ({ ack, action, body, respond }) => {
      const value = ShiftValue.decode(action.value);
      const isOurs = await isStaff(deps, body.user.id);
      const outcome =
        value === undefined || !isOurs ? undefined : await acceptShift(deps, value.seq);
      await ack();
      deps.wake();
      const shift = value === undefined ? undefined : await deps.store.findShift(value.seq);
      // The button stays until somebody has accepted, and goes then; at Home it goes with the next look.
      if (shift?.acceptedAt !== undefined && outcome !== undefined && body.view === undefined)
        await respond({
          ...acceptedShiftMessage(shift, body.user.id, await deps.store.list({ live: true }), {
            zone: deps.desk().zone,
            now: deps.now(),
          }),
          replace_original: true,
        });
      const said =
        outcome !== undefined ? SAY.acceptShift[outcome] : isOurs ? SAY.outOfDate : SAY.staffOnly;
      if (body.view === undefined)
        await respond({
          ...plainMessage(said),
          response_type: 'ephemeral',
          replace_original: false,
        });
    },
  );
  registerOffering(app, deps);
  registerAnswering(app, deps);
}

const isStaff = async ({ people }: Deps, userId: string): Promise<boolean> =>
  (await people.person(userId)).standing === 'staff';

/** The two modals. */
function registerOffering(app: App, deps: Deps): void {
  app.action<BlockAction<ButtonAction>>(ID.swapButton, async ({ ack, body, client }) => {
    await ack();
    const shifts = (await isStaff(deps, body.user.id)) ? await shiftsAhead(deps) : [];
    const own = shifts.filter(({ person }) => person === body.user.id);
    const others = shifts.filter(({ person }) => person !== undefined && person !== body.user.id);
    await client.views.open({
      trigger_id: body.trigger_id,
      view:
        own.length === 0
          ? noticeModal(SAY.swapTitle, SAY.swapNone)
          : swapModal(
              own.map((shift) => choiceOf(shift, false)),
              others.map((shift) => choiceOf(shift, true)),
            ),
    });
  });

  app.action<BlockAction<ButtonAction>>(ID.leaveButton, async ({ ack, body, client }) => {
    await ack();
    await client.views.open({
      trigger_id: body.trigger_id,
      view: (await isStaff(deps, body.user.id))
        ? leaveModal(today(deps))
        : noticeModal(SAY.leaveTitle, SAY.staffOnly),
    });
  });

  app.view<SlackViewAction>(ID.swapModal, async ({ ack, body, view }) => {
    const me = await deps.people.person(body.user.id);
    const to = inputOf(view, INPUT.person);
    const other = await deps.people.person(to);
    const shift = shiftOf(inputOf(view, INPUT.shift));
    const inReturn = shiftOf(inputOf(view, INPUT.inReturn));
    const shifts = await shiftsAhead(deps);
    const fault = (under: string, text: string) =>
      ack({ response_action: 'errors', errors: { [under]: text } });
    if (me.standing !== 'staff' || other.standing !== 'staff' || to === body.user.id)
      return fault(INPUT.person, SAY.swapNotStaff);
    if (shift === undefined || !isTheirs(shifts, body.user.id, shift))
      return fault(INPUT.shift, SAY.swapNoLonger);
    if (inReturn !== undefined && !isTheirs(shifts, to, inReturn))
      return fault(INPUT.inReturn, SAY.swapNotTheirs);
    await offerSwap(deps, {
      person: { id: body.user.id, name: me.name, email: me.email ?? null },
      to: { id: to, name: other.name },
      shift,
      inReturn,
    });
    await ack();
    deps.wake();
  });

  app.view<SlackViewAction>(ID.leaveModal, async ({ ack, body, view }) => {
    const me = await deps.people.person(body.user.id);
    const from = inputOf(view, INPUT.fromDay);
    const to = inputOf(view, INPUT.toDay);
    const fault = me.standing !== 'staff' ? SAY.staffOnly : to < from ? SAY.leaveOrder : undefined;
    if (fault !== undefined || to < today(deps)) {
      await ack({
        response_action: 'errors',
        errors: { [INPUT.toDay]: fault ?? SAY.dutyOver },
      });
      return;
    }
    await takeLeave(deps, {
      person: { id: body.user.id, name: me.name, email: me.email?.toLowerCase() ?? null },
      time: { from, to },
    });
    await ack();
    await deps.refreshDuty();
    deps.wake();
  });
}

/** *Accept*, *Decline* and *Call off*. Whoever presses is asked for by their id, never by what the message says. */
function registerAnswering(app: App, deps: Deps): void {
  const on = (
    id: string | RegExp,
    decide: (id: string, by: string) => Promise<DutyOutcome>,
    done: keyof typeof SAY.dutyDone,
  ) =>
    app.action<BlockAction<ButtonAction>>(id, async ({ ack, action, body, respond }) => {
      const value = DutyChangeValue.decode(action.value);
      const outcome = value === undefined ? undefined : await decide(value.change, body.user.id);
      await deps.refreshDuty();
      await ack();
      deps.wake();
      await respond({
        ...plainMessage(outcome === undefined ? SAY.outOfDate : saidOf(outcome, done)),
        response_type: 'ephemeral',
        replace_original: false,
      });
    });

  on(ID.agreeSwapButton, (id, by) => agree(deps, id, by), 'agreed');
  on(
    ID.declineSwapButton,
    (id, by) => answerSwap(deps, { id, by, agrees: false, day: today(deps) }),
    'declined',
  );
  on(
    new RegExp(`^${ID.callOffButton}\\.`),
    (id, by) => callOffDutyChange(deps, { id, by, day: today(deps) }),
    'called-off',
  );
}

/** What was offered may have been given to somebody else meanwhile. */
async function agree(deps: Deps, id: string, by: string): Promise<DutyOutcome> {
  const change = await deps.store.findDutyChange(id);
  const shifts = await shiftsAhead(deps);
  if (change?.status === 'offered' && change.with?.id === by) {
    const holds =
      isTheirs(shifts, change.person, change) &&
      (change.inReturn === undefined || isTheirs(shifts, by, change.inReturn));
    if (!holds) return { kind: 'over' };
  }
  return answerSwap(deps, { id, by, agrees: true, day: today(deps) });
}

function saidOf(outcome: DutyOutcome, done: keyof typeof SAY.dutyDone): string {
  switch (outcome.kind) {
    case 'done':
      return SAY.dutyDone[done];
    case 'not-yours':
      return SAY.dutyNotYours;
    case 'over':
      return SAY.dutyOver;
    case 'unknown':
      return SAY.outOfDate;
  }
}
