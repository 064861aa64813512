import { el } from './element.ts';
import { type IconName, icon } from './icons.ts';
import { createThemeSwitch } from './theme-switch.ts';

export type TopBarDeeds = {
  readonly toggleColumns: () => void;
  readonly toggleTour: () => void;
  readonly toggleWorld: () => void;
};

/** The bar at the top: whose page it is, the seats, and what can be shown beside them. */
export function createTopBar(tabs: HTMLElement, deeds: TopBarDeeds) {
  const button = (name: IconName, words: string, press: () => void) =>
    el(
      'button',
      {
        type: 'button',
        class: 'bar-button',
        'aria-pressed': 'false',
        title: words,
        onclick: press,
      },
      icon(name),
      el('span', {}, words),
    );
  const columns = button('columns', 'Side by side', deeds.toggleColumns);
  columns.classList.add('wide-only');
  const tour = button('tour', 'Tour', deeds.toggleTour);
  const world = button('world', 'World', deeds.toggleWorld);
  const root = el(
    'header',
    { class: 'top-bar' },
    el(
      'div',
      { class: 'brand' },
      el('span', { class: 'brand-mark', 'aria-hidden': 'true' }, icon('desk')),
      el(
        'h1',
        {},
        el('span', { class: 'brand-small' }, 'Practice workspace'),
        el('span', {}, 'Media Desk'),
      ),
    ),
    tabs,
    el('div', { class: 'bar-buttons' }, columns, tour, world, createThemeSwitch()),
  );
  const update = (now: { columns: boolean; tour: boolean; world: boolean }) => {
    columns.setAttribute('aria-pressed', String(now.columns));
    tour.setAttribute('aria-pressed', String(now.tour));
    world.setAttribute('aria-pressed', String(now.world));
  };
  return { root, update };
}
