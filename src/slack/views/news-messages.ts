import type { KnownBlock } from '@slack/types';
import type { Notice } from '../../enquiries/notice.ts';
import type { Release } from '../../releases/release.ts';
import {
  actions,
  button,
  clip,
  escapeMrkdwn,
  line,
  type Message,
  messageText,
  quoted,
  richText,
  section,
  words,
} from '../block-kit.ts';
import { CorrectionValue, ID, ReleaseValue } from '../ids.ts';
import { SAY } from '../wording.ts';
import { releaseFacts, releaseText, titleElement } from './release-line.ts';

/** An answer holds three quotes; each may be of several sentences. */
const MOST_CHANGES = 6;
const WORDS_LIMIT = 1000;

type Of<Kind extends Notice['kind']> = Extract<Notice, { kind: Kind }>;

/** That words somebody was given no longer stand: what they were, and what stands in their place. */
export function correctionMessage(notice: Of<'correction'>): Message {
  const { title, version, before, after, more, userId } = notice;
  const changes = [{ before, after }, ...more].slice(0, MOST_CHANGES);
  const lead =
    version === 'withdrawn'
      ? SAY.withdrawnSource(clip(title, 200))
      : after === null
        ? SAY.removedSentence(clip(title, 200))
        : SAY.corrected(clip(title, 200));
  return {
    text: messageText(
      [
        lead,
        ...changes.flatMap((change) => [
          SAY.was,
          `“${clip(change.before, WORDS_LIMIT)}”`,
          ...(change.after === null ? [] : [SAY.isNow, `“${clip(change.after, WORDS_LIMIT)}”`]),
        ]),
      ].join('\n'),
    ),
    blocks: [
      section(`<@${userId}> *${escapeMrkdwn(lead)}*`),
      ...changes.flatMap((change) => [
        richText(line(words(SAY.was)), quoted(words(clip(change.before, WORDS_LIMIT)))),
        ...(change.after === null
          ? []
          : [richText(line(words(SAY.isNow)), quoted(words(clip(change.after, WORDS_LIMIT))))]),
      ]),
      ...gotIt(notice),
    ],
  };
}

/** Slack tells nobody who has read a message: whoever was quoted can say so. */
const gotIt = ({ correctionId, answerKey }: Of<'correction'>): KnownBlock[] =>
  correctionId === undefined
    ? []
    : [
        actions('correction.note', [
          button({
            id: ID.gotItButton,
            text: SAY.gotIt,
            value: CorrectionValue.encode({ correction: correctionId, note: answerKey }),
          }),
        ]),
      ];

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
