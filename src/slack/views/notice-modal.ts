import type { ModalView } from '@slack/types';
import { escapeMrkdwn, section } from '../block-kit.ts';
import { SAY } from '../wording.ts';

/** A modal that only says something. */
export const noticeModal = (title: string, text: string): ModalView => ({
  type: 'modal',
  title: { type: 'plain_text', text: title },
  close: { type: 'plain_text', text: SAY.close },
  blocks: [section(escapeMrkdwn(text))],
});
