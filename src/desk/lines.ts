import { DateTime } from 'luxon';
import { z } from 'zod';
import { readFrontMatter } from '../releases/front-matter.ts';
import { sectorsIn } from './sector-of.ts';

/** A line to take: words that somebody answers for, and from when until when they may be said. */
export type Line = {
  /** File name without its extension. */
  readonly id: string;
  readonly title: string;
  /** Who keeps it up to date. */
  readonly owner: string;
  /** What it is about; with neither words nor sectors it fits every question. */
  readonly words: readonly string[];
  readonly sectors: readonly string[];
  readonly signedBy: string | null;
  readonly signedAt: Date | null;
  /** From this instant on it must not be said any more. */
  readonly expires: Date;
  /** It only says that an answer is being prepared. */
  readonly holding: boolean;
  /** The words to say. */
  readonly text: string;
};

/** What became of one file of `desk/lines`. */
export type LineOutcome =
  | { readonly kind: 'read'; readonly line: Line }
  | {
      readonly kind: 'invalid';
      readonly file: string;
      /** 1-based. */
      readonly at: number;
      /** For whoever edits the file, with what to do. */
      readonly reason: string;
    };

/** As an option of a menu in Slack can carry it. */
const LONGEST_ID = 75;
/** Longer words do not fit one message. */
const LONGEST_TEXT = 3000;

const Name = z.string().trim().min(1);
const Names = z.union([z.array(Name), Name.transform((one) => [one])]).default([]);
const Fields = z.object({
  title: Name.optional(),
  owner: Name,
  words: Names,
  sectors: Names,
  signedBy: Name.optional(),
  signedAt: Name.optional(),
  expires: Name,
  holding: z.enum(['true', 'false']).default('false'),
});

const missing: Readonly<Record<string, string>> = {
  owner: 'Say who keeps this line up to date: owner: name',
  expires: 'Say until when this line may be used: expires: 2026-12-31',
  holding: 'holding must be true or false',
};

/**
 * Reads one line to take: front matter (`owner`, `expires`, `words`, `sectors`, `signedBy`, `signedAt`, `holding`) and
 * under it the words. Total.
 *
 * @param zone IANA zone of the desk, in which times without an offset are read
 */
export function readLine(file: string, text: string, zone: string): LineOutcome {
  const invalid = (at: number, reason: string): LineOutcome => ({
    kind: 'invalid',
    file,
    at,
    reason,
  });
  const id = file.replace(/^.*\//, '').replace(/\.md$/i, '');
  if (id.length > LONGEST_ID)
    return invalid(1, `Shorten the file name to ${LONGEST_ID} characters`);
  const front = readFrontMatter(text.replace(/\r\n?/g, '\n'));
  if (front.kind === 'broken') return invalid(front.line, front.reason);
  const parsed = Fields.safeParse(front.fields);
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0] ?? '');
    return invalid(front.lineOf(field), missing[field] ?? `${field} must be text`);
  }
  const { title, owner, words, sectors, signedBy, holding } = parsed.data;
  const signedAt =
    parsed.data.signedAt === undefined ? null : instantOf(parsed.data.signedAt, zone, 'start');
  const expires = instantOf(parsed.data.expires, zone, 'end');
  if (signedAt === undefined)
    return invalid(front.lineOf('signedAt'), 'signedAt must be a time such as 2026-11-25 19:30');
  if (expires === undefined)
    return invalid(front.lineOf('expires'), 'expires must be a day or time such as 2026-12-31');
  const said = front.body.trim();
  if (said === '') return invalid(front.bodyLine, 'Write the words to say under the front matter');
  if (said.length > LONGEST_TEXT)
    return invalid(front.bodyLine, `Shorten the words to ${LONGEST_TEXT} characters`);
  return {
    kind: 'read',
    line: {
      id,
      title: title ?? id.replaceAll('-', ' '),
      owner,
      words,
      sectors,
      signedBy: signedBy ?? null,
      signedAt,
      expires,
      holding: holding === 'true',
      text: said,
    },
  };
}

/** A day alone begins, or ends, with the day. */
function instantOf(text: string, zone: string, day: 'start' | 'end'): Date | undefined {
  const time = DateTime.fromISO(text.trim().replace(/\s+(?=\d)/, 'T'), { zone });
  if (!time.isValid) return undefined;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text.trim());
  return (isDay && day === 'end' ? time.plus({ days: 1 }) : time).toJSDate();
}

/** Whether a line may be said. Only `ready` ones ever leave. */
export type LineStanding = 'ready' | 'unsigned' | 'not-yet' | 'expired';

/** The standing of a line at an instant: `expired` from the very second that it names. */
export function lineStanding(
  { signedBy, signedAt, expires }: Pick<Line, 'signedBy' | 'signedAt' | 'expires'>,
  now: Date,
): LineStanding {
  if (signedBy === null || signedAt === null) return 'unsigned';
  if (now >= expires) return 'expired';
  return now < signedAt ? 'not-yet' : 'ready';
}

/** The lines that fit a question: those of its words or sectors first, then those for every question. */
export function fittingLines<Fit extends Pick<Line, 'words' | 'sectors'>>(
  lines: readonly Fit[],
  { question, sectors }: { readonly question: string; readonly sectors: readonly string[] },
): Fit[] {
  const asked = new Set(sectors.map((name) => name.toLowerCase()));
  const fits = (line: Fit): boolean =>
    line.sectors.some((name) => asked.has(name.toLowerCase())) ||
    line.words.some(
      (word) =>
        sectorsIn(question, { sectors: [{ name: word, words: [], contacts: [] }] }).length > 0,
    );
  const isGeneral = (line: Fit) => line.words.length === 0 && line.sectors.length === 0;
  return [...lines.filter(fits), ...lines.filter((line) => !fits(line) && isGeneral(line))];
}

/** A line whose words stand in a text although they may not be said now, blanks and quote marks aside. */
export const barredLineIn = (text: string, lines: readonly Line[], now: Date): Line | undefined =>
  lines.find(
    (line) =>
      lineStanding(line, now) !== 'ready' &&
      plainWords(text).includes(plainWords(line.text)) &&
      // The same words may be signed in another file.
      !lines.some(
        (other) =>
          lineStanding(other, now) === 'ready' &&
          plainWords(other.text).includes(plainWords(line.text)),
      ),
  );

const plainWords = (text: string): string =>
  ` ${(
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')} `;
