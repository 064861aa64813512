import type { Clock } from '../clock.ts';
import type { AnswerLog } from './answer-log.ts';
import type { CorrectionNote, Corrections, Seen } from './correction.ts';
import type { Queued } from './notice.ts';

type Deps = {
  readonly store: Pick<Corrections, 'noteSeen' | 'unseenIn' | 'findCorrection'>;
  readonly now: Clock;
};

/** Puts down that a person has seen their note. The card and the list of the others follow. */
export async function seeCorrection(
  { store, now }: Deps,
  note: Pick<CorrectionNote, 'correctionId' | 'key'>,
  { how, by }: Pick<Seen, 'how' | 'by'>,
): Promise<{ readonly kind: 'seen' | 'seen-before'; readonly notices: readonly Queued[] }> {
  const isFirst = await store.noteSeen(note, { at: now(), how, by });
  return isFirst
    ? { kind: 'seen', notices: await shownAnew({ store }, note.correctionId) }
    : { kind: 'seen-before', notices: [] };
}

/** Somebody wrote in the thread in which they were told: they have seen it. */
export async function seeByWriting(
  deps: Deps,
  thread: Parameters<AnswerLog['lastAnswer']>[0] & { readonly userId: string },
): Promise<readonly Queued[]> {
  const notices: Queued[] = [];
  for (const note of await deps.store.unseenIn(thread)) {
    // What was written before the note came says nothing about it.
    if (note.toldAt === undefined) continue;
    const outcome = await seeCorrection(deps, note, { how: 'wrote', by: thread.userId });
    notices.push(...outcome.notices);
  }
  return notices;
}

async function shownAnew(
  { store }: Pick<Deps, 'store'> & { store: Pick<Corrections, 'findCorrection'> },
  correctionId: string,
): Promise<Queued[]> {
  const correction = await store.findCorrection(correctionId);
  return [
    { notice: { kind: 'correction-card', correctionId } },
    ...(correction?.listedAt === undefined
      ? []
      : [{ notice: { kind: 'correction-unseen', correctionId } } as const]),
  ];
}
