import { expect, test } from 'vitest';
import { createRefresher } from '../../../src/practice/page/refresher.ts';

test('createRefresher() never refreshes twice at once, and once more for all who asked meanwhile', async () => {
  let running = 0;
  let most = 0;
  let runs = 0;
  const ends: (() => void)[] = [];
  const refresh = createRefresher(() => {
    runs += 1;
    running += 1;
    most = Math.max(most, running);
    return new Promise<void>((resolve) => {
      ends.push(() => {
        running -= 1;
        resolve();
      });
    });
  });
  const first = refresh();
  const later = [refresh(), refresh(), refresh()];
  ends[0]?.();
  await first;
  await new Promise((resolve) => setImmediate(resolve));
  expect(runs).toBe(2);
  ends[1]?.();
  await Promise.all(later);
  expect([runs, most]).toEqual([2, 1]);
});

test('createRefresher() goes on after a refresh that failed', async () => {
  let runs = 0;
  const refresh = createRefresher(async () => {
    runs += 1;
    if (runs === 1) throw new Error('away');
  });
  const first = refresh();
  const second = refresh();
  await expect(first).rejects.toThrow('away');
  await second;
  expect(runs).toBe(2);
});
