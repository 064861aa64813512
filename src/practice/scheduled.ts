import { messageRejection } from './check-payload.ts';
import type { SlackCore } from './slack-core.ts';
import { newId } from './slack-state.ts';
import { post, target } from './web-api-chat.ts';
import {
  type Answer,
  type Args,
  failure,
  type Method,
  missing,
  ok,
  textOf,
} from './web-api-method.ts';

const scopes = ['chat:write'];

export const scheduleMethods: Readonly<Record<string, Method>> = {
  'chat.scheduleMessage': { scopes, run: schedule },
  'chat.deleteScheduledMessage': { scopes, run: unschedule },
  'chat.scheduledMessages.list': {
    scopes: [],
    run: ({ state }) =>
      ok({
        scheduled_messages: state.scheduled.map(({ id, channel, postAt, args }) => ({
          id,
          channel_id: channel,
          post_at: postAt,
          text: args.text ?? '',
        })),
      }),
  },
};

/** Posts the scheduled messages whose time has come, earliest first. */
export function sendScheduled(core: SlackCore): void {
  const now = core.now().getTime() / 1000;
  const due = core.state.scheduled
    .filter(({ postAt }) => postAt <= now)
    .sort((a, b) => a.postAt - b.postAt);
  core.state.scheduled = core.state.scheduled.filter(({ postAt }) => postAt > now);
  for (const { channel, args } of due) {
    const place = core.state.channels[channel];
    if (place !== undefined) post(core, place, args);
  }
}

function schedule(core: SlackCore, args: Args): Answer {
  const lacking = missing(args, 'post_at');
  if (lacking !== undefined) return lacking;
  const channel = target(core, args);
  if ('error' in channel) return channel;
  const postAt = Number(args.post_at);
  const aheadSeconds = postAt - core.now().getTime() / 1000;
  if (!Number.isFinite(postAt)) return failure('invalid_time');
  if (aheadSeconds <= 0) return failure('time_in_past');
  if (aheadSeconds > 120 * 86_400) return failure('time_too_far');
  const rejection = messageRejection(args, 40_000);
  if (rejection !== undefined) return { kind: 'error', ...rejection };
  const id = newId('Q');
  core.state.scheduled.push({ id, channel: channel.id, postAt, args });
  core.changed();
  return ok({ channel: channel.id, scheduled_message_id: id, post_at: postAt });
}

function unschedule(core: SlackCore, args: Args): Answer {
  const id = textOf(args, 'scheduled_message_id');
  const index = core.state.scheduled.findIndex((each) => each.id === id);
  if (index < 0) return failure('invalid_scheduled_message_id');
  core.state.scheduled.splice(index, 1);
  return ok();
}
