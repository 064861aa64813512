import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { AnswerLog } from '../../enquiries/answer-log.ts';
import { answerPrivately } from '../answer-privately.ts';
import type { SlackDeps } from '../deps.ts';
import { FeedbackValue, ID } from '../ids.ts';
import { saidMessage } from '../views/said-message.ts';
import { SAY } from '../wording.ts';

type Deps = Pick<SlackDeps, 'now'> & { readonly store: Pick<AnswerLog, 'recordFeedback'> };

/** *Helpful* and *Not helpful*: kept without a name, so that the press office learns what is missing. */
export function registerFeedback(app: App, { store, now }: Deps): void {
  const on = (id: string, kind: 'helpful' | 'not-helpful') =>
    app.action<BlockAction<ButtonAction>>(id, async ({ ack, action, body, client, respond }) => {
      const value = FeedbackValue.decode(action.value);
      if (value !== undefined)
        await store.recordFeedback({
          key: feedbackKey(body),
          kind,
          question: value.q,
          releases: [],
          at: now(),
        });
      await ack();
      await answerPrivately(
        { body, client, respond },
        saidMessage(value === undefined ? SAY.outOfDate : SAY.feedback[kind]),
      );
    });
  on(ID.helpfulButton, 'helpful');
  on(ID.notHelpfulButton, 'not-helpful');
}

/** One voice for each answer, the latest: naming people is avoided rather than hidden. */
const feedbackKey = ({ channel, message, trigger_id }: BlockAction): string =>
  message === undefined ? trigger_id : `${channel?.id}:${message.ts}`;
