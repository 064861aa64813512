import type { Attribution, Enquiry, Reply } from '../../enquiries/enquiry.ts';
import { barredFrom } from '../../enquiries/moves.ts';
import {
  actions,
  button,
  clip,
  context,
  escapeMrkdwn,
  LIMIT,
  type Message,
  messageText,
  quoted,
  richText,
  section,
  words,
} from '../block-kit.ts';
import { EnquiryValue } from '../ids.ts';
import { SAY } from '../wording.ts';
import { moveId } from './enquiry-actions.ts';
import { deadlineText } from './enquiry-card.ts';
import { plainMessage } from './plain-message.ts';

/**
 * What the asker sees, in the thread of the question. Nothing here may tell who works on the enquiry, what they say to
 * each other, or that anybody else asked.
 */

/** That the question has arrived, under which reference, and until when it needs an answer. */
export function receiptMessage(
  enquiry: Enquiry,
  { zone, isUnverified = false }: { readonly zone: string; readonly isUnverified?: boolean },
): Message {
  const lead = SAY.receipt(enquiry.reference);
  const deadline =
    enquiry.deadline === undefined
      ? SAY.receiptNoDeadline
      : SAY.receiptDeadline(deadlineText(enquiry, zone));
  // Who cannot be told from their workspace is rung back, unless they said where.
  const next = [
    SAY.receiptNext,
    ...(isUnverified && enquiry.reach === '' ? [SAY.surge.callBack] : []),
  ];
  const closed = barredFrom('withdraw', enquiry, asAsker(enquiry)) !== undefined;
  // Asked in private: nothing above it says what the question was.
  const asked = beginsThread(enquiry) ? [SAY.askedByYou(enquiry.question)] : [];
  return {
    text: messageText([...asked, lead, deadline, ...next].join('\n')),
    blocks: [
      ...asked.flatMap((text) => plainMessage(text).blocks),
      section(`*${escapeMrkdwn(lead)}*\n${[deadline, ...next].map(escapeMrkdwn).join('\n')}`),
      ...(closed
        ? []
        : [
            actions('receipt.actions', [
              button({
                id: moveId('withdraw'),
                text: SAY.moves.withdraw,
                value: EnquiryValue.encode({ enquiry: enquiry.id }),
              }),
            ]),
          ]),
    ],
  };
}

const beginsThread = ({ origin, receipt }: Enquiry): boolean =>
  origin.threadTs === '' || origin.threadTs === receipt?.ts;

const asAsker = ({ asker }: Enquiry) => ({ userId: asker.userId, isStaff: asker.isStaff });

/** The reply, in the desk's name and in exactly the words that were sent. */
export function replyMessage(
  enquiry: Enquiry,
  reply: Pick<Reply, 'text' | 'attribution' | 'corrects' | 'holding' | 'promise'>,
): Message {
  const lead =
    reply.corrects !== undefined
      ? SAY.correctionLead(enquiry.reference)
      : reply.holding === true
        ? SAY.holdingLead(enquiry.reference)
        : SAY.replyLead(enquiry.reference);
  const terms =
    reply.attribution === 'on-the-record'
      ? undefined
      : SAY.replyTerms(SAY.attribution[reply.attribution]);
  const after = [terms, reply.promise?.said].filter((said) => said !== undefined);
  return {
    text: messageText([lead, reply.text, ...after].join('\n')),
    blocks: [
      section(`<@${enquiry.asker.userId}> *${escapeMrkdwn(lead)}*`),
      richText(quoted(words(clip(reply.text, LIMIT.richText)))),
      ...after.map((said) => context(escapeMrkdwn(said))),
    ],
  };
}

/** Terms other than on the record, for the asker to accept. The answer itself is not shown yet. */
export function termsMessage(enquiry: Enquiry, attribution: Attribution): Message {
  const text = SAY.termsAsk(SAY.attribution[attribution]);
  const agreed = enquiry.terms?.attribution === attribution && enquiry.terms.agreedAt !== undefined;
  return {
    text: messageText(text),
    blocks: [
      section(escapeMrkdwn(text)),
      ...(agreed
        ? []
        : [
            actions('terms.actions', [
              button({
                id: moveId('agree'),
                text: SAY.moves.agree,
                style: 'primary',
                value: EnquiryValue.encode({ enquiry: enquiry.id, reply: attribution }),
              }),
            ]),
          ]),
    ],
  };
}

/** That what the asker did has been done. */
export function askerToldMessage(
  enquiry: Enquiry,
  event: 'withdrawn' | 'reopened' | 'deadline' | 'passed-on',
  zone: string,
): string {
  switch (event) {
    case 'withdrawn':
      return SAY.withdrawn(enquiry.reference);
    case 'reopened':
      return SAY.reopenedForAsker(enquiry.reference);
    case 'passed-on':
      return SAY.passedOn(enquiry.reference);
    case 'deadline':
      return SAY.receiptDeadline(deadlineText(enquiry, zone));
  }
}
