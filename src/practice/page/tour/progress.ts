import type { Message, SeatId, SeatState } from '../../seat-api.ts';

export type Seats = Readonly<Partial<Record<SeatId, SeatState>>>;

/** What the tour knows of the world when it asks whether a step is done. */
export type Progress = {
  readonly seats: Seats;
  /** The `ts` of the newest message that was there when the step began; 0 if there was none. */
  readonly since: number;
  /** What staff or the contact wrote in forms since then. */
  readonly written: readonly string[];
  /** The thread that the journalist is looking at. */
  readonly openThread: string | null;
};

/** The `ts` of the newest message that anybody sees. */
export const newestTs = (seats: Seats): number =>
  Math.max(
    0,
    ...Object.values(seats).flatMap(({ conversations }) =>
      conversations.flatMap(({ messages }) => messages.map(({ ts }) => Number(ts))),
    ),
  );

const botsOf = (state: SeatState) =>
  new Set(state.people.filter(({ isBot }) => isBot).map(({ id }) => id));

/** What apps said to a seat since a moment, in the conversations of a kind. */
function heard(state: SeatState | undefined, since: number, shared: boolean): Message[] {
  if (state === undefined) return [];
  const bots = botsOf(state);
  return state.conversations
    .filter(({ kind }) => !shared || kind === 'shared')
    .flatMap(({ messages }) => messages)
    .filter(({ authorId, ts }) => bots.has(authorId) && Number(ts) > since);
}

/** Every word that a message shows, whether it stands in its text or its blocks. */
export function wordsOf(message: Message): string {
  const strings: string[] = [message.text];
  JSON.stringify(message.blocks, (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') strings.push(value);
    return value;
  });
  return strings.join('\n');
}

const simple = (text: string) =>
  text
    .replace(/&(?:amp|lt|gt);/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .toLowerCase()
    .trim();

/** An app answered the staff seat privately, as it does to a slash command. */
export const hasLookedUp = ({ seats, since }: Progress): boolean =>
  heard(seats.staff, since, false).some(({ ephemeral }) => ephemeral);

/** The journalist's newest question to an app in a shared channel since the step began, and its answer. */
export function answeredQuestion({ seats, since }: Progress): Message | null {
  const state = seats.journalist;
  if (state === undefined) return null;
  const bots = botsOf(state);
  const asked = state.conversations
    .filter(({ kind }) => kind === 'shared')
    .flatMap(({ messages }) => messages)
    .filter(
      ({ authorId, ts, text }) =>
        authorId === state.me.id &&
        Number(ts) > since &&
        [...bots].some((id) => text.includes(`<@${id}`)),
    )
    .at(-1);
  if (asked === undefined) return null;
  const thread = asked.threadTs ?? asked.ts;
  const answer = heard(state, Number(asked.ts), true).find(({ threadTs }) => threadTs === thread);
  return answer ?? null;
}

/** The receipt with the reference that the press office gave the enquiry. */
export const receipt = ({ seats, since }: Progress): Message | null =>
  heard(seats.journalist, since, true).find((message) =>
    /\b[A-Z]{2,5}-\d{2}-\d{3,}\b/.test(wordsOf(message)),
  ) ?? null;

/** The message with which what was written in a form came to the journalist. */
export function reply({ seats, since, written }: Progress): Message | null {
  const sent = written.map(simple).filter((text) => text.length > 10);
  const found = heard(seats.journalist, since, true).find((message) => {
    const words = simple(wordsOf(message));
    return sent.some((text) => words.includes(text.slice(0, 60).trim()));
  });
  return found ?? null;
}

/** Whether the journalist looks at the thread in which a message stands. */
export const isReading = ({ openThread }: Progress, message: Message | null): boolean =>
  message !== null && openThread === (message.threadTs ?? message.ts);
