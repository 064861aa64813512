import { failure, knownChannel, type Method, missing, ok, textOf } from './web-api-method.ts';

/** A loading state, suggested prompts, a title: taken and checked, but drawn nowhere. */
export const agentMethods: Readonly<Record<string, Method>> = {
  'assistant.threads.setStatus': {
    scopes: ['chat:write|assistant:write'],
    run: (core, args) =>
      missing(args, 'channel_id', 'thread_ts') ??
      (args.status === undefined
        ? failure('invalid_arguments', ['missing required field: status'])
        : knownChannel(core, textOf(args, 'channel_id')) === undefined
          ? failure('channel_not_found')
          : ok()),
  },
  'assistant.threads.setSuggestedPrompts': {
    scopes: ['assistant:write'],
    run: (_core, args) => {
      const prompts = Array.isArray(args.prompts) ? args.prompts : [];
      if (prompts.length < 1 || prompts.length > 4) {
        return failure('invalid_arguments', ['prompts must be one to four']);
      }
      return missing(args, 'channel_id') ?? ok();
    },
  },
  'assistant.threads.setTitle': {
    scopes: ['assistant:write'],
    run: (_core, args) => missing(args, 'channel_id', 'thread_ts', 'title') ?? ok(),
  },
};
