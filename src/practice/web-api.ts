import { blockProblems } from './check-blocks.ts';
import { viewRejection } from './check-payload.ts';
import { type ApiResponse, failed, json, recordCall, unlessFailing } from './failing.ts';
import { workspaceOf } from './people.ts';
import { scheduleMethods } from './scheduled.ts';
import type { SlackCore } from './slack-core.ts';
import { agentMethods } from './web-api-agent.ts';
import { chatMethods } from './web-api-chat.ts';
import { conversationMethods } from './web-api-conversations.ts';
import { fileMethods } from './web-api-files.ts';
import { type Answer, type Args, failure, type Method } from './web-api-method.ts';
import { peopleMethods } from './web-api-people.ts';
import { reactionMethods } from './web-api-reactions.ts';
import { viewMethods } from './web-api-views.ts';

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
export function answerCall(core: SlackCore, call: Call): ApiResponse {
  return unlessFailing(core, call.name, call.args, () => {
    const answer = run(core, call);
    if (answer.kind === 'error' && (answer.problems ?? []).length > 0) {
      core.faults.push({
        at: core.now().toISOString(),
        method: call.name,
        problems: answer.problems ?? [],
        payload: call.args,
      });
    }
    return responseTo(core, call.name, call.args, answer);
  });
}

type Call = {
  readonly name: string;
  readonly token: string | undefined;
  readonly args: Args;
  /** Methods that belong to the transport. */
  readonly extra: Readonly<Record<string, Method>>;
};

function run(core: SlackCore, { name, token, args, extra }: Call): Answer {
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
      recordCall(core, name, args, typeof warning === 'string' ? `ok, warning: ${warning}` : 'ok');
      return json(200, {
        ok: true,
        ...data,
        ...(warning !== undefined && { warning, response_metadata: { warnings: [warning] } }),
      });
    }
    case 'error': {
      const problems = answer.problems ?? [];
      recordCall(core, name, args, answer.error, problems);
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
