import type { App } from '@slack/bolt';
import type { AnswerLog } from '../../enquiries/answer-log.ts';
import type { DutyChanges } from '../../enquiries/change-duty.ts';
import type { Corrections } from '../../enquiries/correction.ts';
import type { EnquiryStore } from '../../enquiries/enquiry-store.ts';
import type { Follows } from '../../enquiries/follows.ts';
import type { Release } from '../../releases/release.ts';
import type { ReleaseHistory } from '../../releases/release-history.ts';
import type { Message } from '../block-kit.ts';
import { latestReleases, type SlackDeps } from '../deps.ts';
import { answerDeskAsked, readDeskAsked } from '../desk-words.ts';
import { answerEmbargoed, asksForEmbargoed } from '../embargoed.ts';
import { changeFollows, readFollow } from '../follow-words.ts';
import type { GoneDeps } from '../gone-words.ts';
import { ID } from '../ids.ts';
import { answerQuoteAsked, readQuoteAsked } from '../quote-words.ts';
import { typedText } from '../typed-text.ts';
import { helpMessage } from '../views/help-message.ts';
import { plainMessage } from '../views/plain-message.ts';
import { latestMessage, searchMessage } from '../views/search-message.ts';
import { withdrawnAsked } from '../withdrawn-asked.ts';

/** Enough to choose from, and few enough to read on a phone. */
const HITS = 5;

type Deps = Pick<SlackDeps, 'index' | 'desk' | 'people' | 'now' | 'newId'> &
  GoneDeps & {
    /** Those under embargo now. */
    readonly embargoed: () => readonly Release[];
    readonly store: Pick<Follows, 'follow' | 'unfollow' | 'following'> &
      Pick<EnquiryStore, 'list'> &
      Pick<DutyChanges, 'dutyChangesFrom'> &
      Pick<AnswerLog, 'answersQuoting'> &
      Pick<ReleaseHistory, 'versionsOf'> &
      Pick<Corrections, 'correctionsOf'>;
  };

/** `/release WORDS`, `latest`, `help`, `follow …`, `said "…"`, `check "…"`, `duty`, `open`. Slack offers it to members of our workspace only. */
export function registerReleaseCommand(app: App, deps: Deps): void {
  app.command(ID.command, async ({ ack, command }) => {
    const text = typedText(command.text);
    const { channel_id: channel, user_id: userId } = command;
    const reply = await replyTo(deps, text, { channel, userId });
    await ack({ ...reply, response_type: 'ephemeral' });
  });
}

async function replyTo(
  deps: Deps,
  text: string,
  who: { readonly channel: string; readonly userId: string },
): Promise<Message> {
  if (asksForEmbargoed(text)) return answerEmbargoed(deps, who.userId);
  const follow = readFollow(text);
  if (follow !== undefined) return plainMessage(await changeFollows(deps, follow, who));
  const desk = readDeskAsked(text);
  if (desk !== undefined) return answerDeskAsked(deps, desk, who.userId);
  const quote = readQuoteAsked(text);
  if (quote !== undefined) return answerQuoteAsked(deps, quote);
  if (text !== '' && !/^help$/i.test(text)) {
    const gone = await withdrawnAsked(deps, text);
    return gone === undefined ? found(deps, text) : plainMessage(gone);
  }
  const { standing } = await deps.people.person(who.userId);
  return helpMessage(standing === 'staff' ? 'staff' : 'member');
}

function found(deps: Pick<Deps, 'index' | 'desk' | 'now'>, text: string): Message {
  const { site } = deps.desk();
  if (/^(latest|newest|recent)$/i.test(text))
    return latestMessage(latestReleases(deps, HITS), { site });
  return searchMessage(deps.index().search({ text, limit: HITS }, deps.now()), { site });
}
