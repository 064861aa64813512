import type { SeatId } from '../seat-api.ts';

/** The three seats, in the order in which a story goes through them. */
export const seatIds: readonly SeatId[] = ['staff', 'journalist', 'contact'];

/** What each seat is called on the page. */
export const seatNames: Readonly<Record<SeatId, string>> = {
  staff: 'Staff',
  journalist: 'Journalist',
  contact: 'Contact',
};
