import { canonicalJson } from '../enquiries/chain-events.ts';
import { Enquiry, isLive, ownerOf } from '../enquiries/enquiry.ts';
import { type EnquiryEvent, EventDetails, Happening } from '../enquiries/event.ts';
import { nextStepAt } from '../enquiries/reminder-steps.ts';
import type { Tables } from './tables.ts';

type EnquiryRow = Tables['enquiries'];
type EventRow = Tables['events'];

const iso = (at: Date | undefined): string | null => at?.toISOString() ?? null;

/**
 * An enquiry as a row: the whole of it as JSON, and beside it what is looked for.
 *
 * @throws {ZodError} if it is not a valid enquiry, before anything is written
 */
export function enquiryRow(enquiry: Enquiry): EnquiryRow {
  const document = canonicalJson(enquiry);
  const { card, asker, origin, deadline } = readEnquiry(document);
  return {
    id: enquiry.id,
    reference: enquiry.reference,
    key: enquiry.key,
    version: enquiry.version,
    status: enquiry.status,
    outlet: outletKey(enquiry.outlet),
    owner: ownerOf(enquiry) ?? null,
    asker: asker.userId,
    channel: origin.channel,
    thread_ts: origin.threadTs,
    card_channel: card?.channel ?? null,
    card_ts: card?.ts ?? null,
    deadline_at: isLive(enquiry) ? iso(deadline?.at) : null,
    next_step_at: iso(nextStepAt(enquiry)),
    created_at: enquiry.createdAt.toISOString(),
    closed_at: iso(closedAt(enquiry)),
    erased_at: iso(enquiry.erasedAt),
    document,
  };
}

const closedAt = (enquiry: Enquiry) => {
  if (enquiry.status === 'resolved') return enquiry.resolvedAt;
  return enquiry.status === 'withdrawn' ? enquiry.withdrawnAt : undefined;
};

/** An outlet's name as it is compared: without regard to case, spacing and odd characters; cut to fit an index. */
export const outletKey = (outlet: string): string =>
  outlet
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 200)
    .trim();

export const readEnquiry = (document: string): Enquiry => Enquiry.parse(JSON.parse(document));

export const eventRow = (event: EnquiryEvent): EventRow => ({
  enquiry_id: event.enquiryId,
  seq: event.seq,
  what: event.what,
  at: event.at.toISOString(),
  details: event.details === null ? null : canonicalJson(event.details),
  digest: event.digest,
  enquiry_digest: event.enquiryDigest,
  previous: event.previous,
  hash: event.hash,
});

/**
 * A row as an event. What it says is not believed here but when the chain is verified, so a row that was tampered
 * with is read as it is.
 */
export const readEvent = (row: EventRow): EnquiryEvent => ({
  enquiryId: row.enquiry_id,
  seq: row.seq,
  what: Happening.parse(row.what),
  at: new Date(row.at),
  details: row.details === null ? null : EventDetails.parse(JSON.parse(row.details)),
  digest: row.digest,
  enquiryDigest: row.enquiry_digest,
  previous: row.previous,
  hash: row.hash,
});
