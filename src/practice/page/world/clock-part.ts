import type { Moment } from '../../seat-api.ts';
import { inputOfInstant, instantOfInput } from '../blocks/date-input.ts';
import { el, refill } from '../element.ts';
import { clockTime, formatDate } from '../text/date-token.ts';
import { hourLater, tomorrowMorning } from './clock-moves.ts';

/** The practice world's clock and how to move it. It only goes forward, as clocks do. */
export function createClockPart(move: (to: Date) => void) {
  const shown = el('p', { class: 'clock', 'aria-live': 'polite' });
  const field = el('input', { type: 'datetime-local', class: 'field', id: 'clock-to' });
  let now = new Date(0);
  let zone = 'UTC';
  let signature = '';
  const button = (text: string, to: () => Date | null) =>
    el(
      'button',
      {
        type: 'button',
        class: 'button',
        'data-key': text,
        onclick: () => {
          const instant = to();
          if (instant !== null) move(instant);
        },
      },
      text,
    );
  const moves = el('div', { class: 'row' });
  let movesSignature = '';
  const drawMoves = (moments: readonly Moment[]) => {
    const next = JSON.stringify(moments);
    if (next === movesSignature) return;
    movesSignature = next;
    refill(
      moves,
      button('An hour on', () => hourLater(now)),
      button('Tomorrow, 8 AM', () => tomorrowMorning(now, zone)),
      ...moments.map(({ label, at }) => button(label, () => new Date(at))),
    );
  };
  const root = el(
    'section',
    { class: 'world-part', 'aria-labelledby': 'world-clock' },
    el('h3', { id: 'world-clock' }, 'Clock'),
    shown,
    moves,
    el('label', { for: 'clock-to', class: 'label' }, 'Or to this moment'),
    el(
      'div',
      { class: 'row' },
      field,
      button('Go', () => instantOfInput(field.value, zone)),
    ),
    el(
      'p',
      { class: 'hint' },
      'Move it past a deadline to see reminders and escalation, past an embargo to see it lift.',
    ),
  );
  const update = (
    instant: Date,
    zones: readonly { readonly zone: string; readonly label: string }[],
    moments: readonly Moment[],
  ) => {
    now = instant;
    zone = zones[0]?.zone ?? 'UTC';
    drawMoves(moments);
    const lines = zones.map(({ zone: each, label }) => {
      const day = formatDate(instant.getTime() / 1000, '{date_long}', each, instant);
      return [label, clockTime(instant, each), day] as const;
    });
    if (JSON.stringify(lines) === signature) return;
    signature = JSON.stringify(lines);
    refill(
      shown,
      ...lines.map(([label, time, day]) =>
        el(
          'span',
          { class: 'clock-line' },
          el('b', {}, time),
          el('span', {}, day, el('br'), label),
        ),
      ),
    );
    if (document.activeElement !== field) field.value = inputOfInstant(instant, zone);
  };
  return { root, update };
}
