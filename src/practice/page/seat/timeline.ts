import type { Message } from '../../seat-api.ts';
import { formatDate } from '../text/date-token.ts';
import { wallTime } from '../text/zone-time.ts';

export type TimelineItem =
  | { readonly kind: 'day'; readonly key: string; readonly label: string }
  | { readonly kind: 'new'; readonly key: string }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly message: Message;
      readonly continued: boolean;
    };

/** How long a message may follow on another without saying its author again, in seconds. */
const togetherSeconds = 300;

/** Messages with a line for each new day of the reader and one above the first that is new. */
export function timelineOf(
  messages: readonly Message[],
  { zone, now, newFrom }: { zone: string; now: Date; newFrom: string | null },
): TimelineItem[] {
  const items: TimelineItem[] = [];
  let before: Message | null = null;
  let dayBefore = '';
  for (const message of messages) {
    const day = dayOf(message.ts, zone);
    const startsDay = day !== dayBefore;
    if (startsDay) {
      const label = formatDate(Number(message.ts), '{date_long_pretty}', zone, now);
      items.push({ kind: 'day', key: `day-${day}`, label });
    }
    const startsNew = newFrom === message.ts;
    if (startsNew) items.push({ kind: 'new', key: 'new' });
    const continued = !startsDay && !startsNew && before !== null && followsOn(before, message);
    items.push({ kind: 'message', key: message.ts, message, continued });
    before = message;
    dayBefore = day;
  }
  return items;
}

function dayOf(ts: string, zone: string): string {
  const { year, month, day } = wallTime(new Date(Number(ts) * 1000), zone);
  return `${year}-${month}-${day}`;
}

const followsOn = (before: Message, message: Message) =>
  before.authorId === message.authorId &&
  before.ephemeral === message.ephemeral &&
  Number(message.ts) - Number(before.ts) < togetherSeconds;

/** The first of the last `unread` messages that others wrote, where the line *New* belongs. */
export function firstUnread(
  messages: readonly Message[],
  unread: number,
  me: string,
): string | null {
  if (unread <= 0) return null;
  const others = messages.filter(({ authorId }) => authorId !== me);
  return others.at(-Math.min(unread, others.length))?.ts ?? null;
}
