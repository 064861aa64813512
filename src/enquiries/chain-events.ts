import { createHash } from 'node:crypto';
import type { EnquiryRecord } from './enquiry-store.ts';
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

/**
 * Puts an event behind `previous`.
 *
 * @param enquiry what the event made of the enquiry
 */
export function chainEvent(
  previous: Pick<EnquiryEvent, 'seq' | 'hash'> | undefined,
  { what, at, details }: NewEvent,
  enquiry: { readonly id: string },
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
export function verifyChain({ id, document, events }: EnquiryRecord): ChainFault | undefined {
  let previous: EnquiryEvent | undefined;
  for (const event of events) {
    const { details, hash, ...link } = event;
    const seq = (previous?.seq ?? 0) + 1;
    if (event.enquiryId !== id) return { seq, reason: 'belongs to another enquiry' };
    if (event.seq !== seq) return { seq, reason: 'is missing' };
    if (event.previous !== (previous?.hash ?? ''))
      return { seq, reason: 'does not follow the event before it' };
    if (digestOf(link) !== hash) return { seq, reason: 'was changed' };
    if (details !== null && digestOf(details) !== event.digest)
      return { seq, reason: 'has other details than were recorded' };
    // Only an erasure may empty what came before it, and it says so in the chain.
    if (details === null && !events.some((later) => later.what === 'erased' && later.seq > seq))
      return { seq, reason: 'lost its details without an erasure' };
    previous = event;
  }
  if (previous === undefined) return { seq: 1, reason: 'is missing' };
  return previous.enquiryDigest === digestOf(document)
    ? undefined
    : { seq: previous.seq, reason: 'did not leave the enquiry as it stands now' };
}
