import type { KnownBlock, ModalView } from '@slack/types';
import { clip, LIMIT, section } from '../block-kit.ts';
import { ID, INPUT } from '../ids.ts';
import { SAY } from '../wording.ts';

/** A shift that can be chosen: its value names its time and its person. */
export type ShiftChoice = { readonly value: string; readonly text: string };

const MOST_CHOICES = 100;

const shiftSelect = (
  id: string,
  label: string,
  choices: readonly ShiftChoice[],
  optional: boolean,
): KnownBlock => ({
  type: 'input',
  block_id: id,
  optional,
  label: { type: 'plain_text', text: label },
  element: {
    type: 'static_select',
    action_id: INPUT.value,
    options: choices.slice(0, MOST_CHOICES).map(({ value, text }) => ({
      text: { type: 'plain_text', text: clip(text, LIMIT.optionText) },
      value,
    })),
  },
});

/** *Swap a shift*: which of one's own, with whom, and what of theirs in return. */
export const swapModal = (
  own: readonly ShiftChoice[],
  others: readonly ShiftChoice[],
): ModalView => ({
  type: 'modal',
  callback_id: ID.swapModal,
  title: { type: 'plain_text', text: SAY.swapTitle },
  submit: { type: 'plain_text', text: SAY.swapSubmit },
  close: { type: 'plain_text', text: SAY.cancel },
  blocks: [
    shiftSelect(INPUT.shift, SAY.swapShift, own, false),
    {
      type: 'input',
      block_id: INPUT.person,
      label: { type: 'plain_text', text: SAY.swapWith },
      hint: { type: 'plain_text', text: SAY.swapHint },
      element: { type: 'users_select', action_id: INPUT.value },
    },
    ...(others.length === 0 ? [] : [shiftSelect(INPUT.inReturn, SAY.swapInReturn, others, true)]),
  ],
});

const day = (id: string, label: string, initial: string): KnownBlock => ({
  type: 'input',
  block_id: id,
  label: { type: 'plain_text', text: label },
  element: { type: 'datepicker', action_id: INPUT.value, initial_date: initial },
});

/** *Take leave*: first and last day. */
export const leaveModal = (today: string): ModalView => ({
  type: 'modal',
  callback_id: ID.leaveModal,
  title: { type: 'plain_text', text: SAY.leaveTitle },
  submit: { type: 'plain_text', text: SAY.leaveSubmit },
  close: { type: 'plain_text', text: SAY.cancel },
  blocks: [
    day(INPUT.fromDay, SAY.leaveFrom, today),
    day(INPUT.toDay, SAY.leaveTo, today),
    section(SAY.leaveHint),
  ],
});
