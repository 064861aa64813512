import { expect, onTestFinished, test } from 'vitest';
import { openLoop } from '../src/loop.ts';

const log = { debug() {}, info() {}, warn() {}, error() {} };

/** A promise that is settled by hand. */
function aPromise() {
  let resolve: () => void = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

test('what hangs delays nothing else', async () => {
  const hanging = aPromise();
  const second = aPromise();
  let passes = 0;
  const loop = openLoop({
    name: 'x',
    idleMs: 1,
    slowMs: 1,
    log,
    work: async () => {
      passes += 1;
      if (passes === 1) await hanging.promise;
      else second.resolve();
      return 0;
    },
  });
  onTestFinished(async () => {
    hanging.resolve();
    await loop.stop();
  });
  loop.wake();
  await second.promise;
  expect(passes).toBeGreaterThan(1);
});

test('it is drained, and stops, only when what was begun has ended', async () => {
  const begun = aPromise();
  const hanging = aPromise();
  let ended = false;
  let passes = 0;
  const loop = openLoop({
    name: 'x',
    idleMs: 60_000,
    slowMs: 1,
    log,
    work: async () => {
      passes += 1;
      if (passes > 1) return 0;
      begun.resolve();
      await hanging.promise;
      ended = true;
      return 1;
    },
  });
  loop.wake();
  await begun.promise;
  const drained = loop.drain().then(() => ended);
  hanging.resolve();
  expect(await drained).toBe(true);
  expect(passes).toBeGreaterThan(2);
  await loop.stop();
});

test('a pass that fails is not the last', async () => {
  const again = aPromise();
  let passes = 0;
  const loop = openLoop({
    name: 'x',
    idleMs: 1,
    log,
    work: async () => {
      passes += 1;
      if (passes === 1) throw new Error('broken');
      again.resolve();
      return 0;
    },
  });
  onTestFinished(() => loop.stop());
  await again.promise;
  expect(passes).toBe(2);
});
