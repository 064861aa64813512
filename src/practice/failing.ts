import type { Failure, SlackCore } from './slack-core.ts';
import type { Args } from './web-api-method.ts';

export type ApiResponse =
  | {
      readonly kind: 'http';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  /** The connection is broken off. */
  | { readonly kind: 'dropped' }
  /** Nothing ever comes. */
  | { readonly kind: 'silent' };

/** Runs a call, or fails it before or after, as was planned or as the world's fault has it. */
export function unlessFailing(
  core: SlackCore,
  name: string,
  args: Args,
  run: () => ApiResponse,
): ApiResponse {
  const failure = takePlanned(core, name) ?? worldFailure(core, name);
  if (failure === undefined) return run();
  if (acts(failure)) run();
  return failed(core, name, args, failure);
}

/** The answer to a call that fails so. */
export function failed(core: SlackCore, name: string, args: Args, failure: Failure): ApiResponse {
  switch (failure.kind) {
    case 'error':
      recordCall(core, name, args, failure.error);
      return json(200, { ok: false, error: failure.error });
    case 'status':
      recordCall(core, name, args, `HTTP ${failure.status}`);
      return { kind: 'http', status: failure.status, headers: {}, body: 'upstream error' };
    case 'rate-limited':
      recordCall(core, name, args, `HTTP 429, retry after ${failure.retryAfterSeconds} s`);
      return json(
        429,
        { ok: false, error: 'ratelimited' },
        { 'retry-after': String(failure.retryAfterSeconds) },
      );
    // What was done before is in the traffic already.
    case 'silent-after-acting':
      return { kind: 'silent' };
    case 'dropped':
      if (!failure.acting) recordCall(core, name, args, 'the connection broke');
      return { kind: 'dropped' };
  }
}

const acts = (failure: Failure) =>
  failure.kind === 'silent-after-acting' || (failure.kind === 'dropped' && failure.acting);

function takePlanned(core: SlackCore, name: string): Failure | undefined {
  const planned = core.planned.find(
    ({ method, left }) => left > 0 && (method === name || method === '*'),
  );
  if (planned === undefined) return undefined;
  planned.left -= 1;
  return planned.failure;
}

function worldFailure(core: SlackCore, name: string): Failure | undefined {
  if (core.fault === 'down') return { kind: 'status', status: 503 };
  const spared = name === 'auth.test' || name === 'apps.connections.open';
  if (core.fault === 'rate-limited' && !spared)
    return { kind: 'rate-limited', retryAfterSeconds: 2 };
  return undefined;
}

export const recordCall = (
  core: SlackCore,
  name: string,
  payload: Args,
  outcome: string,
  faults: readonly string[] = [],
) => core.record({ direction: 'from-app', name, outcome, faults, payload });

export const json = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): ApiResponse => ({
  kind: 'http',
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
});
