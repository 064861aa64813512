import { type Kysely, sql } from 'kysely';
import type { Database, Dialect, Tables } from './tables.ts';

/** One step forward. There is none back: a mistake is put right by a further step. */
type Migration = {
  readonly id: number;
  readonly name: string;
  readonly up: (db: Kysely<Tables>, dialect: Dialect) => Promise<void>;
};

const identity = (dialect: Dialect) =>
  dialect === 'embedded'
    ? sql`integer primary key autoincrement`
    : sql`bigint generated always as identity primary key`;

/**
 * Every step since the first release, oldest first. A step must let the version before it go on running beside it, so
 * that replicas can be replaced one by one: add columns that may be null, add tables, never rename, never drop.
 */
export const migrations: readonly Migration[] = [
  {
    id: 1,
    name: 'enquiries and their timelines',
    async up(db) {
      await db.schema
        .createTable('enquiries')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('reference', 'text', (column) => column.notNull().unique())
        .addColumn('key', 'text', (column) => column.notNull().unique())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('outlet', 'text', (column) => column.notNull())
        .addColumn('owner', 'text')
        .addColumn('asker', 'text', (column) => column.notNull())
        .addColumn('channel', 'text', (column) => column.notNull())
        .addColumn('thread_ts', 'text', (column) => column.notNull())
        .addColumn('card_channel', 'text')
        .addColumn('card_ts', 'text')
        .addColumn('deadline_at', 'text')
        .addColumn('next_step_at', 'text')
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('closed_at', 'text')
        .addColumn('erased_at', 'text')
        .addColumn('document', 'text', (column) => column.notNull())
        .execute();
      await index(db, 'enquiries', ['channel', 'thread_ts']);
      await index(db, 'enquiries', ['card_channel', 'card_ts']);
      await index(db, 'enquiries', ['next_step_at']);
      await index(db, 'enquiries', ['status', 'deadline_at']);
      await index(db, 'enquiries', ['outlet', 'created_at']);
      await db.schema
        .createTable('events')
        .addColumn('enquiry_id', 'text', (column) => column.notNull().references('enquiries.id'))
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('what', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('details', 'text')
        .addColumn('digest', 'text', (column) => column.notNull())
        .addColumn('enquiry_digest', 'text', (column) => column.notNull())
        .addColumn('previous', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('events_key', ['enquiry_id', 'seq'])
        .execute();
      await db.schema
        .createTable('numbers')
        .addColumn('year', 'integer', (column) => column.primaryKey())
        .addColumn('last', 'integer', (column) => column.notNull())
        .execute();
    },
  },
  {
    id: 2,
    name: 'inbox and outbox',
    async up(db, dialect) {
      await db.schema
        .createTable('outbox')
        .addColumn('id', identity(dialect))
        .addColumn('key', 'text', (column) => column.notNull().unique())
        .addColumn('lane', 'text', (column) => column.notNull())
        .addColumn('payload', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('due_at', 'text', (column) => column.notNull())
        .addColumn('retry_at', 'text')
        .addColumn('lease_until', 'text')
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .addColumn('queued_at', 'text', (column) => column.notNull())
        .addColumn('settled_at', 'text')
        .addColumn('last_error', 'text')
        .addColumn('channel', 'text')
        .addColumn('ts', 'text')
        .execute();
      await index(db, 'outbox', ['state', 'lane', 'id']);
      await index(db, 'outbox', ['channel', 'ts']);
      await db.schema
        .createTable('lanes')
        .addColumn('lane', 'text', (column) => column.primaryKey())
        .addColumn('ready_at', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('inbox')
        .addColumn('id', identity(dialect))
        .addColumn('event_id', 'text', (column) => column.notNull().unique())
        .addColumn('message_key', 'text', (column) => column.unique())
        .addColumn('lane', 'text', (column) => column.notNull())
        .addColumn('sort_key', 'text', (column) => column.notNull())
        .addColumn('payload', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('retry_at', 'text')
        .addColumn('lease_until', 'text')
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('received_at', 'text', (column) => column.notNull())
        .addColumn('settled_at', 'text')
        .addColumn('last_error', 'text')
        .execute();
      await index(db, 'inbox', ['state', 'lane', 'sort_key', 'id']);
    },
  },
  {
    id: 3,
    name: 'answers, feedback and leases',
    async up(db) {
      await db.schema
        .createTable('answers')
        .addColumn('key', 'text', (column) => column.primaryKey())
        .addColumn('channel', 'text', (column) => column.notNull())
        .addColumn('thread_ts', 'text', (column) => column.notNull())
        .addColumn('user_id', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('document', 'text', (column) => column.notNull())
        .execute();
      await index(db, 'answers', ['channel', 'thread_ts', 'at']);
      await index(db, 'answers', ['at']);
      await db.schema
        .createTable('answer_quotes')
        .addColumn('answer_key', 'text', (column) => column.notNull().references('answers.key'))
        .addColumn('release_id', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('answer_quotes_key', ['release_id', 'answer_key'])
        .execute();
      await db.schema
        .createTable('feedback')
        .addColumn('key', 'text', (column) => column.primaryKey())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('document', 'text', (column) => column.notNull())
        .execute();
      await index(db, 'feedback', ['at']);
      await db.schema
        .createTable('leases')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('holder', 'text', (column) => column.notNull())
        .addColumn('until', 'text', (column) => column.notNull())
        .execute();
    },
  },
  {
    id: 4,
    name: 'versions of releases and who follows them',
    async up(db) {
      await db.schema
        .createTable('release_versions')
        .addColumn('release_id', 'text', (column) => column.notNull())
        .addColumn('version', 'text', (column) => column.notNull())
        .addColumn('file', 'text', (column) => column.notNull())
        .addColumn('seen_at', 'text', (column) => column.notNull())
        .addColumn('document', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('release_versions_key', ['release_id', 'version'])
        .execute();
      await index(db, 'release_versions', ['file']);
      await db.schema
        .createTable('follows')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('channel', 'text', (column) => column.notNull())
        .addColumn('query', 'text', (column) => column.notNull())
        .addColumn('user_id', 'text', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addUniqueConstraint('follows_once', ['channel', 'query'])
        .execute();
      await db.schema
        .createTable('announced')
        .addColumn('release_id', 'text', (column) => column.primaryKey())
        .addColumn('at', 'text', (column) => column.notNull())
        .execute();
    },
  },
  {
    id: 5,
    name: 'times of duty',
    async up(db) {
      await db.schema
        .createTable('shifts')
        .addColumn('seq', 'integer', (column) => column.primaryKey())
        .addColumn('person', 'text', (column) => column.notNull())
        .addColumn('slack_id', 'text')
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('before_person', 'text')
        .addColumn('before_slack_id', 'text')
        .addColumn('before_name', 'text')
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('accepted_at', 'text')
        .execute();
    },
  },
  {
    id: 6,
    name: 'corrections, changes of duty and what each person set',
    async up(db) {
      await db.schema
        .createTable('corrections')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('release_id', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('found_at', 'text', (column) => column.notNull())
        .addColumn('document', 'text', (column) => column.notNull())
        .execute();
      await index(db, 'corrections', ['release_id', 'found_at']);
      await index(db, 'corrections', ['status']);
      await db.schema
        .createTable('correction_notes')
        .addColumn('correction_id', 'text', (column) =>
          column.notNull().references('corrections.id'),
        )
        .addColumn('note_key', 'text', (column) => column.notNull())
        .addColumn('release_id', 'text', (column) => column.notNull())
        .addColumn('channel', 'text', (column) => column.notNull())
        .addColumn('thread_ts', 'text', (column) => column.notNull())
        .addColumn('user_id', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('told_at', 'text')
        .addColumn('seen_at', 'text')
        .addColumn('document', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('correction_notes_key', ['correction_id', 'note_key'])
        .execute();
      await index(db, 'correction_notes', ['release_id']);
      await index(db, 'correction_notes', ['channel', 'thread_ts', 'user_id']);
      await db.schema
        .createTable('duty_changes')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('last_day', 'text', (column) => column.notNull())
        .addColumn('document', 'text', (column) => column.notNull())
        .execute();
      await index(db, 'duty_changes', ['status', 'last_day']);
      await db.schema
        .createTable('settings')
        .addColumn('user_id', 'text', (column) => column.primaryKey())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('document', 'text', (column) => column.notNull())
        .execute();
    },
  },
  {
    id: 7,
    name: 'many enquiries on one subject at once',
    async up(db) {
      await db.schema
        .createTable('surges')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('last_at', 'text', (column) => column.notNull())
        .addColumn('document', 'text', (column) => column.notNull())
        .execute();
      await index(db, 'surges', ['state', 'last_at']);
      await index(db, 'enquiries', ['created_at']);
    },
  },
  {
    id: 8,
    name: 'advance copies',
    async up(db) {
      await db.schema
        .createTable('advances')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('document', 'text', (column) => column.notNull())
        .execute();
    },
  },
];

const index = (db: Kysely<Tables>, table: keyof Tables, columns: string[]) =>
  db.schema
    .createIndex(`${table}_by_${columns.join('_')}`)
    .on(table)
    .columns(columns)
    .execute();

/** `newer`: the database has steps that this program does not know; nothing was touched. */
export type MigrateOutcome =
  | { readonly kind: 'migrated'; readonly steps: number }
  | { readonly kind: 'newer'; readonly has: number; readonly knows: number };

/** Any number, the same for every replica: they bring the tables up to date one after the other. */
const migrationLock = 7_304_112;

/** Brings the tables up to date in one transaction: all steps that are missing, or none. */
export async function migrate(
  { db, dialect }: Database,
  at: Date,
  list: readonly Migration[] = migrations,
): Promise<MigrateOutcome> {
  return db.transaction().execute(async (trx) => {
    if (dialect === 'postgres')
      await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(trx);
    await trx.schema
      .createTable('migrations')
      .ifNotExists()
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    const done = await trx.selectFrom('migrations').select('id').execute();
    const has = Math.max(0, ...done.map(({ id }) => id));
    const knows = Math.max(0, ...list.map(({ id }) => id));
    if (has > knows) return { kind: 'newer', has, knows };

    const missing = list.filter(({ id }) => id > has);
    for (const { id, name, up } of missing) {
      await trx.insertInto('migrations').values({ id, name, at: at.toISOString() }).execute();
      await up(trx, dialect);
    }
    return { kind: 'migrated', steps: missing.length };
  });
}
