import type { SeatId } from '../../seat-api.ts';
import { wantsStillness } from '../preferences.ts';
import type { Composer } from '../seat/composer.ts';
import type { SeatView } from '../seat/seat-view.ts';
import { entryFor } from './fill-form.ts';
import type { Seats } from './progress.ts';

/** What the tour can reach of the page. */
export type Stage = {
  readonly take: (seat: SeatId) => void;
  readonly view: (seat: SeatId) => SeatView;
  readonly seats: () => Seats;
};

const pause = (ms: number) =>
  new Promise((resolve) => setTimeout(resolve, wantsStillness() ? 0 : ms));

/** Waits until something is there, looking ten times a second; `null` when it does not come in time. */
export async function until<Found>(
  look: () => Found | null,
  withinMs = 15_000,
): Promise<Found | null> {
  const end = performance.now() + withinMs;
  for (;;) {
    const found = look();
    if (found !== null) return found;
    if (performance.now() > end) return null;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Types words letter by letter, so that one can follow; at once where things should stay still. */
export async function type(composer: Composer, words: string): Promise<void> {
  if (!wantsStillness()) {
    for (let length = 1; length < words.length; length += 2) {
      composer.fill(words.slice(0, length));
      await pause(22);
    }
  }
  composer.fill(words);
}

/** Draws the eye to an element. */
export function point(element: Element | null): void {
  for (const old of document.querySelectorAll('.pointed')) old.classList.remove('pointed');
  if (element === null) return;
  // What is taller than its pane is read from its beginning.
  const room = element.closest('.messages')?.clientHeight ?? innerHeight;
  const block = element.clientHeight > room ? 'start' : 'nearest';
  element.scrollIntoView({ block, behavior: wantsStillness() ? 'auto' : 'smooth' });
  element.classList.add('pointed');
}

/** The last button of a seat with such words on it, which can be pressed now. */
export function buttonNamed(root: HTMLElement, words: RegExp): HTMLButtonElement | null {
  const buttons = [...root.querySelectorAll<HTMLButtonElement>('button.button')];
  return buttons.findLast((button) => !button.disabled && words.test(button.textContent)) ?? null;
}

/** Shows a button, then presses it. */
export async function press(button: HTMLButtonElement): Promise<void> {
  point(button);
  await pause(900);
  button.click();
}

/** Writes into every empty field of a form that the tour has words for. */
export function fillForm(form: HTMLElement): void {
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'input.field, textarea.field',
  )) {
    const label = form.querySelector(`label[for="${CSS.escape(field.id)}"]`)?.textContent ?? '';
    const words = entryFor(label);
    const typed = ['text', 'email', 'url', 'textarea'].includes(field.type);
    if (!typed || field.value !== '' || words === null) continue;
    field.value = field.type === 'email' ? 'nuria@la-bitacora.example' : words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  for (const select of form.querySelectorAll<HTMLSelectElement>('select[aria-required]')) {
    if (select.value !== '') continue;
    select.selectedIndex = 1;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }
  for (const group of form.querySelectorAll('.choices[data-required]')) {
    if (group.querySelector(':checked') === null)
      group.querySelector<HTMLInputElement>('input')?.click();
  }
}

/** Fills the open form of a seat and sends it, again for as many pages as it has. */
export async function completeForm(root: HTMLElement): Promise<void> {
  for (let page = 0; page < 4; page += 1) {
    const form = await until(
      () => root.querySelector<HTMLElement>('.modal'),
      page === 0 ? 8_000 : 1_500,
    );
    if (form === null) return;
    fillForm(form);
    point(form);
    await pause(1_600);
    const before = form.dataset.view;
    const send = root.querySelector<HTMLButtonElement>('.modal [data-key="submit"]');
    if (send === null) return;
    send.click();
    await until(() => {
      const now = root.querySelector<HTMLElement>('.modal');
      // While the app thinks, the button cannot be pressed.
      const thinking = now?.querySelector('[data-key="submit"]:disabled') ?? null;
      const moved = now === null || now.dataset.view !== before || thinking === null;
      return moved ? true : null;
    });
  }
}
