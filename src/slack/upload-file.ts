import type { webApi } from '@slack/bolt';
import type { SendOutcome } from './send-message.ts';
import { slackFailure } from './slack-outcome.ts';

/** A picture on its way to a channel. */
export type Upload = {
  /** Channel id: Slack takes no name here. */
  readonly channel: string;
  /** Told apart by its name, by which it is found again. */
  readonly filename: string;
  readonly title: string;
  /** For whoever does not see it; Slack takes 1,000 characters. */
  readonly alt: string;
  readonly content: Buffer;
  /** Posted with it. */
  readonly comment: string;
};

/** Messages that are looked through for a picture that may have been posted. */
const LOOKED_THROUGH = 100;

/**
 * Uploads a picture in Slack's three steps. What Slack says is sorted into outcomes; nothing is thrown. An app that was
 * not given `files:write` yet is refused rather than tried again: the figures stand in words beside it.
 *
 * @param mayBeThere an earlier attempt may have got through: it is looked for first
 */
export async function uploadFile(
  client: webApi.WebClient,
  { channel, filename, title, alt, content, comment }: Upload,
  mayBeThere: boolean,
): Promise<SendOutcome> {
  try {
    if (mayBeThere) {
      const { messages = [] } = await client.conversations.history({
        channel,
        limit: LOOKED_THROUGH,
      });
      const there = messages.find(({ files }) => files?.some(({ name }) => name === filename));
      if (there?.ts !== undefined) return { kind: 'sent', channel, ts: there.ts };
    }
    const uploaded = await client.filesUploadV2({
      channel_id: channel,
      initial_comment: comment,
      file_uploads: [{ file: content, filename, title, alt_text: alt }],
    });
    return { kind: 'sent', channel, ts: fileIdOf(uploaded) };
  } catch (error) {
    const failure = slackFailure(error);
    return failure.kind === 'try-later' && failure.reason === 'missing_scope'
      ? { kind: 'refused', reason: failure.reason }
      : failure;
  }
}

/** A shared file has no `ts` of its own in the answer; its id says as well which it was. */
const fileIdOf = ({ files }: { files?: readonly unknown[] }): string => {
  const [first] = files ?? [];
  const inner = (first as { files?: { id?: string }[] } | undefined)?.files?.[0]?.id;
  return inner ?? '';
};
