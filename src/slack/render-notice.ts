import { createHash } from 'node:crypto';
import type { Enquiry } from '../enquiries/enquiry.ts';
import { type Notice, noticeKey } from '../enquiries/notice.ts';
import { openPromise } from '../enquiries/promises.ts';
import type { Message } from './block-kit.ts';
import type { Target } from './send-message.ts';
import type { Upload } from './upload-file.ts';
import {
  askerToldMessage,
  receiptMessage,
  replyMessage,
  termsMessage,
} from './views/asker-messages.ts';
import {
  askerWroteMessage,
  cardNoteMessage,
  holdingOfferMessage,
  personalMessage,
  promiseMessage,
  reminderMessage,
  signatureMessage,
} from './views/desk-messages.ts';
import { type CardPlace, enquiryCard } from './views/enquiry-card.ts';
import { plainMessage } from './views/plain-message.ts';

/** Notices about one enquiry: everything that is needed to show them stands in the enquiry. */
export type EnquiryNotice = Exclude<
  Extract<Notice, { enquiryId: string }>,
  { kind: 'now-released' }
>;

/** What is to be done with a notice. */
export type Rendering =
  | {
      readonly kind: 'send';
      readonly target: Target;
      readonly message: Message;
      /** A direct message to this person is tried where the target is gone. */
      readonly instead?: string;
    }
  | {
      readonly kind: 'update';
      readonly place: { readonly channel: string; readonly ts: string };
      readonly message: Message;
      /** Where it is posted anew if it was deleted. */
      readonly target: Target;
    }
  /** A picture, with what it shows in words. */
  | { readonly kind: 'upload'; readonly upload: Upload }
  /** What it speaks of is not there (any more): there is nothing to tell. */
  | { readonly kind: 'drop'; readonly reason: string }
  /** Something else must be told first. */
  | { readonly kind: 'wait'; readonly reason: string }
  | { readonly kind: 'refuse'; readonly reason: string };

type Place = CardPlace & {
  /** Channel of the desk; `undefined` where desk.yml names none. */
  readonly deskChannel: string | undefined;
};

/** A name for a notice that tells nothing: it stands in the message's metadata, which others in Slack can read. */
export const markOf = (notice: Notice): string =>
  createHash('sha256').update(noticeKey(notice)).digest('hex').slice(0, 24);

/** Turns a notice into what is posted or changed, from the present state of its enquiry. */
export function renderNotice(notice: EnquiryNotice, enquiry: Enquiry, place: Place): Rendering {
  switch (notice.kind) {
    case 'receipt':
      return toAsker(enquiry, notice, receiptMessage(enquiry, place));
    case 'reply': {
      const reply = enquiry.replies.find(({ id }) => id === notice.replyId);
      return reply === undefined
        ? { kind: 'drop', reason: 'undone' }
        : toAsker(enquiry, notice, replyMessage(enquiry, reply));
    }
    case 'terms':
      return toAsker(enquiry, notice, termsMessage(enquiry, notice.attribution));
    case 'asker-told':
      return toAsker(
        enquiry,
        notice,
        plainMessage(askerToldMessage(enquiry, notice.event, place.zone)),
      );
    case 'card':
      if (place.deskChannel === undefined) return { kind: 'refuse', reason: 'no_desk_channel' };
      return cardAt(enquiry.card, { channel: place.deskChannel }, enquiryCard(enquiry, place));
    case 'contact-card':
      return cardAt(
        enquiry.copies.find(({ userId }) => userId === notice.userId),
        { channel: notice.userId },
        enquiryCard(enquiry, { ...place, viewer: notice.userId }),
      );
    case 'asker-wrote':
      return inCardThread(enquiry, askerWroteMessage(notice));
    case 'card-note':
      return inCardThread(enquiry, cardNoteMessage(notice));
    case 'personal':
      return {
        kind: 'send',
        target: { channel: notice.userId },
        message: personalMessage(enquiry, notice),
      };
    case 'holding-offer':
      // Something was sent or decided meanwhile: the offer is out of date.
      return enquiry.status === 'claimed' && enquiry.replies.length === 0
        ? {
            kind: 'send',
            target: { channel: notice.userId },
            message: holdingOfferMessage(enquiry, notice),
          }
        : { kind: 'drop', reason: 'no longer needed' };
    case 'promise': {
      // Kept meanwhile: there is nothing to remind of.
      if (openPromise(enquiry)?.replyId !== notice.replyId)
        return { kind: 'drop', reason: 'kept meanwhile' };
      const message = promiseMessage(enquiry, notice, place);
      return notice.userId === null
        ? inCardThread(enquiry, message)
        : { kind: 'send', target: { channel: notice.userId }, message };
    }
    case 'signature': {
      const message = signatureMessage(enquiry, notice, place.zone);
      return notice.signer === null
        ? inCardThread(enquiry, message)
        : { kind: 'send', target: { channel: notice.signer }, message };
    }
    case 'reminder': {
      const message = reminderMessage(enquiry, notice, place.zone);
      return notice.userId === null
        ? inCardThread(enquiry, message)
        : { kind: 'send', target: { channel: notice.userId }, message };
    }
  }
}

/** Where a question was put in private, what is said to its asker waits for the thread that the receipt begins. */
function toAsker(
  { asker, origin, troubles }: Enquiry,
  notice: Extract<EnquiryNotice, { threadTs: string }>,
  message: Message,
): Rendering {
  const { channel, threadTs } = notice.threadTs === '' ? origin : notice;
  if (threadTs !== '')
    return { kind: 'send', target: { channel, threadTs }, message, instead: asker.userId };
  return notice.kind === 'receipt' || troubles.some(({ what }) => what.startsWith('receipt:'))
    ? { kind: 'send', target: { channel }, message }
    : { kind: 'wait', reason: 'the receipt is not posted yet' };
}

const cardAt = (
  stands: { readonly channel: string; readonly ts: string } | undefined,
  target: Target,
  message: Message,
): Rendering =>
  stands === undefined
    ? { kind: 'send', target, message }
    : { kind: 'update', place: { channel: stands.channel, ts: stands.ts }, message, target };

/** The private thread of the card: the one place where people talk about an enquiry. */
const inCardThread = (enquiry: Enquiry, message: Message): Rendering =>
  enquiry.card !== undefined
    ? {
        kind: 'send',
        target: { channel: enquiry.card.channel, threadTs: enquiry.card.ts },
        message,
      }
    : enquiry.troubles.some(({ what }) => what.startsWith('card:'))
      ? { kind: 'refuse', reason: 'no_card' }
      : { kind: 'wait', reason: 'the card is not posted yet' };
