import type { SeatId, SeatState } from '../seat-api.ts';
import { mountAnnouncer } from './announce.ts';
import { api } from './api.ts';
import { el } from './element.ts';
import { recall, remember } from './preferences.ts';
import { createRefresher } from './refresher.ts';
import { createSeatView, type SeatView } from './seat/seat-view.ts';
import { createSeatTabs } from './seat-tabs.ts';
import { seatIds } from './seats.ts';
import { createTopBar } from './top-bar.ts';
import { createTourBar } from './tour/tour-bar.ts';
import { createWorldPanel } from './world/world-panel.ts';

const wide = matchMedia('(min-width: 1200px)');
const states: Partial<Record<SeatId, SeatState>> = {};

let current: SeatId = seatIds.find((seat) => location.hash === `#${seat}`) ?? 'staff';
let columns = recall('columns') === 'yes';
let worldOpen = false;

const seatView = (seat: SeatId): SeatView =>
  createSeatView(seat, async (action) => {
    tour.observe(seat, action);
    const outcome = await api.act(seat, action);
    await refresh().catch(() => {});
    return outcome;
  });
const views: Readonly<Record<SeatId, SeatView>> = {
  staff: seatView('staff'),
  journalist: seatView('journalist'),
  contact: seatView('contact'),
};

const tabs = createSeatTabs((seat) => {
  take(seat);
  views[seat].composer.focus();
});
const tour = createTourBar({ take, view: (seat) => views[seat], seats: () => states }, drawFrame);
const world = createWorldPanel(
  async (action) => {
    const outcome = await api.change(action);
    await refresh().catch(() => {});
    return outcome;
  },
  () => {
    tour.restart();
    location.reload();
  },
  () => toggleWorld(),
);
const bar = createTopBar(tabs.root, {
  toggleColumns: () => {
    columns = !columns;
    remember('columns', columns ? 'yes' : 'no');
    drawFrame();
  },
  toggleTour: () => tour.toggle(),
  toggleWorld,
});
const offline = el(
  'p',
  { class: 'offline', role: 'alert', hidden: true },
  'The practice workspace does not answer. Start it again with npm start; this page then goes on by itself.',
);
const seats = el(
  'main',
  { class: 'seats', id: 'seats', tabindex: -1 },
  ...seatIds.map((seat) => views[seat].root),
);

const refresh = createRefresher(async () => {
  const [all, now] = await Promise.all([
    Promise.all(seatIds.map((seat) => api.seat(seat))),
    worldOpen ? api.world() : null,
  ]);
  for (const state of all) {
    states[state.seat] = state;
    views[state.seat].update(state);
  }
  if (now !== null) world.update(now, all);
  drawFrame();
  document.body.dataset.ready = 'yes';
});

function take(seat: SeatId): void {
  current = seat;
  history.replaceState(null, '', `#${seat}`);
  drawFrame();
}

function toggleWorld(): void {
  worldOpen = !worldOpen;
  drawFrame();
  if (worldOpen) {
    void refresh();
    world.root.querySelector<HTMLElement>('button')?.focus();
  }
}

function drawFrame(): void {
  const all = columns && wide.matches;
  document.body.dataset.seat = current;
  seats.classList.toggle('side-by-side', all);
  for (const seat of seatIds) {
    const shown = all || seat === current;
    views[seat].root.hidden = !shown;
    views[seat].root.classList.toggle('current', seat === current);
    views[seat].show(shown && !document.hidden);
  }
  world.root.hidden = !worldOpen;
  tabs.update(states, current, all);
  bar.update({ columns: all, tour: tour.isOpen(), world: worldOpen });
  tour.update();
}

addEventListener('keydown', (event) => {
  const seat = event.altKey ? seatIds[Number(event.key) - 1] : undefined;
  if (seat === undefined) return;
  event.preventDefault();
  take(seat);
  views[seat].composer.focus();
});
document.addEventListener('visibilitychange', drawFrame);
wide.addEventListener('change', drawFrame);

document.querySelector('#loading')?.remove();
document.body.append(
  bar.root,
  tour.root,
  offline,
  el('div', { class: 'stage' }, seats, world.root),
);
mountAnnouncer();
api.watch(
  () => void refresh().catch(() => {}),
  (connected) => {
    offline.hidden = connected;
  },
);
void refresh().catch(() => {
  offline.hidden = false;
});
