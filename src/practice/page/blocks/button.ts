import type { Button, FeedbackButtons, IconButton, Overflow, WorkflowButton } from '@slack/types';
import { el } from '../element.ts';
import { icon } from '../icons.ts';
import { openMenu } from '../menu.ts';
import { plainWithEmoji } from '../text/draw-text.ts';
import { changeValue, idOf, type Place } from './surface.ts';

const marks = (place: Place) => ({
  id: idOf(place),
  'data-block-id': place.blockId,
  'data-action-id': place.actionId,
});

/** What is read out holds what is seen, so that who says what they see is understood. */
const spoken = (label: string | undefined, seen: string) =>
  label === undefined || label.toLowerCase().includes(seen.toLowerCase())
    ? label
    : `${seen}: ${label}`;

/** A button; one with an address opens it and tells the app as well, as Slack does. */
export function drawButton(button: Button | WorkflowButton, place: Place): HTMLElement {
  const text = plainWithEmoji(button.text.text);
  const attributes = {
    ...marks(place),
    class: `button ${button.style ?? ''}`.trim(),
    'aria-label': spoken(button.accessibility_label, text),
  };
  const value = {
    type: button.type,
    text: button.text,
    ...('value' in button && button.value !== undefined ? { value: button.value } : {}),
  };
  const press = () => void changeValue(place, value, button.confirm);
  if ('url' in button && button.url !== undefined && /^(?:https?|mailto|tel):/i.test(button.url)) {
    const link = { href: button.url, target: '_blank', rel: 'noopener noreferrer', onclick: press };
    return el('a', { ...attributes, ...link }, text);
  }
  return el('button', { ...attributes, type: 'button', onclick: press }, text);
}

/** The three dots with a menu behind them. */
export function drawOverflow(overflow: Overflow, place: Place): HTMLElement {
  const anchor = el(
    'button',
    {
      ...marks(place),
      type: 'button',
      class: 'button quiet',
      'aria-label': 'More choices',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      onclick: () =>
        openMenu(
          anchor,
          'More choices',
          overflow.options.map((option) => ({
            label: plainWithEmoji(option.text.text),
            choose: () => {
              const value = { type: 'overflow', selected_option: option };
              void changeValue(place, value, overflow.confirm);
            },
          })),
        ),
    },
    icon('more'),
  );
  return anchor;
}

/** Thumbs up and down; the one that was pressed stays marked. */
export function drawFeedback(feedback: FeedbackButtons, place: Place): HTMLElement {
  const choices = [
    { button: feedback.positive_button, drawing: 'thumb-up' },
    { button: feedback.negative_button, drawing: 'thumb-down' },
  ] as const;
  const chosen = place.surface.values.get(place.blockId, place.actionId)?.value;
  const buttons = choices.map(({ button, drawing }, index) =>
    el(
      'button',
      {
        ...marks(place),
        id: idOf(place, `-${index}`),
        type: 'button',
        class: 'button quiet feedback',
        'aria-label': button.accessibility_label,
        'aria-pressed': String(chosen === button.value),
        onclick: (event: MouseEvent) => {
          for (const each of buttons)
            each.setAttribute('aria-pressed', String(each === event.currentTarget));
          const value = { type: 'feedback_buttons', text: button.text, value: button.value };
          void changeValue(place, value);
        },
      },
      icon(drawing),
      plainWithEmoji(button.text.text),
    ),
  );
  return el('span', { class: 'feedback-pair' }, ...buttons);
}

/** A button with a drawing and a short word. */
export function drawIconButton(button: IconButton, place: Place): HTMLElement {
  return el(
    'button',
    {
      ...marks(place),
      type: 'button',
      class: 'button quiet',
      'aria-label': button.accessibility_label,
      onclick: () => {
        const value = { type: 'icon_button', value: button.value, text: button.text };
        void changeValue(place, value, button.confirm);
      },
    },
    icon('close'),
    plainWithEmoji(button.text.text),
  );
}
