import { describe, expect, test } from 'vitest';
import { openMetrics } from '../src/metrics.ts';
import { createIndex } from '../src/search/release-index.ts';
import { aRelease } from './builders.ts';

const LIFTS = new Date('2026-11-30T09:00:00+08:00');

/** Health and metrics of an app in a state that can be changed. */
function anApp() {
  let now = new Date(LIFTS.getTime() - 1);
  let reading: { done: number; total: number } | undefined;
  let isStoreUp = true;
  const index = createIndex({ zone: 'Asia/Singapore', sectors: [] });
  index.put(aRelease({ title: 'A new laboratory opens' }));
  index.put(aRelease({ title: 'The ferry fare falls', embargo: LIFTS }));
  const metrics = openMetrics({
    store: {
      ping: async () => {
        if (!isStoreUp) throw new Error('connection refused');
      },
    },
    library: () => ({ index, reading: () => reading }),
    now: () => now,
  });
  const get = async (path: string) => {
    const answered = await metrics.routes.find((route) => route.path === path)?.answer();
    if (answered === undefined) throw new Error(`no page ${path}`);
    return answered;
  };
  return {
    get,
    ready: metrics.ready,
    read: (progress: typeof reading) => {
      reading = progress;
    },
    stopStore: () => {
      isStoreUp = false;
    },
    lift: () => {
      now = LIFTS;
    },
  };
}

describe('health', () => {
  test('a process that runs is healthy, also before it is ready', async () => {
    expect(await anApp().get('/healthz')).toMatchObject({ status: 200 });
  });

  test('it is ready once Slack is reached, the releases are read and the store answers', async () => {
    const app = anApp();
    expect((await app.get('/readyz')).status).toBe(503);
    app.ready();
    expect((await app.get('/readyz')).status).toBe(200);
    app.read({ done: 3, total: 10 });
    expect((await app.get('/readyz')).body).toContain('still reading');
    app.read(undefined);
    app.stopStore();
    const down = await app.get('/readyz');
    expect([down.status, down.body]).toEqual([503, 'the store does not answer\n']);
  });
});

describe('metrics', () => {
  test('count only what may be seen, to the instant, and name nothing', async () => {
    const app = anApp();
    const before = (await app.get('/metrics')).body;
    expect(before).toMatch(/^media_desk_releases_visible 1$/m);
    app.lift();
    const after = (await app.get('/metrics')).body;
    expect(after).toMatch(/^media_desk_releases_visible 2$/m);
    for (const word of ['laboratory', 'ferry']) expect(after).not.toContain(word);
  });
});
