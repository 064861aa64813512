import { announce } from '../announce.ts';
import { el, refill } from '../element.ts';
import type { Suggestion, Suggestions } from './suggest.ts';

export type SuggestionList = {
  readonly root: HTMLElement;
  readonly show: (suggestions: Suggestions) => void;
  /** Handles a key while something is offered; `true` when it was used up. */
  readonly onKey: (event: KeyboardEvent) => boolean;
};

/** The list above a composer; the text field keeps the focus and points at the chosen line. */
export function createSuggestionList(
  field: HTMLTextAreaElement,
  id: string,
  choose: (suggestion: Suggestion, from: number) => void,
): SuggestionList {
  const root = el('div', { class: 'suggestions', hidden: true });
  let shown: Suggestions = { from: 0, items: [], hint: null };
  let at = 0;

  const draw = () => {
    const { items, hint } = shown;
    root.hidden = items.length === 0 && hint === null;
    if (root.hidden) field.removeAttribute('aria-controls');
    else field.setAttribute('aria-controls', `${id}-list`);
    if (items.length === 0) {
      field.removeAttribute('aria-activedescendant');
      refill(root, hint !== null && el('p', { class: 'hint', id: `${id}-list` }, hint));
      return;
    }
    field.setAttribute('aria-activedescendant', `${id}-${at}`);
    const options = items.map((item, index) =>
      el(
        'div',
        {
          role: 'option',
          id: `${id}-${index}`,
          class: 'suggestion',
          'aria-selected': String(index === at),
          // The field must keep the focus while the pointer chooses.
          onpointerdown: (event: PointerEvent) => event.preventDefault(),
          onclick: () => choose(item, shown.from),
        },
        el('b', {}, item.label),
        el('span', {}, item.detail),
      ),
    );
    refill(
      root,
      el('div', { role: 'listbox', id: `${id}-list`, 'aria-label': 'Suggestions' }, ...options),
    );
    options[at]?.scrollIntoView({ block: 'nearest' });
  };

  return {
    root,
    show: (suggestions) => {
      const grew = suggestions.items.length > 0 && shown.items.length === 0;
      shown = suggestions;
      at = 0;
      draw();
      if (grew) announce(`${suggestions.items.length} suggestions; arrows choose, Enter takes one`);
    },
    onKey: (event) => {
      const { items } = shown;
      if (items.length === 0) return false;
      const step = { ArrowDown: 1, ArrowUp: items.length - 1 }[event.key];
      const item = items[at];
      if (step !== undefined) {
        at = (at + step) % items.length;
        draw();
      } else if ((event.key === 'Enter' || event.key === 'Tab') && item !== undefined) {
        choose(item, shown.from);
      } else if (event.key === 'Escape') {
        shown = { from: 0, items: [], hint: null };
        draw();
      } else {
        return false;
      }
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
