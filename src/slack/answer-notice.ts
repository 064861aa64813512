import type { Answer } from '../answers/answer.ts';
import { answerQuestion } from '../answers/answer-question.ts';
import type { AnswerGiven, AnswerLog } from '../enquiries/answer-log.ts';
import type { Follows } from '../enquiries/follows.ts';
import type { Notice } from '../enquiries/notice.ts';
import type { Outbox } from '../enquiries/outbox.ts';
import type { Message } from './block-kit.ts';
import type { SlackDeps } from './deps.ts';
import { changeFollows, readFollow } from './follow-words.ts';
import type { Rendering } from './render-notice.ts';
import { answerMessage } from './views/answer-message.ts';
import { helpMessage } from './views/help-message.ts';
import { plainMessage } from './views/plain-message.ts';

type Deps = Pick<SlackDeps, 'index' | 'reading' | 'desk' | 'now' | 'newId'> & {
  readonly store: Pick<AnswerLog, 'lastAnswer'> &
    Pick<Outbox, 'findPosted'> &
    Pick<Follows, 'follow' | 'unfollow' | 'following'>;
};

type AnswerNotice = Extract<Notice, { kind: 'answer' }>;

/** An answer on its way out, and what is kept of it once it is told. */
export type Answering = { readonly rendering: Rendering; readonly given: AnswerGiven | undefined };

/**
 * Answers a question at the moment the answer is told, so that nothing that was withdrawn meanwhile goes out and an
 * answer that had to wait is not an old one.
 */
export async function renderAnswer(deps: Deps, notice: AnswerNotice): Promise<Answering> {
  const { channel, threadTs } = notice;
  const [key = notice.eventId] = notice.eventId.split('#');
  const said = await saidInstead(deps, notice);
  const answer = said === undefined ? await answerOf(deps, notice) : undefined;
  const message = said ?? (answer === undefined ? helpMessage() : messageOf(deps, notice, answer));
  const target = { channel, threadTs };
  // An edited question: the answer that stands is put right instead of a second one.
  const posted = key === notice.eventId ? undefined : await deps.store.findPosted(`answer:${key}`);
  return {
    rendering:
      posted === undefined
        ? { kind: 'send', target, message }
        : { kind: 'update', place: { channel: posted.channel, ts: posted.ts }, message, target },
    given: answer === undefined ? undefined : givenOf(notice, answer, deps.now()),
  };
}

/** What is no question to the releases: a call for help, or to follow them. */
async function saidInstead(
  deps: Deps,
  { question, channel, userId }: AnswerNotice,
): Promise<Message | undefined> {
  if (/^help\W*$/i.test(question)) return helpMessage();
  const follow = readFollow(question);
  return follow === undefined
    ? undefined
    : plainMessage(await changeFollows(deps, follow, { channel, userId }));
}

async function answerOf({ index, desk, now, store }: Deps, notice: AnswerNotice): Promise<Answer> {
  const { channel, threadTs, userId, question } = notice;
  const { zone, sectors } = desk();
  const options = { now: now(), zone, sectors };
  const last = await store.lastAnswer({ channel, threadTs, userId });
  if (last === undefined || last.key === notice.eventId)
    return answerQuestion(index(), question, options);
  const thread = {
    question: last.question,
    answer: answerQuestion(index(), last.question, options),
  };
  return answerQuestion(index(), question, { ...options, thread });
}

function messageOf(
  { desk, reading }: Deps,
  { channel, isStaff }: AnswerNotice,
  answer: Answer,
): Message {
  const { site, showMobiles } = desk();
  const isPrivate = channel.startsWith('D');
  const mobiles =
    showMobiles === 'everyone' || (isPrivate && (isStaff || showMobiles === 'staff-and-asker'));
  return answerMessage(answer, { site, mobiles, reading: reading() });
}

const givenOf = (
  { eventId, channel, threadTs, userId, question }: AnswerNotice,
  answer: Answer,
  at: Date,
): AnswerGiven => ({
  key: eventId,
  channel,
  threadTs,
  userId,
  question,
  outcome: answer.kind,
  quotes:
    answer.kind === 'answered' || answer.kind === 'unsure'
      ? answer.quotes.map(({ release, text }) => ({
          releaseId: release.id,
          file: release.file,
          title: release.title,
          version: release.version,
          text,
        }))
      : [],
  at,
});
