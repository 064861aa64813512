import { type Enquiry, ownerOf } from './enquiry.ts';

const columns: readonly (readonly [string, (enquiry: Enquiry) => string])[] = [
  ['reference', ({ reference }) => reference],
  ['status', ({ status }) => status],
  ['asked', ({ createdAt }) => createdAt.toISOString()],
  ['outlet', ({ outlet }) => outlet],
  ['asker', ({ asker }) => asker.name],
  ['question', ({ question }) => question],
  ['deadline', ({ deadline }) => deadline?.at.toISOString() ?? ''],
  ['sectors', ({ sectors }) => sectors.join('; ')],
  ['routed to', ({ route }) => route.who],
  ['owner', (enquiry) => ownerOf(enquiry) ?? ''],
  ['first reply', (enquiry) => firstReplyAt(enquiry)?.toISOString() ?? ''],
  ['deadline met', (enquiry) => deadlineMet(enquiry) ?? ''],
];

/** The log of enquiries as CSV (RFC 4180), one a row, safe to open in a spreadsheet. */
export const enquiriesCsv = (enquiries: readonly Enquiry[]): string =>
  [
    columns.map(([name]) => cell(name)),
    ...enquiries.map((enquiry) => columns.map(([, read]) => cell(read(enquiry)))),
  ]
    .map((row) => `${row.join(',')}\r\n`)
    .join('');

/**
 * One cell. What a spreadsheet would take for a formula gets an apostrophe before it.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export const cell = (text: string): string => {
  const safe = /^[\s\p{Cc}]*[=+\-@＝＋－＠\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** When the asker had the first reply. */
export const firstReplyAt = ({ replies }: Enquiry): Date | undefined =>
  replies
    .flatMap(({ delivery }) => (delivery.kind === 'sent' ? [delivery.at] : []))
    .reduce<Date | undefined>(
      (first, at) => (first === undefined || at < first ? at : first),
      undefined,
    );

/** Whether the first reply came in time; `undefined` without a deadline or a reply. */
export const deadlineMet = (enquiry: Enquiry): 'yes' | 'no' | undefined => {
  const first = firstReplyAt(enquiry);
  if (first === undefined || enquiry.deadline === undefined) return undefined;
  return first <= enquiry.deadline.at ? 'yes' : 'no';
};
