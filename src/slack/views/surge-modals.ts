import type { ModalView, PlainTextOption } from '@slack/types';
import type { Line } from '../../desk/lines.ts';
import type { Enquiry } from '../../enquiries/enquiry.ts';
import type { Surge, SurgeDraft } from '../../enquiries/surge.ts';
import { clip, escapeMrkdwn, LIMIT, line, plain, richText, section, words } from '../block-kit.ts';
import { ID, INPUT, SurgeValue } from '../ids.ts';
import { SAY } from '../wording.ts';
import { field } from './ask-modal.ts';
import { replyMessage } from './asker-messages.ts';
import { type Guarded, guardBlocks } from './preview-modal.ts';

const SURGE = SAY.surge;

/** For so many hours a line may go to those who ask later. */
export const ALSO_HOURS = [0, 1, 2, 4, 8, 24] as const;

/** Most choices that Slack takes in a menu. */
const MOST_CHOICES = 100;

const option = (text: string, value: string): PlainTextOption => ({
  text: { type: 'plain_text', text: clip(plain(text), LIMIT.optionText).trim() || value },
  value,
});

const modal = (
  surge: Pick<Surge, 'id'>,
  {
    callback,
    title,
    submit,
    close = SAY.cancel,
    detail,
    blocks,
  }: {
    callback: string;
    title: string;
    submit: string;
    close?: string;
    detail?: string;
    blocks: ModalView['blocks'];
  },
): ModalView => ({
  type: 'modal',
  callback_id: callback,
  private_metadata: SurgeValue.encode({
    surge: surge.id,
    ...(detail === undefined ? {} : { detail }),
  }),
  title: { type: 'plain_text', text: title },
  submit: { type: 'plain_text', text: submit },
  close: { type: 'plain_text', text: close },
  blocks,
});

/** Which line goes to whom, and whether those who ask later get it too. What it submits is previewed, not sent. */
export function sendToAllModal(
  surge: Surge,
  waiting: readonly Enquiry[],
  lines: readonly Line[],
): ModalView {
  const choices = lines.slice(0, MOST_CHOICES).map(({ id, title }) => option(title, id));
  const people = waiting.map((one) =>
    option(`${one.reference} · ${one.outlet === '' ? one.asker.name : one.outlet}`, one.id),
  );
  const hours = ALSO_HOURS.map((count) => option(SURGE.hours(count), String(count)));
  const [only] = choices;
  const [no] = hours;
  return modal(surge, {
    callback: ID.surgeSendModal,
    title: SURGE.sendTitle,
    submit: SURGE.sendSubmit,
    blocks: [
      {
        type: 'input',
        block_id: INPUT.line,
        label: { type: 'plain_text', text: SURGE.sendLine },
        hint: { type: 'plain_text', text: SURGE.sendLineHint },
        element: {
          type: 'static_select',
          action_id: INPUT.value,
          options: choices,
          ...(choices.length === 1 && only !== undefined ? { initial_option: only } : {}),
        },
      },
      // More than a menu takes: then it goes to all of them.
      ...(people.length > MOST_CHOICES
        ? []
        : [
            {
              type: 'input' as const,
              block_id: INPUT.person,
              label: { type: 'plain_text' as const, text: SURGE.sendTo },
              element: {
                type: 'multi_static_select' as const,
                action_id: INPUT.value,
                options: people,
                initial_options: people,
              },
            },
          ]),
      {
        type: 'input',
        block_id: INPUT.also,
        label: { type: 'plain_text', text: SURGE.sendAlso },
        hint: { type: 'plain_text', text: SURGE.sendAlsoHint },
        element: {
          type: 'static_select',
          action_id: INPUT.value,
          options: hours,
          ...(no === undefined ? {} : { initial_option: no }),
        },
      },
    ],
  });
}

/** The second key: exactly what each of them gets, to how many it goes, and *Send*. */
export function surgePreviewModal(
  surge: Surge,
  draft: SurgeDraft,
  recipients: readonly Enquiry[],
  guarded: Guarded,
): ModalView {
  const [first] = recipients;
  return modal(surge, {
    callback: ID.surgeConfirmModal,
    title: SURGE.previewTitle,
    submit: SAY.previewSubmit,
    close: SAY.previewBack,
    detail: draft.id,
    blocks: [
      ...guardBlocks(guarded),
      section(SAY.holdingPreview),
      section(`*${SAY.previewLead}*`),
      ...(first === undefined
        ? []
        : replyMessage(first, { text: draft.text, attribution: 'on-the-record', holding: true })
            .blocks),
      section(escapeMrkdwn(SURGE.previewTo(recipients.length))),
      ...(recipients.length === 0
        ? []
        : [
            richText(
              ...recipients
                .slice(0, MOST_CHOICES)
                .map((one) =>
                  line(
                    words(
                      clip(
                        `${one.reference} · ${one.outlet === '' ? one.asker.name : one.outlet}`,
                        80,
                      ),
                    ),
                  ),
                ),
            ),
          ]),
      ...(draft.alsoHours === 0 ? [] : [section(SURGE.previewAlso(draft.alsoHours))]),
      section(SAY.previewUndo),
    ],
  });
}

/** Something that two people must both acknowledge. */
export const surgeTaskModal = (surge: Pick<Surge, 'id'>): ModalView =>
  modal(surge, {
    callback: ID.surgeTaskModal,
    title: SURGE.taskTitle,
    submit: SURGE.taskSubmit,
    blocks: [field({ id: INPUT.reply, label: SURGE.taskLabel, multiline: true })],
  });
