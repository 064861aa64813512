import type { ZoneName } from './zones.ts';

/** An hour as it was said. `bare`: no telling whether before or after noon. */
export type Clock = {
  readonly hour: number;
  readonly minute: number;
  readonly form: 'bare' | 'sure';
  /** The end of the day that it belongs to: midnight, 24:00. */
  readonly endOfDay?: boolean;
  /** The person slipped, or it is a manner of speaking that is read in two ways. */
  readonly doubtful?: boolean;
  /** There is no such hour (25:00, 5:75 pm). */
  readonly impossible?: boolean;
  /** It may as well mean another hour, or no hour at all: it has to be asked. */
  readonly unclear?: boolean;
  /** The start of a stretch of time. */
  readonly range?: boolean;
};

export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night' | 'meal';

/** A day as it was said. */
export type SaidDay =
  | { readonly kind: 'offset'; readonly days: number }
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      readonly which:
        | 'coming'
        | 'this'
        | 'next'
        | 'last'
        | 'next-week'
        | 'this-week'
        | 'week-after';
    }
  | { readonly kind: 'date'; readonly day: number; readonly month: number; readonly year?: number }
  /** Two numbers, and the day first unless the asker is American. */
  | {
      readonly kind: 'numbers';
      readonly first: number;
      readonly second: number;
      readonly year?: number;
    }
  | { readonly kind: 'day-of-month'; readonly day: number }
  | { readonly kind: 'holiday'; readonly name: string }
  /** Next week, the weekend, the end of the month. */
  | { readonly kind: 'vague' };

export type TimeToken = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'clock'; readonly clock: Clock }
  /** A number that is an hour only beside words that make it one. */
  | {
      readonly kind: 'number';
      readonly clock: Clock;
      readonly year: boolean;
      readonly dotted: boolean;
    }
  | { readonly kind: 'day'; readonly day: SaidDay; readonly possible?: true }
  | { readonly kind: 'part'; readonly part: PartOfDay; readonly today?: true }
  | { readonly kind: 'close-of-business' }
  | {
      readonly kind: 'duration';
      readonly minutes: number;
      /** Days and weeks give a day and no hour. */
      readonly days?: number;
      readonly vague: boolean;
      readonly doubtful: boolean;
    }
  | { readonly kind: 'soon' }
  | { readonly kind: 'zone'; readonly zone: ZoneName; readonly explicit: boolean }
  | { readonly kind: 'approximately' }
  | { readonly kind: 'break' }
  | { readonly kind: 'comma' | 'range' | 'or' }
  | { readonly kind: 'word' | 'noise' }
);
/** A token without its place in the text. */
export type Body = TimeToken extends infer T
  ? T extends TimeToken
    ? Omit<T, 'from' | 'to'>
    : never
  : never;
/** A pattern, tried where the text stands, and what it says; `undefined`: it was something else after all. */
export type Rule = readonly [RegExp, (groups: readonly string[]) => Body | undefined];

export const rule = (
  pattern: string,
  read: (groups: readonly string[]) => Body | undefined,
): Rule => [new RegExp(pattern, 'y'), read];

export const noise = (pattern: string): Rule => rule(pattern, () => ({ kind: 'noise' }));
