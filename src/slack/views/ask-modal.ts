import type { InputBlock, ModalView } from '@slack/types';
import { clip, LIMIT, plain } from '../block-kit.ts';
import { AskMetadata, ID, INPUT } from '../ids.ts';
import { SAY } from '../wording.ts';

type Asking = {
  readonly question: string;
  readonly outlet: string | undefined;
  readonly channel: string;
  readonly threadTs: string | undefined;
  readonly cited: readonly string[];
};

/** *Ask the press office*: the question as it was asked, and what a person needs to answer it in time. */
export const askModal = ({ question, outlet, channel, threadTs, cited }: Asking): ModalView => ({
  type: 'modal',
  callback_id: ID.askModal,
  private_metadata: AskMetadata.encode({
    channel,
    ...(threadTs === undefined ? {} : { threadTs }),
    cited: [...cited],
  }),
  title: { type: 'plain_text', text: SAY.askTitle },
  submit: { type: 'plain_text', text: SAY.askSubmit },
  close: { type: 'plain_text', text: SAY.cancel },
  blocks: [
    field({ id: INPUT.question, label: SAY.askQuestion, value: question, multiline: true }),
    field({ id: INPUT.outlet, label: SAY.askOutlet, value: outlet ?? '', optional: true }),
    field({
      id: INPUT.deadline,
      label: SAY.askDeadline,
      hint: SAY.askDeadlineHint,
      placeholder: SAY.askDeadlinePlaceholder,
      optional: true,
    }),
    field({ id: INPUT.reach, label: SAY.askReach, hint: SAY.askReachHint, optional: true }),
  ],
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
    ...(given.value === undefined || given.value === ''
      ? {}
      : { initial_value: clip(plain(given.value), LIMIT.inputText) }),
    ...(given.placeholder === undefined
      ? {}
      : { placeholder: { type: 'plain_text', text: given.placeholder } }),
  },
});
