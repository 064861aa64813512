import { z } from 'zod';

/** A quote that somebody was given, as it stood then. */
const QuoteGiven = z
  .object({
    releaseId: z.string(),
    file: z.string(),
    title: z.string(),
    version: z.string(),
    text: z.string(),
  })
  .readonly();
export type QuoteGiven = z.infer<typeof QuoteGiven>;

/** An answer that was given, for follow-ups in its thread and for telling people of corrections. */
export const AnswerGiven = z
  .object({
    /** The event or command that asked; an answer to the same is kept once. */
    key: z.string(),
    channel: z.string(),
    threadTs: z.string(),
    userId: z.string(),
    question: z.string(),
    outcome: z.enum(['answered', 'unsure', 'contact', 'not-found']),
    quotes: z.array(QuoteGiven).readonly(),
    at: z.coerce.date(),
  })
  .readonly();
export type AnswerGiven = z.infer<typeof AnswerGiven>;

/** What somebody thought of an answer, or that there was none. Names nobody. */
export const Feedback = z
  .object({
    /** Opaque; the same key again replaces what was said before. */
    key: z.string(),
    kind: z.enum(['helpful', 'not-helpful', 'refusal']),
    question: z.string(),
    /** Ids of the releases that were quoted, or that came nearest. */
    releases: z.array(z.string()).readonly(),
    at: z.coerce.date(),
  })
  .readonly();
export type Feedback = z.infer<typeof Feedback>;

/** A thread in which the bot has a part. */
export type ServedThread = {
  readonly channel: string;
  readonly threadTs: string;
  readonly lastAt: Date;
};

/** What was answered and how it was received. Each method is one transaction. */
export type AnswerLog = {
  recordAnswer(answer: AnswerGiven): Promise<void>;
  /** The latest answer in a thread; with `userId`, the latest to that person. */
  lastAnswer(thread: {
    readonly channel: string;
    readonly threadTs: string;
    readonly userId?: string;
  }): Promise<AnswerGiven | undefined>;
  /** Answers that quoted this release, in any version, oldest first. */
  answersQuoting(releaseId: string): Promise<AnswerGiven[]>;
  /** Threads with an answer or a live enquiry since `since`, for reading again what was missed. */
  servedThreads(since: Date): Promise<ServedThread[]>;
  recordFeedback(feedback: Feedback): Promise<void>;
  /** Newest first. */
  feedbackSince(since: Date): Promise<Feedback[]>;
};
