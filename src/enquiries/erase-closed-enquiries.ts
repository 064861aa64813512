import { changeEnquiry, type EnquiryDeps } from './change-enquiry.ts';
import type { Enquiry } from './enquiry.ts';
import type { EnquiryStore } from './enquiry-store.ts';

type Deps = EnquiryDeps & { readonly store: Pick<EnquiryStore, 'list'> };

/**
 * Removes names, words and addresses from enquiries that were closed before `closedBefore`. Reference, times and states
 * stay, and so does the chain.
 *
 * @returns references of those that were erased
 */
export async function eraseClosedEnquiries(
  deps: Deps,
  { closedBefore }: { readonly closedBefore: Date },
): Promise<string[]> {
  const erased: string[] = [];
  for (const { id, reference } of await deps.store.list({ closedBefore })) {
    const outcome = await changeEnquiry<{ kind: 'erased' | 'kept' }>(deps, id, (enquiry, at) => {
      const closedAt = closedAtOf(enquiry);
      if (enquiry.erasedAt !== undefined || closedAt === undefined || closedAt >= closedBefore)
        return { kind: 'stop', outcome: { kind: 'kept' } };
      return {
        kind: 'change',
        enquiry: erase(enquiry, at),
        what: 'erased',
        who: 'desk',
        notices: [],
        erase: true,
        outcome: { kind: 'erased' },
      };
    });
    if (outcome.kind === 'erased') erased.push(reference);
  }
  return erased;
}

const closedAtOf = (enquiry: Enquiry): Date | undefined => {
  if (enquiry.status === 'resolved') return enquiry.resolvedAt;
  return enquiry.status === 'withdrawn' ? enquiry.withdrawnAt : undefined;
};

function erase(enquiry: Enquiry, at: Date): Enquiry {
  const {
    terms: _terms,
    receipt: _receipt,
    card: _card,
    drafts: _drafts,
    deadline,
    ...rest
  } = enquiry;
  return {
    ...rest,
    version: enquiry.version + 1,
    ...(deadline === undefined ? {} : { deadline: { ...deadline, words: '' } }),
    question: '',
    outlet: '',
    reach: '',
    asker: { ...enquiry.asker, userId: '', name: '', teamId: '' },
    origin: { ...enquiry.origin, channel: '', threadTs: '' },
    route: { who: '', why: '', skipped: [] },
    recipients: [],
    colleagues: [],
    copies: [],
    heard: [],
    troubles: [],
    replies: enquiry.replies.map((reply) => ({
      ...reply,
      by: '',
      text: '',
      ...(reply.promise === undefined
        ? {}
        : { promise: { ...reply.promise, said: '', typed: '' } }),
      delivery:
        reply.delivery.kind === 'sent'
          ? { ...reply.delivery, channel: '', ts: '' }
          : reply.delivery,
    })),
    ...(enquiry.status === 'resolved' ? { resolvedBy: '' } : {}),
    erasedAt: at,
  } as Enquiry;
}
