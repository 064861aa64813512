import { type Body, type PartOfDay, type Rule, rule } from './time-token.ts';
import { ABBREVIATIONS, zoneOfPlace } from './zones.ts';

const part = (value: PartOfDay): Body => ({ kind: 'part', part: value });

export const PARTS: readonly Rule[] = [
  rule("(?:later )?(?:tonight|tonite|2nite|2night)(?:'?s)?\\b", () => ({
    kind: 'part',
    part: 'night',
    today: true,
  })),
  rule("(?:later )?this (morning|afternoon|evening)(?:'s)?\\b", ([, name = '']) => ({
    kind: 'part',
    part: name === 'morning' || name === 'afternoon' ? name : 'evening',
    today: true,
  })),
  rule(
    'c\\.?o\\.?b\\b\\.?|e\\.?o\\.?d\\b\\.?|eob\\b|eobd\\b|c\\.?o\\.?p\\b|(?:the )?close of (?:business|play|work|office|day|the day|the business day|the working day)\\b|(?:the )?end[ -]of[ -](?:the )?(?:business |working |work )?day\\b|(?:the )?end of (?=(?:my|your|our|ur) day\\b)|(?:the )?end of (?:business|play|work|office hours|working hours|business hours)\\b|(?:the )?end of (?=(?:today|tomorrow|tdy|tmr|tmrw|mon|tue|wed|thu|fri)\\b|(?:mon|tues|wednes|thurs|fri)day)|knock-?off(?: time)?\\b|before (?:you|the office|we) (?:close|closes|knock off)\\b',
    () => ({ kind: 'close-of-business' }),
  ),
  rule(
    "(?:(?:in|at|during) )?(?:the |early |late )?(morning|afternoon|evening|night)(?:'s)?\\b",
    ([, name = '']) =>
      part(name === 'morning' || name === 'afternoon' || name === 'evening' ? name : 'night'),
  ),
  rule(
    '(?:lunch|dinner|breakfast|supper|tea)(?:-?time)?\\b|first thing\\b|start of (?:business|play|day|the day)\\b|over ?night\\b|prime ?time\\b',
    () => part('meal'),
  ),
  rule(
    'a\\.?s\\.?a\\.?p\\b\\.?|as (?:soon|quickly|fast) as (?:possible|you can|u can)|soonest\\b|immediately\\b|right (?:away|now)\\b|straight ?away\\b|at your earliest(?: convenience)?|chop chop|urgent(?:ly)?\\b|very soon\\b|now now\\b',
    () => ({ kind: 'soon' }),
  ),
];

const ABBREVIATION = [...ABBREVIATIONS.keys()].join('|');

export const ZONES: readonly Rule[] = [
  rule(
    '(?<=\\d:?\\d\\d(?:\\.\\d{1,3})?)(?:([+-])(\\d{2}):(\\d{2})|z)\\b',
    ([, sign = '', hours = '', minutes = '']) => ({
      kind: 'zone',
      zone: {
        kind: 'zone',
        zone:
          sign === ''
            ? 'UTC'
            : `UTC${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`,
        sure: true,
      },
      explicit: true,
    }),
  ),
  rule(
    '(?:gmt|utc) ?([+-]) ?(\\d{1,2})(?::?(\\d{2}))?(?!\\d)',
    ([, sign = '+', hours = '', minutes = '']) => {
      if (Number(hours) > 14) return undefined;
      const minute = minutes === '' || minutes === '00' ? '' : `:${minutes}`;
      return {
        kind: 'zone',
        zone: { kind: 'zone', zone: `UTC${sign}${Number(hours)}${minute}`, sure: true },
        explicit: true,
      };
    },
  ),
  rule(`(${ABBREVIATION})( time)?\\b`, ([, name = '', time = '']) => {
    const zone = ABBREVIATIONS.get(name);
    return zone === undefined ? undefined : { kind: 'zone', zone, explicit: time !== '' };
  }),
  rule(
    "((?:[a-z.']{1,20} ){0,3}?[a-z.']{1,20}?)(?:'s)?(?: (?:std|standard))? time\\b",
    ([, name = '']) => {
      const zone = zoneOfPlace(name.replace(/^(?:the|in|at) /, ''));
      return zone === undefined ? undefined : { kind: 'zone', zone, explicit: true };
    },
  ),
  rule(
    '(?:over )?here\\b(?= *(?:$|[,.;!?)]|today|tonight|tmr|tomorrow|please|pls|thanks))',
    () => ({
      kind: 'zone',
      zone: { kind: 'asker' },
      explicit: true,
    }),
  ),
  rule('(?:at )?(your|ur|my|our) (?:end|side|clock|day)\\b', ([, whose = '']) => ({
    kind: 'zone',
    zone: { kind: whose.endsWith('ur') && whose !== 'our' ? 'desk' : 'asker' },
    explicit: true,
  })),
  rule("((?:[a-z.']{2,20} ){0,2}[a-z.']{2,20})\\b", ([, name = '']) => placeToken(name)),
  rule("((?:[a-z.']{2,20} ){0,1}[a-z.']{2,20})\\b", ([, name = '']) => placeToken(name)),
  rule("([a-z.']{2,20})(?![a-z'])", ([, name = '']) => placeToken(name)),
];

/** A place without "time" behind it says nothing of the zone unless it stands beside a time. */
function placeToken(name: string): Body | undefined {
  const zone = zoneOfPlace(name.replace(/[.']+$/, ''));
  return zone === undefined ||
    zone.kind === 'desk' ||
    zone.kind === 'asker' ||
    zone.kind === 'local'
    ? undefined
    : { kind: 'zone', zone, explicit: false };
}
