import type { DateTime } from 'luxon';
import type { Desk } from '../desk.ts';
import type { ZoneName } from './zones.ts';

/** The moment that a mention means, or what to ask. */
export type Settled =
  | { readonly kind: 'at'; readonly at: Date; readonly zone: string; readonly confirm: boolean }
  | { readonly kind: 'ask'; readonly question: string; readonly day: DateTime | undefined };

/** What is known of the asker beside the words. */
export type Setting = {
  readonly now: Date;
  /** The asker's zone, and that of a place that the asker says to be in. */
  readonly askerZone: string;
  readonly statedZone: ZoneName | undefined;
  readonly desk: Desk;
  /** What was said around the mention that makes a confirmation due. */
  readonly confirm: boolean;
  /** The time of a bulletin or an edition. */
  readonly onAir: boolean;
};

/** A question instead of a guess. */
export const ask = (question: string, day?: DateTime): Settled => ({ kind: 'ask', question, day });
