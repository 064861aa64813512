import type { SeatState } from '../../seat-api.ts';
import { drawBlocks } from '../blocks/draw-block.ts';
import { createFormValues } from '../blocks/form-values.ts';
import { el, refill } from '../element.ts';
import type { Eyes } from '../eyes.ts';
import type { Act } from './deeds.ts';

export type HomeView = {
  readonly root: HTMLElement;
  readonly update: (state: SeatState, eyes: Eyes) => void;
};

/** The Home tab of the app, as it was published for this person. */
export function createHomeView(prefix: string, act: Act): HomeView {
  const root = el('div', {
    class: 'home',
    role: 'region',
    'aria-label': 'Home of the app',
    tabindex: 0,
  });
  const values = createFormValues();
  let signature = '';
  const update: HomeView['update'] = ({ home, homeViewId = null }, eyes) => {
    const next = JSON.stringify([home, homeViewId, eyes.now.toISOString().slice(0, 16)]);
    if (next === signature) return;
    signature = next;
    if (home === null) {
      refill(root, el('p', { class: 'empty' }, 'The app has put nothing on its Home for you yet.'));
      return;
    }
    const viewId = homeViewId ?? 'home';
    const surface = {
      eyes,
      prefix: `${prefix}-home`,
      values,
      errors: {},
      act: (blockId: string, actionId: string, value: Readonly<Record<string, unknown>>) => {
        void act({
          type: 'block-action',
          container: { type: 'view', viewId },
          blockId,
          actionId,
          value,
          state: values.state(),
        });
      },
    };
    refill(root, el('div', { class: 'home-page blocks' }, ...drawBlocks(home.blocks, surface)));
  };
  return { root, update };
}
