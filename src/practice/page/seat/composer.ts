import type { SeatState } from '../../seat-api.ts';
import { el } from '../element.ts';
import { icon } from '../icons.ts';
import { suggest } from './suggest.ts';
import { createSuggestionList } from './suggestion-list.ts';

export type Composer = {
  readonly root: HTMLElement;
  /** Points the composer at a conversation or thread; what was half typed there is back. */
  readonly target: (key: string, label: string, state: SeatState) => void;
  /** Puts text in as if it had been typed, and the caret behind it. */
  readonly fill: (text: string) => void;
  readonly send: () => void;
  readonly focus: () => void;
  readonly field: HTMLTextAreaElement;
};

/** Where one writes: Enter sends, Shift+Enter breaks the line, `/` offers commands, `@` people. */
export function createComposer(id: string, onSend: (text: string) => void): Composer {
  const drafts = new Map<string, string>();
  let current = '';
  let seat: SeatState | null = null;

  const field = el('textarea', {
    id,
    class: 'composer-field',
    rows: 1,
    'aria-autocomplete': 'list',
    oninput: () => changed(),
    onclick: () => offer(),
    onkeydown: (event: KeyboardEvent) => onKey(event),
    onblur: () => list.show({ from: 0, items: [], hint: null }),
  });
  const sendButton = el(
    'button',
    { type: 'submit', class: 'button primary send', 'aria-label': 'Send' },
    icon('send'),
  );
  const list = createSuggestionList(field, `${id}-suggestion`, (suggestion, from) => {
    field.setRangeText(suggestion.insert, from, field.selectionStart, 'end');
    changed();
    field.focus();
  });
  const starter = (character: string, label: string) =>
    el(
      'button',
      {
        type: 'button',
        class: 'starter',
        'aria-label': label,
        title: label,
        onclick: () => {
          const spaced = field.value === '' || field.value.endsWith(' ') ? '' : ' ';
          fill(character === '/' ? '/' : `${field.value}${spaced}${character}`);
        },
      },
      character,
    );
  const slash = starter('/', 'Run a command');
  const root = el(
    'form',
    {
      class: 'composer',
      onsubmit: (event: Event) => {
        event.preventDefault();
        send();
      },
    },
    list.root,
    field,
    el(
      'div',
      { class: 'composer-tools' },
      starter('@', 'Mention someone'),
      slash,
      el('span', { class: 'composer-keys' }, el('kbd', {}, 'Enter'), ' sends'),
      sendButton,
    ),
  );

  function offer(): void {
    if (seat === null) return;
    const people = seat.people.filter((person) => person.id !== seat?.me.id);
    list.show(suggest(field.value, field.selectionStart, seat.commands, people));
  }
  function changed(): void {
    sendButton.disabled = field.value.trim() === '';
    grow(field);
    if (document.activeElement === field) offer();
  }
  function onKey(event: KeyboardEvent): void {
    if (event.isComposing || list.onKey(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    }
  }
  function send(): void {
    const text = field.value.trim();
    if (text === '') return;
    field.value = '';
    drafts.delete(current);
    changed();
    onSend(text);
  }
  function fill(text: string): void {
    field.value = text;
    field.focus();
    field.setSelectionRange(text.length, text.length);
    changed();
  }

  return {
    root,
    field,
    fill,
    send,
    focus: () => field.focus(),
    target: (key, label, state) => {
      seat = state;
      slash.hidden = state.commands.length === 0;
      if (key === current) return;
      drafts.set(current, field.value);
      current = key;
      field.value = drafts.get(key) ?? '';
      field.placeholder = label;
      field.setAttribute('aria-label', label);
      changed();
    },
  };
}

/** As high as its text, where the browser does not see to that by itself. */
function grow(field: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  field.style.height = 'auto';
  if (field.value !== '') field.style.height = `${field.scrollHeight}px`;
}
