import type { EnquiryExport } from './export-enquiry.ts';

/**
 * An exported enquiry as a file that a person can read.
 *
 * @param zone IANA zone in which instants are written; the deadline is given in the asker's too
 * @param names of people by Slack id, besides those that the enquiry itself knows
 */
export function exportMarkdown(
  exported: EnquiryExport,
  zone: string,
  names: ReadonlyMap<string, string> = new Map(),
): string {
  const { reference, profile, chain, enquiry, timeline, sources } = exported;
  const time = timeIn(zone);
  const { deadline, asker } = enquiry;
  const known = new Map([
    ...names,
    ...enquiry.recipients.flatMap(({ slackId, name }) =>
      slackId === null ? [] : ([[slackId, name]] as const),
    ),
    [asker.userId, asker.name],
    ['desk', 'Media Desk'],
  ]);
  const named = (id: string) => (id === '' ? 'erased' : (known.get(id) ?? id));
  const due = (at: Date) =>
    [...new Set([zone, asker.zone])].map((one) => timeIn(one)(at)).join(' = ');
  const facts: readonly (readonly [string, string])[] = [
    ['State', enquiry.status],
    ['Asked', time(enquiry.createdAt)],
    ['By', [asker.name, enquiry.outlet].filter((part) => part !== '').join(', ')],
    ['Reach', enquiry.reach],
    [
      'Deadline',
      deadline === undefined
        ? 'none'
        : `${due(deadline.at)}${deadline.words === '' ? '' : ` (“${deadline.words}”)`}`,
    ],
    ['Routed to', [enquiry.route.who, enquiry.route.why].filter((part) => part !== '').join(': ')],
    ['Passed over', enquiry.route.skipped.map(({ name, why }) => `${name} (${why})`).join('; ')],
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
      `${reply.delivery.kind === 'sent' ? time(reply.delivery.at) : `Not sent (${reply.delivery.kind})`}, ${line(named(reply.by))}, ${reply.attribution.replaceAll('-', ' ')}:`,
      '',
      quote(reply.text),
      '',
      ...(reply.promise === undefined
        ? []
        : [`Promised: next update by ${time(reply.promise.at)}.`, '']),
    ]),
    ...(enquiry.replies.length === 0 ? ['None.', ''] : []),
    '## Sources',
    '',
    ...sources.map(
      ({ title, file, version }) =>
        `- ${line(title)} (${line(file)}${version === undefined ? '' : `, version ${version}`})`,
    ),
    ...(sources.length === 0 ? ['None.'] : []),
    '',
    '## Timeline',
    '',
    ...timeline.map(({ seq, at, what, details }) => {
      const told =
        details === null
          ? 'details erased'
          : [
              named(details.who),
              details.why ?? '',
              ...Object.entries(details.about).map(
                ([name, value]) => `${name}: ${known.get(value) ?? value}`,
              ),
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
