import type { Checkboxes, MultiSelect, Option, RadioButtons } from '@slack/types';
import { el } from '../element.ts';
import type { Eyes } from '../eyes.ts';
import { drawTextObject } from '../text/draw-text.ts';
import { changeValue, controlAttributes, idOf, type Place, startValue } from './surface.ts';

const keyOf = (option: Option) => option.value ?? option.text.text;

/** Options of which one may be chosen. */
export function drawRadioButtons(radio: RadioButtons, place: Place): HTMLElement {
  const start = startValue(place, {
    type: 'radio_buttons',
    selected_option: radio.initial_option ?? null,
  });
  const chosen = new Set([keyOfChosen(start.selected_option)]);
  const focusFirst = radio.focus_on_load === true;
  return drawOptions(radio.options, 'radio', chosen, focusFirst, place, (options) => {
    const value = { type: 'radio_buttons', selected_option: options[0] ?? null };
    void changeValue(place, value, radio.confirm);
  });
}

/** Options of which any number may be chosen. */
export function drawCheckboxes(boxes: Checkboxes, place: Place): HTMLElement {
  const start = startValue(place, {
    type: 'checkboxes',
    selected_options: boxes.initial_options ?? [],
  });
  const focusFirst = boxes.focus_on_load === true;
  return drawOptions(boxes.options, 'checkbox', chosenOf(start), focusFirst, place, (options) => {
    const value = { type: 'checkboxes', selected_options: options };
    void changeValue(place, value, boxes.confirm);
  });
}

/** A list to choose several from, drawn as boxes to tick. */
export function drawMultiSelect(select: MultiSelect, place: Place): HTMLElement {
  const [field, options, initial] = multiOptions(select, place.surface.eyes);
  const plain = field !== 'selected_options';
  const pack = (chosen: readonly Option[]) => ({
    type: select.type,
    [field]: plain ? chosen.map(keyOf) : chosen,
  });
  const first = options.filter((option) => initial.includes(keyOf(option)));
  const start = startValue(place, pack(first));
  const kept = Array.isArray(start[field]) ? start[field] : [];
  const chosen = new Set(kept.map((each) => (typeof each === 'string' ? each : keyOfChosen(each))));
  const focusFirst = select.focus_on_load === true;
  return drawOptions(options, 'checkbox', chosen, focusFirst, place, (now) => {
    void changeValue(place, pack(now), select.confirm);
  });
}

function multiOptions(select: MultiSelect, eyes: Eyes): [string, readonly Option[], string[]] {
  const named = (list: Eyes['channels'], mark: string): Option[] =>
    list.map(({ id, name }) => ({
      text: { type: 'plain_text', text: `${mark}${name}` },
      value: id,
    }));
  switch (select.type) {
    case 'multi_static_select': {
      const options =
        select.options ?? select.option_groups?.flatMap((group) => group.options) ?? [];
      return ['selected_options', options, (select.initial_options ?? []).map(keyOf)];
    }
    case 'multi_external_select': {
      const options = select.initial_options ?? [];
      return ['selected_options', options, options.map(keyOf)];
    }
    case 'multi_users_select':
      return ['selected_users', named(eyes.people, ''), select.initial_users ?? []];
    case 'multi_channels_select':
      return ['selected_channels', named(eyes.channels, '#'), select.initial_channels ?? []];
    case 'multi_conversations_select':
      return [
        'selected_conversations',
        named(eyes.channels, '#'),
        select.initial_conversations ?? [],
      ];
  }
}

const keyOfChosen = (option: unknown): string =>
  typeof option === 'object' && option !== null && 'value' in option ? String(option.value) : '';

const chosenOf = (value: Readonly<Record<string, unknown>>): ReadonlySet<string> => {
  const options = value.selected_options;
  return new Set(Array.isArray(options) ? options.map(keyOfChosen) : []);
};

function drawOptions(
  options: readonly Option[],
  type: 'radio' | 'checkbox',
  chosen: ReadonlySet<string>,
  focusFirst: boolean,
  place: Place,
  changed: (chosen: Option[]) => void,
): HTMLElement {
  const { eyes } = place.surface;
  const fields = options.map((option, index) => {
    const field = el('input', {
      type,
      id: idOf(place, `-${index}`),
      name: idOf(place),
      value: keyOf(option),
      'data-autofocus': focusFirst && index === 0,
      onchange: () => changed(options.filter((_, at) => fields[at]?.checked === true)),
    });
    field.checked = chosen.has(keyOf(option));
    return field;
  });
  const group = controlAttributes(place, 'Choices');
  const role = type === 'radio' ? 'radiogroup' : 'group';
  const required = role === 'radiogroup' ? group['aria-required'] : undefined;
  return el(
    'div',
    {
      ...group,
      role,
      class: 'choices',
      'data-required': place.required,
      'aria-required': required,
      'aria-invalid': undefined,
    },
    ...options.map((option, index) =>
      el(
        'label',
        { class: 'choice' },
        fields[index],
        el(
          'span',
          {},
          ...drawTextObject(option.text, eyes),
          option.description !== undefined &&
            el('small', {}, ...drawTextObject(option.description, eyes)),
        ),
      ),
    ),
  );
}
