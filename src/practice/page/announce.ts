import { el } from './element.ts';

const polite = el('div', { class: 'out-of-sight', role: 'status', 'aria-live': 'polite' });

/** Puts the page's voice for screen readers in place. */
export function mountAnnouncer(): void {
  document.body.append(polite);
}

/** Says something to screen readers without moving the focus. */
export function announce(text: string): void {
  polite.textContent = '';
  // A change within one task would go unheard when the words are the same as before.
  setTimeout(() => {
    polite.textContent = text;
  }, 50);
}
