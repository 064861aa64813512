import type { App, webApi } from '@slack/bolt';
import type { AnswerLog } from '../../enquiries/answer-log.ts';
import type { Corrections } from '../../enquiries/correction.ts';
import type { Enquiry } from '../../enquiries/enquiry.ts';
import type { EnquiryStore } from '../../enquiries/enquiry-store.ts';
import type { Queued } from '../../enquiries/notice.ts';
import type { Outbox } from '../../enquiries/outbox.ts';
import { enquiryForMessage, relayMessage } from '../../enquiries/relay-message.ts';
import { seeByWriting } from '../../enquiries/see-correction.ts';
import type { SlackDeps } from '../deps.ts';
import type { Flood } from '../flood.ts';
import { answerKey, type Heard, readHeard } from '../heard.ts';
import { looksLikeQuestion } from '../looks-like-question.ts';
import { slackFailure } from '../slack-outcome.ts';
import { typedText } from '../typed-text.ts';
import { noticesIn } from '../work-inbox.ts';

type Deps = Pick<SlackDeps, 'people' | 'now' | 'newId' | 'log'> & {
  readonly store: Pick<EnquiryStore, 'find' | 'save' | 'findByThread'> &
    Pick<AnswerLog, 'lastAnswer'> &
    Pick<Outbox, 'findPosted' | 'hasNotice' | 'withdrawNotice'> &
    Pick<Corrections, 'noteSeen' | 'unseenIn' | 'findCorrection'>;
  readonly botUserId: string;
  readonly flood: Flood;
};

/**
 * What people say to the bot: mentions, direct messages, and what follows in threads that it serves. Every one of them
 * is answered, passed on to the people who have the enquiry, or none of the bot's business.
 */
export function registerQuestions(app: App, deps: Deps): void {
  app.event('app_mention', async ({ event, context }) => {
    await hear(deps, readHeard(event, deps.botUserId), noticesIn(context));
  });
  app.event('message', async ({ event, context, client }) => {
    const heard = readHeard(event, deps.botUserId);
    if (heard?.change === 'deleted') await takeBack(deps, client, `answer:${answerKey(heard)}`);
    await hear(deps, heard, noticesIn(context));
  });
}

/** Of a question that was deleted the answer goes too, or is not given any more. */
async function takeBack(
  { store, log }: Deps,
  client: webApi.WebClient,
  key: string,
): Promise<void> {
  if (await store.withdrawNotice(key)) return;
  const posted = await store.findPosted(key);
  if (posted === undefined) return;
  try {
    await client.chat.delete({ channel: posted.channel, ts: posted.ts });
  } catch (error) {
    // What Slack did not do this time is done when the event is tried again.
    if (slackFailure(error).kind !== 'refused') throw error;
    log.info('answer.gone-already', { error });
  }
}

async function hear(deps: Deps, heard: Heard | undefined, notices: Queued[]): Promise<void> {
  if (heard === undefined) return;
  // A word in the thread of a correction shows that its note was seen.
  if (heard.change === 'new' && !heard.isRoot)
    notices.push(...(await seeByWriting(deps, { ...heard, userId: heard.user })));
  const relayed = await passOn(deps, heard);
  if (relayed !== undefined && heard.change === 'new') {
    // In a direct message the words were meant for the bot's ears too: it says where they went.
    if (heard.isAddressed) notices.push(passedOn(relayed, heard));
    return;
  }
  if (heard.change === 'deleted') return;
  if (heard.change === 'edited') {
    notices.push(...(await answerToEdit(deps, heard, relayed !== undefined)));
    return;
  }
  if (heard.isAddressed || (await isFollowUp(deps, heard)))
    notices.push(...(await answerUnlessFlooded(deps, heard)));
}

/** A question put in other words is answered again, in the place of the first answer, posted already or not. */
async function answerToEdit(deps: Deps, heard: Heard, isPassedOn: boolean): Promise<Queued[]> {
  if (await deps.store.hasNotice(`answer:${answerKey(heard)}`))
    return [await answerTo(deps, heard)];
  // It calls the bot only now, or the question itself is still on its way: it will be known then.
  return heard.isAddressed && !isPassedOn
    ? answerUnlessFlooded(deps, { ...heard, change: 'new' })
    : [];
}

/** What is said in the thread of an enquiry goes to its card's thread: inward only. */
async function passOn(deps: Deps, heard: Heard): Promise<Enquiry | undefined> {
  const { channel, threadTs, user, ts, change, changeTs, text, files } = heard;
  if (heard.isRoot && change === 'new') return undefined;
  const enquiry = enquiryForMessage(await deps.store.findByThread(channel, threadTs), user);
  // To ask the bot something in passing is not to speak to the press office.
  if (enquiry === undefined || heard.isMention) return undefined;
  await relayMessage(deps, {
    enquiryId: enquiry.id,
    message: { userId: user, messageTs: ts, change, changeTs, text: typedText(text), files },
  });
  return enquiry;
}

const passedOn = ({ id: enquiryId }: Enquiry, heard: Heard): Queued => ({
  notice: {
    kind: 'asker-told',
    enquiryId,
    event: 'passed-on',
    // The message stands for the version: each is answered once.
    version: Math.trunc(Number(heard.ts) * 1000),
    channel: heard.channel,
    threadTs: heard.threadTs,
  },
});

/** A further question of somebody whom the bot answered in this thread needs no new mention. */
async function isFollowUp({ store }: Deps, heard: Heard): Promise<boolean> {
  if (heard.isRoot || !looksLikeQuestion(typedText(heard.text))) return false;
  const { channel, threadTs, user: userId } = heard;
  return (await store.lastAnswer({ channel, threadTs, userId })) !== undefined;
}

/** Who asks more than anyone could read is told so, once. */
async function answerUnlessFlooded(deps: Deps, heard: Heard): Promise<Queued[]> {
  const { user: userId, channel, threadTs } = heard;
  switch (deps.flood.judge(heard)) {
    case 'welcome':
      return [await answerTo(deps, heard)];
    case 'too-many':
      return [
        { notice: { kind: 'too-many', eventId: answerKey(heard), userId, channel, threadTs } },
      ];
    case 'told':
      return [];
  }
}

async function answerTo({ people }: Deps, heard: Heard): Promise<Queued> {
  const { standing, zone } = await people.person(heard.user);
  return {
    notice: {
      kind: 'answer',
      eventId: `${answerKey(heard)}${heard.change === 'edited' ? `#${heard.changeTs}` : ''}`,
      question: typedText(heard.text),
      userId: heard.user,
      teamId: heard.team,
      isStaff: standing === 'staff',
      ...(zone === undefined ? {} : { zone }),
      askedAt: new Date(Number(heard.ts) * 1000).toISOString(),
      channel: heard.channel,
      threadTs: heard.threadTs,
    },
  };
}
