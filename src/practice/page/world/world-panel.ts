import type { SeatState, WorldAction, WorldState } from '../../seat-api.ts';
import { confirmWith } from '../blocks/confirm-dialog.ts';
import { el } from '../element.ts';
import { icon } from '../icons.ts';
import { createClockPart } from './clock-part.ts';
import { createFaultPart } from './fault-part.ts';
import { createTrafficPart } from './traffic-part.ts';

export type WorldPanel = {
  readonly root: HTMLElement;
  readonly update: (world: WorldState, seats: readonly SeatState[]) => void;
};

/** What one can do to the world itself: its clock, its faults, its traffic, and a new beginning. */
export function createWorldPanel(
  change: (action: WorldAction) => Promise<void>,
  onAfresh: () => void,
  close: () => void,
): WorldPanel {
  const clock = createClockPart((to) => void change({ type: 'move-clock', to: to.toISOString() }));
  const fault = createFaultPart((chosen) => void change({ type: 'fault', fault: chosen }));
  const traffic = createTrafficPart();
  const transport = el('span', { class: 'tag' });
  const startAfresh = async () => {
    const sure = await confirmWith(
      {
        title: { type: 'plain_text', text: 'Start afresh?' },
        text: {
          type: 'plain_text',
          text: 'Every message, enquiry and setting of this practice workspace is wiped, and the clock set right. Your releases and desk.yml stay.',
        },
        confirm: { type: 'plain_text', text: 'Start afresh' },
        deny: { type: 'plain_text', text: 'Keep it' },
        style: 'danger',
      },
      null,
    );
    if (!sure) return;
    await change({ type: 'start-afresh' });
    onAfresh();
  };
  const root = el(
    'aside',
    {
      class: 'world',
      id: 'world',
      'aria-label': 'World',
      hidden: true,
      onkeydown: (event: KeyboardEvent) => {
        if (event.key === 'Escape') close();
      },
    },
    el(
      'header',
      { class: 'world-head' },
      el('h2', {}, 'World'),
      transport,
      el(
        'button',
        { type: 'button', class: 'tool', 'aria-label': 'Close', onclick: close },
        icon('close'),
      ),
    ),
    el(
      'div',
      { class: 'world-body' },
      clock.root,
      fault.root,
      traffic.root,
      el(
        'section',
        { class: 'world-part' },
        el('h3', {}, 'Begin again'),
        el(
          'button',
          { type: 'button', class: 'button danger', onclick: () => void startAfresh() },
          'Start afresh…',
        ),
      ),
    ),
  );
  const update: WorldPanel['update'] = (world, seats) => {
    const zones = new Map<string, string>();
    for (const { me } of seats) {
      const already = zones.get(me.zone);
      zones.set(me.zone, already === undefined ? me.name : `${already}, ${me.name}`);
    }
    const named = [...zones].map(([zone, names]) => ({
      zone,
      label: `${cityOf(zone)} · ${names}`,
    }));
    transport.textContent = world.transport === 'http' ? 'Signed HTTP' : 'Socket Mode';
    clock.update(new Date(world.now), named);
    fault.update(world.fault);
    traffic.update(world.traffic, seats[0]?.me.zone ?? 'UTC');
  };
  return { root, update };
}

const cityOf = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
