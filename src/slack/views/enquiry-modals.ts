import type { ModalView } from '@slack/types';
import type { Line } from '../../desk/lines.ts';
import { Attribution, type Enquiry } from '../../enquiries/enquiry.ts';
import {
  clip,
  context,
  escapeMrkdwn,
  LIMIT,
  line,
  plain,
  quoted,
  richText,
  section,
  words,
} from '../block-kit.ts';
import { EnquiryMetadata, ID, INPUT } from '../ids.ts';
import { SAY } from '../wording.ts';
import { field } from './ask-modal.ts';

type Options = {
  readonly callback: string;
  readonly title: string;
  readonly submit: string;
  readonly close?: string;
  readonly enquiry: Pick<Enquiry, 'id'>;
  readonly about?: { readonly corrects?: string | undefined; readonly draft?: string };
  readonly blocks: ModalView['blocks'];
};

/** A modal about one enquiry. */
export const enquiryModal = ({
  callback,
  title,
  submit,
  close = SAY.cancel,
  enquiry,
  about = {},
  blocks,
}: Options): ModalView => ({
  type: 'modal',
  callback_id: callback,
  private_metadata: EnquiryMetadata.encode({ enquiry: enquiry.id, ...about }),
  title: { type: 'plain_text', text: title },
  submit: { type: 'plain_text', text: submit },
  close: { type: 'plain_text', text: close },
  blocks,
});

/** What stands in the reply modal when it opens. */
export type ReplyFilled = {
  readonly text?: string;
  readonly attribution?: Attribution;
  /** The reply that it puts right. */
  readonly corrects?: string | undefined;
  /** The lines to take that fit, and why others may not be sent. */
  readonly lines?: { readonly ready: readonly Line[]; readonly notReady: readonly string[] };
};

/** *Reply*: the question, the words to send, and where they will be read. What it submits is previewed, not sent. */
export const replyModal = (
  enquiry: Enquiry,
  { text = '', attribution, corrects, lines = { ready: [], notReady: [] } }: ReplyFilled = {},
): ModalView =>
  enquiryModal({
    callback: ID.replyModal,
    title: corrects === undefined ? SAY.replyTitle : SAY.correctTitle,
    submit: SAY.replySubmit,
    enquiry,
    about: { corrects },
    blocks: [
      richText(
        line(words(`${enquiry.reference}, ${clip(enquiry.asker.name, 200)}:`, { bold: true })),
        quoted(words(clip(enquiry.question, 1500))),
      ),
      field({
        id: INPUT.reply,
        label: SAY.replyLabel,
        hint: SAY.replyHint,
        value: text,
        multiline: true,
        // A line to take may be all that is said.
        optional: lines.ready.length > 0,
      }),
      ...lineBlocks(lines),
      {
        type: 'input',
        block_id: INPUT.attribution,
        label: { type: 'plain_text', text: SAY.attributionLabel },
        element: attributionChoice(Attribution.options, attribution),
      },
      section(whereText(enquiry)),
    ],
  });

/** Most choices that Slack takes in a menu. */
const MOST_LINES = 100;
const MOST_NOT_READY = 3;

/** A menu of the lines that may be sent, and why others may not. */
const lineBlocks = ({
  ready,
  notReady,
}: NonNullable<ReplyFilled['lines']>): ModalView['blocks'] => [
  ...(ready.length === 0
    ? []
    : [
        {
          type: 'input' as const,
          block_id: INPUT.line,
          optional: true,
          label: { type: 'plain_text' as const, text: SAY.lineLabel },
          hint: { type: 'plain_text' as const, text: SAY.lineHint },
          element: {
            type: 'static_select' as const,
            action_id: INPUT.value,
            placeholder: { type: 'plain_text' as const, text: SAY.linePlaceholder },
            options: ready.slice(0, MOST_LINES).map(({ id, title }) => ({
              text: {
                type: 'plain_text' as const,
                text: clip(plain(title), LIMIT.optionText).trim() || id,
              },
              value: id,
            })),
          },
        },
      ]),
  ...notReady.slice(0, MOST_NOT_READY).map((why) => context(escapeMrkdwn(clip(why, 500)))),
];

/** Whom a reply reaches and who reads along. */
export const whereText = ({ asker, origin }: Enquiry): string =>
  SAY.replyWhere(`<@${asker.userId}>`, origin.channel, origin.isShared);

const attributionChoice = (offered: readonly Attribution[], chosen?: Attribution) => {
  const options = offered.map((attribution) => ({
    text: { type: 'plain_text' as const, text: SAY.attribution[attribution] },
    value: attribution,
  }));
  const initial = options.find(({ value }) => value === chosen) ?? options[0];
  return {
    type: 'radio_buttons' as const,
    action_id: INPUT.value,
    options,
    ...(initial === undefined ? {} : { initial_option: initial }),
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
