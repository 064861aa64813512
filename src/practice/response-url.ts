import { messageRejection } from './check-payload.ts';
import { type ApiResponse, json, recordCall, unlessFailing } from './failing.ts';
import {
  addEphemeral,
  addMessage,
  changeMessage,
  findEphemeral,
  findMessage,
  removeMessage,
  tellOfMessage,
} from './messages.ts';
import type { SlackCore } from './slack-core.ts';
import { draftOf } from './web-api-chat.ts';
import type { Args } from './web-api-method.ts';

const maxUses = 5;

/**
 * Takes what the app posts to a `response_url`: five times within half an hour, privately unless it says `in_channel`,
 * and also in channels that the app is not in.
 */
export function answerResponseUrl(core: SlackCore, id: string, args: Args): ApiResponse {
  return unlessFailing(core, 'response_url', args, () => {
    const { error, problems } = respond(core, id, args);
    recordCall(core, 'response_url', args, error ?? 'ok', problems);
    if (problems !== undefined) {
      const at = core.now().toISOString();
      core.faults.push({ at, method: 'response_url', problems, payload: args });
    }
    if (error === undefined) return { kind: 'http', status: 200, headers: {}, body: 'ok' };
    const gone = ['used_url', 'expired_url'].includes(error);
    return json(gone ? 404 : 400, { ok: false, error });
  });
}

type Outcome = { error?: string; problems?: readonly string[] };

function respond(core: SlackCore, id: string, args: Args): Outcome {
  const url = core.state.responseUrls[id];
  const channel = url && core.state.channels[url.channel];
  if (url === undefined || channel === undefined || url.until < core.now().getTime())
    return { error: 'expired_url' };
  if (url.used >= maxUses) return { error: 'used_url' };
  core.state.responseUrls[id] = { ...url, used: url.used + 1 };

  const kept =
    url.messageTs === undefined ? undefined : findMessage(core, channel.id, url.messageTs);
  const private_ =
    url.messageTs === undefined ? undefined : findEphemeral(core, channel.id, url.messageTs);
  if (args.delete_original === true || args.delete_original === 'true') {
    if (kept !== undefined) void removeMessage(core, channel, kept);
    dropEphemeral(core, channel.id, private_?.ts);
    return {};
  }
  const rejection = messageRejection(args, 40_000);
  if (rejection !== undefined) return rejection;
  const draft = draftOf(core, args);
  if (args.replace_original === true || args.replace_original === 'true') {
    if (kept !== undefined) {
      const { blocks: _, attachments: __, ...rest } = kept;
      void changeMessage(core, channel, kept, { ...rest, ...draft });
      return {};
    }
    dropEphemeral(core, channel.id, private_?.ts);
  }
  const thread = args.thread_ts === undefined ? undefined : String(args.thread_ts);
  const placed = { ...draft, ...(thread !== undefined && { thread_ts: thread }) };
  if (args.response_type === 'in_channel') {
    void tellOfMessage(core, channel, addMessage(core, channel, placed));
  } else {
    addEphemeral(core, channel, url.user, placed);
  }
  return {};
}

function dropEphemeral(core: SlackCore, channelId: string, ts: string | undefined): void {
  if (ts === undefined) return;
  core.state.ephemerals[channelId] = (core.state.ephemerals[channelId] ?? []).filter(
    (each) => each.ts !== ts,
  );
  core.changed();
}
