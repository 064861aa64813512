import { canonicalJson } from '../enquiries/chain-events.ts';
import { Enquiry, isLive, ownerOf } from '../enquiries/enquiry.ts';
import type { EnquiryRecord } from '../enquiries/enquiry-store.ts';
import { type EnquiryEvent, EventDetails, type Happening } from '../enquiries/event.ts';
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
 * with is read too, in a form that no chain holds.
 */
export const readEvent = (row: EventRow): EnquiryEvent => ({
  enquiryId: row.enquiry_id,
  seq: row.seq,
  what: row.what as Happening,
  at: readInstant(row.at),
  details: row.details === null ? null : readDetails(row.details),
  digest: row.digest,
  enquiryDigest: row.enquiry_digest,
  previous: row.previous,
  hash: row.hash,
});

const readInstant = (text: string): Date => {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) || at.toISOString() !== text ? new Date(Number.NaN) : at;
};

function readDetails(text: string): EventDetails {
  const details = asWritten(text);
  return EventDetails.safeParse(details).success
    ? (details as EventDetails)
    : { who: '', about: { unreadable: text }, salt: '' };
}

/** JSON that we wrote, parsed; the bare text where somebody else has been at it, if only at a space. */
function asWritten(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return canonicalJson(value) === text ? value : text;
  } catch {
    return text;
  }
}

/** An enquiry as it stands in its row, for verifying: in doubt where the columns say otherwise than the document. */
export function readRecord(row: EnquiryRow, events: readonly EventRow[]): EnquiryRecord {
  const { id, reference, key, version, status } = row;
  const document = asWritten(row.document);
  const columns = { id, reference, key, version, status };
  const agrees =
    typeof document === 'object' &&
    Object.entries(columns).every(
      ([name, value]) => (document as Record<string, unknown>)[name] === value,
    );
  return {
    id,
    reference,
    document: agrees ? document : { columns, document },
    events: events.map(readEvent),
  };
}
