import { el } from '../element.ts';

/** Asks for new words for a message; `null` when the person leaves it as it is. */
export function askForWords(words: string): Promise<string | null> {
  const field = el('textarea', { class: 'field', rows: 4, 'aria-label': 'Message' });
  field.value = words;
  const dialog = el(
    'dialog',
    { class: 'confirm', 'aria-labelledby': 'edit-title' },
    el(
      'form',
      { method: 'dialog' },
      el('h2', { id: 'edit-title' }, 'Edit message'),
      field,
      el(
        'div',
        { class: 'confirm-buttons' },
        el('button', { class: 'button', value: 'no' }, 'Cancel'),
        el('button', { class: 'button primary', value: 'yes' }, 'Save changes'),
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  field.focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      const now = field.value.trim();
      resolve(dialog.returnValue === 'yes' && now !== '' && now !== words ? now : null);
    });
  });
}
