import { createHmac } from 'node:crypto';
import type { AppReply, Delivery, Envelope, Transport } from './delivery.ts';

/** The signature that Slack puts on a request body (docs, *Verifying requests from Slack*). */
export function signature(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

/** The body as Slack encodes it: events in JSON, commands as a form, interactions as a form with JSON in it. */
export function encodeBody({ type, payload }: Envelope): { body: string; contentType: string } {
  if (type === 'events_api') {
    return { body: JSON.stringify(payload), contentType: 'application/json' };
  }
  const form =
    type === 'interactive'
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]));
  return {
    body: new URLSearchParams(form).toString(),
    contentType: 'application/x-www-form-urlencoded',
  };
}

/** What a request may have wrong with it, for trying how the app refuses. */
export type Forgery = {
  /** Signed with another secret than the app's. */
  readonly secret?: string;
  /** Signed so long ago; negative: in the future. */
  readonly ageSeconds?: number;
  /** Not signed at all. */
  readonly unsigned?: boolean;
};

export type HttpTransport = Transport & {
  /** Sends one request and tells what came back, whatever it is. @throws where the app cannot be reached */
  readonly knock: (
    envelope: Envelope,
    forgery?: Forgery,
  ) => Promise<{ status: number; body: string }>;
};

/**
 * Sends each delivery to the app's request URL, signed.
 *
 * @param requestUrl asked for at each delivery, since the app may listen later than Slack does; `undefined` fails it
 */
export function httpTransport(options: {
  readonly requestUrl: () => string | undefined;
  readonly signingSecret: string;
  readonly ackTimeoutMs: number;
}): HttpTransport {
  const post = (url: string, { envelope, retry, reason }: Delivery, forgery: Forgery = {}) => {
    const { body, contentType } = encodeBody(envelope);
    // The wall clock, not the world's: the app checks the age of a request by its machine's clock.
    const timestamp = String(Math.floor(Date.now() / 1000) - (forgery.ageSeconds ?? 0));
    return fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': contentType,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        ...(forgery.unsigned !== true && {
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': signature(forgery.secret ?? options.signingSecret, timestamp, body),
        }),
        ...(retry > 0 && {
          'x-slack-retry-num': String(retry),
          'x-slack-retry-reason': reason ?? 'unknown_error',
        }),
      },
      signal: AbortSignal.timeout(options.ackTimeoutMs),
    });
  };

  const send = async (delivery: Delivery): Promise<AppReply> => {
    const url = options.requestUrl();
    if (url === undefined) return failed('connection_failed', 'the app is not connected');
    try {
      const response = await post(url, delivery);
      const text = await response.text();
      if (response.ok) return { kind: 'answered', body: parsed(text) };
      const noRetry = response.headers.get('x-slack-no-retry') === '1';
      return failed('http_error', `the app answered ${response.status}`, noRetry);
    } catch (error) {
      if (error instanceof Error && error.name === 'TimeoutError') {
        return { kind: 'timed-out', reason: 'http_timeout' };
      }
      return failed('connection_failed', 'the app could not be reached');
    }
  };

  return {
    send,
    knock: async (envelope, forgery) => {
      const response = await post(options.requestUrl() ?? '', { envelope, retry: 0 }, forgery);
      return { status: response.status, body: await response.text() };
    },
    close: async () => undefined,
  };
}

const failed = (
  reason: 'connection_failed' | 'http_error',
  detail: string,
  noRetry = false,
): AppReply => ({ kind: 'failed', reason, detail, noRetry });

/** An answer may be empty, JSON, or plain words to show. */
function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
