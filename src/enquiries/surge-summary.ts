import { type Enquiry, isAnswer, type Reply } from './enquiry.ts';
import type { Surge } from './surge.ts';

/** What came of a surge, for the desk. */
export type SurgeSummary = {
  readonly asked: number;
  readonly outlets: number;
  /** From the first question to the first holding line or answer that was sent to anybody. */
  readonly toFirstWordMs: number | undefined;
  /** Between the first and the last to whom one and the same line was sent at once. */
  readonly spreadMs: number | undefined;
  /** Of those who asked after it was sent: the longest that one waited for it. */
  readonly slowestLaterMs: number | undefined;
  readonly answered: number;
  readonly closed: number;
  /** Those who still wait for an answer. */
  readonly open: readonly Enquiry[];
};

type SentReply = Reply & { readonly delivery: Extract<Reply['delivery'], { kind: 'sent' }> };

const isSent = (reply: Reply): reply is SentReply => reply.delivery.kind === 'sent';

/** Sums up a surge. */
export function surgeSummary(
  { statements }: Pick<Surge, 'statements'>,
  members: readonly Enquiry[],
): SurgeSummary {
  const first = earliest(members.map(({ createdAt }) => createdAt));
  const words = members.flatMap(({ replies }) => replies.filter(isSent));
  const firstWord = earliest(words.map(({ delivery }) => delivery.at));
  const spreads = statements.flatMap((statement) => {
    const times = members
      .filter(({ id }) => statement.recipients.includes(id))
      .flatMap(({ replies }) => sentAt(replies, statement.id));
    return times.length === 0 ? [] : [Math.max(...times) - Math.min(...times)];
  });
  const later = statements.flatMap((statement) =>
    members
      .filter(({ id }) => !statement.recipients.includes(id))
      .flatMap(({ createdAt, replies }) =>
        sentAt(replies, statement.id).map((at) => at - createdAt.getTime()),
      ),
  );
  return {
    asked: members.length,
    outlets: outletsOf(members).length,
    toFirstWordMs:
      first === undefined || firstWord === undefined
        ? undefined
        : firstWord.getTime() - first.getTime(),
    spreadMs: spreads.length === 0 ? undefined : Math.max(...spreads),
    slowestLaterMs: later.length === 0 ? undefined : Math.max(...later),
    answered: members.filter(({ replies }) => replies.some(isAnswer)).length,
    closed: members.filter(({ status }) => status === 'resolved' || status === 'withdrawn').length,
    open: members.filter(({ status }) => status === 'open' || status === 'claimed'),
  };
}

const sentAt = (replies: readonly Reply[], id: string): number[] =>
  replies.filter(isSent).flatMap((reply) => (reply.id === id ? [reply.delivery.at.getTime()] : []));

const earliest = (times: readonly Date[]): Date | undefined =>
  times.length === 0 ? undefined : new Date(Math.min(...times.map((time) => time.getTime())));

/** The outlets that asked, each once; somebody who names none counts as one by themselves. */
export const outletsOf = (members: readonly Enquiry[]): string[] => [
  ...new Map(
    members.map(({ outlet, asker }) => [
      outlet === '' ? asker.userId : outlet.trim().toLowerCase(),
      outlet === '' ? asker.name : outlet.trim(),
    ]),
  ).values(),
];
