import type { SeatId } from '../seat-api.ts';
import { el, refill } from './element.ts';
import { drawAvatar } from './seat/avatar.ts';
import { seatIds, seatNames } from './seats.ts';
import type { Seats } from './tour/progress.ts';

/** The three seats to sit in, with what waits in each. */
export function createSeatTabs(take: (seat: SeatId) => void) {
  const root = el('nav', { class: 'seat-tabs', 'aria-label': 'Seats' });
  let signature = '';
  const update = (seats: Seats, current: SeatId, sideBySide: boolean) => {
    const shown = seatIds.map((seat) => {
      const state = seats[seat];
      const unread = state?.conversations.reduce((sum, each) => sum + each.unread, 0) ?? 0;
      return { seat, me: state?.me, unread, waiting: (state?.modals.length ?? 0) > 0 };
    });
    const next = JSON.stringify([shown, current, sideBySide]);
    if (next === signature) return;
    signature = next;
    refill(
      root,
      ...shown.map(({ seat, me, unread }, index) =>
        el(
          'button',
          {
            type: 'button',
            class: `seat-tab seat-${seat}`,
            'data-key': seat,
            'data-seat-tab': seat,
            title: `${seatNames[seat]} (Alt+${index + 1})`,
            'aria-current': seat === current ? 'true' : undefined,
            onclick: () => take(seat),
          },
          drawAvatar(me, 'small'),
          el(
            'span',
            { class: 'seat-tab-words' },
            el('b', {}, seatNames[seat]),
            el('small', {}, me === undefined ? '…' : me.name),
          ),
          unread > 0 &&
            seat !== current &&
            el('span', { class: 'badge', 'aria-label': `${unread} unread` }, String(unread)),
        ),
      ),
    );
  };
  return { root, update };
}
