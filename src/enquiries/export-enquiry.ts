import { verifyChain } from './chain-events.ts';
import { Enquiry } from './enquiry.ts';
import type { EnquiryRecord } from './enquiry-store.ts';
import type { EnquiryEvent } from './event.ts';

/** `full` for our own files; `redacted` for disclosure: who and how to reach them are taken out, what was said stays. */
export type ExportProfile = 'full' | 'redacted';

/** One enquiry with its whole timeline, as JSON. */
export type EnquiryExport = {
  readonly reference: string;
  readonly profile: ExportProfile;
  /** `sound`, or what is wrong with the chain. Of a redacted export too it speaks of what is stored. */
  readonly chain: string;
  readonly enquiry: Enquiry;
  readonly timeline: readonly EnquiryEvent[];
};

/** Everything that is known of an enquiry, for a file that leaves the desk. */
export function exportEnquiry(record: EnquiryRecord, profile: ExportProfile): EnquiryExport {
  const fault = verifyChain(record);
  const whole: EnquiryExport = {
    reference: record.reference,
    profile,
    chain: fault === undefined ? 'sound' : `broken: event ${fault.seq} ${fault.reason}`,
    enquiry: Enquiry.parse(record.document),
    timeline: record.events,
  };
  if (profile === 'full') return whole;
  const redact = redactor(labels(whole));
  return {
    ...whole,
    enquiry: redact(whole.enquiry) as Enquiry,
    timeline: redact(whole.timeline) as EnquiryEvent[],
  };
}

/** What stands for each word that tells who somebody is. The same person has the same label throughout. */
function labels({ enquiry, timeline }: EnquiryExport): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const put = (word: string | null | undefined, label: string) => {
    // A word of one or two letters would be found everywhere.
    if (word !== null && word !== undefined && word.length > 2 && !found.has(word))
      found.set(word, label);
  };
  const { asker } = enquiry;
  for (const word of [asker.userId, asker.name, asker.teamId]) put(word, '[asker]');
  put(enquiry.reach, '[how to reach the asker]');

  let people = 0;
  for (const { name, email, phones, slackId } of enquiry.recipients) {
    const label = `[person ${++people}]`;
    for (const word of [slackId, name, email]) put(word, label);
    for (const { e164, printed } of phones) {
      put(e164, '[telephone]');
      put(printed, '[telephone]');
    }
  }
  const others = [
    ...('owner' in enquiry ? [enquiry.owner] : []),
    ...enquiry.colleagues,
    ...enquiry.replies.map(({ by }) => by),
    ...timeline.flatMap(({ details }) => (details === null ? [] : [details.who])),
    ...timeline.flatMap(({ details }) => {
      const { to, from, colleague, by, userId } = details?.about ?? {};
      return isOpening(details?.about) ? [] : [to, from, colleague, by, userId];
    }),
  ];
  for (const id of others)
    if (id !== undefined && id !== 'desk' && !found.has(id)) put(id, `[person ${++people}]`);
  return found;
}

/** The first event names in `to` whom it was routed to in words, not by id; the words are kept. */
const isOpening = (about: Readonly<Record<string, string>> | undefined) =>
  about?.question !== undefined;

const emailAddress = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+\.[a-z]{2,}/giu;

/** An international number, or the eight digits of a Singapore one. */
const telephone = /\+\d[\d ()-]{6,18}\d|(?<![\d.])[3689]\d{3}[ -]?\d{4}(?![\d.]*\d)/gu;

/** Replaces the words in every text of a value, the longest first, so that no part of a name is left over. */
function redactor(words: ReadonlyMap<string, string>): (value: unknown) => unknown {
  const ordered = [...words].sort(([a], [b]) => b.length - a.length);
  const redact = (value: unknown): unknown => {
    if (typeof value === 'string')
      return ordered
        .reduce((text, [word, label]) => text.replaceAll(word, label), value)
        .replace(emailAddress, '[e-mail]')
        .replace(telephone, '[telephone]');
    if (Array.isArray(value)) return value.map(redact);
    if (value === null || typeof value !== 'object' || value instanceof Date) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, redact(inner)]));
  };
  return redact;
}
