import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyRecords } from '../../src/enquiries/verify-records.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { anEnquiry, anEvent, nine } from '../enquiries/an-enquiry.ts';
import { startPostgres } from '../postgres.ts';

const run = promisify(execFile);

const open = async (url: string): Promise<Store> => {
  const outcome = await openStore(url);
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  return outcome.store;
};

const trouble = { kind: 'trouble', id: 'x', text: 'waits' } as const;

/** An enquiry, an event and a notice on its way. */
async function fill(url: string): Promise<void> {
  const store = await open(url);
  await store.save({ enquiry: anEnquiry(), event: anEvent(), notices: [{ notice: trouble }] });
  await store.receive({ eventId: 'Ev1', lane: 'l', order: '1', payload: { word: 'Ünï' } }, nine);
  await store.nextNumber(2026);
  await store.close();
}

/** All of it is there, sound, and goes on where it was. */
async function expectWhole(url: string): Promise<void> {
  const store = await open(url);
  expect(await verifyRecords(store)).toMatchObject({ enquiries: 1, events: 1, broken: [] });
  expect(await store.nextNumber(2026)).toBe(2);
  expect(await store.nextOutbox({ now: nine, leaseMs: 1 })).toMatchObject([{ notice: trouble }]);
  expect(await store.nextInbox({ now: nine, leaseMs: 1 })).toMatchObject([
    { payload: { word: 'Ünï' } },
  ]);
  expect(await store.receive({ eventId: 'Ev1', lane: 'l', order: '1', payload: {} }, nine)).toBe(
    'duplicate',
  );
  await store.queue([{ notice: { ...trouble, id: 'y' } }], nine);
  await store.close();
}

describe('A backup, put back, is whole and goes on', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'media-desk-backup-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('of the embedded store: its file, copied while the app is stopped', async () => {
    const path = join(folder, 'desk.db');
    await fill(`file:${path}`);
    await cp(path, join(folder, 'kept.db'));
    await rm(path);
    await cp(join(folder, 'kept.db'), path);
    await expectWhole(`file:${path}`);
  });

  test('of PostgreSQL: pg_dump while the app runs, psql into an empty database', async (context) => {
    const server = await startPostgres('pg_dump').catch((error: unknown) => {
      context.skip(`no PostgreSQL with pg_dump: ${String(error).split('\n', 1)[0]}`);
    });
    if (server === undefined) return;
    try {
      await fill(server.url);
      const running = await open(server.url);
      const { bin, env } = server.binaries;
      const dump = join(folder, 'desk.sql');
      await run(join(bin, 'pg_dump'), ['--no-owner', '-f', dump, server.url], { env });
      await running.close();
      const restored = server.url.replace(/postgres$/, 'restored');
      const psql = (...args: string[]) => run(join(bin, 'psql'), ['-q', ...args], { env });
      await psql('-c', 'create database restored', server.url);
      await psql('-v', 'ON_ERROR_STOP=1', '--single-transaction', '-f', dump, restored);
      await expectWhole(restored);
    } finally {
      await server.stop();
    }
  });
});
