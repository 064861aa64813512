import { Socket } from 'node:net';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database, Tables } from './tables.ts';

export type PostgresOptions = {
  /** Connections to PostgreSQL; 10 unless told. */
  readonly connections?: number;
  /** A connection that lay idle was lost; the next query makes a new one. */
  readonly onConnectionLost?: (error: Error) => void;
  /** The server ends a statement that takes longer; 15 s unless told, 0 for no end. */
  readonly statementMs?: number;
};

/** Ours take milliseconds. Half of a lease: who waits for one in vain still has time to try again. */
const STATEMENT_MS = 15_000;

/** Opens a pool of connections. No query waits for ever, whether the server is stuck or has become unreachable. */
export function openPostgres(url: string, options: PostgresOptions): Database {
  const { connections = 10, onConnectionLost = () => {}, statementMs = STATEMENT_MS } = options;
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: 'media-desk',
    ...(statementMs === 0
      ? {}
      : { statement_timeout: statementMs, stream: () => impatient(2 * statementMs) }),
    // Whole numbers of 64 bits come as text unless told; ours all fit.
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
    },
  });
  // Without a listener a connection that dies while idle would end the process.
  pool.on('error', onConnectionLost);
  // So would one that dies at work: the pool listens only while it is idle. The query that it was at fails by itself.
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    dialect: 'postgres',
  };
}

/**
 * A socket that is given up when nothing was heard on it for so long. Where the network is cut without a word, no end
 * of a statement arrives either, and the system itself would wait for a quarter of an hour.
 */
function impatient(ms: number): Socket {
  const socket = new Socket();
  socket.setTimeout(ms, () => {
    socket.destroy(new Error(`PostgreSQL has not answered for ${ms} ms`));
  });
  return socket;
}
