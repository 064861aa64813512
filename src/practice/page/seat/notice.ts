import { el } from '../element.ts';
import { icon } from '../icons.ts';

/** How long a notice stays, in milliseconds. */
const stayMs = 9_000;

/**
 * A line at the foot of a seat for what Slack itself would say, such as that a command is unknown. It takes room of its
 * own, so that it covers nothing, and goes when one does something else or after a while.
 */
export function createNotice(): {
  readonly root: HTMLElement;
  readonly say: (text: string) => void;
  readonly hide: () => void;
} {
  const words = el('span', {});
  const hide = () => {
    root.hidden = true;
  };
  const root = el(
    'div',
    { class: 'notice', role: 'alert', hidden: true },
    icon('alert'),
    words,
    el(
      'button',
      { type: 'button', class: 'tool', 'aria-label': 'Dismiss', onclick: hide },
      icon('close'),
    ),
  );
  let timer = 0;
  return {
    root,
    hide,
    say: (text) => {
      root.hidden = false;
      words.textContent = text;
      clearTimeout(timer);
      timer = setTimeout(hide, stayMs);
    },
  };
}
