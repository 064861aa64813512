import type { ConfirmationDialog } from '@slack/types';
import { el } from '../element.ts';
import type { Eyes } from '../eyes.ts';
import { drawTextObject, plainWithEmoji } from '../text/draw-text.ts';

/** Asks before acting, as the `confirm` object of an element wants; the page's own questions use it too. */
export function confirmWith(dialog: ConfirmationDialog, eyes: Eyes | null): Promise<boolean> {
  const words = eyes === null ? [new Text(dialog.text.text)] : drawTextObject(dialog.text, eyes);
  const kind = dialog.style === 'danger' ? 'button danger' : 'button primary';
  const element = el(
    'dialog',
    { class: 'confirm', 'aria-labelledby': 'confirm-title', 'aria-describedby': 'confirm-text' },
    el(
      'form',
      { method: 'dialog' },
      el('h2', { id: 'confirm-title' }, plainWithEmoji(dialog.title?.text ?? 'Are you sure?')),
      el('div', { id: 'confirm-text', class: 'confirm-text' }, ...words),
      el(
        'div',
        { class: 'confirm-buttons' },
        el(
          'button',
          { class: 'button', value: 'no' },
          plainWithEmoji(dialog.deny?.text ?? 'Cancel'),
        ),
        el('button', { class: kind, value: 'yes' }, plainWithEmoji(dialog.confirm?.text ?? 'Yes')),
      ),
    ),
  );
  document.body.append(element);
  element.showModal();
  return new Promise((resolve) => {
    element.addEventListener('close', () => {
      element.remove();
      resolve(element.returnValue === 'yes');
    });
  });
}
