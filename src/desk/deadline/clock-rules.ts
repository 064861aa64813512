import { type Body, type Clock, type Rule, rule } from './time-token.ts';

const HOUR = '(\\d{1,2})';
const HALF = '(a\\.m\\.|p\\.m\\.|a\\.? ?m\\b|p\\.? ?m\\b)';
const SLIP = '(pn|om|pmm|pmn|mp|p,m|p;m|pm,|lm|0m|sm|an|amm|ma|a,m)';

const hourOf = (
  hour: number,
  half: string,
): Pick<Clock, 'hour' | 'form' | 'impossible' | 'doubtful'> => {
  const afternoon = half.startsWith('p') || /^(?:om|lm|0m|mp)/.test(half);
  if (hour > 12 && hour < 24 && afternoon) return { hour, form: 'sure', doubtful: true };
  if (hour > 12 || (hour === 0 && afternoon)) return { hour, form: 'sure', impossible: true };
  return { hour: (hour % 12) + (afternoon ? 12 : 0), form: 'sure' };
};

const twelveHour = (hour: string, minute: string, half: string, doubtful = false): Body => {
  const read = hourOf(Number(hour), half);
  const minutes = Number(minute || '0');
  return {
    kind: 'clock',
    clock: {
      ...read,
      minute: minutes,
      ...(doubtful ? { doubtful: true } : {}),
      ...(minutes > 59 ? { impossible: true } : {}),
    },
  };
};

/** Hours and minutes by a clock of 24 hours, or of 12 where nothing tells. */
export const dayClock = (hourText: string, minuteText: string, sure = false): Clock => {
  const hour = Number(hourText);
  const minute = Number(minuteText || '0');
  const clear =
    sure || hour > 12 || hour === 0 || (hourText.length === 2 && hourText.startsWith('0'));
  return {
    hour: hour === 24 ? 0 : hour,
    minute,
    form: clear ? 'sure' : 'bare',
    ...(hour === 24 && minute === 0 ? { endOfDay: true } : {}),
    ...(hour > 24 || minute > 59 || (hour === 24 && minute > 0) ? { impossible: true } : {}),
  };
};

export const clock = (value: Clock): Body => ({ kind: 'clock', clock: value });

/** "half past four", "quarter to 5 pm", "20 past noon". */
const spokenClock = ([, part = '', side = '', target = '', half = '']: readonly string[]):
  | Body
  | undefined => {
  const amount = part.includes('half')
    ? 30
    : part.includes('quarter')
      ? 15
      : Number.parseInt(part, 10);
  const fixed = target === 'noon' ? 12 : target === 'midnight' ? 24 : undefined;
  const hour = fixed ?? Number(target);
  if (amount > 59 || (fixed === undefined && (hour < 1 || hour > 12))) return undefined;
  // "5 to 6 pm" is a range; "10 to 5 pm" is ten minutes before five, or a range of seven hours.
  if (/^\d+$/.test(part) && (side !== 'past' || amount % 5 !== 0)) {
    if (side !== 'to' || amount % 5 !== 0 || (hour > amount && hour <= amount + 3))
      return undefined;
    return clock({ hour, minute: 0, form: 'bare', unclear: true });
  }
  const before = side === 'to' || side === 'before' || side === 'till';
  const minutes = (hour * 60 + (before ? -amount : amount)) % (24 * 60);
  const base = { minute: minutes % 60 };
  if (fixed !== undefined) return clock({ ...base, hour: Math.floor(minutes / 60), form: 'sure' });
  const halfDay = half === '' ? undefined : half.startsWith('p') ? 12 : 0;
  const read = Math.floor(minutes / 60) % 12;
  return halfDay === undefined
    ? clock({ ...base, hour: read === 0 ? 12 : read, form: 'bare' })
    : clock({ ...base, hour: read + halfDay, form: 'sure' });
};

export const CLOCKS: readonly Rule[] = [
  rule('12 ?(?:nn\\b|n\\.n\\.?|noon\\b)|(?:high )?noon\\b|mid-?day\\b|12 midday\\b', () =>
    clock({ hour: 12, minute: 0, form: 'sure' }),
  ),
  rule('12 ?(?:mn\\b|midnight\\b)|mid-?night\\b|2400 ?(?:hrs?|h)?\\b|12 at night\\b', () =>
    clock({ hour: 0, minute: 0, form: 'sure', endOfDay: true }),
  ),
  rule(
    `(half|(?:a )?quarter|\\d{1,2}(?: ?min(?:ute)?s?)?) (past|after|to|till|before) (\\d{1,2}|noon|midnight)(?![\\d:]|\\.\\d)(?: ?${HALF}|(?! ?[ap]\\.?m)\\b)`,
    spokenClock,
  ),
  rule('half (\\d{1,2})\\b(?![:./]\\d| ?[ap]\\.?m| ?h)', ([, hour = '']) =>
    Number(hour) >= 1 && Number(hour) <= 12
      ? clock({ hour: Number(hour), minute: 30, form: 'bare', doubtful: true })
      : undefined,
  ),
  rule(`${HOUR}(?: ?[:.h] ?(\\d{2}))? ?${HALF}`, ([, hour = '', minute = '', half = '']) =>
    twelveHour(hour, minute, half),
  ),
  rule(`(\\d{1,2})(\\d{2}) ?${HALF}`, ([, hour = '', minute = '', half = '']) =>
    twelveHour(hour, minute, half),
  ),
  rule(`${HOUR}(?:[:.]?(\\d{2}))?${SLIP}\\b`, ([, hour = '', minute = '', half = '']) =>
    twelveHour(hour, minute, half, true),
  ),
  rule(`${HOUR}(?:[:.](\\d{2}))?([ap])\\b(?!\\.\\w)`, ([, hour = '', minute = '', half = '']) =>
    twelveHour(hour, minute, half, true),
  ),
  rule('(\\d{2})[:.h]?(\\d{2}) ?(?:hrs?|h|hours)\\b', ([, hour = '', minute = '']) =>
    clock(dayClock(hour, minute, true)),
  ),
  rule('(\\d)[:.]?(\\d{2}) ?(?:hrs)\\b', ([, hour = '', minute = '']) =>
    clock(dayClock(hour, minute, true)),
  ),
  rule('(\\d{1,2})h(\\d{2})\\b', ([, hour = '', minute = '']) => clock(dayClock(hour, minute))),
  rule(`${HOUR}(?:[:.](\\d{2}))? ?o ?'? ?clock\\b`, ([, hour = '', minute = '']) =>
    clock(dayClock(hour, minute)),
  ),
  rule(`${HOUR}:(\\d{2})(?::\\d{2}(?:\\.\\d{1,3})?)?(?![:\\d])`, ([, hour = '', minute = '']) =>
    clock(dayClock(hour, minute)),
  ),
];
