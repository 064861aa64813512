import type { ModalView } from '@slack/types';
import type { Release } from '../../releases/release.ts';
import { header, LIMIT, line, richText, section, words } from '../block-kit.ts';
import { SAY } from '../wording.ts';
import { contactElements, type Privacy, shortContact } from './contact-line.ts';
import { releaseFacts, siteElements } from './release-line.ts';

/** Slack shows no view of more than a hundred blocks. */
const MOST_CONTACTS = 90;

/** The people at the foot of a release, for one pair of eyes: a modal is private, also in a shared channel. */
export const contactsModal = (
  release: Release,
  site: string | undefined,
  privacy: Privacy,
): ModalView => ({
  type: 'modal',
  title: { type: 'plain_text', text: SAY.contactsTitle },
  close: { type: 'plain_text', text: SAY.close },
  blocks: [
    header(release.title),
    richText(line(words(releaseFacts(release)), ...siteElements(release, site))),
    ...(release.contacts.length === 0
      ? [section(SAY.noneprinted)]
      : release.contacts
          .slice(0, MOST_CONTACTS)
          .map((contact) =>
            richText(line(...contactElements(shortContact(contact, LIMIT.richText), privacy))),
          )),
  ],
});
