import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { Outbox } from '../../enquiries/outbox.ts';
import type { Shifts } from '../../enquiries/shifts.ts';
import { acceptShift } from '../../enquiries/watch-duty.ts';
import type { SlackDeps } from '../deps.ts';
import { ID, ShiftValue } from '../ids.ts';
import { plainMessage } from '../views/plain-message.ts';
import { SAY } from '../wording.ts';

type Deps = Pick<SlackDeps, 'people' | 'now'> & {
  readonly store: Shifts & Pick<Outbox, 'queue'>;
  readonly wake: () => void;
};

/** *Accept* on the list that is handed over at a change of duty. */
export function registerDuty(app: App, deps: Deps): void {
  app.action<BlockAction<ButtonAction>>(
    ID.acceptShiftButton,
    async ({ ack, action, body, respond }) => {
      const value = ShiftValue.decode(action.value);
      const isStaff = (await deps.people.person(body.user.id)).standing === 'staff';
      const said =
        value === undefined
          ? SAY.outOfDate
          : isStaff
            ? SAY.acceptShift[await acceptShift(deps, value.seq)]
            : SAY.staffOnly;
      await ack();
      deps.wake();
      await respond({
        ...plainMessage(said),
        response_type: 'ephemeral',
        replace_original: false,
      });
    },
  );
}
