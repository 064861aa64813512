import { Gauge, Registry } from 'prom-client';
import type { Clock } from './clock.ts';
import type { Library } from './library.ts';
import type { Route } from './slack/route-server.ts';
import type { Store } from './store/open-store.ts';

type Options = {
  readonly store: Pick<Store, 'ping'>;
  readonly library: () => Pick<Library, 'index' | 'reading'>;
  readonly now: Clock;
};

export type Metrics = {
  readonly routes: readonly Route[];
  /** Slack is connected: `/readyz` says so from now on. */
  ready(): void;
};

/** Health and metrics for machines. No name, no word and no release stands in any of them. */
export function openMetrics({ store, library, now }: Options): Metrics {
  const registry = new Registry();
  let isReady = false;
  const visible = new Gauge({
    name: 'media_desk_releases_visible',
    help: 'Releases that may be seen now',
    registers: [registry],
    collect() {
      this.set(library().index.releases(now()).length);
    },
  });
  void visible;

  const text = (status: number, body: string) => ({ status, type: 'text/plain', body });
  return {
    ready: () => {
      isReady = true;
    },
    routes: [
      { path: '/healthz', answer: async () => text(200, 'ok\n') },
      {
        path: '/readyz',
        answer: async () => {
          if (library().reading() !== undefined) return text(503, 'still reading the releases\n');
          if (!isReady) return text(503, 'not connected to Slack yet\n');
          try {
            await store.ping();
            return text(200, 'ready\n');
          } catch {
            return text(503, 'the store does not answer\n');
          }
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
