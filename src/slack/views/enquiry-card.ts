import type { KnownBlock } from '@slack/types';
import { DateTime } from 'luxon';
import { readBack, timeWords } from '../../desk/deadline-words.ts';
import { timeBetween } from '../../desk/time-left.ts';
import { type Enquiry, type Recipient, waitingReply } from '../../enquiries/enquiry.ts';
import type { Brief } from '../../enquiries/gather-brief.ts';
import { openPromise } from '../../enquiries/promises.ts';
import {
  clip,
  context,
  escapeMrkdwn,
  header,
  LIMIT,
  line,
  link,
  type Message,
  messageText,
  plain,
  quoted,
  richText,
  section,
  words,
} from '../block-kit.ts';
import { SAY } from '../wording.ts';
import { type BriefPlace, briefBlocks, briefLines } from './brief-blocks.ts';
import { cardActions } from './enquiry-actions.ts';

/** What a card needs to know besides the enquiry. */
export type CardPlace = {
  /** IANA zone of the desk. */
  readonly zone: string;
  /** Address of a cited release, where it may still be read. */
  readonly urlOf: (releaseId: string) => string | undefined;
  /** Whose own copy it is; absent for the card in the desk's channel. */
  readonly viewer?: string;
  /** The instant at which it is drawn: the time left is told by it. */
  readonly now: Date;
  /** Whom the asker claims to write for is not vouched for by desk.yml. */
  readonly isUnverified?: boolean;
  /** What whoever answers should have read; for the desk and whoever has the enquiry. */
  readonly brief?: Brief | undefined;
};

/** The state in words: never by colour or sign alone. */
export function statusText(enquiry: Enquiry): string {
  switch (enquiry.status) {
    case 'open':
      return isHeld(enquiry) ? SAY.statusOpenHeld : SAY.statusOpen;
    case 'claimed':
      return waitingReply(enquiry) !== undefined
        ? SAY.statusSending
        : isHeld(enquiry)
          ? SAY.statusHeld
          : SAY.statusClaimed;
    case 'answered':
      return SAY.statusAnswered;
    case 'resolved':
      return enquiry.duplicateOf === undefined
        ? SAY.statusResolved
        : SAY.statusDuplicate(enquiry.duplicateOf.reference);
    case 'withdrawn':
      return SAY.statusWithdrawn;
  }
}

const isHeld = ({ replies }: Enquiry): boolean =>
  replies.some(({ holding, delivery }) => holding === true && delivery.kind === 'sent');

const ownerLine = (enquiry: Enquiry): string | undefined =>
  'owner' in enquiry
    ? `With <@${enquiry.owner}>${enquiry.offer === undefined ? '' : `, offered to <@${enquiry.offer.to}>`}`
    : undefined;

/** The deadline in the desk's zone and in the asker's. */
export const deadlineText = (enquiry: Enquiry, zone: string): string =>
  enquiry.deadline === undefined
    ? SAY.noDeadline
    : readBack(enquiry.deadline.at, { asker: enquiry.deadline.zone, desk: zone });

/** The brief in the longest form that the text of the card still has room for, so that all of it is heard too. */
function fittingBrief(
  { brief, zone }: CardPlace,
  before: readonly string[],
): BriefPlace | undefined {
  if (brief === undefined) return undefined;
  const fits = (limit: number) =>
    escapeMrkdwn(plain([...before, ...briefLines({ brief, zone, limit })].join('\n'))).length <=
    LIMIT.messageText;
  const limit = [350, 200, 100, 40].find(fits);
  return limit === undefined ? undefined : { brief, zone, limit };
}

/** The next word that was promised to the asker; `undefined` where none is open. */
export function promiseText(
  enquiry: Enquiry,
  { zone, now }: { readonly zone: string; readonly now: Date },
): string | undefined {
  const promise = openPromise(enquiry);
  if (promise === undefined) return undefined;
  const { dueAt } = promise;
  return SAY.promised(
    readBack(dueAt, { asker: enquiry.asker.zone, desk: zone }),
    now <= dueAt ? undefined : timeBetween(dueAt, now),
  );
}

/** How much time there was when the card was drawn; nothing where nobody waits any more. */
function timeLeft(enquiry: Enquiry, now: Date, zone: string): string {
  const { deadline, status } = enquiry;
  if (deadline === undefined || (status !== 'open' && status !== 'claimed')) return '';
  const between = timeBetween(now, deadline.at);
  const at = timeWords(DateTime.fromJSDate(now, { zone }));
  return `; ${now < deadline.at ? SAY.timeLeft(between, at) : SAY.timeOver(between, at)}`;
}

const outletText = ({ outlet }: Enquiry, isUnverified: boolean): string =>
  `${outlet === '' ? 'not given' : outlet}${isUnverified ? ` (${SAY.surge.unverified})` : ''}`;

/** The one message that shows an enquiry's state, in the desk's channel and with each person asked. */
export function enquiryCard(enquiry: Enquiry, place: CardPlace): Message {
  const { zone, urlOf, viewer, now } = place;
  const promise = promiseText(enquiry, place);
  const facts: [string, string][] = [
    ['Status', statusText(enquiry)],
    ['Needed by', `${deadlineText(enquiry, zone)}${timeLeft(enquiry, now, zone)}`],
    ...(promise === undefined ? [] : [['Promised', promise] as [string, string]]),
    ['Asked by', enquiry.asker.name],
    ['Outlet', outletText(enquiry, place.isUnverified === true)],
    ...(enquiry.reach === '' ? [] : [['Reach', enquiry.reach] as [string, string]]),
  ];
  const owner = ownerLine(enquiry);
  const lines = cardText(enquiry, facts, zone);
  const brief = fittingBrief(place, lines);
  return {
    text: messageText([...lines, ...(brief === undefined ? [] : briefLines(brief))].join('\n')),
    blocks: [
      header(`${enquiry.reference} · ${enquiry.outlet === '' ? 'enquiry' : enquiry.outlet}`),
      // In rich text, since people fill these in: a line break or a mark in an outlet must not forge a status.
      richText(
        ...facts.map(([name, value]) =>
          line(words(`${name}: `, { bold: true }), words(oneLine(value, 300))),
        ),
      ),
      ...(owner === undefined ? [] : [section(owner)]),
      richText(quoted(words(clip(enquiry.question, LIMIT.richText)))),
      ...citedBlocks(enquiry, urlOf),
      ...routeBlocks(enquiry),
      ...replyBlocks(enquiry),
      ...enquiry.troubles
        .slice(-3)
        .map((trouble) => section(`*Not delivered:* ${escapeMrkdwn(troubleText(trouble))}`)),
      ...(brief === undefined ? [] : briefBlocks(brief)),
      ...undoBlocks(enquiry, zone),
      ...cardActions(enquiry, viewer),
    ],
  };
}

/** What somebody filled in, on one line of the card. */
const oneLine = (text: string, limit: number): string =>
  clip(plain(text).replace(/\s+/g, ' ').trim(), limit);

function cardText(
  enquiry: Enquiry,
  facts: readonly (readonly [string, string])[],
  zone: string,
): string[] {
  const waiting = waitingReply(enquiry);
  return [
    `Enquiry ${enquiry.reference}`,
    ...facts.map(([name, value]) => `${name}: ${oneLine(value, 300)}`),
    `Question: ${clip(enquiry.question, 1200)}`,
    ...enquiry.cited.map(({ title }) => `Nearest release: ${clip(title, 200)}`),
    ...routeLines(enquiry),
    ...notInSlack(enquiry).map((recipient) => `Ring: ${clip(ringText(recipient), 300)}`),
    ...(waiting === undefined
      ? []
      : [
          `Reply on its way: ${clip(waiting.text, 300)}`,
          SAY.replyGoesOut(secondWords(waiting.sendAt, zone)),
        ]),
    ...enquiry.troubles.map((trouble) => `Not delivered: ${troubleText(trouble)}`),
  ];
}

/** What could not be told, by the first word of its notice's name, and Slack's reason. */
const troubleText = ({ what, reason }: Enquiry['troubles'][number]): string =>
  `${what.split(':')[0]?.replaceAll('-', ' ') ?? what}, because of ${reason.replaceAll('_', ' ')}`;

const citedBlocks = ({ cited }: Enquiry, urlOf: CardPlace['urlOf']): KnownBlock[] =>
  cited.length === 0
    ? []
    : [
        richText(
          ...cited.map(({ id, title }) => {
            const url = urlOf(id);
            return line(
              words('Release: '),
              url === undefined ? words(clip(title, 200)) : link(url, clip(title, 200)),
            );
          }),
        ),
      ];

const notInSlack = ({ recipients }: Enquiry): Recipient[] =>
  recipients.filter(({ slackId }) => slackId === null);

const ringText = ({ name, role, phones, email }: Recipient): string =>
  [name, role, ...phones.map(({ printed }) => printed), email]
    .filter((part) => part !== null && part !== '')
    .join(', ');

const routeLines = ({ route }: Enquiry): string[] => [
  clip(`Routed to ${route.who}: ${route.why}.`, 300),
  ...route.skipped.slice(0, 4).map(({ name, why }) => clip(`Passed over: ${name}, ${why}.`, 200)),
];

/** Who was chosen and why; whom Slack does not know, so that a colleague can ring them. */
const routeBlocks = (enquiry: Enquiry): KnownBlock[] => [
  context(escapeMrkdwn(routeLines(enquiry).join('\n'))),
  ...notInSlack(enquiry).map((recipient) =>
    richText(
      line(
        words('Not in Slack, please ring or write: ', { bold: true }),
        words(`${clip([recipient.name, recipient.role].filter(Boolean).join(', '), 300)} `),
        ...recipient.phones.flatMap(({ e164, printed }) => [
          words(' · '),
          link(`tel:${e164}`, printed),
        ]),
        ...(recipient.email === null
          ? []
          : [words(' · '), link(`mailto:${recipient.email}`, recipient.email)]),
      ),
    ),
  ),
];

const replyBlocks = ({ replies }: Enquiry): KnownBlock[] =>
  replies
    .slice(-3)
    .flatMap((reply) => [
      section(`*Reply by <@${reply.by}>, ${deliveryText(reply.delivery.kind)}*`),
      richText(quoted(words(clip(reply.text, 1500)))),
    ]);

/** Beside the button that undoes it, however long the card is. */
function undoBlocks(enquiry: Enquiry, zone: string): KnownBlock[] {
  const waiting = waitingReply(enquiry);
  return waiting === undefined
    ? []
    : [section(SAY.replyGoesOut(instantToken(waiting.sendAt, zone)))];
}

/** To the second, in each reader's own zone: ten seconds are all there is to undo it. */
const instantToken = (at: Date, zone: string): string =>
  `<!date^${Math.floor(at.getTime() / 1000)}^{time_secs}|${secondWords(at, zone)}>`;

const secondWords = (at: Date, zone: string): string =>
  DateTime.fromJSDate(at, { zone }).setLocale('en-GB').toFormat('h:mm:ss a');

const deliveryText = (kind: 'waiting' | 'sent' | 'failed'): string =>
  ({ waiting: 'on its way', sent: 'sent', failed: 'could not be delivered' })[kind];
