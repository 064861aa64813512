import type { Clock } from './clock.ts';
import type { Log } from './log.ts';

type Options = {
  /** Instants at which embargoes lift, past and to come, as they stand in the folder now. */
  readonly instants: () => readonly Date[];
  readonly now: Clock;
  /** Does what is due when one has lifted. Tried again where it fails. */
  readonly onLift: () => Promise<void>;
  readonly log: Log;
};

/** Stops watching, when what is under way has ended. */
export type EmbargoWatch = { stop(): Promise<void> };

/** A release is to be known to those who wait for it within a second. */
const LOOK_MS = 200;

/** Looks whether an embargo has lifted. Not a timer for each: the clock may be put forward or back at any time. */
export function watchEmbargoes({ instants, now, onLift, log }: Options): EmbargoWatch {
  let seen = now();
  let isDue = false;
  let lifting: Promise<void> | undefined;
  const look = () => {
    const at = now();
    isDue ||= instants().some((instant) => instant > seen && instant <= at);
    seen = at;
    if (!isDue || lifting !== undefined) return;
    isDue = false;
    lifting = onLift()
      .catch((error: unknown) => {
        isDue = true;
        log.error('embargo.not-announced', { error });
      })
      .finally(() => {
        lifting = undefined;
      });
  };
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await lifting;
    },
  };
}
