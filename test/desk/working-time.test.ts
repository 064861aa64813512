import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBack } from '../../src/desk/deadline-words.ts';
import { defaultDesk } from '../../src/desk/desk.ts';
import { splitQuestions } from '../../src/desk/split-questions.ts';
import { isWorkingTime, nextWorkingTime, reminderTimes } from '../../src/desk/working-time.ts';

const desk = { ...defaultDesk, holidays: [{ date: '2026-12-25', name: 'Christmas Day' }] };
const at = (text: string) => new Date(`${text}:00+08:00`);

describe('working time', () => {
  test.each([
    ['2026-11-25T08:59', false],
    ['2026-11-25T09:00', true],
    ['2026-11-25T17:59', true],
    ['2026-11-25T18:00', false],
    ['2026-11-28T12:00', false],
    ['2026-12-25T12:00', false],
  ])('%s: %s', (text, expected) => {
    expect(isWorkingTime(desk, at(text))).toBe(expected);
  });

  test('after a Thursday evening before a holiday, the desk next works on Monday', () => {
    expect(nextWorkingTime(desk, at('2026-12-24T19:00'))).toEqual(at('2026-12-28T09:00'));
  });

  test('a desk that is always closed never works', () => {
    const hours = {
      monday: null,
      tuesday: null,
      wednesday: null,
      thursday: null,
      friday: null,
      saturday: null,
      sunday: null,
    };
    expect(nextWorkingTime({ ...desk, hours }, at('2026-11-25T10:00'))).toBeUndefined();
  });
});

describe('reminderTimes()', () => {
  test('at half, three quarters and nine tenths of the time', () => {
    expect(
      reminderTimes({ from: at('2026-11-25T10:00'), deadline: at('2026-11-25T15:00'), desk }),
    ).toEqual([
      { step: 'remind', at: at('2026-11-25T12:30') },
      { step: 'tell-desk', at: at('2026-11-25T13:45') },
      { step: 'duty-officer', at: at('2026-11-25T14:30') },
    ]);
  });

  test('wakes nobody in the night for a deadline at noon', () => {
    const steps = reminderTimes({
      from: at('2026-11-25T17:00'),
      deadline: at('2026-11-26T12:00'),
      desk,
    });
    expect(steps.map((step) => step.at)).toEqual([
      at('2026-11-26T09:00'),
      at('2026-11-26T09:00'),
      at('2026-11-26T10:06'),
    ]);
  });

  test('a deadline in the night is reminded of in the night', () => {
    const steps = reminderTimes({
      from: at('2026-11-25T20:00'),
      deadline: at('2026-11-26T00:00'),
      desk,
    });
    expect(steps[0]?.at).toEqual(at('2026-11-25T22:00'));
  });

  test('steps come in order, between asking and deadline', () => {
    const minutes = fc.integer({ min: 1, max: 60 * 24 * 20 });
    fc.assert(
      fc.property(minutes, minutes, (start, length) => {
        const from = new Date(at('2026-11-25T00:00').getTime() + start * 60_000);
        const deadline = new Date(from.getTime() + length * 60_000);
        const times = reminderTimes({ from, deadline, desk }).map((step) => step.at.getTime());
        expect(times).toEqual(times.toSorted((one, other) => one - other));
        for (const time of times) {
          expect(time).toBeGreaterThanOrEqual(from.getTime());
          expect(time).toBeLessThan(deadline.getTime());
        }
      }),
    );
  });
});

describe('readBack()', () => {
  test.each([
    ['2026-11-25T17:00', 'Asia/Singapore', 'Wed 25 Nov 2026, 5:00 pm Singapore time'],
    [
      '2026-11-25T17:00',
      'Europe/London',
      'Wed 25 Nov 2026, 9:00 am London time (5:00 pm Singapore)',
    ],
    [
      '2026-11-26T01:00',
      'Europe/London',
      'Wed 25 Nov 2026, 5:00 pm London time (Thu 26 Nov, 1:00 am Singapore)',
    ],
    ['2026-11-25T12:00', 'Asia/Singapore', 'Wed 25 Nov 2026, 12 noon Singapore time'],
    [
      '2026-11-26T00:00',
      'Asia/Singapore',
      'Wed 25 Nov 2026, midnight at the end of the day Singapore time',
    ],
  ])('%s for %s', (text, asker, words) => {
    expect(readBack(at(text), { asker, desk: 'Asia/Singapore' })).toBe(words);
  });
});

describe('splitQuestions()', () => {
  test.each([
    ['How much was invested?', ['How much was invested?']],
    ['Hi! How much was invested? Which sectors?', ['How much was invested?', 'Which sectors?']],
    ['1. How much?\n2. Who decides?\nThanks', ['How much?', 'Who decides?']],
    [
      'Hello all,\n- budget for schools\n- number of ports',
      ['budget for schools', 'number of ports'],
    ],
    [
      'AI Singapore got funding. How much? And when?',
      ['AI Singapore got funding. How much?', 'And when?'],
    ],
    ['  ', []],
  ])('%j', (message, questions) => {
    expect(splitQuestions(message)).toEqual(questions);
  });
});
