import type { InputBlock, ModalView } from '@slack/types';
import { clip, LIMIT, plain, section } from '../block-kit.ts';
import { AskMetadata, ID, INPUT } from '../ids.ts';
import { SAY } from '../wording.ts';

/** What stands in the inputs. */
export type AskFilled = {
  readonly question: string;
  readonly outlet?: string | undefined;
  readonly deadline?: string;
  readonly reach?: string;
};

type Asking = AskFilled & {
  readonly channel: string;
  readonly threadTs?: string | undefined;
  readonly cited: readonly string[];
  /** What became of the releases that the question is about, where they can no longer be shown. */
  readonly notice?: string | undefined;
  /** A deadline that stood in the question, and when it was said. */
  readonly by?: string | undefined;
  readonly at?: string | undefined;
  /** A deadline to be confirmed: how it was understood, and what a tick sends back. */
  readonly confirm?: { readonly understood: string; readonly value: string };
};

/** *Ask the press office*: the question as it was asked, and what a person needs to answer it in time. */
export const askModal = ({
  channel,
  threadTs,
  cited,
  notice,
  by,
  at,
  confirm,
  ...filled
}: Asking): ModalView => ({
  type: 'modal',
  callback_id: ID.askModal,
  private_metadata: AskMetadata.encode({
    channel,
    ...(threadTs === undefined ? {} : { threadTs }),
    cited: [...cited],
    ...(by === undefined ? {} : { by }),
    ...(at === undefined ? {} : { at }),
  }),
  title: { type: 'plain_text', text: SAY.askTitle },
  submit: { type: 'plain_text', text: SAY.askSubmit },
  close: { type: 'plain_text', text: SAY.cancel },
  blocks: [
    ...(notice === undefined ? [] : [section(notice)]),
    field({
      id: INPUT.question,
      label: SAY.askQuestion,
      value: filled.question,
      multiline: true,
    }),
    field({
      id: INPUT.outlet,
      label: SAY.askOutlet,
      value: filled.outlet ?? '',
      optional: true,
    }),
    field({
      id: INPUT.deadline,
      label: SAY.askDeadline,
      hint: SAY.askDeadlineHint,
      placeholder: SAY.askDeadlinePlaceholder,
      value: filled.deadline ?? by ?? '',
      optional: true,
    }),
    ...(confirm === undefined ? [] : [confirmation(confirm)]),
    field({
      id: INPUT.reach,
      label: SAY.askReach,
      hint: SAY.askReachHint,
      value: filled.reach ?? '',
      optional: true,
    }),
  ],
});

/** The deadline read back as a question. It must be ticked, or put in other words. */
const confirmation = ({ understood, value }: NonNullable<Asking['confirm']>): InputBlock => ({
  type: 'input',
  block_id: INPUT.confirm,
  // In the label, which has room for both zones; what stands beside a box is cut at 75 characters.
  label: {
    type: 'plain_text',
    text: clip(`${SAY.askConfirm} ${plain(understood)}`, LIMIT.inputLabel),
  },
  hint: { type: 'plain_text', text: SAY.askConfirmHint },
  optional: true,
  element: {
    type: 'checkboxes',
    action_id: INPUT.value,
    options: [
      {
        text: { type: 'plain_text', text: clip(SAY.askConfirmYes, LIMIT.optionText) },
        value,
      },
    ],
  },
});

type Field = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly multiline?: boolean;
  readonly optional?: boolean;
};

/** One labelled line (or box) to type in. */
export const field = (given: Field): InputBlock => ({
  type: 'input',
  block_id: given.id,
  label: { type: 'plain_text', text: given.label },
  ...(given.hint === undefined ? {} : { hint: { type: 'plain_text', text: given.hint } }),
  optional: given.optional ?? false,
  element: {
    type: 'plain_text_input',
    action_id: INPUT.value,
    multiline: given.multiline ?? false,
    max_length: LIMIT.inputText,
    ...(plain(given.value ?? '') === ''
      ? {}
      : { initial_value: clip(plain(given.value ?? ''), LIMIT.inputText) }),
    ...(given.placeholder === undefined
      ? {}
      : { placeholder: { type: 'plain_text', text: given.placeholder } }),
  },
});
