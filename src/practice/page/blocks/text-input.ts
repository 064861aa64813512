import type {
  EmailInput,
  NumberInput,
  PlainTextInput,
  RichTextInput,
  URLInput,
} from '@slack/types';
import { el } from '../element.ts';
import { plainWithEmoji } from '../text/draw-text.ts';
import { changeValue, controlAttributes, type Place, startValue } from './surface.ts';

type TextInput = PlainTextInput | EmailInput | NumberInput | URLInput | RichTextInput;

/** A field to type in. Its value is sent on Enter or while typing only where the app asks for that. */
export function drawTextInput(input: TextInput, place: Place): HTMLElement {
  const initial = typeof input.initial_value === 'string' ? input.initial_value : null;
  const packed = (text: string) => ({
    type: input.type,
    ...(input.type === 'rich_text_input'
      ? { rich_text_value: asRichText(text) }
      : { value: text === '' ? null : text }),
  });
  const start = startValue(place, packed(initial ?? ''));
  const shown = typeof start.value === 'string' ? start.value : (initial ?? '');
  const triggers = input.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  const quiet = { ...place, dispatches: false };
  const attributes = {
    ...controlAttributes(place, 'Text'),
    placeholder:
      input.placeholder === undefined ? undefined : plainWithEmoji(input.placeholder.text),
    maxlength: input.type === 'plain_text_input' ? (input.max_length ?? 3000) : undefined,
    'data-autofocus': input.focus_on_load === true,
    oninput: (event: Event & { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      const at = triggers.includes('on_character_entered') ? place : quiet;
      void changeValue(at, packed(event.currentTarget.value));
    },
    onkeydown: (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
      if (event.key !== 'Enter' || event.isComposing || !triggers.includes('on_enter_pressed'))
        return;
      if (place.dispatches) void changeValue(place, packed(event.currentTarget.value));
    },
  };
  if (
    (input.type === 'plain_text_input' && input.multiline === true) ||
    input.type === 'rich_text_input'
  ) {
    const area = el('textarea', { ...attributes, class: 'field', rows: 4 });
    area.value = shown;
    return area;
  }
  const types = {
    plain_text_input: 'text',
    email_text_input: 'email',
    url_text_input: 'url',
    number_input: 'text',
  } as const;
  const field = el('input', {
    ...attributes,
    class: 'field',
    type: types[input.type],
    inputmode: input.type === 'number_input' ? 'decimal' : undefined,
    autocomplete: 'off',
  });
  field.value = shown;
  return field;
}

const asRichText = (text: string) =>
  text === ''
    ? null
    : {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
      };
