import type { Clock, TimeToken } from './time-token.ts';

/** What may stand between two words of time that belong together. */
export const GLUE = /^(?:on|at|the|of|in|by|before|is|@|from|a|just|exactly|sharp)$/;

export const ON_AIR =
  /^(?:bulletins?|news|newscast|show|slot|edition|programme|program|broadcast|radio)$/;

/** Words before a number that make an hour of it. */
const BEFORE_HOUR =
  /^(?:by|before|bef|b4|at|@|until|till|til|around|than|deadline|latest|between|due|is|maybe|from|later|make|eta)$/;

/** What may follow a number that is an hour; any other word makes it a count of something. */
const AFTER_HOUR =
  /^(?:please|pls|plz|plss|can|ok|okay|okie|thanks|thank|thx|tq|ty|cheers|sharp|latest|max|or|if|so|because|cos|coz|as|la|lah|leh|lor|ah|hor|possible|possibly|at|deadline|my|your|our|sg|tops|since|then|instead|would|is|will|works|for|i|we|need|and|to|the)$/;

/** Words that go with a bare time and add nothing: without others, a number alone is an hour. */
const FILLER =
  /^(?:please|pls|plz|can|cannot|or|not|anot|ok|okay|ah|la|lah|leh|lor|hor|by|before|deadline|is|need|it|this|reply|thanks|thx|tq|latest|sharp|the|hi|hello|at|for|my|answer|possible|u|you|be|will|done)$/;

/** Makes hours of those numbers that their neighbours make hours of. */
export function hoursAmong(tokens: readonly TimeToken[], text: string): TimeToken[] {
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
export function ranges(tokens: readonly TimeToken[], text: string): TimeToken[] {
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
