import { expect, onTestFinished, test } from 'vitest';
import { type Job, openLoop } from '../src/loop.ts';

const log = { debug() {}, info() {}, warn() {}, error() {} };

/** A promise that is settled by hand. */
function aPromise() {
  let resolve: () => void = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** A loop over jobs that are put before it. */
function aLoop(idleMs = 60_000) {
  const waiting: Job[] = [];
  const asked: number[] = [];
  const loop = openLoop({
    name: 'x',
    idleMs,
    log,
    take: async (most) => {
      asked.push(most);
      return waiting.splice(0, most);
    },
  });
  return { loop, waiting, asked };
}

test('many that hang delay nothing else', async () => {
  const hanging = aPromise();
  const { loop, waiting } = aLoop();
  onTestFinished(async () => {
    hanging.resolve();
    await loop.stop();
  });
  for (let number = 0; number < 20; number += 1) {
    waiting.push(() => hanging.promise);
    loop.wake();
    await new Promise(setImmediate);
  }
  const other = aPromise();
  waiting.push(async () => other.resolve());
  loop.wake();
  await other.promise;
});

test('no more are taken than can be begun, and the rest when some have ended', async () => {
  const hanging = aPromise();
  const { loop, waiting, asked } = aLoop();
  let ended = 0;
  for (let number = 0; number < 200; number += 1)
    waiting.push(async () => {
      await hanging.promise;
      ended += 1;
    });
  loop.wake();
  await new Promise(setImmediate);
  expect(waiting).toHaveLength(200 - (asked[0] ?? 0));
  hanging.resolve();
  await loop.drain();
  expect(ended).toBe(200);
  expect(Math.min(...asked)).toBeGreaterThan(0);
  await loop.stop();
});

test('it is drained, and stops, only when what was begun has ended', async () => {
  const begun = aPromise();
  const hanging = aPromise();
  const ended: string[] = [];
  const { loop, waiting } = aLoop();
  waiting.push(async () => {
    begun.resolve();
    await hanging.promise;
    ended.push('first');
    // What one job makes due is done too.
    waiting.push(async () => void ended.push('second'));
  });
  loop.wake();
  await begun.promise;
  const drained = loop.drain().then(() => [...ended]);
  hanging.resolve();
  expect(await drained).toEqual(['first', 'second']);
  const last = aPromise();
  waiting.push(async () => {
    await last.promise;
    ended.push('last');
  });
  loop.wake();
  const stopped = loop.stop().then(() => [...ended]);
  last.resolve();
  expect(await stopped).toContain('last');
});

test('taking that fails once, or a job that fails, is not the end', async () => {
  const again = aPromise();
  let takes = 0;
  const loop = openLoop({
    name: 'x',
    idleMs: 1,
    log,
    take: async () => {
      takes += 1;
      if (takes === 1) throw new Error('broken');
      if (takes === 2) return [() => Promise.reject(new Error('broken too'))];
      again.resolve();
      return [];
    },
  });
  onTestFinished(() => loop.stop());
  await again.promise;
  expect(takes).toBeGreaterThan(2);
});
