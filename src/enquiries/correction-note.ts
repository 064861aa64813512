import type { LostWords } from './correct-answers.ts';
import type { Correction, CorrectionNote } from './correction.ts';
import type { Queued } from './notice.ts';

/** What is kept of telling somebody, or of not telling them. */
export const noteOf = (
  { id, releaseId }: Correction,
  { key, answerKeys, channel, threadTs, userId, changes }: LostWords,
  isTold: boolean,
  at: Date,
): CorrectionNote => ({
  correctionId: id,
  key,
  releaseId,
  answerKeys,
  channel,
  threadTs,
  userId,
  changes,
  isTold,
  at,
});

/** The note to one person. */
export function tellingOf(
  { id, releaseId, title, toVersion }: Correction,
  { key, channel, threadTs, userId, changes: [first, ...more] }: LostWords,
): Queued {
  return {
    notice: {
      kind: 'correction',
      answerKey: key,
      releaseId,
      title,
      version: toVersion,
      userId,
      before: first?.before ?? '',
      after: first?.after ?? null,
      more,
      correctionId: id,
      channel,
      threadTs,
    },
  };
}
