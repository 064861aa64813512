import type { Clock } from '../clock.ts';
import type { Queued } from './notice.ts';
import type { Surge } from './surge.ts';
import type { SurgeStore } from './surge-store.ts';

export type SurgeDeps = {
  readonly store: Pick<SurgeStore, 'findSurge' | 'saveSurge'>;
  readonly now: Clock;
  /** A new random id (UUID) at each call. */
  readonly newId: () => string;
};

/** What becomes of a surge: what is saved, one version on, and what is told; or nothing. */
export type SurgeDecision<Outcome> =
  | {
      readonly kind: 'change';
      readonly surge: Omit<Surge, 'version'>;
      readonly notices?: readonly Queued[];
      readonly outcome: Outcome;
    }
  | { readonly kind: 'stop'; readonly outcome: Outcome };

/**
 * Reads a surge, lets `decide` say what becomes of it, and saves that with the desk's line anew; when somebody else was
 * quicker, reads and decides again.
 */
export async function changeSurge<Outcome>(
  deps: SurgeDeps,
  surgeId: string,
  decide: (surge: Surge, at: Date) => SurgeDecision<Outcome>,
): Promise<Outcome | 'unknown'> {
  const surge = await deps.store.findSurge(surgeId);
  if (surge === undefined) return 'unknown';
  const at = deps.now();
  const decision = decide(surge, at);
  if (decision.kind === 'stop') return decision.outcome;
  const saved = await deps.store.saveSurge(
    { ...decision.surge, version: surge.version + 1 },
    [{ notice: { kind: 'surge-line', surgeId } }, ...(decision.notices ?? [])],
    at,
  );
  return saved === 'saved' ? decision.outcome : changeSurge(deps, surgeId, decide);
}
