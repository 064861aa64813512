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
  /** Does what is due; the number of things done, 0 for nothing. */
  readonly work: () => Promise<number>;
  /** How long it sleeps when nothing wakes it. */
  readonly idleMs: number;
  readonly log: Log;
};

/** Opens a loop. One pass runs at a time. A pass that fails is logged, and tried again after a sleep. */
export function openLoop({ name, work, idleMs, log }: Options): Loop {
  let stopped = false;
  let pass: Promise<number> = Promise.resolve(0);
  let timer: NodeJS.Timeout | undefined;
  let isQueued = false;

  const runPass = (): Promise<number> => {
    pass = pass.then(async () => {
      try {
        return await work();
      } catch (error) {
        log.error('loop.failed', { loop: name, error });
        return 0;
      }
    });
    return pass;
  };

  const sleep = () => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(wake, idleMs);
  };

  function wake(): void {
    // A wake while a pass runs asks for one more pass, however often it is woken.
    if (stopped || isQueued) return;
    isQueued = true;
    void pass.then(async () => {
      isQueued = false;
      if (stopped) return;
      if ((await runPass()) > 0) wake();
      else sleep();
    });
  }

  sleep();
  return {
    wake,
    async drain() {
      while ((await runPass()) > 0);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await pass;
    },
  };
}
