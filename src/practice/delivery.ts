/** One thing that Slack tells the app. */
export type Envelope = {
  readonly type: 'events_api' | 'slash_commands' | 'interactive';
  /** What the panel of traffic calls it: `app_mention`, `/release`, `block_actions`… */
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
};

/** Why Slack sends an event again, in its own words. */
export type RetryReason = 'http_timeout' | 'connection_failed' | 'http_error' | 'timeout';

export type Delivery = {
  readonly envelope: Envelope;
  /** 0 for the first time, then 1 to 3. */
  readonly retry: number;
  readonly reason?: RetryReason;
};

export type AppReply =
  | { readonly kind: 'answered'; readonly body: unknown }
  | { readonly kind: 'timed-out'; readonly reason: RetryReason }
  | {
      readonly kind: 'failed';
      readonly reason: RetryReason;
      readonly detail: string;
      /** The app asked not to be told again (`x-slack-no-retry: 1`). */
      readonly noRetry: boolean;
    };

/** A way to the app: signed HTTP or Socket Mode. */
export type Transport = {
  readonly send: (delivery: Delivery) => Promise<AppReply>;
  readonly close: () => Promise<void>;
};

/** After the first failure an event comes again at once, then after a minute, then after five (docs, Events API). */
export const retryAfterMs: readonly number[] = [0, 60_000, 300_000];

/** A word for the panel of traffic. */
export function outcomeOf(reply: AppReply): string {
  switch (reply.kind) {
    case 'answered':
      return 'taken';
    case 'timed-out':
      return 'no answer in time';
    case 'failed':
      return reply.detail;
  }
}
