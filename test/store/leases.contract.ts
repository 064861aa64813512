import { expect, test } from 'vitest';
import { minutesAfter, nine } from '../enquiries/an-enquiry.ts';
import type { OpenEmpty } from './store.contract.ts';

export function leasesContract(open: OpenEmpty) {
  test('a lease has one holder until it runs out or is given up', async () => {
    const store = await open();
    const take = (holder: string, minutes: number) =>
      store.takeLease({
        name: 'digest',
        holder,
        now: minutesAfter(nine, minutes),
        forMs: 60_000,
      });
    expect(await take('a', 0)).toBe(true);
    expect(await take('b', 0.5)).toBe(false);
    expect(await take('a', 0.5)).toBe(true);
    expect(await take('b', 1)).toBe(false);
    expect(await take('b', 1.5)).toBe(true);
    await store.releaseLease('digest', 'a');
    expect(await take('a', 1.6)).toBe(false);
    await store.releaseLease('digest', 'b');
    expect(await take('a', 1.6)).toBe(true);
  });

  test('of several who reach for a lease at once one has it', async () => {
    const store = await open();
    const taken = await Promise.all(
      ['a', 'b', 'c', 'd'].map((holder) =>
        store.takeLease({ name: 'once', holder, now: nine, forMs: 1_000 }),
      ),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
  });
}
