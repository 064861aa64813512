import type {
  ActionsBlockElement,
  ContextActionsBlockElement,
  InputBlockElement,
  SectionBlockAccessory,
} from '@slack/types';
import { el } from '../element.ts';
import { drawButton, drawFeedback, drawIconButton, drawOverflow } from './button.ts';
import { drawCheckboxes, drawMultiSelect, drawRadioButtons } from './choices.ts';
import { drawDateInput } from './date-input.ts';
import { drawImage } from './image.ts';
import { drawSelect } from './select.ts';
import type { Place } from './surface.ts';
import { drawTextInput } from './text-input.ts';

export type AnyElement =
  | ActionsBlockElement
  | ContextActionsBlockElement
  | InputBlockElement
  | SectionBlockAccessory;

/** Draws an element that one can press, choose from or type in. */
export function drawElement(element: AnyElement, place: Place): HTMLElement {
  switch (element.type) {
    case 'button':
    case 'workflow_button':
      return drawButton(element, place);
    case 'overflow':
      return drawOverflow(element, place);
    case 'feedback_buttons':
      return drawFeedback(element, place);
    case 'icon_button':
      return drawIconButton(element, place);
    case 'plain_text_input':
    case 'email_text_input':
    case 'number_input':
    case 'url_text_input':
    case 'rich_text_input':
      return drawTextInput(element, place);
    case 'static_select':
    case 'external_select':
    case 'users_select':
    case 'channels_select':
    case 'conversations_select':
      return drawSelect(element, place);
    case 'radio_buttons':
      return drawRadioButtons(element, place);
    case 'checkboxes':
      return drawCheckboxes(element, place);
    case 'multi_static_select':
    case 'multi_external_select':
    case 'multi_users_select':
    case 'multi_channels_select':
    case 'multi_conversations_select':
      return drawMultiSelect(element, place);
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return drawDateInput(element, place);
    case 'image':
      return drawImage(element, 'small');
    case 'file_input':
      return el(
        'p',
        { class: 'block-unknown' },
        'Files cannot be chosen in the practice workspace.',
      );
  }
}
