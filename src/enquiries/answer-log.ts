/** A quote that somebody was given, as it stood then. */
export type QuoteGiven = {
  readonly releaseId: string;
  readonly file: string;
  readonly title: string;
  readonly version: string;
  readonly text: string;
};

/** An answer that was given, for follow-ups in its thread and for telling people of corrections. */
export type AnswerGiven = {
  /** The event or command that asked; an answer to the same is kept once. */
  readonly key: string;
  readonly channel: string;
  readonly threadTs: string;
  readonly userId: string;
  readonly question: string;
  /** `answered`, `unsure`, `contact` or `not-found`. */
  readonly outcome: string;
  readonly quotes: readonly QuoteGiven[];
  readonly at: Date;
};

/** What somebody thought of an answer, or that there was none. Names nobody. */
export type Feedback = {
  /** Opaque; the same key again replaces what was said before. */
  readonly key: string;
  readonly kind: 'helpful' | 'not-helpful' | 'refusal';
  readonly question: string;
  readonly releases: readonly string[];
  readonly at: Date;
};

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
