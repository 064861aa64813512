import type { Notice } from '../../enquiries/notice.ts';
import type { Release } from '../../releases/release.ts';
import {
  actions,
  button,
  clip,
  escapeMrkdwn,
  LIMIT,
  line,
  type Message,
  messageText,
  quoted,
  richText,
  section,
  words,
} from '../block-kit.ts';
import { ID, ReleaseValue } from '../ids.ts';
import { SAY } from '../wording.ts';
import { releaseFacts, releaseText, titleElement } from './release-line.ts';

type Of<Kind extends Notice['kind']> = Extract<Notice, { kind: Kind }>;

/** That words somebody was given no longer stand: what they were, and what stands in their place. */
export function correctionMessage({ title, version, before, after }: Of<'correction'>): Message {
  const lead =
    version === 'withdrawn'
      ? SAY.withdrawnSource(clip(title, 200))
      : after === null
        ? SAY.removedSentence(clip(title, 200))
        : SAY.corrected(clip(title, 200));
  return {
    text: messageText(
      [lead, SAY.was, `“${before}”`, ...(after === null ? [] : [SAY.isNow, `“${after}”`])].join(
        '\n',
      ),
    ),
    blocks: [
      section(`*${escapeMrkdwn(lead)}*`),
      richText(line(words(SAY.was)), quoted(words(clip(before, LIMIT.richText)))),
      ...(after === null
        ? []
        : [richText(line(words(SAY.isNow)), quoted(words(clip(after, LIMIT.richText))))]),
    ],
  };
}

/** That a release has come out which a conversation follows. */
export function alertMessage(release: Release, query: string, site: string | undefined): Message {
  const lead = SAY.alert(clip(query, 100));
  const value = ReleaseValue.encode({ id: release.id });
  return {
    text: messageText(`${lead}\n${releaseText(release, site)}`),
    blocks: [
      section(`*${escapeMrkdwn(lead)}*`),
      richText(line(titleElement(release, site), words(`\n${releaseFacts(release)}`))),
      actions('release.actions', [
        button({ id: ID.readButton, text: SAY.read, value }),
        button({ id: ID.contactsButton, text: SAY.contactsButton, value }),
      ]),
    ],
  };
}
