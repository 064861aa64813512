import type { Desk } from '../desk/desk.ts';
import { readDeadline } from '../desk/read-deadline.ts';
import type { HeardDeadline } from './views/answer-text.ts';
import { SAY } from './wording.ts';

/** The deadline that stands in a message, to be taken along to the press office; never taken in silence. */
export function heardDeadline(
  text: string,
  { zone, askedAt, desk }: { readonly zone: string; readonly askedAt: Date; readonly desk: Desk },
): HeardDeadline | undefined {
  const read = readDeadline(text, { now: askedAt, zone, desk });
  const at = askedAt.toISOString();
  switch (read.kind) {
    case 'none':
      return undefined;
    case 'at':
      return {
        by: read.matched,
        at,
        said: read.confirm
          ? SAY.deadlineHeardUnsure(read.understood)
          : SAY.deadlineHeard(read.understood),
      };
    case 'ask':
      return { by: read.matched, at, said: SAY.deadlineHeardUnclear(read.question) };
  }
}
