import { isDenied } from './denial.ts';
import { GLUE, hoursAmong, ON_AIR, ranges } from './hours-among.ts';
import type { Clock, PartOfDay, SaidDay, TimeToken } from './time-token.ts';
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
