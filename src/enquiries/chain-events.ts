import { createHash } from 'node:crypto';
import type { Enquiry } from './enquiry.ts';
import type { EnquiryEvent, NewEvent } from './event.ts';

/** JSON with the names of every object in order, so that equal values have equal text. Dates are ISO 8601. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}

/** SHA-256 of the canonical JSON, in hexadecimal. */
export const digestOf = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');

/** Puts an event behind `previous`; `enquiry` is what the event made of it. */
export function chainEvent(
  previous: EnquiryEvent | undefined,
  { what, at, details }: NewEvent,
  enquiry: Enquiry,
): EnquiryEvent {
  const link = {
    enquiryId: enquiry.id,
    seq: (previous?.seq ?? 0) + 1,
    what,
    at,
    digest: digestOf(details),
    enquiryDigest: digestOf(enquiry),
    previous: previous?.hash ?? '',
  };
  return { ...link, details, hash: digestOf(link) };
}

/** Where a timeline no longer holds together: the number of the first event in doubt and what is wrong with it. */
export type ChainFault = { readonly seq: number; readonly reason: string };

/**
 * Checks a whole timeline, oldest first, and that the enquiry is what its last event left.
 *
 * @returns the first fault, or `undefined` when every link holds
 */
export function verifyChain(
  enquiry: Enquiry,
  events: readonly EnquiryEvent[],
): ChainFault | undefined {
  if (events.length === 0) return { seq: 1, reason: 'the timeline is empty' };
  let previous: EnquiryEvent | undefined;
  for (const event of events) {
    const { details, hash, ...link } = event;
    const seq = (previous?.seq ?? 0) + 1;
    if (event.enquiryId !== enquiry.id) return { seq, reason: 'belongs to another enquiry' };
    if (event.seq !== seq) return { seq, reason: 'is missing' };
    if (event.previous !== (previous?.hash ?? ''))
      return { seq, reason: 'does not follow the event before it' };
    if (digestOf(link) !== hash) return { seq, reason: 'was changed' };
    if (details !== null && digestOf(details) !== event.digest)
      return { seq, reason: 'has other details than were recorded' };
    previous = event;
  }
  return previous !== undefined && previous.enquiryDigest !== digestOf(enquiry)
    ? { seq: previous.seq, reason: 'the enquiry is not as its last event left it' }
    : undefined;
}
