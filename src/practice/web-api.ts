import { blockProblems } from './check-blocks.ts';
import { viewRejection } from './check-payload.ts';
import { workspaceOf } from './people.ts';
import { scheduleMethods } from './scheduled.ts';
import type { Failure, SlackCore } from './slack-core.ts';
import { agentMethods } from './web-api-agent.ts';
import { chatMethods } from './web-api-chat.ts';
import { conversationMethods } from './web-api-conversations.ts';
import { fileMethods } from './web-api-files.ts';
import { type Answer, type Args, failure, type Method } from './web-api-method.ts';
import { peopleMethods } from './web-api-people.ts';
import { reactionMethods } from './web-api-reactions.ts';
import { viewMethods } from './web-api-views.ts';

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

const generalMethods: Readonly<Record<string, Method>> = {
  'api.test': { scopes: [], run: (_core, args) => ({ kind: 'ok', data: { args } }) },
  'auth.test': {
    scopes: [],
    run: (core) => {
      const { app, homeId } = core.world;
      const { name, domain } = workspaceOf(core, homeId);
      const user = core.state.people[app.userId]?.name ?? 'app';
      const data = {
        url: `https://${domain}.slack.com/`,
        team: name,
        user,
        team_id: homeId,
        user_id: app.userId,
      };
      return { kind: 'ok', data: { ...data, bot_id: app.botId, is_enterprise_install: false } };
    },
  },
  'blocks.validate': {
    scopes: [],
    run: (_core, { blocks, view }) => {
      const type = (view as { type?: string } | undefined)?.type === 'home' ? 'home' : 'modal';
      const problems =
        view === undefined
          ? blockProblems(blocks, 'message')
          : (viewRejection(view, type)?.problems ?? []);
      return problems.length === 0 ? { kind: 'ok', data: {} } : failure('invalid_blocks', problems);
    },
  },
};

/** Every method but `apps.connections.open`, which belongs to the transport. */
export const methods: Readonly<Record<string, Method>> = {
  ...generalMethods,
  ...chatMethods,
  ...viewMethods,
  ...peopleMethods,
  ...conversationMethods,
  ...fileMethods,
  ...reactionMethods,
  ...scheduleMethods,
  ...agentMethods,
};

/** Answers one call of the Web API as Slack would, or fails it as was asked for. */
export function answerCall(
  core: SlackCore,
  {
    name,
    token,
    args,
    extra,
  }: {
    name: string;
    token: string | undefined;
    args: Args;
    extra: Readonly<Record<string, Method>>;
  },
): ApiResponse {
  const planned = takePlanned(core, name);
  const before = planned === undefined ? worldFailure(core, name) : planned;
  if (before !== undefined && !acts(before)) return failed(core, name, args, before);
  const answer = run(core, { name, token, args, extra });
  if (answer.kind === 'error' && (answer.problems ?? []).length > 0) {
    core.faults.push({
      at: core.now().toISOString(),
      method: name,
      problems: answer.problems ?? [],
      payload: args,
    });
  }
  if (before !== undefined) return failed(core, name, args, before);
  return responseTo(core, name, args, answer);
}

function run(
  core: SlackCore,
  {
    name,
    token,
    args,
    extra,
  }: {
    name: string;
    token: string | undefined;
    args: Args;
    extra: Readonly<Record<string, Method>>;
  },
): Answer {
  const method = methods[name] ?? extra[name];
  if (method === undefined) return failure('unknown_method');
  const { app } = core.world;
  if (name === 'api.test') return method.run(core, args);
  if (token === undefined || token === '') return failure('not_authed');
  if (token !== app.botToken && token !== app.appToken) return failure('invalid_auth');
  if (core.state.uninstalled && token === app.botToken) return failure('account_inactive');
  if ((token === app.appToken) !== (method.token === 'app'))
    return failure('not_allowed_token_type');
  const missing = method.scopes.filter(
    (scopes) => !scopes.split('|').some((scope) => app.scopes.includes(scope)),
  );
  if (missing.length > 0) {
    return {
      kind: 'error',
      error: 'missing_scope',
      more: { needed: missing.join(','), provided: app.scopes.join(',') },
    };
  }
  return method.run(core, args);
}

function responseTo(core: SlackCore, name: string, args: Args, answer: Answer): ApiResponse {
  switch (answer.kind) {
    case 'ok': {
      const { warning, ...data } = answer.data;
      record(core, name, args, typeof warning === 'string' ? `ok, warning: ${warning}` : 'ok');
      return json(200, {
        ok: true,
        ...data,
        ...(warning !== undefined && { warning, response_metadata: { warnings: [warning] } }),
      });
    }
    case 'error': {
      const problems = answer.problems ?? [];
      record(core, name, args, answer.error, problems);
      const told = problems.map((problem) => `[ERROR] ${problem}`);
      return json(200, {
        ok: false,
        error: answer.error,
        ...answer.more,
        ...(told.length > 0 && { errors: problems, response_metadata: { messages: told } }),
      });
    }
    case 'rate-limited':
      return failed(core, name, args, { kind: 'rate-limited', retryAfterSeconds: answer.seconds });
  }
}

function failed(core: SlackCore, name: string, args: Args, failure: Failure): ApiResponse {
  switch (failure.kind) {
    case 'error':
      record(core, name, args, failure.error);
      return json(200, { ok: false, error: failure.error });
    case 'status':
      record(core, name, args, `HTTP ${failure.status}`);
      return { kind: 'http', status: failure.status, headers: {}, body: 'upstream error' };
    case 'rate-limited':
      record(core, name, args, `HTTP 429, retry after ${failure.retryAfterSeconds} s`);
      return json(
        429,
        { ok: false, error: 'ratelimited' },
        { 'retry-after': String(failure.retryAfterSeconds) },
      );
    case 'silent-after-acting':
      record(core, name, args, 'done, but never answered');
      return { kind: 'silent' };
    case 'dropped':
      record(
        core,
        name,
        args,
        failure.acting ? 'done, then the connection broke' : 'the connection broke',
      );
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

const record = (
  core: SlackCore,
  name: string,
  payload: Args,
  outcome: string,
  faults: readonly string[] = [],
) => core.record({ direction: 'from-app', name, outcome, faults, payload });

const json = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): ApiResponse => ({
  kind: 'http',
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
});
