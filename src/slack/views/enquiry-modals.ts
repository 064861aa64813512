import type { ModalView } from '@slack/types';
import { Attribution, type Enquiry } from '../../enquiries/enquiry.ts';
import { clip, line, quoted, richText, section, words } from '../block-kit.ts';
import { EnquiryMetadata, ID, INPUT } from '../ids.ts';
import { SAY } from '../wording.ts';
import { field } from './ask-modal.ts';

type Options = {
  readonly callback: string;
  readonly title: string;
  readonly submit: string;
  readonly enquiry: Pick<Enquiry, 'id'>;
  readonly blocks: ModalView['blocks'];
};

const enquiryModal = ({ callback, title, submit, enquiry, blocks }: Options): ModalView => ({
  type: 'modal',
  callback_id: callback,
  private_metadata: EnquiryMetadata.encode({ enquiry: enquiry.id }),
  title: { type: 'plain_text', text: title },
  submit: { type: 'plain_text', text: submit },
  close: { type: 'plain_text', text: SAY.cancel },
  blocks,
});

/** *Reply*: the question, the words to send, and where they will be read. */
export const replyModal = (enquiry: Enquiry, text: string): ModalView =>
  enquiryModal({
    callback: ID.replyModal,
    title: SAY.replyTitle,
    submit: SAY.replySubmit,
    enquiry,
    blocks: [
      richText(
        line(words(`${enquiry.reference}, ${enquiry.asker.name}:`, { bold: true })),
        quoted(words(clip(enquiry.question, 1500))),
      ),
      field({
        id: INPUT.reply,
        label: SAY.replyLabel,
        hint: SAY.replyHint,
        value: text,
        multiline: true,
      }),
      {
        type: 'input',
        block_id: INPUT.attribution,
        label: { type: 'plain_text', text: SAY.attributionLabel },
        element: attributionChoice(Attribution.options),
      },
      section(
        SAY.replyWhere(
          `<@${enquiry.asker.userId}>`,
          enquiry.origin.channel,
          enquiry.origin.isShared,
        ),
      ),
    ],
  });

const attributionChoice = (offered: readonly Attribution[]) => {
  const options = offered.map((attribution) => ({
    text: { type: 'plain_text' as const, text: SAY.attribution[attribution] },
    value: attribution,
  }));
  return {
    type: 'radio_buttons' as const,
    action_id: INPUT.value,
    options,
    ...(options[0] === undefined ? {} : { initial_option: options[0] }),
  };
};

/** Terms other than on the record, to be agreed by the asker before anything is said on them. */
export const termsModal = (enquiry: Enquiry): ModalView =>
  enquiryModal({
    callback: ID.termsModal,
    title: SAY.termsTitle,
    submit: SAY.termsSubmit,
    enquiry,
    blocks: [
      {
        type: 'input',
        block_id: INPUT.attribution,
        label: { type: 'plain_text', text: SAY.attributionLabel },
        element: attributionChoice(
          Attribution.options.filter((attribution) => attribution !== 'on-the-record'),
        ),
      },
    ],
  });

const personModal =
  (callback: string, title: string, submit: string, label: string, hint?: string) =>
  (enquiry: Enquiry): ModalView =>
    enquiryModal({
      callback,
      title,
      submit,
      enquiry,
      blocks: [
        {
          type: 'input',
          block_id: INPUT.person,
          label: { type: 'plain_text', text: label },
          ...(hint === undefined ? {} : { hint: { type: 'plain_text' as const, text: hint } }),
          element: { type: 'users_select', action_id: INPUT.value },
        },
      ],
    });

/** *Hand over* to a named person, who must accept. */
export const handOverModal = personModal(
  ID.handOverModal,
  SAY.handOverTitle,
  SAY.handOverSubmit,
  SAY.handOverLabel,
  SAY.handOverWhy,
);

/** *Ask a colleague*: gives another person a copy of the card. */
export const colleagueModal = personModal(
  ID.colleagueModal,
  SAY.colleagueTitle,
  SAY.colleagueSubmit,
  SAY.colleagueLabel,
);

/** *Same as another*: links two enquiries, inside only. */
export const duplicateModal = (enquiry: Enquiry): ModalView =>
  enquiryModal({
    callback: ID.duplicateModal,
    title: SAY.duplicateTitle,
    submit: SAY.duplicateSubmit,
    enquiry,
    blocks: [
      field({
        id: INPUT.reference,
        label: SAY.duplicateLabel,
        placeholder: SAY.duplicatePlaceholder,
      }),
    ],
  });
