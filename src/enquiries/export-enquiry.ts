import type { ReleaseVersion } from '../releases/release-history.ts';
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
  /** The cited releases, each in the version that stood when the question was asked. */
  readonly sources: readonly ExportSource[];
};

/** `version` is `undefined` where none is kept. */
export type ExportSource = Enquiry['cited'][number] & { readonly version: string | undefined };

/** The cited releases with the version that was current when the enquiry was opened. */
export const sourcesOf = (
  { cited, createdAt }: Pick<Enquiry, 'cited' | 'createdAt'>,
  versions: readonly ReleaseVersion[],
): ExportSource[] =>
  cited.map((source) => {
    const own = versions
      .filter(({ releaseId }) => releaseId === source.id)
      .toSorted((one, other) => one.seenAt.getTime() - other.seenAt.getTime());
    const current = own.findLast(({ seenAt }) => seenAt <= createdAt) ?? own[0];
    return { ...source, version: current?.version };
  });

/** Everything that is known of an enquiry, for a file that leaves the desk. */
export function exportEnquiry(
  record: EnquiryRecord,
  profile: ExportProfile,
  versions: readonly ReleaseVersion[] = [],
): EnquiryExport {
  const fault = verifyChain(record);
  const enquiry = Enquiry.parse(record.document);
  const whole: EnquiryExport = {
    reference: record.reference,
    profile,
    chain: fault === undefined ? 'sound' : `broken: event ${fault.seq} ${fault.reason}`,
    enquiry,
    timeline: record.events,
    sources: sourcesOf(enquiry, versions),
  };
  if (profile === 'full') return whole;
  const redact = redactor(labels(whole));
  const { drafts: _, ...rest } = whole.enquiry;
  const sent = {
    ...rest,
    replies: rest.replies.map((reply) =>
      reply.delivery.kind === 'sent' ? reply : { ...reply, text: '[not sent]' },
    ),
  };
  return {
    ...whole,
    enquiry: redact(sent) as Enquiry,
    timeline: redact(
      whole.timeline.map((event) => withoutUnsent(event, whole.enquiry)),
    ) as EnquiryEvent[],
  };
}

/** What somebody wrote and did not send, or took back in time, is nobody's business outside. */
function withoutUnsent(event: EnquiryEvent, { replies }: Enquiry): EnquiryEvent {
  const { what, details } = event;
  if (details === null || (what !== 'reply drafted' && what !== 'reply prepared')) return event;
  const isSent = replies.some(
    ({ id, delivery }) => id === details.about.reply && delivery.kind === 'sent',
  );
  return isSent ? event : { ...event, details: { ...details, about: { text: '[not sent]' } } };
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

  let contacts = 0;
  for (const { name, email, phones, slackId } of enquiry.recipients) {
    const label = `[contact ${++contacts}]`;
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
  let officers = 0;
  for (const id of others)
    if (id !== undefined && id !== 'desk' && !found.has(id)) put(id, `[officer ${++officers}]`);
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
