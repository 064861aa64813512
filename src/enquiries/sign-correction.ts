import type { Release } from '../releases/release.ts';
import { type Correction, type CorrectionClass, cardOf, isPending } from './correction.ts';
import { noteOf, tellingOf } from './correction-note.ts';
import { type CorrectionDeps, countsOf, lostOf, noteChange } from './find-corrections.ts';

type Deps = CorrectionDeps & {
  /** The release as it may be seen now. */
  readonly release: (id: string) => Release | undefined;
};

type Input = {
  readonly id: string;
  /** Slack id of somebody whom the caller has found to be staff. */
  readonly by: string;
};

export type ClassOutcome =
  | { readonly kind: 'classed'; readonly correction: Correction }
  /** Somebody else decided, or the words came back. */
  | { readonly kind: 'over'; readonly correction: Correction }
  | { readonly kind: 'unknown' };

/** Says what a change is. `material` still needs a sign-off; `minor` and `format` settle it, and nobody is told. */
export async function classCorrection(
  deps: Deps,
  { id, by, class: chosen }: Input & { readonly class: CorrectionClass },
): Promise<ClassOutcome> {
  const { store, now, release } = deps;
  const before = await store.findCorrection(id);
  if (before === undefined) return { kind: 'unknown' };
  if (!isPending(before)) return { kind: 'over', correction: before };
  const at = now();
  const lost = await lostOf(deps, before.releaseId, release(before.releaseId));
  const correction: Correction = {
    ...before,
    ...countsOf(lost),
    version: before.version + 1,
    status: chosen === 'material' ? 'classed' : 'quiet',
    class: chosen,
    classedBy: by,
    classedAt: at,
    timeline: [...before.timeline, { at, who: by, what: 'classed', about: chosen }],
  };
  const outcome = await store.saveCorrection({
    correction,
    ...(chosen === 'material'
      ? {}
      : { notes: lost.map((one) => noteOf(correction, one, false, at)) }),
    notices: [cardOf(correction)],
    at,
  });
  return outcome === 'saved'
    ? { kind: 'classed', correction }
    : classCorrection(deps, { id, by, class: chosen });
}

export type SignOutcome =
  | { readonly kind: 'signed'; readonly correction: Correction; readonly told: number }
  | { readonly kind: 'over'; readonly correction: Correction }
  /** Nobody has said what it is. */
  | { readonly kind: 'not-classed' }
  /** The release was changed once more: the desk is asked anew. */
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'unknown' };

/** Lets the notes of a material change go, to exactly those who were given the words and have not been told yet. */
export async function signCorrection(deps: Deps, { id, by }: Input): Promise<SignOutcome> {
  const { store, now, release } = deps;
  const before = await store.findCorrection(id);
  if (before === undefined) return { kind: 'unknown' };
  if (!isPending(before)) return { kind: 'over', correction: before };
  if (before.status !== 'classed') return { kind: 'not-classed' };
  const after = release(before.releaseId);
  if ((after?.version ?? 'withdrawn') !== before.toVersion) {
    const { releaseId, title, file } = before;
    await noteChange(deps, { releaseId, title, file, after, hasDesk: true });
    return { kind: 'changed-meanwhile' };
  }
  const at = now();
  const lost = await lostOf(deps, before.releaseId, after);
  const correction: Correction = {
    ...before,
    ...countsOf(lost),
    version: before.version + 1,
    status: 'signed',
    signedBy: by,
    signedAt: at,
    timeline: [...before.timeline, { at, who: by, what: 'signed off' }],
  };
  const outcome = await store.saveCorrection({
    correction,
    notes: lost.map((one) => noteOf(correction, one, true, at)),
    notices: [...lost.map((one) => tellingOf(correction, one)), cardOf(correction)],
    at,
  });
  return outcome === 'saved'
    ? { kind: 'signed', correction, told: lost.length }
    : signCorrection(deps, { id, by });
}
