import { publicFile } from './event-payload.ts';
import { addMessage, tellOfMessage } from './messages.ts';
import type { SlackCore } from './slack-core.ts';
import { newId, type StoredFile } from './slack-state.ts';
import { draftOf } from './web-api-chat.ts';
import {
  type Answer,
  type Args,
  failure,
  type Method,
  missing,
  ok,
  textOf,
  writableChannel,
} from './web-api-method.ts';

/** The longest description of a picture that Slack takes (docs, *files.getUploadURLExternal*). */
const LONGEST_ALT = 1000;

/** Uploading in three steps (docs, *Working with files*): ask for a URL, send the bytes there, complete. */
export const fileMethods: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': { scopes: ['files:write'], run: uploadUrl },
  'files.completeUploadExternal': { scopes: ['files:write'], run: complete },
  'files.info': {
    scopes: ['files:read'],
    run: (core, args) => {
      const file = core.state.files[textOf(args, 'file') ?? ''];
      return file === undefined
        ? failure('file_not_found')
        : ok({ file: publicFile(core, undefined, file), content: file.text });
    },
  },
  'files.delete': {
    scopes: ['files:write'],
    run: (core, args) => {
      const id = textOf(args, 'file') ?? '';
      if (core.state.files[id] === undefined) return failure('file_not_found');
      delete core.state.files[id];
      core.changed();
      return ok();
    },
  },
};

function uploadUrl(core: SlackCore, args: Args): Answer {
  const lacking = missing(args, 'filename', 'length');
  if (lacking !== undefined) return lacking;
  const id = newId('F');
  const size = Number(args.length);
  if (!Number.isInteger(size) || size <= 0)
    return failure('invalid_arguments', ['length must be a positive integer']);
  const alt = textOf(args, 'alt_text');
  if (alt !== undefined && alt.length > LONGEST_ALT)
    return failure('invalid_arguments', [`alt_text must be at most ${LONGEST_ALT} characters`]);
  core.state.files[id] = {
    id,
    name: textOf(args, 'filename') ?? '',
    size,
    text: '',
    ...(alt !== undefined && { alt }),
  };
  return ok({ upload_url: `${core.origin}/upload/${id}`, file_id: id });
}

function complete(core: SlackCore, args: Args): Answer {
  const lacking = missing(args, 'files');
  if (lacking !== undefined) return lacking;
  const asked = (Array.isArray(args.files) ? args.files : []) as ({
    id: string;
    title?: string;
  } | null)[];
  for (const { id, title } of asked.flatMap((each) => each ?? [])) {
    const file = core.state.files[id];
    if (file !== undefined && title !== undefined) core.state.files[id] = { ...file, title };
  }
  const files = asked
    .map((each) => core.state.files[each?.id ?? ''])
    .filter((file): file is StoredFile => file !== undefined);
  if (files.length === 0 || files.length < asked.length) return failure('file_not_found');
  const place = textOf(args, 'channel_id') ?? textOf(args, 'channels');
  if (place !== undefined) {
    const channel = writableChannel(core, place);
    if (typeof channel === 'string') return failure(channel);
    const thread = textOf(args, 'thread_ts');
    const message = addMessage(core, channel, {
      ...draftOf(core, { text: textOf(args, 'initial_comment') ?? '' }),
      subtype: 'file_share',
      files: files.map(({ base64: _, ...file }) => file),
      ...(thread !== undefined && { thread_ts: thread }),
    });
    void tellOfMessage(core, channel, message);
  }
  return ok({ files: files.map((file) => publicFile(core, undefined, file)) });
}
