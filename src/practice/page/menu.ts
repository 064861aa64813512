import { el } from './element.ts';

export type MenuItem = {
  readonly label: string;
  readonly description?: string;
  readonly danger?: boolean;
  readonly choose: () => void;
};

/** Opens a menu at a button; arrows move, Enter chooses, Escape and Tab leave and give the focus back. */
export function openMenu(anchor: HTMLElement, label: string, items: readonly MenuItem[]): void {
  if (anchor.getAttribute('aria-expanded') === 'true') return;
  const leave = (refocus: boolean) => {
    menu.remove();
    anchor.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', onOutside, true);
    removeEventListener('resize', onMove);
    document.removeEventListener('scroll', onMove, true);
    if (refocus) anchor.focus({ preventScroll: true });
  };
  const onOutside = (event: PointerEvent) => {
    if (event.target instanceof Node && !menu.contains(event.target)) leave(false);
  };
  const onMove = () => (anchor.isConnected ? placeAt(menu, anchor) : leave(false));
  const buttons = items.map(({ label: text, description, danger = false, choose }) =>
    el(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        tabindex: -1,
        class: danger ? 'menu-item danger' : 'menu-item',
        onclick: () => {
          leave(true);
          choose();
        },
      },
      text,
      description !== undefined && el('small', {}, description),
    ),
  );
  const menu = el(
    'div',
    { class: 'menu', role: 'menu', 'aria-label': label, onkeydown: onKey },
    ...buttons,
  );
  function onKey(event: KeyboardEvent): void {
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      buttons.at(to % buttons.length)?.focus();
    }
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      leave(true);
    }
  }
  anchor.setAttribute('aria-expanded', 'true');
  document.body.append(menu);
  placeAt(menu, anchor);
  buttons[0]?.focus({ preventScroll: true });
  document.addEventListener('pointerdown', onOutside, true);
  addEventListener('resize', onMove);
  document.addEventListener('scroll', onMove, true);
}

/** Below the button and aligned with its right edge, or above it where there is no room. */
function placeAt(menu: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.right - width, innerWidth - width - 8));
  const below = at.bottom + 4;
  const top = below + height > innerHeight - 8 ? Math.max(8, at.top - height - 4) : below;
  menu.style.left = `${left}px`;
  menu.style.top = `${top}px`;
}
