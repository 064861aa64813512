import { randomUUID } from 'node:crypto';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { postgresOfRun } from '../postgres-of-run.ts';
import { storeContract } from './store.contract.ts';

const postgres = await postgresOfRun();

/** A way to the server on which, once it is cut, nothing arrives any more and nobody is told. */
async function aWayTo(address: URL) {
  let isCut = false;
  const sockets = new Set<Socket>();
  const server = createServer((incoming) => {
    const outgoing = connect(Number(address.port), address.hostname);
    for (const [from, to] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => void (isCut || to.write(bytes)));
      from.on('error', () => {});
      from.on('close', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(address);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    cut: () => {
      isCut = true;
    },
    mend: () => {
      isCut = false;
    },
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

describe.skipIf('why' in postgres)(
  `PostgreSQL${'why' in postgres ? ` (skipped: ${postgres.why})` : ''}`,
  () => {
    const url = 'url' in postgres ? postgres.url : '';
    const admin = new pg.Pool({ connectionString: url, max: 1 });
    const schemas: string[] = [];
    afterAll(async () => {
      for (const schema of schemas) await admin.query(`drop schema if exists ${schema} cascade`);
      await admin.end();
    });

    /** A schema of its own for each, so that tests share a server and nothing else. */
    const emptySchema = async (): Promise<string> => {
      const schema = `t_${randomUUID().replaceAll('-', '')}`;
      await admin.query(`create schema ${schema}`);
      schemas.push(schema);
      const own = new URL(url);
      own.searchParams.set('options', `-c search_path=${schema}`);
      return own.href;
    };
    const open = async (address: string): Promise<Store> => {
      const outcome = await openStore(address, { connections: 4 });
      if (outcome.kind === 'refused') throw new Error(outcome.message);
      return outcome.store;
    };

    /** Emptied rather than made anew, which takes a second on a busy machine. */
    let shared: string | undefined;
    storeContract('PostgreSQL', async () => {
      if (shared === undefined) {
        shared = await emptySchema();
        return open(shared);
      }
      const { rows } = await admin.query(
        "select string_agg(schemaname || '.' || tablename, ', ') as names from pg_tables where schemaname = $1 and tablename <> 'migrations'",
        [schemas[0]],
      );
      await admin.query(`truncate ${rows[0].names} restart identity`);
      return open(shared);
    });

    test('replicas that start together bring the tables up to date once', async () => {
      const address = await emptySchema();
      const stores = await Promise.all([1, 2, 3].map(() => open(address)));
      expect(await Promise.all(stores.map((store) => store.nextNumber(2026)))).toHaveLength(3);
      await Promise.all(stores.map((store) => store.close()));
    });

    test('connections that are lost in the middle of work end neither the process nor the store', async () => {
      const address = new URL(await emptySchema());
      address.searchParams.set('application_name', 'to-be-broken');
      const store = await open(address.href);
      const working = Array.from({ length: 200 }, () =>
        store.nextNumber(2026).then(
          () => 'done',
          () => 'lost',
        ),
      );
      const lost = Array.from({ length: 5 }, () =>
        admin.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'to-be-broken'",
        ),
      );
      await Promise.all([...working, ...lost]);
      expect(await store.nextNumber(2026)).toBeGreaterThan(0);
      await store.close();
    });

    test('a statement that is stuck is ended, and the next is done', async () => {
      const address = await emptySchema();
      const outcome = await openStore(address, { statementMs: 200 });
      if (outcome.kind === 'refused') throw new Error(outcome.message);
      const { store } = outcome;
      const blocker = await admin.connect();
      await blocker.query('begin');
      await blocker.query(`lock table ${schemas.at(-1)}.numbers`);
      await expect(store.nextNumber(2026)).rejects.toThrow('statement timeout');
      await blocker.query('rollback');
      blocker.release();
      expect(await store.nextNumber(2026)).toBe(1);
      await store.close();
    });

    test('a server that falls silent without a word is given up, and found again', async () => {
      const address = new URL(await emptySchema());
      const way = await aWayTo(address);
      const outcome = await openStore(way.url, { statementMs: 200, connections: 2 });
      if (outcome.kind === 'refused') throw new Error(outcome.message);
      const { store } = outcome;
      expect(await store.nextNumber(2026)).toBe(1);
      way.cut();
      await expect(store.ping()).rejects.toThrow('not answered');
      way.mend();
      expect(await store.nextNumber(2026)).toBe(2);
      await store.close();
      way.close();
    });

    test('openStore() refuses tables of a newer version and says what to do', async () => {
      const address = await emptySchema();
      await (await open(address)).close();
      const schema = schemas.at(-1);
      await admin.query(`insert into ${schema}.migrations values (9999, 'later', 'later')`);
      expect(await openStore(address)).toMatchObject({ kind: 'refused', reason: 'newer' });
    });

    test('openStore() says that a database or a server is not there', async () => {
      const missing = new URL(url);
      missing.pathname = '/no_such_database';
      const outcome = await openStore(missing.href);
      expect(outcome).toMatchObject({ kind: 'refused', reason: 'unreachable' });
      const silent = await openStore('postgres://media:secret@127.0.0.1:1/desk');
      expect(silent).toMatchObject({ kind: 'refused', reason: 'unreachable' });
      expect(JSON.stringify(silent)).not.toContain('secret');
    });
  },
);
