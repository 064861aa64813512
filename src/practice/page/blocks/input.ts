import type { InputBlock } from '@slack/types';
import { el } from '../element.ts';
import { icon } from '../icons.ts';
import { plainWithEmoji } from '../text/draw-text.ts';
import { drawElement } from './draw-element.ts';
import { idOf, type Place, type Surface } from './surface.ts';

/** A labelled field of a form, with its hint and what is wrong with it. */
export function drawInput(block: InputBlock, blockId: string, surface: Surface): HTMLElement {
  const bare: Place = {
    surface,
    blockId,
    actionId: block.element.action_id ?? 'input',
    dispatches: block.dispatch_action === true,
    labelledBy: null,
    describedBy: null,
    required: block.optional !== true,
  };
  const error = surface.errors[blockId];
  const described = [
    block.hint === undefined ? null : idOf(bare, '-hint'),
    error === undefined ? null : idOf(bare, '-error'),
  ].filter((id) => id !== null);
  const place = {
    ...bare,
    labelledBy: idOf(bare, '-label'),
    describedBy: described.length === 0 ? null : described.join(' '),
  };
  return el(
    'div',
    { class: error === undefined ? 'block-input' : 'block-input wrong' },
    el(
      'label',
      { id: idOf(bare, '-label'), for: idOf(bare), class: 'label' },
      plainWithEmoji(block.label.text),
      block.optional === true && el('span', { class: 'optional' }, ' (optional)'),
    ),
    drawElement(block.element, place),
    error !== undefined &&
      el('p', { class: 'error', id: idOf(bare, '-error') }, icon('alert'), error),
    block.hint !== undefined &&
      el('p', { class: 'hint', id: idOf(bare, '-hint') }, plainWithEmoji(block.hint.text)),
  );
}
