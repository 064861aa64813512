import { isDenied } from './denial.ts';
import type { Clock, PartOfDay, SaidDay, TimeToken } from './time-tokens.ts';
import type { ZoneName } from './zones.ts';

/** Neighbouring words of time that speak of one moment: "Friday noon, London time". */
export type Mention = {
  /** Offsets in the text that the tokens were cut from. */
  readonly from: number;
  readonly to: number;
  readonly clock: Clock | undefined;
  readonly days: readonly SaidDay[];
  readonly part: PartOfDay | undefined;
  readonly today: boolean;
  readonly zone: ZoneName | undefined;
  readonly closeOfBusiness: boolean;
  readonly duration: Extract<TimeToken, { kind: 'duration' }> | undefined;
  readonly soon: boolean;
  readonly approximate: boolean;
  /** "Thursday or Friday", "5 or 6 pm". */
  readonly alternatives: boolean;
  /** "2 to 3 pm": its start counts. */
  readonly range: boolean;
};

/** What may stand between two words of time that belong together. */
const GLUE = /^(?:on|at|the|of|in|by|before|is|@|from|a|just|exactly|sharp)$/;

/** Words before a number that make an hour of it. */
const BEFORE_HOUR =
  /^(?:by|before|bef|b4|at|@|until|till|til|around|than|deadline|latest|between|due|is|maybe|from|later|make|eta)$/;

/** What may follow a number that is an hour; any other word makes it a count of something. */
const AFTER_HOUR =
  /^(?:please|pls|plz|plss|can|ok|okay|okie|thanks|thank|thx|tq|ty|cheers|sharp|latest|max|or|if|so|because|cos|coz|as|la|lah|leh|lor|ah|hor|possible|possibly|at|deadline|my|your|our|sg|tops|since|then|instead|would|is|will|works|for|i|we|need|and|to|the)$/;

const ON_AIR = /^(?:bulletins?|news|newscast|show|slot|edition|programme|program|broadcast|radio)$/;

/** Words that go with a bare time and add nothing: without others, a number alone is an hour. */
const FILLER =
  /^(?:please|pls|plz|can|cannot|or|not|anot|ok|okay|ah|la|lah|leh|lor|hor|by|before|deadline|is|need|it|this|reply|thanks|thx|tq|latest|sharp|the|hi|hello|at|for|my|answer|possible|u|you|be|will|done)$/;

/** Gathers tokens into mentions, left to right. */
export function timeMentions(tokens: readonly TimeToken[], text: string): Mention[] {
  const settled = ranges(hoursAmong(tokens, text), text);
  const mentions: Mention[] = [];
  let open: Open | undefined;
  let connector: TimeToken['kind'] | undefined;
  let gap = 0;
  const close = () => {
    const mention = open === undefined ? undefined : closed(open);
    if (mention !== undefined) mentions.push(mention);
    open = undefined;
    connector = undefined;
    gap = 0;
  };
  for (const [index, token] of settled.entries()) {
    if (token.kind === 'break') close();
    else if (token.kind === 'comma' || token.kind === 'range' || token.kind === 'or') {
      if (token.kind !== 'comma' || connector === undefined) connector = token.kind;
      gap += 1;
      if (gap > 3) close();
    } else if (isOther(token, text)) {
      const word = text.slice(token.from, token.to);
      const glue =
        token.kind === 'word' &&
        (GLUE.test(word) || (open?.clock !== undefined && ON_AIR.test(word)));
      gap += 1;
      if (!glue || gap > 3) close();
    } else {
      if (
        open !== undefined &&
        !fits(
          open,
          token,
          connector,
          gap,
          settled.slice(index + 1, index + 4),
          isDenied(text.slice(Math.max(0, open.from - 60), open.from)),
        )
      )
        close();
      if (open === undefined && token.kind === 'zone' && !token.explicit) continue;
      open = withToken(open, token, connector);
      connector = undefined;
      gap = 0;
    }
  }
  close();
  return mentions;
}

type Open = { -readonly [K in keyof Mention]: Mention[K] };

const isOther = (token: TimeToken, text: string): boolean =>
  token.kind === 'word' ||
  token.kind === 'noise' ||
  token.kind === 'number' ||
  // "the 1st question" is no day: an ordinal is one only after "by" or beside an hour.
  (token.kind === 'day' &&
    token.possible === true &&
    !/(?:\b(?:by|before|on|until|till|due|deadline|is)\s+|[,(]\s*)$/.test(
      text.slice(Math.max(0, token.from - 12), token.from),
    ) &&
    !/^(?:,? ?(?:at )?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m|h)|,? (?:at )?(?:noon|midnight))/.test(
      text.slice(token.to, token.to + 18),
    ));

/** Whether a word of time goes with those before it, or speaks of another moment. */
function fits(
  open: Open,
  token: TimeToken,
  connector: TimeToken['kind'] | undefined,
  gap: number,
  following: readonly TimeToken[],
  denied: boolean,
): boolean {
  const hasHour = open.clock !== undefined || open.closeOfBusiness || open.duration !== undefined;
  // "Asap, latest 5pm" and "not urgent, Monday 5pm": the wish for speed stands by itself.
  if (open.soon || token.kind === 'soon') return false;
  switch (token.kind) {
    case 'clock':
      return open.clock === undefined
        ? open.duration === undefined || open.duration.days !== undefined
        : connector === 'or' ||
            (connector === 'comma' && sameHour(open.clock, token.clock) && open.zone === undefined);
    case 'day': {
      // "no need by 5pm, tomorrow noon is ok": the day belongs to the hour behind it.
      const next = following.find(({ kind }) => kind !== 'part');
      const ownsNext = next?.kind === 'clock' || next?.kind === 'close-of-business';
      if (hasHour && ownsNext && (connector !== undefined || open.days.length > 0)) return false;
      // "not today, tomorrow 10am"
      if (
        connector === 'comma' &&
        ownsNext &&
        (denied || open.days.some((said) => said.kind === token.day.kind))
      )
        return false;
      return !(open.days.length > 0 && hasHour && connector === undefined && gap > 0);
    }
    case 'part':
      return open.part === undefined || connector === 'or';
    case 'close-of-business':
      return !open.closeOfBusiness;
    case 'duration':
      return !hasHour && open.days.length === 0;
    case 'zone':
      return (
        open.zone === undefined &&
        (token.explicit ||
          ((hasHour || open.days.length > 0 || open.part !== undefined) && gap <= 2))
      );
    default:
      return true;
  }
}

const sameHour = (one: Clock, other: Clock) =>
  one.minute === other.minute && one.hour % 12 === other.hour % 12;

function withToken(
  before: Open | undefined,
  token: TimeToken,
  connector: TimeToken['kind'] | undefined,
): Open {
  const open: Open = before ?? {
    from: token.from,
    to: token.to,
    clock: undefined,
    days: [],
    part: undefined,
    today: false,
    zone: undefined,
    closeOfBusiness: false,
    duration: undefined,
    soon: false,
    approximate: false,
    alternatives: false,
    range: false,
  };
  open.to = token.to;
  const doubled =
    (token.kind === 'clock' && open.clock !== undefined && !sameHour(open.clock, token.clock)) ||
    (token.kind === 'day' &&
      open.days.length > 0 &&
      (connector === 'or' || connector === 'range')) ||
    (token.kind === 'part' && open.part !== undefined);
  if (doubled) open.alternatives = true;
  switch (token.kind) {
    case 'clock':
      // Of "5pm (17:00)", the one that leaves no doubt counts.
      if (open.clock === undefined || (open.clock.form === 'bare' && token.clock.form === 'sure'))
        open.clock = token.clock;
      open.range ||= token.clock.range === true;
      break;
    case 'day':
      open.days = [...open.days, token.day];
      break;
    case 'part':
      open.part ??= token.part;
      open.today ||= token.today === true;
      break;
    case 'zone':
      open.zone = token.zone;
      break;
    case 'close-of-business':
      open.closeOfBusiness = true;
      break;
    case 'duration':
      open.duration = token;
      break;
    case 'soon':
      open.soon = true;
      break;
    case 'approximately':
      open.approximate = true;
      break;
    default:
      break;
  }
  return open;
}

/** A zone or an "about" alone is no mention of a time. */
const closed = (open: Open): Mention | undefined =>
  open.clock !== undefined ||
  open.days.length > 0 ||
  open.part !== undefined ||
  open.closeOfBusiness ||
  open.duration !== undefined ||
  open.soon
    ? open
    : undefined;

/** Makes hours of those numbers that their neighbours make hours of. */
function hoursAmong(tokens: readonly TimeToken[], text: string): TimeToken[] {
  const wordAt = (token: TimeToken | undefined) =>
    token === undefined ? '' : text.slice(token.from, token.to);
  const alone = tokens.every(
    (token) =>
      token.kind === 'number' ||
      token.kind === 'break' ||
      token.kind === 'comma' ||
      token.kind === 'or' ||
      (token.kind === 'word' && FILLER.test(wordAt(token))),
  );
  const hours: TimeToken[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'number') {
      hours.push(token);
      continue;
    }
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    const beside =
      before?.kind === 'part' ||
      before?.kind === 'approximately' ||
      (before?.kind === 'day' && before.possible === undefined) ||
      (before?.kind === 'comma' && tokens[index - 2]?.kind === 'day') ||
      after?.kind === 'part' ||
      (after?.kind === 'day' && after.day.kind === 'offset') ||
      (after?.kind === 'zone' && (after.explicit || token.dotted || token.clock.form === 'sure')) ||
      wordAt(after) === 'sharp' ||
      (after?.kind === 'approximately' && after.from === token.to);
    const cue =
      BEFORE_HOUR.test(wordAt(before)) ||
      (token.dotted && /^(?:for|the)$/.test(wordAt(before)) && ON_AIR.test(wordAt(after))) ||
      (before?.kind === 'or' && hours[index - 2]?.kind === 'clock');
    const follows =
      after === undefined ||
      (after.kind !== 'noise' &&
        after.kind !== 'number' &&
        (after.kind !== 'word' ||
          AFTER_HOUR.test(wordAt(after)) ||
          ON_AIR.test(wordAt(after)) ||
          GLUE.test(wordAt(after))));
    const hour = token.clock;
    const plausible = !hour.impossible || beside;
    const joinsClock =
      (after?.kind === 'range' || /^(?:or|\/)$/.test(wordAt(after))) &&
      tokens[index + 2]?.kind === 'clock' &&
      (before === undefined || before.kind === 'comma' || BEFORE_HOUR.test(wordAt(before)));
    const isYear = token.year && !beside && !alone;
    if (plausible && follows && !isYear && (joinsClock || beside || cue || alone))
      hours.push({
        ...token,
        kind: 'clock',
        clock: token.year && !beside ? { ...hour, unclear: true } : hour,
      });
    else hours.push(token);
  }
  return hours;
}

/** "2 to 3 pm" is its start. A start without am or pm takes that of the end, if it then comes before it. */
function ranges(tokens: readonly TimeToken[], text: string): TimeToken[] {
  const merged: TimeToken[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const start = tokens[index];
    const link = tokens[index + 1];
    const end = tokens[index + 2];
    if (
      (start?.kind === 'clock' || start?.kind === 'number') &&
      (end?.kind === 'clock' || end?.kind === 'number') &&
      (link?.kind === 'range' ||
        (link?.kind === 'or' &&
          /\bbetween\W+(?:the hours of )?$/.test(
            text.slice(Math.max(0, start.from - 28), start.from),
          ))) &&
      (start.kind === 'clock' || end.kind === 'clock')
    ) {
      merged.push({
        from: start.from,
        to: end.to,
        kind: 'clock',
        clock: { ...startOf(start.clock, end.clock), range: true },
      });
      index += 2;
    } else if (start !== undefined) merged.push(start);
  }
  return merged;
}

function startOf(start: Clock, end: Clock): Clock {
  if (start.form === 'sure' || end.form === 'bare') return start;
  const minutes = (hour: number) => hour * 60 + start.minute;
  const early = start.hour % 12;
  const endsAt = end.hour * 60 + end.minute || 24 * 60;
  const late = minutes(early + 12) < endsAt ? early + 12 : early;
  return { ...start, hour: late, form: 'sure' };
}
