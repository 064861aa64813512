import { answerQuestion } from '../answers/answer-question.ts';
import { momentWords } from '../desk/deadline-words.ts';
import { splitQuestions } from '../desk/split-questions.ts';
import type { AnswerGiven, AnswerLog } from '../enquiries/answer-log.ts';
import { correctionOfWords } from '../enquiries/corrected-words.ts';
import type { Correction, Corrections } from '../enquiries/correction.ts';
import type { Follows } from '../enquiries/follows.ts';
import type { Notice } from '../enquiries/notice.ts';
import type { Outbox } from '../enquiries/outbox.ts';
import type { ReleaseHistory } from '../releases/release-history.ts';
import type { Message } from './block-kit.ts';
import type { SlackDeps } from './deps.ts';
import { changeFollows, readFollow } from './follow-words.ts';
import { heardDeadline } from './heard-deadline.ts';
import { answerQuoteAsked, readQuoteAsked } from './quote-words.ts';
import type { Rendering } from './render-notice.ts';
import { answerMessage } from './views/answer-message.ts';
import { type AnswerPlace, isChat } from './views/answer-text.ts';
import { answersMessage, type Part } from './views/answers-message.ts';
import { helpMessage } from './views/help-message.ts';
import { plainMessage } from './views/plain-message.ts';

type Deps = Pick<SlackDeps, 'index' | 'reading' | 'desk' | 'now' | 'newId'> & {
  readonly store: Pick<AnswerLog, 'lastAnswer' | 'answersQuoting'> &
    Pick<Outbox, 'findPosted'> &
    Pick<Follows, 'follow' | 'unfollow' | 'following'> &
    Pick<ReleaseHistory, 'versionsOf'> &
    Pick<Corrections, 'correctionsOf'>;
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
  const parts = said === undefined ? await partsOf(deps, notice) : [];
  const message = said ?? messageOf(deps, notice, parts, await correctedIn(deps, parts));
  const target = { channel, threadTs };
  // An edited question: the answer that stands is put right instead of a second one.
  const posted = key === notice.eventId ? undefined : await deps.store.findPosted(`answer:${key}`);
  return {
    rendering:
      posted === undefined
        ? { kind: 'send', target, message }
        : { kind: 'update', place: { channel: posted.channel, ts: posted.ts }, message, target },
    given: parts.length === 0 ? undefined : givenOf(notice, parts, deps.now()),
  };
}

/** What is no question to the releases: a call for help, to follow them, or to look words up. */
async function saidInstead(
  deps: Deps,
  { question, channel, userId, isStaff }: AnswerNotice,
): Promise<Message | undefined> {
  if (/^help\W*$/i.test(question)) return helpMessage(isStaff ? 'staff' : 'outsider');
  const quote = readQuoteAsked(question);
  if (quote !== undefined) return answerQuoteAsked(deps, quote);
  const follow = readFollow(question);
  return follow === undefined
    ? undefined
    : plainMessage(await changeFollows(deps, follow, { channel, userId }));
}

/** The questions of a message with their answers, in order: several, or the message as a whole. */
async function partsOf(deps: Deps, notice: AnswerNotice): Promise<Part[]> {
  const { index, desk, now, store } = deps;
  const { channel, threadTs, userId, question } = notice;
  const { zone, sectors } = desk();
  const options = { now: now(), zone, sectors };
  const last = await store.lastAnswer({ channel, threadTs, userId });
  const before =
    last === undefined || last.key === notice.eventId
      ? undefined
      : { question: last.question, answer: answerQuestion(index(), last.question, options) };
  const parts: Part[] = [];
  for (const part of splitQuestions(question)) {
    // What comes later in a message leans on what came before it: "And by when?"
    const thread = parts.at(-1) ?? before;
    const given = thread === undefined ? options : { ...options, thread };
    parts.push({ question: part, answer: answerQuestion(index(), part, given) });
  }
  const asked = parts.filter(({ answer }) => !isChat(answer));
  const [only] = asked;
  if (only !== undefined && parts.length > 1)
    return asked.length > 1 ? asked : [{ question, answer: only.answer }];
  const given = before === undefined ? options : { ...options, thread: before };
  return [{ question, answer: answerQuestion(index(), question, given) }];
}

function messageOf(
  { desk, reading, now }: Deps,
  { channel, isStaff, question, zone, askedAt }: AnswerNotice,
  parts: readonly Part[],
  correctedAt: AnswerPlace['correctedAt'],
): Message {
  const { site, showMobiles, zone: deskZone } = desk();
  const isPrivate = channel.startsWith('D');
  const mobiles =
    showMobiles === 'everyone' || (isPrivate && (isStaff || showMobiles === 'staff-and-asker'));
  const heard = heardDeadline(question, {
    zone: zone ?? deskZone,
    askedAt: askedAt === undefined ? now() : new Date(askedAt),
    desk: desk(),
  });
  const place = { site, mobiles, reading: reading(), heard, correctedAt };
  const [first, ...others] = parts;
  if (first === undefined) return helpMessage(isStaff ? 'staff' : 'outsider');
  return others.length === 0 ? answerMessage(first.answer, place) : answersMessage(parts, place);
}

/** When words that are quoted were put right. */
async function correctedIn(
  { store, desk }: Deps,
  parts: readonly Part[],
): Promise<AnswerPlace['correctedAt']> {
  const ids = new Set(
    parts.flatMap(({ answer }) =>
      answer.kind === 'answered' || answer.kind === 'unsure'
        ? answer.quotes.map(({ release }) => release.id)
        : [],
    ),
  );
  const known = new Map<string, Correction[]>();
  for (const id of ids) known.set(id, await store.correctionsOf(id));
  return ({ release, text }) => {
    const correction = correctionOfWords(known.get(release.id) ?? [], text, 'after');
    return correction && momentWords(correction.since, desk().zone);
  };
}

const givenOf = (
  { eventId, channel, threadTs, userId, question }: AnswerNotice,
  parts: readonly Part[],
  at: Date,
): AnswerGiven => ({
  key: eventId,
  channel,
  threadTs,
  userId,
  question,
  outcome: outcomeOf(parts),
  quotes: parts.flatMap(({ answer }) =>
    answer.kind === 'answered' || answer.kind === 'unsure'
      ? answer.quotes.map(({ release, text }) => ({
          releaseId: release.id,
          file: release.file,
          title: release.title,
          version: release.version,
          text,
        }))
      : [],
  ),
  at,
});

/** Of several parts, the least that any of them got: what was left open is what the press office should learn of. */
const outcomeOf = (parts: readonly Part[]): AnswerGiven['outcome'] =>
  (['not-found', 'unsure', 'answered', 'contact'] as const).find((kind) =>
    parts.some(({ answer }) => answer.kind === kind),
  ) ?? 'not-found';
