import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Release } from '../releases/release.ts';
import type { ReleaseHistory } from '../releases/release-history.ts';
import type { AnswerLog } from './answer-log.ts';
import { distinctChanges, type LostWords, lostWords } from './correct-answers.ts';
import { type Correction, type Corrections, cardOf, isPending } from './correction.ts';
import { noteOf, tellingOf } from './correction-note.ts';

export type CorrectionDeps = {
  readonly store: Corrections &
    Pick<AnswerLog, 'answersQuoting'> &
    Pick<ReleaseHistory, 'versionsOf'>;
  readonly now: Clock;
};

/** Who was given words of a release that do not stand in it now, and were not dealt with yet. */
export async function lostOf(
  { store }: Pick<CorrectionDeps, 'store'>,
  releaseId: string,
  after: Release | undefined,
): Promise<LostWords[]> {
  const answers = await store.answersQuoting(releaseId);
  if (answers.length === 0) return [];
  return lostWords(answers, {
    releaseId,
    versions: await store.versionsOf(releaseId),
    notes: await store.notesOnRelease(releaseId),
    after,
  });
}

type Change = {
  readonly releaseId: string;
  readonly title: string;
  readonly file: string;
  /** As it may be seen now. */
  readonly after: Release | undefined;
  /** Whether there is a desk that can be asked; else people are told at once. */
  readonly hasDesk: boolean;
};

/**
 * Takes note that a release changed. Where people were given words that it has no longer, the desk is asked what the
 * change is; a change while it is being asked takes the place of the first, and one that brings the words back ends it.
 * May be called again with the same change: then nothing more happens.
 */
export async function noteChange(deps: CorrectionDeps, change: Change): Promise<void> {
  const { store, now } = deps;
  const lost = await lostOf(deps, change.releaseId, change.after);
  const all = await store.correctionsOf(change.releaseId);
  const pending = all.findLast(isPending);
  if (lost.length === 0 && pending === undefined) return;
  const at = now();
  const found = foundIn(change, lost);
  const next =
    pending === undefined
      ? opened(change, all.length + 1, found, at)
      : lost.length === 0
        ? reverted(pending, at)
        : again(pending, found, at);
  if (next === undefined) return;
  const signed = change.hasDesk || lost.length === 0 ? undefined : signedAtOnce(next, at);
  const outcome = await store.saveCorrection(
    signed === undefined
      ? { correction: next, notices: [cardOf(next)], at }
      : {
          correction: signed,
          notes: lost.map((one) => noteOf(signed, one, true, at)),
          notices: lost.map((one) => tellingOf(signed, one)),
          at,
        },
  );
  if (outcome === 'stale') await noteChange(deps, change);
}

type Found = Pick<Correction, 'toVersion' | 'changes' | 'people' | 'channels'>;

const foundIn = ({ after }: Change, lost: readonly LostWords[]): Found => ({
  toVersion: after?.version ?? 'withdrawn',
  changes: distinctChanges(lost.flatMap(({ changes }) => changes)),
  ...countsOf(lost),
});

/** How many people are to be told, and in how many conversations. */
export const countsOf = (
  lost: readonly Pick<LostWords, 'userId' | 'channel'>[],
): Pick<Correction, 'people' | 'channels'> => ({
  people: new Set(lost.map(({ userId }) => userId)).size,
  channels: new Set(lost.map(({ channel }) => channel)).size,
});

const opened = (
  { releaseId, title, file }: Change,
  number: number,
  found: Found,
  at: Date,
): Correction => ({
  id: `${createHash('sha256').update(releaseId).digest('hex').slice(0, 16)}-${number}`,
  releaseId,
  title,
  file,
  version: 1,
  ...found,
  foundAt: at,
  status: 'asked',
  reminders: 0,
  timeline: [{ at, who: 'desk', what: 'found', about: found.toVersion }],
});

const reverted = (pending: Correction, at: Date): Correction => ({
  ...pending,
  version: pending.version + 1,
  status: 'reverted',
  timeline: [...pending.timeline, { at, who: 'desk', what: 'changed back' }],
});

/** Changed once more: what was said of the first change does not hold for this one. */
function again(pending: Correction, found: Found, at: Date): Correction | undefined {
  if (JSON.stringify(pending.changes) === JSON.stringify(found.changes))
    return pending.people === found.people && pending.toVersion === found.toVersion
      ? undefined
      : { ...pending, ...found, version: pending.version + 1 };
  const { class: _class, classedBy: _by, classedAt: _at, ...asked } = pending;
  return {
    ...asked,
    ...found,
    version: pending.version + 1,
    status: 'asked',
    timeline: [
      ...pending.timeline,
      { at, who: 'desk', what: 'changed again', about: found.toVersion },
    ],
  };
}

/** Without a desk there is nobody to ask, and silence would be worse than a note too many. */
const signedAtOnce = (correction: Correction, at: Date): Correction => ({
  ...correction,
  status: 'signed',
  class: 'material',
  classedBy: 'desk',
  classedAt: at,
  signedBy: 'desk',
  signedAt: at,
  timeline: [...correction.timeline, { at, who: 'desk', what: 'signed off' }],
});
