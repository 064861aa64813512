import { z } from 'zod';

/** What is told of releases under embargo. None of it says what they say, or what they are called. */
export const embargoNotices = [
  /**
   * To one member of staff, once a version: a release under embargo was loaded. Never to a channel, since not everybody
   * in the desk's is staff.
   */
  z.object({
    kind: z.literal('embargoed'),
    /** Stands for the release and its version, and tells nothing. */
    mark: z.string(),
    userId: z.string(),
  }),
  /** To a reporter: what they must promise before they may read a release in advance. */
  z.object({ kind: z.literal('advance-offer'), advanceId: z.string(), userId: z.string() }),
  /** To the member of staff who offered it: that an advance copy is offered, and promised for. */
  z.object({
    kind: z.literal('advance-word'),
    advanceId: z.string(),
    event: z.enum(['offered', 'promised']),
    userId: z.string(),
  }),
] as const;

type EmbargoNotice = z.infer<(typeof embargoNotices)[number]>;

/** Names a notice so that it is told once. */
export function embargoNoticeKey(notice: EmbargoNotice): string {
  switch (notice.kind) {
    case 'embargoed':
      return `embargoed:${notice.mark}:${notice.userId}`;
    case 'advance-offer':
      return `advance-offer:${notice.advanceId}`;
    case 'advance-word':
      return `advance-word:${notice.advanceId}:${notice.event}`;
  }
}
