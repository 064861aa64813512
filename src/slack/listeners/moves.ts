import type { App, BlockAction, ButtonAction, OverflowAction, webApi } from '@slack/bolt';
import type { EnquiryStore } from '../../enquiries/enquiry-store.ts';
import { undoReply } from '../../enquiries/undo-reply.ts';
import { answerPrivately } from '../answer-privately.ts';
import type { SlackDeps } from '../deps.ts';
import { EnquiryValue, ID } from '../ids.ts';
import { type MoveReply, makeNamedMove } from '../make-named-move.ts';
import { modalFor } from '../move-modal.ts';
import { saidMessage } from '../views/said-message.ts';
import { SAY } from '../wording.ts';

type Deps = Pick<SlackDeps, 'lines' | 'people' | 'desk' | 'now' | 'newId'> & {
  readonly store: EnquiryStore;
  /** Wakes the outbox, so that cards show the change at once. */
  readonly wake: () => void;
};

type Click = {
  readonly move: string;
  readonly enquiryId: string;
  /** What the button is about besides the enquiry: a reply, or terms. */
  readonly detail: string | undefined;
  readonly userId: string;
  readonly triggerId: string;
};

/** The buttons and menus on cards and receipts. Saved before Slack is told that the click arrived. */
export function registerMoves(app: App, deps: Deps): void {
  app.action<BlockAction<ButtonAction | OverflowAction>>(
    new RegExp(`^${ID.move.replace('.', '\\.')}\\.`),
    async ({ ack, action, body, client, respond }) => {
      const click = clickOf(action, body);
      const reply =
        click === undefined
          ? { kind: 'say' as const, text: SAY.outOfDate }
          : await onMove(deps, client, click);
      await ack();
      deps.wake();
      if (reply.kind === 'say')
        await answerPrivately({ body, client, respond }, saidMessage(reply.text));
    },
  );

  app.action<BlockAction<ButtonAction>>(
    ID.undoButton,
    async ({ ack, action, body, client, respond }) => {
      const value = EnquiryValue.decode(action.value);
      const outcome =
        value?.reply === undefined
          ? undefined
          : await undoReply(deps, {
              enquiryId: value.enquiry,
              replyId: value.reply,
              actor: await actorOf(deps, body.user.id),
            });
      await ack();
      deps.wake();
      await answerPrivately(
        { body, client, respond },
        outcome?.kind === 'undone'
          ? saidMessage(SAY.undone, outcome.reply.text)
          : saidMessage(SAY.tooLate),
      );
    },
  );
}

/** Who acts, with their standing as it is at this moment: never as it was when the button was drawn. */
export const actorOf = async ({ people }: Pick<SlackDeps, 'people'>, userId: string) => ({
  userId,
  isStaff: (await people.person(userId)).standing === 'staff',
});

function clickOf(action: ButtonAction | OverflowAction, body: BlockAction): Click | undefined {
  const who = { userId: body.user.id, triggerId: body.trigger_id };
  if (action.type === 'overflow') {
    const [move = '', enquiryId = ''] = (action.selected_option.value ?? '').split(':');
    return { move, enquiryId, detail: undefined, ...who };
  }
  const value = EnquiryValue.decode(action.value);
  return value === undefined
    ? undefined
    : {
        move: action.action_id.slice(ID.move.length + 1),
        enquiryId: value.enquiry,
        detail: value.reply,
        ...who,
      };
}

async function onMove(
  deps: Deps,
  client: webApi.WebClient,
  { move, enquiryId, detail, userId, triggerId }: Click,
): Promise<MoveReply> {
  const actor = await actorOf(deps, userId);
  const modal = await modalFor(deps, { move, enquiryId, actor });
  if (modal.kind === 'say') return modal;
  if (modal.kind === 'open') {
    await client.views.open({ trigger_id: triggerId, view: modal.view });
    return { kind: 'silent' };
  }
  return makeNamedMove(deps, { move, enquiryId, actor, detail });
}
