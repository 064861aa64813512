import type { Desk } from '../desk.ts';
import { CLOCKS, dayClock } from './clock-rules.ts';
import { DAYS, holidayRules } from './day-rules.ts';
import { DURATIONS } from './duration-rules.ts';
import { NOISE } from './noise-rules.ts';
import { PARTS, ZONES } from './place-rules.ts';
import { type Rule, rule, type TimeToken } from './time-token.ts';

const REST: readonly Rule[] = [
  rule(
    '(?:around|(?<!(?:how|what) )about|approx(?:imately)?\\.?|roughly|circa|abt|~|say|or so|thereabouts|give or take)(?![a-z])',
    () => ({
      kind: 'approximately',
    }),
  ),
  rule('-?ish\\b|\\+(?=\\s|$|[.,?!])', () => ({ kind: 'approximately' })),
  rule('(\\d{1,2})\\.(\\d{2})(?!\\d|\\.\\d)', ([, hour = '', minute = '']) => ({
    kind: 'number',
    clock: dayClock(hour, minute),
    year: false,
    dotted: true,
  })),
  rule('(\\d{2})(\\d{2})(?!\\d)', ([, hour = '', minute = '']) => ({
    kind: 'number',
    clock: dayClock(hour, minute, true),
    year: hour === '20',
    dotted: false,
  })),
  rule('(\\d)(\\d{2})(?!\\d)', ([, hour = '', minute = '']) => ({
    kind: 'number',
    clock: dayClock(hour, minute),
    year: false,
    dotted: false,
  })),
  rule('(\\d{1,2})(?![\\d%])', ([, hour = '']) => ({
    kind: 'number',
    clock: dayClock(hour, ''),
    year: false,
    dotted: false,
  })),
  rule('[.!?;\\n]+|-{2,}| - |\\.\\.\\.|…', () => ({ kind: 'break' })),
  rule('[,:()\\[\\]"*_>|]', () => ({ kind: 'comma' })),
  rule('-|to\\b|until\\b|till\\b|til\\b', () => ({ kind: 'range' })),
  rule('or\\b|/|and\\b|&', () => ({ kind: 'or' })),
];

const ORDER: readonly Rule[] = [
  ...DURATIONS,
  ...NOISE,
  ...CLOCKS,
  ...DAYS,
  ...PARTS,
  ...ZONES,
  ...REST,
];

/** Cuts a text, in lower case, into words of time and others. Linear in its length. */
export function timeTokens(text: string, desk: Desk): TimeToken[] {
  const holidays = holidayRules(desk);
  const tokens: TimeToken[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === ' ') {
      at += 1;
      continue;
    }
    const token = firstToken(holidays, text, at) ??
      firstToken(ORDER, text, at) ?? {
        kind: 'word' as const,
        from: at,
        to: wordEnd(text, at),
      };
    tokens.push(token);
    at = token.to;
  }
  return tokens;
}

function firstToken(rules: readonly Rule[], text: string, at: number): TimeToken | undefined {
  // "5" inside "G75" or "A5.30" is no number of its own.
  const inside = /[\p{L}\p{N}]/u.test(text[at] ?? '') && /[\p{L}\p{N}_]/u.test(text[at - 1] ?? ' ');
  if (inside && /\d/.test(text[at - 1] ?? '') === /\d/.test(text[at] ?? '')) return undefined;
  for (const [pattern, read] of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || match[0] === '') continue;
    const body = read(match.map((group) => group ?? ''));
    if (body !== undefined)
      return { ...body, from: at, to: at + Math.max(1, match[0].trimEnd().length) };
  }
  return undefined;
}

const WORD = /[\p{L}\p{M}\p{N}'_-]+/uy;

function wordEnd(text: string, at: number): number {
  WORD.lastIndex = at;
  const match = WORD.exec(text);
  return at + (match === null ? 1 : match[0].length);
}
