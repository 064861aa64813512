import type { SqliteDatabase, SqliteStatement } from 'kysely';
import Libsql from 'libsql';

/** More statements than the store has; beyond it the oldest is prepared anew. */
const mostStatements = 300;

/**
 * libsql as Kysely wants SQLite, with what libsql gets wrong put right: a boolean aborts the whole process, a `Date`
 * throws, text is cut at NUL without a word, and each prepared statement stays in memory until the next garbage
 * collection.
 *
 * The file is held by this process alone from here on (exclusive lock, set before WAL so that no shared memory is
 * used), and a commit is on the disk before it returns.
 *
 * @param onFull called whenever the disk was too full for what was to be written
 */
export function openLibsql(path: string, onFull: () => void = () => undefined): SqliteDatabase {
  const database = new Libsql(path);
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
    database.exec('PRAGMA foreign_keys = ON');
    // Takes the lock now and not at the first write.
    database.exec('BEGIN IMMEDIATE');
    database.exec('COMMIT');
  } catch (error) {
    database.close();
    throw error;
  }

  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => {
      // Statements keep the file open until they are collected, so the lock is given up by hand; and the way out of
      // the exclusive mode leads through another journal, which also leaves one whole file to copy.
      try {
        database.exec('PRAGMA journal_mode = DELETE');
        database.exec('PRAGMA locking_mode = NORMAL');
        database.exec('SELECT count(*) FROM sqlite_schema');
      } finally {
        statements.clear();
        database.close();
      }
    },
    prepare(sql) {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const statement = wrap(
        database.prepare(sql),
        () => sql === 'rollback' && !database.inTransaction,
        onFull,
      );
      const [oldest] = statements.size >= mostStatements ? statements.keys() : [];
      if (oldest !== undefined) statements.delete(oldest);
      statements.set(sql, statement);
      return statement;
    },
  };
}

/**
 * @param isOver asked before a statement is run: there is nothing for it to do any more. SQLite itself rolls back what a
 * full disk broke off, and a second time is an error that would hide the first.
 */
function wrap(
  statement: Libsql.Statement,
  isOver: () => boolean,
  onFull: () => void,
): SqliteStatement {
  const watched = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      if (error instanceof Error && 'code' in error && isFull(error.code)) onFull();
      throw error;
    }
  };
  return {
    reader: statement.reader,
    all: (parameters) => watched(() => statement.all(parameters.map(bindable))),
    run: (parameters) =>
      isOver()
        ? { changes: 0, lastInsertRowid: 0 }
        : watched(() => statement.run(parameters.map(bindable))),
    iterate: (parameters) => statement.iterate(parameters.map(bindable)),
  };
}

const isFull = (code: unknown) => /^SQLITE_(FULL|IOERR_WRITE)/.test(String(code));

/**
 * A value in a form that libsql binds as it is meant.
 *
 * @throws {TypeError} for text with a NUL and for anything that is no plain value
 */
export function bindable(value: unknown): string | number | bigint | null {
  switch (typeof value) {
    case 'boolean':
      return value ? 1 : 0;
    case 'number':
      if (Number.isFinite(value) && (Number.isSafeInteger(value) || !Number.isInteger(value)))
        return value;
      break;
    case 'bigint':
      return value;
    case 'string':
      if (!value.includes('\0')) return value;
      break;
    case 'undefined':
      return null;
    case 'object':
      if (value === null) return null;
      if (value instanceof Date) return value.toISOString();
      break;
    default:
  }
  throw new TypeError(`Cannot store a value: expected plain text or a number, got ${show(value)}`);
}

const show = (value: unknown) =>
  typeof value === 'string' ? JSON.stringify(value) : String(value);
