import { expect, onTestFinished, test } from 'vitest';
import { watchEmbargoes } from '../src/watch-embargoes.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const at = (time: string) => new Date(`2026-11-25T${time}+08:00`);

/** Watches one embargo that lifts at three, by a clock that the test sets. */
function watching(onLift: (count: number) => void = () => {}) {
  let now = at('14:59:59.999');
  let lifted = 0;
  let looks = 0;
  const watch = watchEmbargoes({
    instants: () => [at('15:00:00')],
    now: () => {
      looks += 1;
      return now;
    },
    onLift: async () => {
      lifted += 1;
      onLift(lifted);
    },
    log: silent,
  });
  onTestFinished(() => watch.stop());
  return {
    lifted: () => lifted,
    /** Sets the clock, and waits until it was looked at. */
    async set(to: Date) {
      now = to;
      const before = looks;
      await expect.poll(() => looks, { timeout: 3_000 }).toBeGreaterThan(before);
    },
  };
}

test('an embargo is seen to lift at its instant, once, and again only when the clock was put back', async () => {
  const { set, lifted } = watching();
  await set(at('14:59:59.999'));
  expect(lifted()).toBe(0);
  await set(at('15:00:00'));
  await set(at('15:00:01'));
  expect(lifted()).toBe(1);
  await set(at('14:00:00'));
  expect(lifted()).toBe(1);
  await set(at('23:00:00'));
  expect(lifted()).toBe(2);
});

test('what fails then is tried again', async () => {
  const { set, lifted } = watching((count) => {
    if (count === 1) throw new Error('the store is away');
  });
  await set(at('15:00:00'));
  await expect.poll(lifted, { timeout: 3_000 }).toBe(2);
});
