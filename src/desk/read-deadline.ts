import { roleOf } from './deadline/judge-mention.ts';
import { type MappedText, mapText, replaceMapped } from './deadline/mapped-text.ts';
import { settleMention } from './deadline/settle-mention.ts';
import type { Settled } from './deadline/settled.ts';
import { type Mention, timeMentions } from './deadline/time-mentions.ts';
import type { TimeToken } from './deadline/time-token.ts';
import { timeTokens } from './deadline/time-tokens.ts';
import { mendedWord, NUMBER_PATTERN, numberOf } from './deadline/time-words.ts';
import { toEnglish } from './deadline/to-english.ts';
import { knownZone, type ZoneName } from './deadline/zones.ts';
import type { Deadline } from './deadline.ts';
import { dayWords, readBack } from './deadline-words.ts';
import type { Desk } from './desk.ts';

/** Who asks, when and from where. */
export type DeadlineContext = {
  readonly now: Date;
  /** The asker's IANA zone; another one named in the text wins. */
  readonly zone: string;
  readonly desk: Desk;
};

/** Of a longer text the beginning and the end are read: a deadline stands at one of them. */
const MAX_CHARACTERS = 4_000;
/** Nobody names more times than this to say when an answer is needed. */
const MAX_MENTIONS = 24;

const NO_DEADLINE =
  /\bno (?:deadline|rush|hurry|urgency|time limit|particular (?:deadline|time)|fixed deadline|specific deadline)\b|\b(?:not urgent|isn't urgent|no need to (?:rush|hurry)|take your time|whenever|any ?time(?! (?:by|before|until|today|tomorrow|this|next|on|between))|don't have a deadline|do not have a deadline|without (?:a )?deadline)\b/;

const CORRECTION =
  /\b(?:sorry|i mean|i meant|make (?:it|that)|make that|actually|correction|scratch that|wait|rather|oops|change(?:d)? to|instead|\bno\b,)/;

/**
 * When somebody needs an answer, in their own words: "before 4.30pm", "1800hrs", "Friday noon London time", "COB".
 * Never guesses in silence: what can be meant in two ways comes back as `ask`, and what was settled by a rule of thumb
 * carries `confirm`. Times of events, prices, years and telephone numbers are no deadlines. Total, and linear in time.
 */
export function readDeadline(text: string, { now, zone, desk }: DeadlineContext): Deadline {
  if (Number.isNaN(now.getTime())) return { kind: 'none' };
  const capped = cap(text);
  const { mapped, foreign } = toEnglish(mapText(capped));
  const english = plainWords(mapped);
  const tokens = timeTokens(english.text, desk);
  const mentions = timeMentions(tokens, english.text).slice(-MAX_MENTIONS);
  const askerZone = knownZone(zone, desk.zone);

  const judged = mentions.map((mention) => ({
    mention,
    role: roleOf(mention, withoutOthers(english.text, mention, mentions)),
  }));
  const none = NO_DEADLINE.test(english.text);
  const denied = none || judged.some(({ role }) => role === 'denied');
  const wanted = joined(
    judged.filter(({ role }) => role === 'deadline').map(({ mention }) => mention),
  );
  const setting = {
    now,
    askerZone,
    statedZone: statedPlace(tokens, english.text),
    desk,
    confirm:
      foreign ||
      denied ||
      (zone !== askerZone && mentions.every((mention) => mention.zone === undefined)),
    onAir: /\b(?:bulletin|news|newscast|show|broadcast|edition|programme)\b/.test(english.text),
  };

  const precise = wanted.mentions.filter(hasHour);
  const candidates =
    precise.length > 0 ? precise : wanted.mentions.filter(({ soon }) => !soon || !none);
  const corrected = candidates.length > 1 && corrects(candidates, english.text);
  const chosen = corrected ? candidates.slice(-1) : candidates;
  const outcomes = chosen.map((mention) => ({
    mention,
    settled: settleMention(mention, {
      ...setting,
      confirm: setting.confirm || corrected || wanted.joined,
    }),
  }));
  const [first] = outcomes;
  if (first === undefined) return { kind: 'none' };
  const same = outcomes.every(({ settled }) => sameMoment(settled, first.settled));
  const matched = wordsOf(capped, english, chosen);
  const outcome: Settled =
    same || first.settled.kind === 'ask'
      ? first.settled
      : { kind: 'ask', question: 'Which of these times do you need this by?', day: undefined };
  if (outcome.kind === 'at')
    return {
      kind: 'at',
      at: outcome.at,
      zone: outcome.zone,
      confirm: outcome.confirm,
      understood: readBack(outcome.at, { asker: outcome.zone, desk: desk.zone }),
      matched,
    };
  return {
    kind: 'ask',
    question: outcome.question,
    understood: outcome.day === undefined ? '' : `${dayWords(outcome.day)}, no time understood`,
    matched,
  };
}

const cap = (text: string): string =>
  text.length <= MAX_CHARACTERS
    ? text
    : `${text.slice(0, (MAX_CHARACTERS * 3) / 4)}\n${text.slice(-MAX_CHARACTERS / 4)}`;

/** Number words as digits, and slips of the pen mended. */
function plainWords(mapped: MappedText): MappedText {
  // The letter O for a nought: "5:3Opm".
  const noughts = replaceMapped(
    mapped,
    /(?<=\d[:.]\d)o(?= ?[ap]m\b|\b)|(?<=\d)o(?=\d{0,2} ?(?:hrs?|[ap]m)\b)/g,
    () => '0',
  );
  const spelled = replaceMapped(
    replaceMapped(
      noughts,
      /\b(twenty|forty)[ -](four|five|eight)\b/g,
      (_, tens = '', ones = '') => `${tens}-${ones}`,
    ),
    /\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -](fifteen|thirty|forty-five)\b(?! ?(?:min|hour|day))/g,
    (_, hour = '', minute = '') => `${numberOf(hour)}:${numberOf(minute)}`,
  );
  const digits = replaceMapped(
    spelled,
    new RegExp(`\\b(?:${NUMBER_PATTERN})\\b`, 'g'),
    (number = '') => String(numberOf(number)),
  );
  return replaceMapped(digits, /[a-z]{5,11}/g, (word = '') => mendedWord(word) ?? word);
}

const hasHour = ({ clock, duration, closeOfBusiness, alternatives }: Mention): boolean =>
  clock !== undefined ||
  closeOfBusiness ||
  alternatives ||
  (duration !== undefined && duration.days === undefined && !duration.vague);

/** "Need it by Friday. 5pm would be best": a day and an hour that were said apart belong together. */
function joined(mentions: readonly Mention[]): { mentions: readonly Mention[]; joined: boolean } {
  const hours = mentions.filter(hasHour);
  const days = mentions.filter((mention) => !hasHour(mention) && mention.days.length > 0);
  const [hour] = hours;
  const [day] = days;
  if (hours.length !== 1 || hour === undefined || day === undefined)
    return { mentions, joined: false };
  if (hour.days.length > 0 || hour.duration !== undefined || hour.today)
    return { mentions, joined: false };
  return { mentions: [{ ...hour, days: days.flatMap((mention) => mention.days) }], joined: true };
}

/** "5pm, sorry, 6pm": the last word counts. */
function corrects(mentions: readonly Mention[], text: string): boolean {
  const [first] = mentions;
  const last = mentions.at(-1);
  return (
    first !== undefined && last !== undefined && CORRECTION.test(text.slice(first.to, last.from))
  );
}

/** Blanks the other mentions, so that their words do not stand for what is talked about. */
function withoutOthers(text: string, mention: Mention, all: readonly Mention[]): string {
  return all
    .filter((other) => other !== mention)
    .reduce(
      (blanked, { from, to }) => blanked.slice(0, from) + ' '.repeat(to - from) + blanked.slice(to),
      text,
    );
}

/** Where the asker says to be: "I'm in Madrid". */
function statedPlace(tokens: readonly TimeToken[], text: string): ZoneName | undefined {
  const token = tokens.find(
    ({ kind, from }) =>
      kind === 'zone' &&
      /\b(?:i'?m|i am|we'?re|we are|based|calling|writing|here|located|currently) (?:now |currently |based |here )?(?:in|from) $/.test(
        text.slice(Math.max(0, from - 40), from),
      ),
  );
  return token?.kind === 'zone' ? token.zone : undefined;
}

const sameMoment = (one: Settled, other: Settled): boolean =>
  one.kind === 'at' && other.kind === 'at'
    ? one.at.getTime() === other.at.getTime()
    : one.kind === other.kind;

/** The words of the mentions as they stand in the original. */
function wordsOf(
  original: string,
  { text, origin }: MappedText,
  mentions: readonly Mention[],
): string {
  return mentions
    .map(({ from, to }) => {
      let end = to;
      while (text[end] === ' ') end += 1;
      return original.slice(origin[from] ?? 0, origin[end] ?? original.length).trim();
    })
    .join(' … ');
}
