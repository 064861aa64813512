import { el, refill } from './element.ts';
import { icon } from './icons.ts';
import { recall, remember } from './preferences.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');

/** Light or dark: what the machine prefers until one chooses here. */
export function createThemeSwitch(): HTMLElement {
  const chosen = recall('theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
  const isDark = () => {
    const theme = document.documentElement.dataset.theme;
    return theme === undefined ? dark.matches : theme === 'dark';
  };
  const root = el('button', {
    type: 'button',
    class: 'tool',
    onclick: () => {
      const next = isDark() ? 'light' : 'dark';
      document.documentElement.dataset.theme = next;
      remember('theme', next);
      draw();
    },
  });
  const draw = () => {
    const words = isDark() ? 'Switch to light' : 'Switch to dark';
    root.setAttribute('aria-label', words);
    root.title = words;
    refill(root, icon(isDark() ? 'sun' : 'moon'));
  };
  dark.addEventListener('change', draw);
  draw();
  return root;
}
