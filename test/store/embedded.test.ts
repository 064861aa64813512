import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyRecords } from '../../src/enquiries/verify-records.ts';
import { bindable, openLibsql } from '../../src/store/libsql-database.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { storeContract } from './store.contract.ts';

const open = async (url: string): Promise<Store> => {
  const outcome = await openStore(url);
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  return outcome.store;
};

storeContract('The embedded store', () => open(':memory:'));

describe('The embedded store in a file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'media-desk-store-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('openStore() makes the folder, and opens the same file again with what was in it', async () => {
    const url = `file:${join(folder, 'new', 'deeper', 'desk.db')}`;
    const first = await open(url);
    expect(await first.nextNumber(2026)).toBe(1);
    await first.close();
    const second = await open(url);
    expect(await second.nextNumber(2026)).toBe(2);
    await second.close();
  });

  test('openStore() refuses a file that another has open, until that one is closed', async () => {
    const url = `file:${join(folder, 'held.db')}`;
    const holder = await open(url);
    expect(await openStore(url)).toMatchObject({
      kind: 'refused',
      reason: 'locked',
      message: expect.stringContaining('stop that one first'),
    });
    await holder.close();
    await (await open(url)).close();
  });

  test('what a killed process held is free at the next start, since nobody else can hold it', async () => {
    const url = `file:${join(folder, 'leases.db')}`;
    const now = new Date('2026-11-25T06:00:00Z');
    const trouble = { kind: 'trouble', id: 'x', text: 'x' } as const;
    const first = await open(url);
    await first.queue([{ notice: trouble }], now);
    expect(await first.nextOutbox({ now, leaseMs: 60_000 })).toHaveLength(1);
    expect(await first.nextOutbox({ now, leaseMs: 60_000 })).toEqual([]);
    await first.close();
    const second = await open(url);
    expect(await second.nextOutbox({ now, leaseMs: 60_000 })).toMatchObject([{ attempts: 2 }]);
    await second.close();
  });

  test('a notice of a kind that only a newer version knows waits for it, and delays no other', async () => {
    const path = join(folder, 'kinds.db');
    const now = new Date('2026-11-25T06:00:00Z');
    await (await open(`file:${path}`)).close();
    const database = openLibsql(path);
    database
      .prepare(
        `insert into outbox (key, lane, payload, state, due_at, attempts, revision, queued_at)
          values ('new:1', 'C1', '{"kind":"new"}', 'waiting', ?, 0, 1, ?)`,
      )
      .run([now.toISOString(), now.toISOString()]);
    database.close();
    const store = await open(`file:${path}`);
    await store.queue([{ notice: { kind: 'trouble', id: 'x', text: 'x' } }], now);
    expect(await store.nextOutbox({ now, leaseMs: 60_000 })).toMatchObject([{ key: 'trouble:x' }]);
    expect(await store.queueState(now)).toMatchObject({ outbox: { waiting: 2 } });
    await store.close();
  });

  test('openStore() refuses a file of a newer version and leaves it as it is', async () => {
    const path = join(folder, 'newer.db');
    await (await open(`file:${path}`)).close();
    const database = openLibsql(path);
    database.prepare("insert into migrations values (9999, 'later', 'later')").run([]);
    database.close();
    expect(await openStore(`file:${path}`)).toMatchObject({
      kind: 'refused',
      reason: 'newer',
      message: expect.stringContaining('start the newer version'),
    });
  });

  test('openStore() says that a file is no database, or that its place cannot be written', async () => {
    const path = join(folder, 'notes.db');
    await writeFile(path, 'Not a database at all, but long enough to have a header. '.repeat(20));
    expect(await openStore(`file:${path}`)).toMatchObject({ reason: 'damaged' });
    const below = await openStore(`file:${join(path, 'desk.db')}`);
    expect(below).toMatchObject({ kind: 'refused', reason: 'unwritable' });
    expect(await openStore(`file:${folder}`)).toMatchObject({ reason: 'unwritable' });
    expect(await openStore('mysql://x')).toMatchObject({ kind: 'refused', reason: 'unknown' });
  });

  test.skipIf(process.getuid?.() === 0)(
    'openStore() says that a file is read-only (skipped for root, who may write everything)',
    async () => {
      const path = join(folder, 'read-only.db');
      await (await open(`file:${path}`)).close();
      await chmod(path, 0o400);
      expect(await openStore(`file:${path}`)).toMatchObject({ reason: 'unwritable' });
    },
  );

  test('nothing that was acknowledged is lost when the disk is full', async () => {
    const path = join(folder, 'full.db');
    // A limit on the size of files stands for the full disk. Without the trap it would end the process.
    const limited = 'trap \'\' XFSZ; ulimit -f 4000; exec "$@"';
    const script = fileURLToPath(new URL('write-enquiries.ts', import.meta.url));
    const child = spawn(
      '/bin/sh',
      ['-c', limited, 'sh', process.execPath, '--import', 'tsx', script, path],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    const acknowledged = await acknowledgedBefore(child, Number.POSITIVE_INFINITY);
    expect(complaint).toMatch(/SQLITE_(FULL|IOERR)/);
    expect(acknowledged.length).toBeGreaterThan(10);

    const store = await open(`file:${path}`);
    const references = (await store.list({})).map(({ reference }) => reference);
    expect(acknowledged.filter((reference) => !references.includes(reference))).toEqual([]);
    expect((await verifyRecords(store)).broken).toEqual([]);
    await store.close();
  }, 60_000);

  test('after the disk was full ping() rejects until there is room again, however little it writes itself', async () => {
    const child = spawn(
      '/bin/sh',
      [
        '-c',
        'trap \'\' XFSZ; ulimit -f 4000; exec "$@"',
        'sh',
        process.execPath,
        '--import',
        'tsx',
        fileURLToPath(new URL('ping-when-full.ts', import.meta.url)),
        join(folder, 'pinged.db'),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    expect(await acknowledgedBefore(child, Number.POSITIVE_INFINITY)).toEqual([
      'ping: well',
      'small write after: well',
      'ping after: its disk is full',
    ]);
    // The limit was the child's alone: opened anew, there is room.
    const store = await open(`file:${join(folder, 'pinged.db')}`);
    await expect(store.ping()).resolves.toBeUndefined();
    await store.close();
  }, 60_000);

  test('nothing that was acknowledged is lost when the process is killed', async () => {
    const path = join(folder, 'killed.db');
    const acknowledged: string[] = [];
    // KILLS=30 for the long form.
    const kills = Number(process.env.KILLS ?? 2);
    for (let kill = 1; kill <= kills; kill++) {
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', fileURLToPath(new URL('write-enquiries.ts', import.meta.url)), path],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      acknowledged.push(...(await acknowledgedBefore(child, 8 + (kill % 7))));
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(8 * kills);

    const store = await open(`file:${path}`);
    const references = (await store.list({})).map(({ reference }) => reference);
    expect(acknowledged.filter((reference) => !references.includes(reference))).toEqual([]);
    const { enquiries, broken } = await verifyRecords(store);
    expect(broken).toEqual([]);
    // Each has its card and its receipt in the outbox, or is not there at all.
    expect((await store.queueState(new Date('2027-01-01'))).outbox.waiting).toBe(3 * enquiries);
    await store.close();
  }, 600_000);
});

/** Kills the child as soon as it has acknowledged `count`; what it says until it is dead counts too. */
async function acknowledgedBefore(child: ChildProcess, count: number): Promise<string[]> {
  const lines: string[] = [];
  const ended = once(child, 'exit');
  if (child.stdout === null) throw new Error('Cannot read the child: it has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === count) child.kill('SIGKILL');
  }
  await ended;
  return lines;
}

describe('bindable() gives libsql only what it stores as it is meant', () => {
  test.each([
    { value: true, bound: 1 },
    { value: false, bound: 0 },
    { value: undefined, bound: null },
    { value: null, bound: null },
    { value: new Date(0), bound: '1970-01-01T00:00:00.000Z' },
    { value: 1.5, bound: 1.5 },
    { value: 'text', bound: 'text' },
  ])('$value becomes $bound', ({ value, bound }) => {
    expect(bindable(value)).toBe(bound);
  });

  test.each([['a\0b'], [Number.NaN], [2 ** 53], [{}], [[1]], [() => 1]])(
    '%s is refused',
    (value) => {
      expect(() => bindable(value)).toThrow(TypeError);
    },
  );
});
