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
  const empty = { waiting: 0, oldest: undefined, givenUp: 0 };
  let isConnected = true;
  const metrics = openMetrics({
    store: {
      queueState: async () => {
        if (!isStoreUp) throw new Error('connection refused');
        const oldest = new Date(now.getTime() - 90_000);
        return { inbox: empty, outbox: { waiting: 2, oldest, givenUp: 1 } };
      },
      ping: async () => {
        if (!isStoreUp) throw new Error('connection refused');
      },
    },
    library: () => ({ index, reading: () => reading, gone: () => undefined }),
    now: () => now,
  });
  const get = async (path: string) => {
    const answered = await metrics.routes.find((route) => route.path === path)?.answer();
    if (answered === undefined) throw new Error(`no page ${path}`);
    return answered;
  };
  return {
    get,
    metrics,
    ready: () => metrics.ready(() => isConnected),
    disconnect: () => {
      isConnected = false;
    },
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
    app.disconnect();
    expect((await app.get('/readyz')).body).toBe('not connected to Slack\n');
  });

  test('it is not ready while the releases are read, or while the store does not answer', async () => {
    const app = anApp();
    app.ready();
    app.read({ done: 3, total: 10 });
    expect((await app.get('/readyz')).body).toContain('still reading');
    app.read(undefined);
    app.stopStore();
    const down = await app.get('/readyz');
    expect([down.status, down.body]).toEqual([
      503,
      'the store takes nothing: it does not answer\n',
    ]);
  });
});

describe('metrics', () => {
  test('say how long things wait and what Slack refused, and go on without the store', async () => {
    const app = anApp();
    const item = (kind: 'reminder' | 'apology') =>
      ({
        notice: { kind },
        queuedAt: new Date(LIFTS.getTime() - 90_000),
      }) as Parameters<typeof app.metrics.settled>[0];
    app.metrics.answered('not-found');
    app.metrics.settled(item('reminder'), { kind: 'sent', channel: 'C1', ts: '1.1' });
    app.metrics.settled(item('apology'), { kind: 'refused', reason: 'is_archived' });
    app.metrics.settled(item('apology'), {
      kind: 'try-later',
      at: LIFTS,
      reason: 'Núria: could not be reached',
    });
    const { body } = await app.get('/metrics');
    for (const line of [
      'media_desk_answers_total{kind="not-found"} 1',
      'media_desk_slack_errors_total{code="is_archived"} 1',
      'media_desk_slack_errors_total{code="no_answer"} 1',
      'media_desk_reminders_late_total 1',
      'media_desk_queue_waiting{queue="outbox"} 2',
      'media_desk_queue_given_up{queue="outbox"} 1',
      'media_desk_queue_oldest_seconds{queue="outbox"} 90',
      'media_desk_notice_seconds_count{kind="reminder"} 1',
    ])
      expect(body.split('\n')).toContain(line);
    expect(body).not.toContain('Núria');
    app.stopStore();
    expect((await app.get('/metrics')).body).toContain('media_desk_answers_total');
  });

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
