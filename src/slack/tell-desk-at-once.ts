import type { webApi } from '@slack/bolt';
import type { Desk } from '../desk/desk.ts';
import type { Notice } from '../enquiries/notice.ts';
import { markOf } from './render-notice.ts';
import { findSent, sendMessage } from './send-message.ts';
import { plainMessage } from './views/plain-message.ts';

/** Tells the desk past the outbox, for when the store takes nothing. */
export const tellDeskAtOnce =
  ({ client, desk }: { readonly client: webApi.WebClient; readonly desk: () => Desk }) =>
  /**
   * @param since what another process, or this one, told of the same after it is not told again
   * @returns the message's `ts`; `undefined` where there is no desk channel or Slack does not take it
   */
  async (text: string, since: Date): Promise<string | undefined> => {
    const channel = desk().channels.desk;
    if (channel === undefined) return undefined;
    const notice: Notice = { kind: 'trouble', id: 'store', text };
    const mark = markOf(notice);
    const found = await findSent(client, { channel }, mark, since);
    if (found !== undefined) return 'kind' in found ? undefined : found.ts;
    const sent = await sendMessage(client, { channel }, plainMessage(text), mark);
    return sent.kind === 'sent' ? sent.ts : undefined;
  };
