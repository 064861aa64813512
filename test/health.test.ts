import { expect, test } from 'vitest';
import type { Queued } from '../src/enquiries/notice.ts';
import { openHealth } from '../src/health.ts';

const nine = Date.parse('2026-11-25T01:00:00Z');

/** A bot whose clock and queues are moved by hand. */
function aBot() {
  let at = nine;
  let oldest: Date | undefined;
  const said: string[] = [];
  const empty = { waiting: 0, oldest: undefined, givenUp: 0 };
  const health = openHealth({
    now: () => new Date(at),
    store: {
      queueState: async () => ({ inbox: empty, outbox: { ...empty, oldest } }),
      queue: async (notices: readonly Queued[]) => {
        for (const { notice } of notices) if (notice.kind === 'trouble') said.push(notice.text);
      },
    },
  });
  return {
    ...health,
    said,
    wait: (minutes: number) => {
      at += minutes * 60_000;
    },
    /** The oldest notice has waited since now; or nothing waits. */
    queue: (isWaiting: boolean) => {
      oldest = isWaiting ? new Date(at) : undefined;
    },
  };
}

test('a moment of trouble is kept from people; a longer one is shown, and the desk hears when it is over', async () => {
  const { attempted, trouble, look, wait, said } = aBot();
  attempted('failed');
  wait(1);
  expect(await trouble()).toBeUndefined();
  await look();
  wait(2);
  attempted('failed');
  expect(await trouble()).toContain('Slack has not taken what I say for 3 min');
  await look();
  expect(said).toEqual([]);
  attempted('told');
  expect(await trouble()).toBeUndefined();
  await look();
  await look();
  expect(said).toEqual([expect.stringContaining('For 3 min')]);
});

test('what waits too long is trouble too, whatever the reason', async () => {
  const { queue, trouble, look, wait, said } = aBot();
  queue(true);
  wait(4);
  await look();
  expect(await trouble()).toContain('behind by 4 min');
  queue(false);
  await look();
  expect(said).toHaveLength(1);
});
