type Value = string | number | boolean | undefined | ((event: never) => void);
export type Child = Node | string | null | undefined | false;

/**
 * Makes an element. Attributes named `on…` with a function become listeners; `true` sets an attribute, `false` and
 * `undefined` leave it out. Children are nodes or text, never HTML.
 */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  append(element, children);
  return element;
}

function setAttribute(element: Element, name: string, value: Value): void {
  if (typeof value === 'function') {
    element.addEventListener(name.slice(2), value as (event: Event) => void);
  } else if (value !== false && value !== undefined) {
    element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** Appends what is there; absent children are skipped. */
export function append(parent: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child !== null && child !== undefined && child !== false) parent.append(child);
  }
}

/** Replaces the children of an element, keeping the keyboard where it was if the same `id` or `data-key` is there again. */
export function refill(parent: Element, ...children: readonly Child[]): void {
  const refocus = keepFocus(parent);
  parent.replaceChildren();
  append(parent, children);
  refocus(parent);
}

/** Puts one element in the place of another, keeping the keyboard as `refill` does. */
export function swap(old: Element, fresh: Element): void {
  const refocus = keepFocus(old);
  old.replaceWith(fresh);
  refocus(fresh);
}

function keepFocus(within: Element): (again: Element) => void {
  const focused = document.activeElement;
  if (focused === null || !within.contains(focused)) return () => {};
  const key = focused === within ? null : keyOf(focused);
  const selection = isText(focused)
    ? ([focused.selectionStart, focused.selectionEnd] as const)
    : null;
  return (again) => {
    const found = key === null ? null : again.querySelector<HTMLElement>(key);
    const target = found ?? (again instanceof HTMLElement ? again : null);
    target?.focus({ preventScroll: true });
    if (selection !== null && target !== null && isText(target)) {
      target.setSelectionRange(selection[0] ?? 0, selection[1] ?? 0);
    }
  };
}

function isText(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return (
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && ['text', 'search', 'url'].includes(element.type))
  );
}

function keyOf(element: Element): string | null {
  if (element.id !== '') return `#${CSS.escape(element.id)}`;
  const key = element.getAttribute('data-key');
  return key === null ? null : `[data-key="${CSS.escape(key)}"]`;
}
