import type { AnyBlock, ModalView } from '@slack/types';
import type { OpenView, SeatState } from '../../seat-api.ts';
import { drawBlocks } from '../blocks/draw-block.ts';
import { createFormValues, elementKey, type FormValues } from '../blocks/form-values.ts';
import { el, refill } from '../element.ts';
import type { Eyes } from '../eyes.ts';
import { icon } from '../icons.ts';
import { plainWithEmoji } from '../text/draw-text.ts';
import type { Act } from './deeds.ts';

export type ModalLayer = {
  readonly root: HTMLElement;
  /** Shows the topmost modal; `behind` is what cannot be used meanwhile. */
  readonly update: (state: SeatState, eyes: Eyes) => void;
};

type Kept = {
  readonly values: FormValues;
  errors: Readonly<Record<string, string>>;
  refusal: string;
};

/** The stack of modals of one seat: the top one is shown, what is entered in those below is kept. */
export function createModalLayer(prefix: string, act: Act, behind: HTMLElement): ModalLayer {
  const root = el('div', { class: 'modal-layer', hidden: true });
  const kept = new Map<string, Kept>();
  let signature = '';
  let shownId: string | null = null;
  let opener: HTMLElement | null = null;
  let latest: (() => void) | null = null;

  const keptOf = (id: string): Kept => {
    const known = kept.get(id) ?? { values: createFormValues(), errors: {}, refusal: '' };
    kept.set(id, known);
    return known;
  };
  const redraw = () => {
    signature = '';
    latest?.();
  };
  const close = (id: string) => void act({ type: 'close', viewId: id });

  const submit = async (id: string, button: HTMLButtonElement) => {
    const form = keptOf(id);
    button.disabled = true;
    button.setAttribute('aria-busy', 'true');
    const outcome = await act({ type: 'submit', viewId: id, state: form.values.state() });
    form.errors = outcome.kind === 'errors' ? outcome.errors : {};
    form.refusal = outcome.kind === 'refused' ? outcome.message : '';
    if (shownId !== id) return;
    redraw();
    if (Object.keys(form.errors).length > 0) {
      root
        .querySelector<HTMLElement>('[aria-invalid="true"], .wrong input, .wrong button')
        ?.focus();
    }
  };

  const update: ModalLayer['update'] = ({ modals }, eyes) => {
    latest = () => update({ modals } as SeatState, eyes);
    const top = modals.at(-1);
    root.hidden = top === undefined;
    behind.inert = top !== undefined;
    for (const id of kept.keys()) if (!modals.some((modal) => modal.id === id)) kept.delete(id);
    if (top === undefined) {
      signature = '';
      if (shownId !== null) {
        shownId = null;
        root.replaceChildren();
        if (opener?.isConnected === true) opener.focus({ preventScroll: true });
      }
      return;
    }
    const next = JSON.stringify([top, modals.length]);
    if (next === signature) return;
    signature = next;
    const arrived = shownId !== top.id;
    if (shownId === null)
      opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    shownId = top.id;
    refill(root, drawModal(top, modals.length, eyes));
    if (arrived && root.closest('[hidden]') === null) focusFirst(root);
  };

  function drawModal({ id, view, state = {} }: OpenView, depth: number, eyes: Eyes): HTMLElement {
    const form = keptOf(id);
    const modal = view as ModalView;
    seed(form.values, state);
    const titleId = `${prefix}-modal-title`;
    const surface = {
      eyes,
      prefix: `${prefix}-modal`,
      values: form.values,
      errors: form.errors,
      act: (blockId: string, actionId: string, value: Readonly<Record<string, unknown>>) => {
        const container = { type: 'view', viewId: id } as const;
        void act({
          type: 'block-action',
          container,
          blockId,
          actionId,
          value,
          state: form.values.state(),
        });
      },
    };
    const blocks = drawBlocks(modal.blocks, surface);
    form.values.keepOnly(new Set(modal.blocks.flatMap(keysOf)));
    const submitButton =
      modal.submit !== undefined &&
      el(
        'button',
        { type: 'submit', class: 'button primary', 'data-key': 'submit' },
        plainWithEmoji(modal.submit.text),
      );
    return el(
      'form',
      {
        class: depth > 1 ? 'modal stacked' : 'modal',
        role: 'dialog',
        'aria-labelledby': titleId,
        novalidate: true,
        'data-view': id,
        onsubmit: (event: Event) => {
          event.preventDefault();
          if (submitButton !== false) void submit(id, submitButton);
        },
        onkeydown: (event: KeyboardEvent) => {
          if (event.key !== 'Escape' || event.defaultPrevented) return;
          event.stopPropagation();
          close(id);
        },
      },
      el(
        'header',
        { class: 'modal-head' },
        el('span', { class: 'avatar small app', 'aria-hidden': 'true' }, icon('desk')),
        el('h2', { id: titleId }, plainWithEmoji(modal.title.text)),
        el(
          'button',
          {
            type: 'button',
            class: 'tool',
            'aria-label': 'Close',
            'data-key': 'close',
            onclick: () => close(id),
          },
          icon('close'),
        ),
      ),
      el(
        'div',
        { class: 'modal-body blocks', tabindex: 0, role: 'group', 'aria-labelledby': titleId },
        ...blocks,
      ),
      el(
        'footer',
        { class: 'modal-foot' },
        form.refusal !== '' &&
          el('p', { class: 'error', role: 'alert' }, icon('alert'), form.refusal),
        el(
          'button',
          { type: 'button', class: 'button', 'data-key': 'cancel', onclick: () => close(id) },
          plainWithEmoji(modal.close?.text ?? (submitButton === false ? 'Close' : 'Cancel')),
        ),
        submitButton,
      ),
    );
  }
  return { root, update };
}

/** Takes over what Slack holds of a form, where nothing newer has been entered here. */
function seed(values: FormValues, state: NonNullable<OpenView['state']>): void {
  for (const [blockId, elements] of Object.entries(state)) {
    for (const [actionId, value] of Object.entries(elements)) {
      const known = values.get(blockId, actionId) !== undefined;
      if (!known && typeof value === 'object' && value !== null)
        values.set(blockId, actionId, { ...value });
    }
  }
}

/** Every element of a block that may hold a value. */
function keysOf(block: AnyBlock, index: number): string[] {
  const blockId = block.block_id ?? `block-${index}`;
  const parts = block as { element?: unknown; elements?: unknown[]; accessory?: unknown };
  return [parts.element, parts.accessory, ...(parts.elements ?? [])]
    .filter((part) => typeof part === 'object' && part !== null)
    .map((part, at) => {
      const fallback = parts.element === undefined ? `element-${at}` : 'input';
      return elementKey(blockId, 'action_id' in part ? String(part.action_id) : fallback);
    });
}

function focusFirst(root: HTMLElement): void {
  const wanted =
    root.querySelector<HTMLElement>('[data-autofocus]') ??
    root.querySelector<HTMLElement>(
      '.block-input input, .block-input textarea, .block-input select',
    ) ??
    root.querySelector<HTMLElement>('.modal-body');
  wanted?.focus();
}
