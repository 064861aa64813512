import { expect, test } from 'vitest';
import { DeskFile } from '../../src/desk/desk.ts';
import { signingRight } from '../../src/desk/second-eyes.ts';

const alone = DeskFile.parse({ staff: { people: ['U0MEI00000'] } });
const several = DeskFile.parse({ staff: { people: ['U0MEI00000', 'U0BEN00000', 'U0S1T10000'] } });
const MINUTE_MS = 60_000;

test.each([
  {
    who: 'MEI',
    desk: alone,
    officer: undefined,
    minutes: 0,
    right: 'may',
    why: 'nobody else is named',
  },
  {
    who: 'MEI',
    desk: several,
    officer: undefined,
    minutes: 60,
    right: 'own-work',
    why: 'others are named',
  },
  {
    who: 'MEI',
    desk: several,
    officer: 'U0MEI00000',
    minutes: 60,
    right: 'own-work',
    why: 'also on duty',
  },
  {
    who: 'BEN',
    desk: several,
    officer: undefined,
    minutes: 0,
    right: 'may',
    why: 'nobody is on duty',
  },
  {
    who: 'BEN',
    desk: several,
    officer: 'U0BEN00000',
    minutes: 0,
    right: 'may',
    why: 'they are on duty',
  },
  {
    who: 'BEN',
    desk: several,
    officer: 'U0MEI00000',
    minutes: 0,
    right: 'may',
    why: 'the officer classed it',
  },
  {
    who: 'BEN',
    desk: several,
    officer: 'U0S1T10000',
    minutes: 14,
    right: 'not-on-duty',
    why: 'another is',
  },
  {
    who: 'BEN',
    desk: several,
    officer: 'U0S1T10000',
    minutes: 15,
    right: 'may',
    why: 'the officer does not answer',
  },
] as const)('what Mei decided, $who signs off after $minutes min: $right, since $why', (given) => {
  const { who, desk, officer, minutes, right } = given;
  expect(
    signingRight(desk, {
      userId: `U0${who}00000`,
      decidedBy: 'U0MEI00000',
      officer,
      waitedMs: minutes * MINUTE_MS,
    }),
  ).toBe(right);
});
