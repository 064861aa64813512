import type { ActionOutcome, SeatState, WorldAction, WorldState } from '../../seat-api.ts';
import { confirmWith } from '../blocks/confirm-dialog.ts';
import { el } from '../element.ts';
import { icon } from '../icons.ts';
import { createClockPart } from './clock-part.ts';
import { createFaultPart } from './fault-part.ts';
import { createTrafficPart } from './traffic-part.ts';
import { createTransportPart } from './transport-part.ts';

export type WorldPanel = {
  readonly root: HTMLElement;
  readonly update: (world: WorldState, seats: readonly SeatState[]) => void;
};

/** What one can do to the world itself: its clock, its faults, its traffic, and a new beginning. */
export function createWorldPanel(
  change: (action: WorldAction) => Promise<ActionOutcome>,
  onAfresh: () => void,
  close: () => void,
): WorldPanel {
  const trouble = el('p', { class: 'world-trouble', role: 'alert', hidden: true });
  const attempt = async (action: WorldAction) => {
    const outcome = await change(action);
    trouble.hidden = outcome.kind !== 'refused';
    trouble.textContent = outcome.kind === 'refused' ? outcome.message : '';
  };
  const clock = createClockPart((to) => void attempt({ type: 'move-clock', to: to.toISOString() }));
  const fault = createFaultPart((chosen) => void attempt({ type: 'fault', fault: chosen }));
  const transport = createTransportPart((chosen) =>
    attempt({ type: 'transport', transport: chosen }),
  );
  const traffic = createTrafficPart();
  const transportNow = el('span', { class: 'tag' });
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
    await attempt({ type: 'start-afresh' });
    if (!trouble.hidden) return;
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
      transportNow,
      el(
        'button',
        { type: 'button', class: 'tool', 'aria-label': 'Close', onclick: close },
        icon('close'),
      ),
    ),
    el(
      'div',
      { class: 'world-body' },
      trouble,
      clock.root,
      fault.root,
      transport.root,
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
      traffic.root,
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
    transportNow.textContent = world.transport === 'http' ? 'Signed HTTP' : 'Socket Mode';
    clock.update(new Date(world.now), named, world.moments);
    transport.update(world.transport, world.canSwitch);
    fault.update(world.fault);
    traffic.update(world.traffic, seats[0]?.me.zone ?? 'UTC');
  };
  return { root, update };
}

const cityOf = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
