import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Queued } from './notice.ts';

/** That a reporter may read a release before its embargo lifts, once they have promised. */
export const Advance = z
  .object({
    id: z.string(),
    version: z.int().positive(),
    releaseId: z.string(),
    /** When the embargo lifts, as it stood when the copy was offered. */
    embargo: z.coerce.date(),
    /** Slack id of the reporter. */
    userId: z.string(),
    /** Slack id of the member of staff who offered it. */
    by: z.string(),
    offeredAt: z.coerce.date(),
    /** The words that were promised, and when: absent until then, and without it nothing may be read. */
    promise: z.object({ words: z.string(), at: z.coerce.date() }).readonly().optional(),
  })
  .readonly();
export type Advance = z.infer<typeof Advance>;

/** Where advance copies are written down. Each method is one transaction. */
export type AdvanceStore = {
  findAdvance(id: string): Promise<Advance | undefined>;
  /** @returns `stale` where somebody saved a newer version first; nothing was saved or queued then */
  saveAdvance(advance: Advance, notices: readonly Queued[], now: Date): Promise<'saved' | 'stale'>;
};

type Deps = { readonly store: AdvanceStore; readonly now: Clock; readonly newId: () => string };

/** Offers an advance copy. Nothing of the release is shown by that. */
export async function offerAdvance(
  { store, now, newId }: Deps,
  given: {
    readonly releaseId: string;
    readonly embargo: Date;
    readonly userId: string;
    readonly by: string;
  },
): Promise<Advance> {
  const at = now();
  const advance: Advance = { ...given, id: newId(), version: 1, offeredAt: at };
  const { id: advanceId, userId } = advance;
  await store.saveAdvance(
    advance,
    [
      { notice: { kind: 'advance-offer', advanceId, userId } },
      { notice: { kind: 'advance-word', advanceId, event: 'offered', userId: advance.by } },
    ],
    at,
  );
  return advance;
}

/**
 * Writes down what a reporter promises, before a word of the release is shown. Promised twice, it stands as it was
 * promised first.
 *
 * @returns the advance copy with its promise; `undefined` where it was not offered to this person
 */
export async function promiseAdvance(
  deps: Pick<Deps, 'store' | 'now'>,
  given: { readonly advanceId: string; readonly userId: string; readonly words: string },
): Promise<Advance | undefined> {
  const { advanceId, userId, words } = given;
  const advance = await deps.store.findAdvance(advanceId);
  if (advance === undefined || advance.userId !== userId) return undefined;
  if (advance.promise !== undefined) return advance;
  const at = deps.now();
  const promised: Advance = { ...advance, version: advance.version + 1, promise: { words, at } };
  const saved = await deps.store.saveAdvance(
    promised,
    [{ notice: { kind: 'advance-word', advanceId, event: 'promised', userId: advance.by } }],
    at,
  );
  return saved === 'saved' ? promised : promiseAdvance(deps, given);
}
