import type { ExternalSelect, PlainTextOption, Select } from '@slack/types';
import { el } from '../element.ts';
import type { Eyes } from '../eyes.ts';
import { plainWithEmoji } from '../text/draw-text.ts';
import type { ElementValue } from './form-values.ts';
import { changeValue, controlAttributes, type Place, startValue } from './surface.ts';

type Choice = { readonly key: string; readonly label: string; readonly value: ElementValue };
type Group = { readonly label: string | null; readonly choices: readonly Choice[] };

/** A list to choose one from: fixed options, people, channels or conversations. */
export function drawSelect(select: Select, place: Place): HTMLElement {
  const groups = groupsOf(select, place.surface.eyes);
  const choices = groups.flatMap((group) => group.choices);
  const nothing = emptyValue(select);
  const initial = choices.find(({ key }) => key === initialKey(select, place.surface.eyes));
  const start = startValue(place, initial?.value ?? nothing);
  const current = choices.find(({ value }) => JSON.stringify(value) === JSON.stringify(start));
  const element = el(
    'select',
    {
      ...controlAttributes(place, select.placeholder?.text ?? 'Choose one'),
      class: 'field',
      'data-autofocus': select.focus_on_load === true,
      onchange: () => {
        const value = choices.find(({ key }) => key === element.value)?.value ?? nothing;
        void changeValue(place, value, select.confirm);
      },
    },
    el('option', { value: '' }, plainWithEmoji(select.placeholder?.text ?? 'Choose one')),
    ...groups.flatMap(({ label, choices: inGroup }) => {
      const options = inGroup.map(({ key, label: text }) => el('option', { value: key }, text));
      return label === null ? options : [el('optgroup', { label }, ...options)];
    }),
  );
  element.value = current?.key ?? '';
  return element;
}

function groupsOf(select: Select, eyes: Eyes): Group[] {
  if (select.type === 'static_select') {
    if (select.option_groups !== undefined) {
      return select.option_groups.map(({ label, options }) => ({
        label: plainWithEmoji(label.text),
        choices: options.map(choiceOf),
      }));
    }
    return [{ label: null, choices: (select.options ?? []).map(choiceOf) }];
  }
  if (select.type === 'external_select') return [{ label: null, choices: externalChoices(select) }];
  const [named, mark, field] =
    select.type === 'users_select'
      ? ([eyes.people, '', 'selected_user'] as const)
      : select.type === 'channels_select'
        ? ([eyes.channels, '#', 'selected_channel'] as const)
        : ([eyes.channels, '#', 'selected_conversation'] as const);
  const choices = named.map(({ id, name }) => ({
    key: id,
    label: `${mark}${name}`,
    value: { type: select.type, [field]: id },
  }));
  return [{ label: null, choices }];
}

const choiceOf = (option: PlainTextOption): Choice => ({
  key: option.value ?? option.text.text,
  label: plainWithEmoji(option.text.text),
  value: { type: 'static_select', selected_option: option },
});

/** Slack asks the app for these while one types; here only what the app put in at first can be kept. */
const externalChoices = ({ initial_option: option }: ExternalSelect): Choice[] =>
  option === undefined
    ? []
    : [{ ...choiceOf(option), value: { type: 'external_select', selected_option: option } }];

function emptyValue({ type }: Select): ElementValue {
  switch (type) {
    case 'static_select':
    case 'external_select':
      return { type, selected_option: null };
    case 'users_select':
      return { type, selected_user: null };
    case 'channels_select':
      return { type, selected_channel: null };
    case 'conversations_select':
      return { type, selected_conversation: null };
  }
}

function initialKey(select: Select, eyes: Eyes): string | undefined {
  switch (select.type) {
    case 'static_select':
    case 'external_select':
      return select.initial_option === undefined ? undefined : choiceOf(select.initial_option).key;
    case 'users_select':
      return select.initial_user;
    case 'channels_select':
      return select.initial_channel;
    case 'conversations_select':
      return select.default_to_current_conversation === true
        ? (select.initial_conversation ?? eyes.channels[0]?.id)
        : select.initial_conversation;
  }
}
