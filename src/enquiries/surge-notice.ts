import { z } from 'zod';

/** What is told of a surge: to the desk, and to each asker what was released meanwhile. */
export const surgeNotices = [
  /** To the desk channel: the one line of a surge. Posted once, then updated in place to the present state. */
  z.object({ kind: z.literal('surge-line'), surgeId: z.string() }),
  /** To one person or (`null`) to the desk channel: nobody has acknowledged it yet, or what became of it. */
  z.object({
    kind: z.literal('surge-word'),
    surgeId: z.string(),
    event: z.enum(['duty', 'again', 'ring', 'stopped', 'summary']),
    /** Distinguishes words of one kind, such as the statement that was stopped; mostly empty. */
    about: z.string(),
    userId: z.string().nullable(),
  }),
  /** To the desk channel: something that two people must acknowledge. Updated in place as they do. */
  z.object({ kind: z.literal('surge-task'), surgeId: z.string(), taskId: z.string() }),
  /** To the asker's thread, once a release: what was released since they asked, and answers them. */
  z.object({
    kind: z.literal('now-released'),
    enquiryId: z.string(),
    releaseId: z.string(),
    channel: z.string(),
    threadTs: z.string(),
  }),
] as const;

type SurgeNotice = z.infer<(typeof surgeNotices)[number]>;

/** Names a notice so that it is told once; a line or a task is told again under the same name. */
export function surgeNoticeKey(notice: SurgeNotice): string {
  switch (notice.kind) {
    case 'surge-line':
      return `surge-line:${notice.surgeId}`;
    case 'surge-word':
      return `surge-word:${notice.surgeId}:${notice.event}:${notice.about}:${notice.userId ?? 'desk'}`;
    case 'surge-task':
      return `surge-task:${notice.surgeId}:${notice.taskId}`;
    case 'now-released':
      return `now-released:${notice.enquiryId}:${notice.releaseId}`;
  }
}

/** A lane of its own in the desk's channel: one line must not wait behind the cards of forty enquiries. */
export function surgeLaneOf(notice: SurgeNotice): string {
  switch (notice.kind) {
    case 'surge-line':
    case 'surge-task':
      return 'desk-surge';
    case 'surge-word':
      return notice.userId ?? 'desk-surge';
    case 'now-released':
      return notice.channel;
  }
}
