import type { Clock } from '../clock.ts';
import { cardsOf } from './cards-of.ts';
import { eventOf } from './change-enquiry.ts';
import type { EnquiryFacts, Open } from './enquiry.ts';
import type { EnquiryStore } from './enquiry-store.ts';
import type { Queued } from './notice.ts';

type Deps = {
  readonly store: Pick<EnquiryStore, 'findByKey' | 'nextNumber' | 'save'>;
  readonly now: Clock;
  readonly newId: () => string;
  /** IANA zone of the desk, whose year the reference carries. */
  readonly zone: string;
};

/** What the asker and the routing say; the rest begins empty. */
export type NewEnquiry = Pick<
  EnquiryFacts,
  'key' | 'question' | 'outlet' | 'reach' | 'asker' | 'origin' | 'cited' | 'route' | 'recipients'
> & {
  readonly deadline?: { readonly at: Date; readonly words: string; readonly zone: string };
  readonly sectors?: readonly string[];
};

/** `again`: the same submission had opened it already. */
export type OpenOutcome = {
  readonly kind: 'opened';
  readonly enquiry: EnquiryFacts;
  readonly again: boolean;
};

/** Saves a question for a person to answer, with the receipt, the card and a word to each contact. */
export async function openEnquiry(deps: Deps, draft: NewEnquiry): Promise<OpenOutcome> {
  const { store, now, newId, zone } = deps;
  const earlier = await store.findByKey(draft.key);
  if (earlier !== undefined) return { kind: 'opened', enquiry: earlier, again: true };

  const at = now();
  const year = yearIn(zone, at);
  const reference = referenceOf(year, await store.nextNumber(year));
  const enquiry = begin(draft, newId(), reference, at);
  const saved = await store.save({
    enquiry,
    event: eventOf(
      {
        what: 'opened',
        who: draft.asker.userId,
        why: draft.route.why,
        about: { question: draft.question, outlet: draft.outlet, to: draft.route.who },
      },
      at,
      newId(),
    ),
    notices: [receiptOf(enquiry), ...cardsOf(enquiry)],
  });
  return saved === 'saved' ? { kind: 'opened', enquiry, again: false } : openEnquiry(deps, draft);
}

function begin(
  { deadline, sectors, ...draft }: NewEnquiry,
  id: string,
  reference: string,
  at: Date,
): Open {
  return {
    ...draft,
    ...(deadline === undefined ? {} : { deadline: { ...deadline, setAt: at } }),
    id,
    reference,
    version: 1,
    sectors: sectors ?? [],
    colleagues: [],
    copies: [],
    replies: [],
    heard: [],
    steps: [],
    troubles: [],
    createdAt: at,
    status: 'open',
  };
}

const receiptOf = ({ id, origin }: Open): Queued => ({
  notice: {
    kind: 'receipt',
    enquiryId: id,
    channel: origin.channel,
    threadTs: origin.threadTs,
  },
});

/** Four digits. */
export const yearIn = (zone: string, at: Date): number =>
  Number(new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric' }).format(at));

/**
 * What people call an enquiry by.
 *
 * @example
 * referenceOf(2026, 7) // => 'ME-26-0007'
 */
export const referenceOf = (year: number, number: number): string =>
  `ME-${String(year % 100).padStart(2, '0')}-${String(number).padStart(4, '0')}`;
