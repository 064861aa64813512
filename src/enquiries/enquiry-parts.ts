import { z } from 'zod';

/** Who asked, as Slack vouched for them then. */
export const Asker = z
  .object({
    userId: z.string(),
    /** The asker's own workspace, which is not ours for an outsider. */
    teamId: z.string(),
    name: z.string(),
    /** IANA zone in which the asker's deadline was understood. */
    zone: z.string(),
    isStaff: z.boolean(),
  })
  .readonly();

/** Where the question was asked, and is answered. */
export const Origin = z
  .object({
    channel: z.string(),
    /** The first message of the thread in which replies are posted. */
    threadTs: z.string(),
    /** True where people of other organisations read along. */
    isShared: z.boolean(),
  })
  .readonly();

/** When the answer is needed. */
export const Deadline = z
  .object({
    at: z.coerce.date(),
    /** As the asker put it, such as `before the 9.30 bulletin`. */
    words: z.string(),
    zone: z.string(),
    /** When it became known: reminders come at fractions of the time from here to `at`. */
    setAt: z.coerce.date(),
  })
  .readonly();

/** A release that was quoted for the question, or comes nearest to it. */
export const Citation = z
  .object({ id: z.string(), file: z.string(), title: z.string() })
  .readonly();

/** Who was chosen to answer. */
export const RoutedTo = z
  .object({
    /** Who was chosen, in words that the card prints. */
    who: z.string(),
    why: z.string(),
    /** Who was passed over, and why each. */
    skipped: z.array(z.object({ name: z.string(), why: z.string() }).readonly()).readonly(),
  })
  .readonly();

/** Somebody who is asked to answer. */
export const PersonAsked = z
  .object({
    name: z.string(),
    role: z.string().nullable(),
    email: z.string().nullable(),
    phones: z
      .array(
        z
          .object({ e164: z.string(), printed: z.string(), kind: z.enum(['mobile', 'office']) })
          .readonly(),
      )
      .readonly(),
    /** `null` for a person whom Slack does not know: the card shows phone and e-mail instead. */
    slackId: z.string().nullable(),
  })
  .readonly();

/** What became of a reply after *Send*. */
export const Delivery = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('waiting') }).readonly(),
  z
    .object({ kind: z.literal('sent'), channel: z.string(), ts: z.string(), at: z.coerce.date() })
    .readonly(),
  z.object({ kind: z.literal('failed'), reason: z.string(), at: z.coerce.date() }).readonly(),
]);

/** What could not be delivered. */
export const Trouble = z
  .object({
    /** Name of the notice that could not be told. */
    what: z.string(),
    reason: z.string(),
    at: z.coerce.date(),
  })
  .readonly();
