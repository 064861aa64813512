import type { KnownBlock, ModalView } from '@slack/types';
import type { Draft, Enquiry } from '../../enquiries/enquiry.ts';
import type { Fact } from '../../enquiries/fact.ts';
import { clip, escapeMrkdwn, LIMIT, line, plain, richText, section, words } from '../block-kit.ts';
import { ID, INPUT } from '../ids.ts';
import { SAY } from '../wording.ts';
import { field } from './ask-modal.ts';
import { replyMessage } from './asker-messages.ts';
import { enquiryModal, whereText } from './enquiry-modals.ts';

/** What the guard found in a reply: facts that no release supports, and how many there were to check. */
export type Guarded = { readonly checked: number; readonly unsupported: readonly Fact[] };

/** More than these are counted and not named. */
const MOST_NAMED = 12;

/** The second key: exactly what will be posted and where, what the guard found, and *Send*. */
export const previewModal = (enquiry: Enquiry, draft: Draft, guarded: Guarded): ModalView =>
  enquiryModal({
    callback: ID.sendModal,
    title: SAY.previewTitle,
    submit: SAY.previewSubmit,
    close: SAY.previewBack,
    enquiry,
    about: { draft: draft.id },
    blocks: [
      ...guardBlocks(guarded),
      ...(draft.holding === true ? [section(SAY.holdingPreview)] : []),
      section(`*${SAY.previewLead}*`),
      ...replyMessage(enquiry, draft).blocks,
      section(whereText(enquiry)),
      ...promiseField(draft),
      section(SAY.previewUndo),
    ],
  });

/** With a holding line a next word may be promised. What is typed is shown as it will be posted before it is sent. */
const promiseField = ({ holding, promise }: Draft): ModalView['blocks'] =>
  holding !== true
    ? []
    : [
        field({
          id: INPUT.promise,
          label: SAY.promiseLabel,
          hint: SAY.promiseHint,
          placeholder: SAY.promisePlaceholder,
          // Read back above by now, in words that are read again as the same.
          value: promise === undefined ? '' : promise.typed,
          optional: true,
        }),
      ];

/** What the guard found, in words. */
export function guardBlocks({ checked, unsupported }: Guarded): KnownBlock[] {
  if (unsupported.length === 0) return [section(checked === 0 ? SAY.guardNoFacts : SAY.guardClean)];
  const named = unsupported.slice(0, MOST_NAMED);
  const more = unsupported.length - named.length;
  return [
    richText(
      line(words(SAY.guardFound(unsupported.length), { bold: true })),
      ...named.map(({ kind, words: said }) =>
        line(words(`• ${SAY.guardKind[kind]}: `), words(clip(said, 200), { bold: true })),
      ),
      ...(more === 0 ? [] : [line(words(SAY.guardMore(more)))]),
    ),
  ];
}

/** By how many characters a reply is too long to be posted whole, escapes counted; 0 where it fits. */
export function excessOf(enquiry: Enquiry, text: string): number {
  const lead = SAY.correctionLead(enquiry.reference).length + 200;
  return Math.max(
    0,
    plain(text).length - LIMIT.richText,
    escapeMrkdwn(plain(text)).length + lead - LIMIT.messageText,
  );
}
