import { EventEmitter } from 'node:events';
import type { Traffic, WorldEvent } from './seat-api.ts';

/** Who waits for the local Slack to change or to come to rest. */
export type Waiting = {
  readonly changed: () => void;
  /** Counts a piece of work as under way until it is done. */
  readonly busy: <T>(work: Promise<T>) => Promise<T>;
  /** Tells of changes, several in a row as one. @returns what ends it */
  readonly onChange: (listener: (event: WorldEvent) => void) => () => void;
  readonly settled: (quietMs?: number) => Promise<void>;
  readonly until: <T>(look: () => T | undefined | false, timeoutMs?: number) => Promise<T>;
  readonly close: () => void;
};

const usualQuietMs = 25;
const usualTimeoutMs = 5_000;

/** @param traffic what went over the line lately, told where somebody waited in vain */
export function openWaiting(traffic: readonly Traffic[]): Waiting {
  const changes = new EventEmitter<{ change: []; told: [WorldEvent] }>().setMaxListeners(0);
  let revision = 0;
  let underWay = 0;
  let telling: NodeJS.Timeout | undefined;

  return {
    changed: () => {
      revision += 1;
      changes.emit('change');
      telling ??= setTimeout(() => {
        telling = undefined;
        changes.emit('told', { type: 'changed', revision });
      }, 20).unref();
    },
    busy: async (work) => {
      underWay += 1;
      try {
        return await work;
      } finally {
        underWay -= 1;
        changes.emit('change');
      }
    },
    onChange: (listener) => {
      changes.on('told', listener);
      return () => changes.off('told', listener);
    },
    settled: async (quietMs = usualQuietMs) => {
      let quietSince = performance.now();
      while (underWay > 0 || performance.now() - quietSince < quietMs) {
        const before = revision;
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (underWay > 0 || revision !== before) quietSince = performance.now();
      }
    },
    until: (look, timeoutMs = usualTimeoutMs) =>
      new Promise((resolve, reject) => {
        const stop = () => {
          clearTimeout(timer);
          changes.off('change', check);
        };
        const check = () => {
          const found = look();
          if (found === undefined || found === false) return;
          stop();
          resolve(found);
        };
        const timer = setTimeout(() => {
          stop();
          const last = traffic.slice(-8).map(({ name, outcome }) => `${name}: ${outcome}`);
          reject(new Error(`waited ${timeoutMs} ms in vain; last traffic: ${last.join('; ')}`));
        }, timeoutMs);
        changes.on('change', check);
        check();
      }),
    close: () => clearTimeout(telling),
  };
}
