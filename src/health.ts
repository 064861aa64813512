import type { Clock } from './clock.ts';
import { SAY } from './slack/wording.ts';
import type { Store } from './store/open-store.ts';

/** Whether the bot keeps up. */
export type Health = {
  /** What came of one attempt to tell Slack something. */
  attempted(outcome: 'told' | 'failed'): void;
  /** One line on what is wrong, for staff; `undefined` when all is well. */
  trouble(): Promise<string | undefined>;
  /** Looks how things stand and, when they are well again, tells the desk. Called every few seconds. */
  look(): Promise<void>;
};

type Deps = { readonly store: Pick<Store, 'queueState' | 'queue'>; readonly now: Clock };

/** A moment's trouble mends itself, and nobody needs to hear of it. */
const TROUBLE_MS = 2 * 60_000;

/** Watches whether Slack takes what it is told, and how long things wait. */
export function openHealth({ store, now }: Deps): Health {
  let failingSince: Date | undefined;
  let degradedSince: Date | undefined;

  const sinceWhen = async (): Promise<Date | undefined> => {
    const at = now();
    const { inbox, outbox } = await store.queueState(at);
    const begun = [failingSince, inbox.oldest, outbox.oldest]
      .filter((one) => one !== undefined)
      .map((one) => one.getTime());
    const oldest = Math.min(...begun);
    return at.getTime() - oldest > TROUBLE_MS ? new Date(oldest) : undefined;
  };

  return {
    attempted(outcome) {
      failingSince = outcome === 'told' ? undefined : (failingSince ?? now());
    },
    async trouble() {
      const since = await sinceWhen();
      if (since === undefined) return undefined;
      return SAY.degraded(minutesBetween(since, now()), failingSince !== undefined);
    },
    async look() {
      const since = await sinceWhen();
      if (since !== undefined) {
        degradedSince ??= since;
        return;
      }
      // It is over when something is taken again, not when nothing happens to wait.
      if (degradedSince === undefined || failingSince !== undefined) return;
      const at = now();
      const text = SAY.wellAgain(minutesBetween(degradedSince, at));
      const id = `degraded:${degradedSince.toISOString()}`;
      await store.queue([{ notice: { kind: 'trouble', id, text } }], at);
      degradedSince = undefined;
    },
  };
}

const minutesBetween = (from: Date, to: Date): number =>
  Math.max(1, Math.round((to.getTime() - from.getTime()) / 60_000));
