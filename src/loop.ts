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

type Options = {
  readonly name: string;
  /** Does what is due; the number of things done, 0 for nothing. What one pass has taken, another is not given. */
  readonly work: () => Promise<number>;
  /** How long it sleeps when nothing wakes it. */
  readonly idleMs: number;
  readonly log: Log;
  /** A pass that takes longer delays no other any more: the next begins beside it. 200 ms unless told. */
  readonly slowMs?: number;
};

/** Passes that may be under way at once, when Slack is so slow that none ends. */
const MOST_AT_ONCE = 8;

/** Opens a loop. A pass that fails is logged, and tried again after a sleep. */
export function openLoop({ name, work, idleMs, log, slowMs = 200 }: Options): Loop {
  const running = new Set<Promise<number>>();
  let stopped = false;
  let isTurning = false;
  let isWoken = false;
  let timer: NodeJS.Timeout | undefined;

  const runPass = (): Promise<number> => {
    const pass = work()
      .catch((error: unknown) => {
        log.error('loop.failed', { loop: name, error });
        return 0;
      })
      .finally(() => running.delete(pass));
    running.add(pass);
    return pass;
  };

  /** Passes one after the other, until there is nothing to do, or only what is slow. */
  async function turn(): Promise<void> {
    isTurning = true;
    do {
      isWoken = false;
      if (running.size >= MOST_AT_ONCE) await Promise.race(running);
      if (stopped) break;
      const pass = runPass();
      const done = await within(pass, slowMs);
      if (done === undefined) void pass.then((late) => late > 0 && wake());
      else if (done > 0) isWoken = true;
    } while (isWoken && !stopped);
    isTurning = false;
    sleep();
  }

  function sleep(): void {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(wake, idleMs);
  }

  function wake(): void {
    if (stopped) return;
    // A wake while a pass runs asks for one more pass, however often it is woken.
    isWoken = true;
    if (!isTurning) void turn();
  }

  sleep();
  return {
    wake,
    async drain() {
      let done: number[];
      do done = await Promise.all([...running, runPass()]);
      while (done.some((count) => count > 0));
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await Promise.all(running);
    },
  };
}

/** What a promise comes to, or `undefined` if that takes too long. */
async function within<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
