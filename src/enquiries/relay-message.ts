import { changeEnquiry, type EnquiryDeps, type Unknown } from './change-enquiry.ts';
import { type Enquiry, isLive } from './enquiry.ts';

/** What somebody wrote in the asker's thread. */
export type ThreadMessage = {
  readonly userId: string;
  /** `ts` of the message. */
  readonly messageTs: string;
  readonly change: 'new' | 'edited' | 'deleted';
  /** `ts` of the edit or the deletion; empty for a new message. */
  readonly changeTs: string;
  readonly text: string;
  /** Names of attached files. */
  readonly files: readonly string[];
};

export type RelayOutcome =
  | { readonly kind: 'relayed'; readonly enquiry: Enquiry }
  | { readonly kind: 'relayed-before'; readonly enquiry: Enquiry }
  | Unknown;

/** Passes the asker's later words on to the card's thread: inward only, and each once. */
export const relayMessage = (
  deps: EnquiryDeps,
  { enquiryId, message }: { readonly enquiryId: string; readonly message: ThreadMessage },
): Promise<RelayOutcome> =>
  changeEnquiry<RelayOutcome>(deps, enquiryId, (enquiry) => {
    const { userId, messageTs, change, changeTs, text, files } = message;
    const name = `${messageTs} ${change} ${changeTs}`.trim();
    if (enquiry.heard.includes(name))
      return { kind: 'stop', outcome: { kind: 'relayed-before', enquiry } };
    const heard: Enquiry = {
      ...enquiry,
      version: enquiry.version + 1,
      heard: [...enquiry.heard, name],
    };
    return {
      kind: 'change',
      enquiry: heard,
      what: 'asker wrote',
      who: userId,
      about: {
        message: messageTs,
        change,
        text,
        ...(files.length === 0 ? {} : { files: files.join(', ') }),
      },
      notices: [
        {
          notice: {
            kind: 'asker-wrote',
            enquiryId,
            messageTs,
            change,
            changeTs,
            text,
            userId,
            files: [...files],
          },
        },
      ],
      outcome: { kind: 'relayed', enquiry: heard },
    };
  });

/**
 * Which of the enquiries of one thread a message in it belongs to: the writer's own newest that is still live, else
 * the newest live one, else the newest.
 *
 * @param enquiries of one thread, newest first
 */
export const enquiryForMessage = (
  enquiries: readonly Enquiry[],
  userId: string,
): Enquiry | undefined =>
  enquiries.find((enquiry) => isLive(enquiry) && enquiry.asker.userId === userId) ??
  enquiries.find(isLive) ??
  enquiries.find(({ asker }) => asker.userId === userId) ??
  enquiries[0];
