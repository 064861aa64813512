import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Clock } from './clock.ts';
import type { AnswerGiven } from './enquiries/answer-log.ts';
import type { OutboxItem, Settlement } from './enquiries/outbox.ts';
import type { Library } from './library.ts';
import type { Route } from './slack/route-server.ts';
import type { Store } from './store/open-store.ts';
import { whyNotWritten } from './store/refusal.ts';

type Options = {
  readonly store: Pick<Store, 'ping' | 'queueState'>;
  readonly library: () => Pick<Library, 'index' | 'reading' | 'gone'>;
  readonly now: Clock;
};

export type Metrics = {
  readonly routes: readonly Route[];
  /** Slack is connected: `/readyz` says so from now on, as long as `isConnected` does. */
  ready(isConnected: () => boolean): void;
  answered(outcome: AnswerGiven['outcome']): void;
  /** What came of an attempt to tell a notice. */
  settled(item: OutboxItem, settlement: Settlement): void;
};

/** A reminder that is told later than this after it came due is late. */
const LATE_MS = 60_000;

/** Health and metrics for machines. No name, no word and no release stands in any of them. */
export function openMetrics({ store, library, now }: Options): Metrics {
  const registry = new Registry();
  let isConnected: (() => boolean) | undefined;

  const answers = new Counter({
    name: 'media_desk_answers_total',
    help: 'Questions answered, by what the answer was; not-found is a refusal',
    labelNames: ['kind'],
    registers: [registry],
  });
  const errors = new Counter({
    name: 'media_desk_slack_errors_total',
    help: 'Notices that Slack did not take, by its reason',
    labelNames: ['code'],
    registers: [registry],
  });
  const late = new Counter({
    name: 'media_desk_reminders_late_total',
    help: 'Reminders told more than a minute after they came due',
    registers: [registry],
  });
  const latency = new Histogram({
    name: 'media_desk_notice_seconds',
    help: 'From when a notice was queued until Slack had it, by kind',
    labelNames: ['kind'],
    buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
    registers: [registry],
  });
  gauge(registry, 'media_desk_releases_visible', 'Releases that may be seen now', async (set) => {
    set({}, library().index.releases(now()).length);
  });
  queueGauge(
    'media_desk_queue_waiting',
    'Events and notices that are due',
    (queue) => queue.waiting,
  );
  queueGauge('media_desk_queue_given_up', 'Set aside or refused', (queue) => queue.givenUp);
  queueGauge('media_desk_queue_oldest_seconds', 'How long the oldest has been due', ({ oldest }) =>
    oldest === undefined ? 0 : (now().getTime() - oldest.getTime()) / 1000,
  );

  type Queue = Awaited<ReturnType<Store['queueState']>>['inbox'];
  function queueGauge(name: string, help: string, read: (queue: Queue) => number): void {
    gauge(registry, name, help, async (set) => {
      // Without a store the other numbers are still worth having.
      const queues = await store.queueState(now()).catch(() => undefined);
      if (queues === undefined) return;
      set({ queue: 'inbox' }, read(queues.inbox));
      set({ queue: 'outbox' }, read(queues.outbox));
    });
  }

  const text = (status: number, body: string) => ({ status, type: 'text/plain', body });
  return {
    ready: (connected) => {
      isConnected = connected;
    },
    answered: (outcome) => answers.inc({ kind: outcome }),
    settled({ notice, queuedAt }, settlement) {
      if (settlement.kind === 'sent') {
        const tookMs = now().getTime() - queuedAt.getTime();
        latency.observe({ kind: notice.kind }, tookMs / 1000);
        if (notice.kind === 'reminder' && tookMs > LATE_MS) late.inc();
      } else if (settlement.kind !== 'dropped') errors.inc({ code: codeOf(settlement.reason) });
    },
    routes: [
      { path: '/healthz', answer: async () => text(200, 'ok\n') },
      {
        path: '/readyz',
        answer: async () => {
          if (library().reading() !== undefined) return text(503, 'still reading the releases\n');
          if (isConnected === undefined) return text(503, 'not connected to Slack yet\n');
          if (!isConnected()) return text(503, 'not connected to Slack\n');
          try {
            await store.ping();
          } catch (error) {
            const why = whyNotWritten(error);
            return text(503, `the store takes nothing: ${why}\n`);
          }
          // Still the one to ask: what it read last is served, and no other place has more.
          return text(
            200,
            library().gone() === undefined
              ? 'ready\n'
              : 'ready, but the releases folder is gone: what was read last is served\n',
          );
        },
      },
      {
        path: '/metrics',
        answer: async () => ({
          status: 200,
          type: registry.contentType,
          body: await registry.metrics(),
        }),
      },
    ],
  };
}

type Set = (labels: Readonly<Record<string, string>>, value: number) => void;

function gauge(
  registry: Registry,
  name: string,
  help: string,
  collect: (set: Set) => Promise<void>,
): void {
  const made = new Gauge({
    name,
    help,
    labelNames: ['queue'],
    registers: [registry],
    collect: () => collect((labels, value) => made.set(labels, value)),
  });
}

/** Slack's own word for a failure; anything longer might hold words of people. */
const codeOf = (reason: string): string => (/^[a-z_]{1,40}$/.test(reason) ? reason : 'no_answer');
