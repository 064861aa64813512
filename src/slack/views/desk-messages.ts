import type { Enquiry } from '../../enquiries/enquiry.ts';
import type { Notice } from '../../enquiries/notice.ts';
import {
  actions,
  button,
  clip,
  escapeMrkdwn,
  line,
  type Message,
  messageText,
  plain,
  richText,
  section,
  words,
} from '../block-kit.ts';
import { EnquiryValue, ID } from '../ids.ts';
import { SAY } from '../wording.ts';
import { deadlineText, promiseText, statusText } from './enquiry-card.ts';
import { saidMessage } from './said-message.ts';

type Of<Kind extends Notice['kind']> = Extract<Notice, { kind: Kind }>;

/** What the asker wrote later, for the thread of the card. */
export const askerWroteMessage = ({ change, userId, text, files }: Of<'asker-wrote'>): Message =>
  saidMessage(
    `<@${userId}>: ${SAY.askerWrote[change]}${files.length === 0 ? '' : ` ${escapeMrkdwn(SAY.files(files.join(', ')))}`}`,
    text,
  );

/** A step on the enquiry, for the thread of the card. */
export const cardNoteMessage = ({ event, by, text }: Of<'card-note'>): Message =>
  saidMessage(
    `${event.charAt(0).toUpperCase()}${event.slice(1)}${by === 'desk' ? '' : ` (<@${by}>)`}.`,
    text,
  );

/** A word to one person about an enquiry. */
export const personalMessage = (enquiry: Enquiry, { event, by }: Of<'personal'>): Message =>
  saidMessage(`*${enquiry.reference}*: ${SAY.personal[event](by)}`, enquiry.question);

/** A reminder, with the deadline in both zones and what there is to do. */
export const reminderMessage = (
  enquiry: Enquiry,
  { step }: Of<'reminder'>,
  zone: string,
): Message =>
  saidMessage(
    `*${enquiry.reference}*: ${SAY.reminder[step]} ${escapeMrkdwn(`${SAY.receiptDeadline(deadlineText(enquiry, zone))} ${statusText(enquiry)}.`)}`,
    enquiry.question,
  );

/** That an update which was promised to the asker is near, or due. */
export const promiseMessage = (
  enquiry: Enquiry,
  { step }: Of<'promise'>,
  { zone, now }: { readonly zone: string; readonly now: Date },
): Message =>
  saidMessage(
    `*${enquiry.reference}*: ${escapeMrkdwn(`${SAY.promiseNear[step]} ${promiseText(enquiry, { zone, now }) ?? ''}`)}`,
    enquiry.question,
  );

/** That somebody wants to send a line to take that is not signed off. */
export const signatureMessage = (
  enquiry: Enquiry,
  { line: file, title, owner, signer, by }: Of<'signature'>,
  zone: string,
): Message =>
  saidMessage(
    `*${enquiry.reference}*: <@${by}> ${escapeMrkdwn(
      SAY.signatureWanted({
        title: clip(plain(title), 100),
        owner: clip(plain(owner), 100),
        file,
        isThem: signer !== null,
        deadline: deadlineText(enquiry, zone),
      }),
    )}`,
    enquiry.question,
  );

/**
 * What is open, most urgent first, with what was promised.
 *
 * @param corrections how many wait to be classed or signed off
 */
export function digestMessage(
  enquiries: readonly Enquiry[],
  day: string,
  zone: string,
  { now, corrections = 0 }: { readonly now: Date; readonly corrections?: number },
): Message {
  const lead = SAY.digestTitle(day);
  const lines = enquiries
    .slice(0, 30)
    .map((enquiry) =>
      [
        enquiry.reference,
        statusText(enquiry),
        deadlineText(enquiry, zone),
        promiseText(enquiry, { zone, now }),
        clip(enquiry.question.replaceAll('\n', ' '), 120),
      ]
        .filter((part) => part !== undefined)
        .join(' · '),
    );
  const body = [
    ...(lines.length === 0 ? [SAY.digestNone] : lines),
    ...(corrections === 0 ? [] : [SAY.correctionWaitsDigest(corrections)]),
  ];
  return {
    text: messageText([lead, ...body].join('\n')),
    blocks: [
      section(`*${escapeMrkdwn(lead)}*`),
      ...body.map((text) => richText(line(words(text)))),
    ],
  };
}

/** A signed holding line, with the button that shows it. Nothing is sent by that button. */
export function holdingOfferMessage(
  enquiry: Enquiry,
  { line, title }: Of<'holding-offer'>,
): Message {
  const lead = SAY.holdingOffer(enquiry.reference, escapeMrkdwn(clip(plain(title), 100)));
  const message = saidMessage(lead, enquiry.question);
  return {
    ...message,
    blocks: [
      ...message.blocks,
      actions('holding.actions', [
        button({
          id: ID.holdingButton,
          text: SAY.holdingButton,
          style: 'primary',
          value: EnquiryValue.encode({ enquiry: enquiry.id, reply: line }),
        }),
      ]),
    ],
  };
}
