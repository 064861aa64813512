import type { Barred } from '../enquiries/moves.ts';
import { SAY } from './wording.ts';

/** Why a move is not open to whoever tried it. */
export const barredText = (barred: Barred): string =>
  barred.kind === 'wrong-state' ? SAY.wrongState(barred.status) : SAY.notYours(barred.owner);
