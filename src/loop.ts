import type { Log } from './log.ts';

/** Something that is done again and again: whenever it is woken, and now and then by itself. */
export type Loop = {
  /** There may be something to do: do it now. */
  wake(): void;
  /** Resolves when there is nothing left to do at this moment. */
  drain(): Promise<void>;
  /** Lets what is under way end, and does nothing more. */
  stop(): Promise<void>;
};

/** One thing to be done, which nobody else has been given. */
export type Job = () => Promise<void>;

type Options = {
  readonly name: string;
  /** Takes what is due, at most so many; none when nothing is. What was taken once is not given again. */
  readonly take: (most: number) => Promise<readonly Job[]>;
  /** How long it sleeps when nothing wakes it. */
  readonly idleMs: number;
  readonly log: Log;
};

/** Jobs under way at once. One that hangs takes one of these places, and delays no other. */
const MOST_AT_ONCE = 64;

/** Opens a loop. Taking that fails is logged, and tried again after a sleep; so is a job that fails. */
export function openLoop({ name, take, idleMs, log }: Options): Loop {
  const running = new Set<Promise<void>>();
  let turning: Promise<void> = Promise.resolve();
  let stopped = false;
  let isTurning = false;
  let isWoken = false;
  let timer: NodeJS.Timeout | undefined;

  const start = (job: Job): void => {
    const run = job()
      .catch((error: unknown) => log.error('loop.failed', { loop: name, error }))
      .finally(() => {
        running.delete(run);
        // What had to wait for this one may be due now.
        wake();
      });
    running.add(run);
  };

  /** Takes and starts what is due, until there is nothing more. */
  async function turn(): Promise<void> {
    while (isWoken && !stopped) {
      isWoken = false;
      if (running.size >= MOST_AT_ONCE) await Promise.race(running);
      const jobs = await take(MOST_AT_ONCE - running.size).catch((error: unknown) => {
        log.error('loop.failed', { loop: name, error });
        return [];
      });
      for (const job of jobs) start(job);
      if (jobs.length > 0) isWoken = true;
    }
    isTurning = false;
    sleep();
  }

  function sleep(): void {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(wake, idleMs);
  }

  function wake(): void {
    if (stopped) return;
    // A wake while something is taken asks for one more look, however often it is woken.
    isWoken = true;
    if (isTurning) return;
    isTurning = true;
    turning = turn();
  }

  sleep();
  return {
    wake,
    async drain() {
      for (;;) {
        wake();
        await turning;
        if (running.size === 0) return;
        await Promise.all(running);
      }
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await turning;
      await Promise.all(running);
    },
  };
}
