import { type Enquiry, isLive, type Reply } from './enquiry.ts';

/** A next word that was promised to the asker, and what became of it. */
export type PromiseMade = {
  /** The reply in which it was promised. */
  readonly replyId: string;
  readonly by: string;
  readonly madeAt: Date;
  readonly dueAt: Date;
  readonly state:
    | { readonly kind: 'open' }
    /** Something was sent: at `at`, late by `lateMs`, which is 0 where it was in time. */
    | { readonly kind: 'kept'; readonly at: Date; readonly lateMs: number }
    /** The asker withdrew, or it was closed, before it fell due: nobody waits for it. */
    | { readonly kind: 'lapsed' }
    /** Closed without a word although it had fallen due. */
    | { readonly kind: 'broken' };
};

/** Every promise of an enquiry, oldest first. Any later reply keeps it: an answer, or a further word that none is ready. */
export function promisesOf(enquiry: Enquiry): PromiseMade[] {
  const sent = enquiry.replies.flatMap((reply) =>
    reply.delivery.kind === 'sent' ? [{ reply, at: reply.delivery.at }] : [],
  );
  return sent.flatMap(({ reply, at: madeAt }, place) => {
    if (reply.promise === undefined) return [];
    const dueAt = reply.promise.at;
    return [
      {
        replyId: reply.id,
        by: reply.by,
        madeAt,
        dueAt,
        state: stateOf(enquiry, dueAt, sent[place + 1]?.at),
      },
    ];
  });
}

function stateOf(enquiry: Enquiry, dueAt: Date, nextAt: Date | undefined): PromiseMade['state'] {
  if (nextAt !== undefined)
    return {
      kind: 'kept',
      at: nextAt,
      lateMs: Math.max(0, nextAt.getTime() - dueAt.getTime()),
    };
  if (isLive(enquiry)) return { kind: 'open' };
  const closedAt = enquiry.status === 'resolved' ? enquiry.resolvedAt : enquiry.withdrawnAt;
  return { kind: enquiry.status === 'resolved' && closedAt > dueAt ? 'broken' : 'lapsed' };
}

/** The promise that somebody waits for now. */
export const openPromise = (enquiry: Enquiry): PromiseMade | undefined =>
  promisesOf(enquiry).findLast(({ state }) => state.kind === 'open');

/** Reminders of a promise: when three quarters of the time are gone, and when it falls due. */
export type PromiseStep = 'soon' | 'due';

const SOON = 0.75;

/** A reply on its way keeps the promise in a moment: nobody is reminded meanwhile. */
const isReplying = ({ replies }: Enquiry): boolean =>
  replies.some(({ delivery }: Reply) => delivery.kind === 'waiting');

/** The reminders of the open promise that have not gone out yet, first to last. */
export function promiseStepsAhead(
  enquiry: Enquiry,
): { readonly name: string; readonly step: PromiseStep; readonly at: Date }[] {
  const promise = openPromise(enquiry);
  if (promise === undefined || isReplying(enquiry)) return [];
  const { replyId, madeAt, dueAt } = promise;
  const soonAt = new Date(madeAt.getTime() + (dueAt.getTime() - madeAt.getTime()) * SOON);
  const all = [
    { name: `${replyId}:soon`, step: 'soon' as const, at: soonAt },
    { name: `${replyId}:due`, step: 'due' as const, at: dueAt },
  ];
  const done = enquiry.promiseSteps ?? [];
  const last = all.findLastIndex(({ name }) => done.includes(name));
  return all.slice(last + 1);
}
