import { webApi } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { slackFailure } from '../../src/slack/slack-outcome.ts';

const platform = (error: string) =>
  new webApi.WebAPIPlatformError({ ok: false, error, response_metadata: {} });

describe('slackFailure() says what can be done about a failed call', () => {
  test.each<[string, unknown, ReturnType<typeof slackFailure>]>([
    [
      'a rate limit, for as long as Slack says',
      new webApi.WebAPIRateLimitedError(30),
      { kind: 'try-later', afterMs: 30_000, reason: 'ratelimited' },
    ],
    [
      'a token that somebody must renew',
      platform('token_revoked'),
      { kind: 'try-later', afterMs: 60_000, reason: 'token_revoked' },
    ],
    [
      'a scope that somebody must add',
      platform('missing_scope'),
      { kind: 'try-later', afterMs: 60_000, reason: 'missing_scope' },
    ],
    [
      'a fault inside Slack',
      platform('internal_error'),
      { kind: 'unclear', reason: 'internal_error' },
    ],
    [
      'a channel that is gone',
      platform('channel_not_found'),
      { kind: 'refused', reason: 'channel_not_found' },
    ],
    [
      'a message that Slack finds wrong',
      platform('invalid_blocks'),
      { kind: 'refused', reason: 'invalid_blocks' },
    ],
    [
      'a broken connection',
      new TypeError('fetch failed'),
      { kind: 'unclear', reason: 'fetch failed' },
    ],
    ['something that is no error', 'odd', { kind: 'unclear', reason: 'odd' }],
  ])('%s', (_, error, expected) => {
    expect(slackFailure(error)).toEqual(expected);
  });
});
