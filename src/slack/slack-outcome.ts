import { webApi } from '@slack/bolt';

/** What came of one call of Slack, sorted into what whoever called can do about it. */
export type SlackFailure =
  /** Not done, and worth another try. */
  | { readonly kind: 'try-later'; readonly afterMs: number; readonly reason: string }
  /** Slack may or may not have done it: look before trying again. */
  | { readonly kind: 'unclear'; readonly reason: string }
  /** Slack will never do it. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Errors that say "not now" in the body of an answer. */
const passing = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'ratelimited',
  'rate_limited',
  'team_added_to_org',
]);

/** Errors that somebody can put right in Slack's settings, after which the message should still go out. */
const mendable = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'ekm_access_denied',
]);

/** The reason of a failure with which Slack said how long to wait. */
export const RATE_LIMITED = 'ratelimited';

/** A call that has had no answer for so long has failed; whether Slack acted is open. */
export const CALL_TIMEOUT_MS = 10_000;

const MENDABLE_WAIT_MS = 60_000;
const PASSING_WAIT_MS = 5_000;

/** Sorts what a call of the Web API threw. Anything that is no answer of Slack's leaves open whether it acted. */
export function slackFailure(error: unknown): SlackFailure {
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { kind: 'try-later', afterMs: error.retryAfter * 1000, reason: RATE_LIMITED };
  if (error instanceof webApi.WebAPIPlatformError) {
    const reason = error.data.error;
    if (mendable.has(reason)) return { kind: 'try-later', afterMs: MENDABLE_WAIT_MS, reason };
    if (passing.has(reason)) return { kind: 'unclear', reason };
    return { kind: 'refused', reason };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return { kind: 'unclear', reason };
}

/** How long to wait before an unclear call is looked into. */
export const unclearWaitMs = PASSING_WAIT_MS;
