import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openFlood } from '../../src/slack/flood.ts';

const nine = Date.parse('2026-11-25T01:00:00Z');

function aFlood(limits = { person: 3, channel: 5 }) {
  let at = nine;
  const flood = openFlood(() => new Date(at), limits);
  return {
    ask: (user = 'U1', channel = 'C1') => flood.judge({ user, channel }),
    after: (seconds: number) => {
      at += seconds * 1000;
    },
  };
}

test('who asks too much at once is told so once, and is welcome again when the minute has gone on', () => {
  const { ask, after } = aFlood();
  expect([ask(), ask(), ask(), ask(), ask()]).toEqual([
    'welcome',
    'welcome',
    'welcome',
    'too-many',
    'told',
  ]);
  after(21);
  expect([ask(), ask(), ask()]).toEqual(['welcome', 'too-many', 'told']);
});

test('one who asks too much keeps nobody else from asking, until the channel itself is full', () => {
  const { ask } = aFlood();
  for (let times = 0; times < 9; times += 1) ask('U1');
  expect(ask('U2')).toBe('welcome');
  expect(ask('U3')).toBe('welcome');
  expect(ask('U4')).toBe('too-many');
  expect(ask('U4', 'C2')).toBe('welcome');
});

test('no more than the limit and what a minute refills gets through, however it is spread', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 60 }), (waits) => {
      const { ask, after } = aFlood({ person: 4, channel: 100 });
      let welcome = 0;
      for (const seconds of waits) {
        after(seconds);
        if (ask() === 'welcome') welcome += 1;
      }
      const seconds = waits.reduce((sum, wait) => sum + wait, 0);
      expect(welcome).toBeLessThanOrEqual(4 + (seconds / 60) * 4);
    }),
  );
});
