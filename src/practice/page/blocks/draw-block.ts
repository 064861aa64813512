import type { AnyBlock, KnownBlock, SectionBlock } from '@slack/types';
import { el } from '../element.ts';
import { drawNodes, drawTextObject, plainWithEmoji } from '../text/draw-text.ts';
import { parseMarkdown } from '../text/markdown.ts';
import { readRichText } from '../text/rich-text.ts';
import { type AnyElement, drawElement } from './draw-element.ts';
import { drawImage } from './image.ts';
import { drawInput } from './input.ts';
import { idOf, type Place, type Surface } from './surface.ts';
import { drawTable } from './table.ts';

/** Draws the blocks of a message, a modal or a Home tab. */
export function drawBlocks(blocks: readonly AnyBlock[], surface: Surface): HTMLElement[] {
  return blocks.map((block, index) => {
    const blockId = block.block_id ?? `block-${index}`;
    return drawBlock(block as KnownBlock, blockId, surface);
  });
}

function drawBlock(block: KnownBlock, blockId: string, surface: Surface): HTMLElement {
  const { eyes } = surface;
  switch (block.type) {
    case 'section':
      return drawSection(block, blockId, surface);
    case 'header':
      return el('h3', { class: 'block-header' }, plainWithEmoji(block.text.text));
    case 'divider':
      return el('hr', { class: 'block-divider' });
    case 'context':
      return el(
        'div',
        { class: 'block-context' },
        ...block.elements.map((element) =>
          element.type === 'image'
            ? drawImage(element, 'tiny')
            : el('span', {}, ...drawTextObject(element, eyes)),
        ),
      );
    case 'actions':
    case 'context_actions':
      return el(
        'div',
        { class: block.type === 'actions' ? 'block-actions' : 'block-actions slight' },
        ...block.elements.map((element, index) => placed(element, index, blockId, surface, null)),
      );
    case 'image':
      return el(
        'figure',
        { class: 'block-image' },
        block.title !== undefined && el('figcaption', {}, plainWithEmoji(block.title.text)),
        drawImage(block, 'full'),
      );
    case 'input':
      return drawInput(block, blockId, surface);
    case 'rich_text':
      return el('div', { class: 'text block-rich' }, ...drawNodes(readRichText(block), eyes));
    case 'markdown':
      return el(
        'div',
        { class: 'text block-markdown' },
        ...drawNodes(parseMarkdown(block.text), eyes),
      );
    case 'table':
    case 'data_table':
      return drawTable(block, eyes);
    case 'alert':
      return el(
        'div',
        { class: `block-alert ${block.level ?? 'default'}`, role: 'note' },
        ...drawTextObject(block.text, eyes),
      );
    default:
      return el('p', { class: 'block-unknown' }, `A ${block.type} block, which is not drawn here.`);
  }
}

function drawSection(block: SectionBlock, blockId: string, surface: Surface): HTMLElement {
  const { eyes, prefix } = surface;
  const textId = `${prefix}-${blockId}-text`;
  const { accessory } = block;
  const choosing =
    accessory !== undefined && !['button', 'image', 'overflow'].includes(accessory.type);
  return el(
    'div',
    { class: choosing ? 'block-section wide' : 'block-section' },
    el(
      'div',
      { class: 'section-text' },
      block.text !== undefined &&
        el('div', { class: 'text', id: textId }, ...drawTextObject(block.text, eyes)),
      block.fields !== undefined &&
        el(
          'div',
          { class: 'fields' },
          ...block.fields.map((field) =>
            el('div', { class: 'text' }, ...drawTextObject(field, eyes)),
          ),
        ),
    ),
    accessory !== undefined &&
      el(
        'div',
        { class: 'accessory' },
        placed(accessory, 0, blockId, surface, block.text === undefined ? null : textId),
      ),
  );
}

function placed(
  element: AnyElement,
  index: number,
  blockId: string,
  surface: Surface,
  labelledBy: string | null,
): HTMLElement {
  const actionId = 'action_id' in element ? (element.action_id ?? `element-${index}`) : 'picture';
  const place: Place = {
    surface,
    blockId,
    actionId,
    dispatches: true,
    labelledBy,
    describedBy: null,
    required: false,
  };
  const drawn = drawElement(element, place);
  if (drawn.id === '' && element.type !== 'image') drawn.id = idOf(place);
  return drawn;
}
