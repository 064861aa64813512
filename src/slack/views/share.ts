import type { ModalView } from '@slack/types';
import type { Release } from '../../releases/release.ts';
import {
  actions,
  button,
  clip,
  context,
  line,
  type Message,
  messageText,
  quoted,
  richText,
  section,
  words,
} from '../block-kit.ts';
import { ID, ReleaseValue, ShareMetadata } from '../ids.ts';
import { SAY } from '../wording.ts';
import { releaseFacts, releaseText, titleElement } from './release-line.ts';

/** A sentence is shorter; what is longer is a table or an attack. */
const OPENING_LIMIT = 600;

/** A release as it is shown to a whole channel: title, facts, link and the first words. */
export function shareMessage(release: Release, userId: string, site: string | undefined): Message {
  const value = ReleaseValue.encode({ id: release.id });
  const lead = release.passages.find(({ kind }) => kind === 'paragraph');
  const first = lead?.sentences[0];
  const opening =
    lead === undefined || first === undefined
      ? ''
      : clip(lead.text.slice(first.from, first.to), OPENING_LIMIT);
  return {
    text: messageText([releaseText(release, site), opening].join('\n')),
    blocks: [
      richText(
        line(titleElement(release, site), words(`\n${releaseFacts(release)}`)),
        ...(opening === '' ? [] : [quoted(words(opening))]),
      ),
      actions('release.actions', [
        button({ id: ID.readButton, text: SAY.read, value }),
        button({ id: ID.contactsButton, text: SAY.contactsButton, value }),
      ]),
      context(SAY.sharedBy(userId)),
    ],
  };
}

/** Asks before a release goes to a channel that people of other organisations read. */
export const shareModal = (
  release: Release,
  channel: string,
  site: string | undefined,
): ModalView => ({
  type: 'modal',
  callback_id: ID.shareModal,
  private_metadata: ShareMetadata.encode({ id: release.id, channel }),
  title: { type: 'plain_text', text: SAY.shareTitle },
  submit: { type: 'plain_text', text: SAY.shareSubmit },
  close: { type: 'plain_text', text: SAY.cancel },
  blocks: [
    section(SAY.shareAsk(channel)),
    richText(line(titleElement(release, site), words(`\n${releaseFacts(release)}`))),
  ],
});
