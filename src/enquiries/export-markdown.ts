import type { EnquiryExport } from './export-enquiry.ts';

/**
 * An exported enquiry as a file that a person can read.
 *
 * @param zone IANA zone in which instants are written
 */
export function exportMarkdown(exported: EnquiryExport, zone: string): string {
  const { reference, profile, chain, enquiry, timeline } = exported;
  const time = timeIn(zone);
  const { deadline } = enquiry;
  const facts: readonly (readonly [string, string])[] = [
    ['State', enquiry.status],
    ['Asked', time(enquiry.createdAt)],
    ['By', `${enquiry.asker.name}, ${enquiry.outlet}`],
    ['Reach', enquiry.reach],
    ['Deadline', deadline === undefined ? 'none' : `${time(deadline.at)} (“${deadline.words}”)`],
    ['Routed to', `${enquiry.route.who}: ${enquiry.route.why}`],
    ['Releases', enquiry.cited.map(({ title }) => title).join('; ')],
    ['Record', chain],
  ];
  return [
    `# ${reference}${profile === 'redacted' ? ' (redacted)' : ''}`,
    '',
    ...facts
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `- ${name}: ${line(value)}`),
    '',
    '## Question',
    '',
    quote(enquiry.question),
    '',
    '## Replies',
    '',
    ...enquiry.replies.flatMap((reply) => [
      `${reply.delivery.kind === 'sent' ? time(reply.delivery.at) : `Not sent (${reply.delivery.kind})`}, ${line(reply.by)}, ${reply.attribution.replaceAll('-', ' ')}:`,
      '',
      quote(reply.text),
      '',
    ]),
    ...(enquiry.replies.length === 0 ? ['None.', ''] : []),
    '## Timeline',
    '',
    ...timeline.map(({ seq, at, what, details }) => {
      const told =
        details === null
          ? 'details erased'
          : [
              details.who,
              details.why ?? '',
              ...Object.entries(details.about).map(([name, value]) => `${name}: ${value}`),
            ]
              .filter((part) => part !== '')
              .join('; ');
      return `${seq}. ${time(at)}: ${what} (${line(told)})`;
    }),
    '',
  ].join('\n');
}

const timeIn = (zone: string) => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    dateStyle: 'medium',
    timeStyle: 'medium',
  });
  return (at: Date) => `${format.format(at)} (${zone})`;
};

/** Words of people on one line, with nothing left in them that Markdown would take for its own. */
const line = (text: string) =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|!]/g, (mark) => `\\${mark}`);

const quote = (text: string) =>
  text
    .split(/\r?\n/)
    .map((part) => `> ${line(part)}`)
    .join('\n');
