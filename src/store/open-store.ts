import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kysely, SqliteDialect } from 'kysely';
import { type Clock, systemClock } from '../clock.ts';
import type { AdvanceStore } from '../enquiries/advance-copy.ts';
import type { AnswerLog } from '../enquiries/answer-log.ts';
import type { DutyChanges } from '../enquiries/change-duty.ts';
import type { Corrections } from '../enquiries/correction.ts';
import type { EnquiryStore } from '../enquiries/enquiry-store.ts';
import type { Follows } from '../enquiries/follows.ts';
import type { Inbox } from '../enquiries/inbox.ts';
import type { Leases } from '../enquiries/leases.ts';
import type { Outbox } from '../enquiries/outbox.ts';
import type { Retention } from '../enquiries/retention.ts';
import type { SettingsStore } from '../enquiries/settings.ts';
import type { Shifts } from '../enquiries/shifts.ts';
import type { SurgeStore } from '../enquiries/surge-store.ts';
import type { ReleaseHistory } from '../releases/release-history.ts';
import { openLibsql } from './libsql-database.ts';
import { migrate } from './migrations.ts';
import type { PostgresOptions } from './postgres-database.ts';
import { type RefusalReason, refusalOf } from './refusal.ts';
import { openRoom } from './room.ts';
import { sqlAdvances } from './sql-advances.ts';
import { sqlAnswers } from './sql-answers.ts';
import { sqlCorrections } from './sql-corrections.ts';
import { sqlDutyChanges } from './sql-duty-changes.ts';
import { sqlEnquiries } from './sql-enquiries.ts';
import { sqlFollows } from './sql-follows.ts';
import { type Housekeeping, sqlHousekeeping } from './sql-housekeeping.ts';
import { sqlInbox } from './sql-inbox.ts';
import { sqlLeases } from './sql-leases.ts';
import { sqlOutbox } from './sql-outbox.ts';
import { sqlRetention } from './sql-retention.ts';
import { sqlSettings } from './sql-settings.ts';
import { sqlShifts } from './sql-shifts.ts';
import { sqlSurges } from './sql-surges.ts';
import { sqlVersions } from './sql-versions.ts';
import type { Database, Dialect, Tables } from './tables.ts';

/** Everything that is kept, in one database. Each method is one transaction. */
export type Store = EnquiryStore &
  Inbox &
  Outbox &
  AnswerLog &
  Leases &
  ReleaseHistory &
  Follows &
  Shifts &
  SurgeStore &
  AdvanceStore &
  Corrections &
  DutyChanges &
  Retention &
  SettingsStore &
  Housekeeping & {
    readonly dialect: Dialect;
    /** Rejects when the database takes nothing: it does not answer, its disk is full, or it is read-only. */
    ping(): Promise<void>;
    /** Waits for what is under way. */
    close(): Promise<void>;
  };

/** A refusal's `message` is one readable line that says what to do. */
export type OpenStoreOutcome =
  | { readonly kind: 'opened'; readonly store: Store }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly message: string };

export type OpenStoreOptions = PostgresOptions & {
  /** When the tables are brought up to date, for the record. */
  readonly now?: Clock;
};

/**
 * Opens the store and brings its tables up to date.
 *
 * @param url `file:data/media-desk.db` (relative to the working folder, which is made when missing), `:memory:`, or
 * `postgres://user:password@host:port/database`
 */
export async function openStore(
  url: string,
  options: OpenStoreOptions = {},
): Promise<OpenStoreOutcome> {
  const target = targetOf(url);
  if (target === undefined)
    return {
      kind: 'refused',
      reason: 'unknown',
      message:
        'DATABASE_URL is neither a file nor PostgreSQL: expected file:data/media-desk.db or postgres://user:password@host/database',
    };

  let database: Database | undefined;
  try {
    database =
      target.kind === 'file'
        ? await openFile(target.path)
        : // Another replica may be at it, and a step over much data takes as long as it takes.
          await openServer(target.url, { connections: 1, statementMs: 0 });
    const outcome = await migrate(database, (options.now ?? systemClock)());
    if (outcome.kind === 'migrated') {
      if (target.kind === 'postgres') {
        await database.db.destroy();
        database = await openServer(target.url, options);
      }
      if (database.dialect === 'embedded') await endLeases(database);
      return { kind: 'opened', store: storeOver(database) };
    }
    await database.db.destroy();
    return {
      kind: 'refused',
      reason: 'newer',
      message: `The database ${target.shown} was made by a newer Media Desk (its tables are at step ${outcome.has}, this program knows ${outcome.knows}): start the newer version, or restore a backup from before the upgrade`,
    };
  } catch (error) {
    await database?.db.destroy();
    const refusal = refusalOf(error, target.shown);
    if (refusal === undefined) throw error;
    return { kind: 'refused', ...refusal };
  }
}

/** Most offices have the embedded store: they need not wait for the code of the other to load. */
async function openServer(url: string, options: PostgresOptions): Promise<Database> {
  const { openPostgres } = await import('./postgres-database.ts');
  return openPostgres(url, options);
}

/** Nobody else can hold this file open, so whoever held a lease is gone: what it left is done at once. */
async function endLeases({ db }: Database): Promise<void> {
  await db.updateTable('inbox').set({ lease_until: null }).where('state', '=', 'waiting').execute();
  await db
    .updateTable('outbox')
    .set({ lease_until: null })
    .where('state', '=', 'waiting')
    .execute();
  await db.deleteFrom('leases').execute();
}

type Target =
  | { readonly kind: 'file'; readonly path: string; readonly shown: string }
  | { readonly kind: 'postgres'; readonly url: string; readonly shown: string };

/** `shown` holds no password. */
function targetOf(url: string): Target | undefined {
  if (url === ':memory:' || url === 'file::memory:')
    return { kind: 'file', path: ':memory:', shown: 'in memory' };
  if (/^file:./.test(url)) {
    const path = url.startsWith('file://')
      ? fileURLToPath(url)
      : resolve(url.slice('file:'.length));
    return { kind: 'file', path, shown: path };
  }
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) {
    const { hostname, port, pathname } = new URL(url);
    return { kind: 'postgres', url, shown: `${hostname}${port && `:${port}`}${pathname}` };
  }
  return undefined;
}

/** Step by step, since Node's own recursive `mkdir` never returns where a parent, such as `/proc`, takes no folders. */
async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return;
  await makeFolder(dirname(path));
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

async function openFile(path: string): Promise<Database> {
  if (path !== ':memory:') await makeFolder(dirname(path));
  const room = openRoom(path);
  const database = openLibsql(path, room.noteFull);
  return {
    room,
    db: new Kysely<Tables>({ dialect: new SqliteDialect({ database }) }),
    dialect: 'embedded',
  };
}

const storeOver = (database: Database): Store => ({
  ...sqlEnquiries(database),
  ...sqlInbox(database),
  ...sqlOutbox(database),
  ...sqlAnswers(database),
  ...sqlLeases(database),
  ...sqlVersions(database),
  ...sqlFollows(database),
  ...sqlShifts(database),
  ...sqlSurges(database),
  ...sqlAdvances(database),
  ...sqlCorrections(database),
  ...sqlDutyChanges(database),
  ...sqlRetention(database),
  ...sqlSettings(database),
  ...sqlHousekeeping(database),
  dialect: database.dialect,
  async ping() {
    // Written, since a full disk or a read-only replica still reads.
    const write = (holder: string) =>
      database.db
        .insertInto('leases')
        .values({ name: 'ping', holder, until: '' })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ holder }))
        .execute();
    await database.room?.check(async (bytes) => {
      await write(' '.repeat(bytes));
    });
    await write('');
  },
  close: () => database.db.destroy(),
});
