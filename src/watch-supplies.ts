import type { Clock } from './clock.ts';
import { SAY } from './slack/wording.ts';
import type { Store } from './store/open-store.ts';
import { whyNotWritten } from './store/refusal.ts';

/** What this process lives on: the folder of releases, and a store that can be written. */
export type SuppliesWatch = {
  /** What is missing, for staff; `undefined` when nothing is. */
  readonly trouble: () => string | undefined;
  /** Looks how things stand, and tells the desk once when something is missing and once when it is there again. */
  look(): Promise<void>;
};

type Deps = {
  readonly store: Pick<Store, 'ping' | 'queue'>;
  readonly now: Clock;
  /** Since when the folder of releases has been gone. */
  readonly folderGone: () => Date | undefined;
  /**
   * Tells the desk past the outbox, which is no way while nothing can be written.
   *
   * @param since a message of this kind that was posted after it, by whichever process, is the one
   * @returns the message's `ts`; `undefined` where it could not be told
   */
  readonly tellDesk: (text: string, since: Date) => Promise<string | undefined>;
};

/** A moment's trouble mends itself, and nobody needs to hear of it. */
const PATIENCE_MS = 30_000;

/** Watches what no other process can watch for this one, so it needs no lease to look. */
export function openSuppliesWatch({ store, now, folderGone, tellDesk }: Deps): SuppliesWatch {
  let toldOfFolder: Date | undefined;
  let unwritten: { readonly since: Date; readonly why: string } | undefined;
  let toldOfStore: string | undefined;

  const isLong = (since: Date) => now().getTime() - since.getTime() >= PATIENCE_MS;
  const queue = (id: string, text: string) =>
    store.queue([{ notice: { kind: 'trouble', id, text } }], now());

  const lookAtStore = async () => {
    try {
      await store.ping();
    } catch (error) {
      unwritten = { since: unwritten?.since ?? now(), why: whyNotWritten(error) };
      if (toldOfStore === undefined && isLong(unwritten.since))
        toldOfStore = await tellDesk(SAY.storeUnwritten(unwritten.why), unwritten.since);
      return;
    }
    unwritten = undefined;
    if (toldOfStore === undefined) return;
    await queue(`store-written:${toldOfStore}`, SAY.storeWritten);
    toldOfStore = undefined;
  };

  const lookAtFolder = async () => {
    const since = folderGone();
    if (since !== undefined && toldOfFolder === undefined && isLong(since)) {
      await queue(`folder-gone:${since.toISOString()}`, SAY.folderGone);
      toldOfFolder = since;
    }
    if (since === undefined && toldOfFolder !== undefined) {
      await queue(`folder-back:${toldOfFolder.toISOString()}`, SAY.folderBack);
      toldOfFolder = undefined;
    }
  };

  return {
    trouble() {
      const said = [
        ...(unwritten === undefined ? [] : [SAY.storeUnwritten(unwritten.why)]),
        ...(folderGone() === undefined ? [] : [SAY.folderGone]),
      ];
      return said.length === 0 ? undefined : said.join(' ');
    },
    async look() {
      await lookAtStore();
      // What cannot be queued now is queued at a later look.
      if (unwritten === undefined) await lookAtFolder();
    },
  };
}
