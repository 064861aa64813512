import { type Kysely, sql, type Transaction } from 'kysely';
import { isRepeated, Notice, noticeKey, type Queued } from '../enquiries/notice.ts';
import { orderOf, placeOf } from '../enquiries/notice-order.ts';
import type { Outbox, OutboxItem, Posted } from '../enquiries/outbox.ts';
import type { Database, Tables } from './tables.ts';

/** Queues notices within the transaction of what they tell of. */
export async function insertNotices(
  trx: Transaction<Tables>,
  notices: readonly Queued[],
  now: Date,
): Promise<void> {
  for (const { notice, due = now } of notices) {
    const row = {
      key: noticeKey(notice),
      lane: orderOf(notice),
      payload: JSON.stringify(Notice.parse(notice)),
      state: 'waiting',
      due_at: due.toISOString(),
      attempts: 0,
      revision: 1,
      queued_at: now.toISOString(),
    };
    await trx
      .insertInto('outbox')
      .values(row)
      .onConflict((conflict) =>
        isRepeated(notice)
          ? conflict.column('key').doUpdateSet({
              // One that waits already will show this change too; one that is just being told is told again.
              revision: sql`outbox.revision + 1`,
              state: 'waiting',
              due_at: whereSettled(sql`excluded.due_at`, sql`outbox.due_at`),
              queued_at: whereSettled(sql`excluded.queued_at`, sql`outbox.queued_at`),
              attempts: whereSettled(sql`0`, sql`outbox.attempts`),
            })
          : conflict.column('key').doNothing(),
      )
      .execute();
  }
}

const whereSettled = <T>(then: ReturnType<typeof sql<T>>, otherwise: ReturnType<typeof sql<T>>) =>
  sql<T>`case when outbox.state = 'waiting' then ${otherwise} else ${then} end`;

/** Strikes off a notice that nobody has begun to tell. False if it is too late for that. */
export async function cancelNotice(trx: Transaction<Tables>, key: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('outbox')
    .where('key', '=', key)
    .where('state', '=', 'waiting')
    .where('attempts', '=', 0)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

/** Notices on their way, over SQL. */
export function sqlOutbox({ db, dialect }: Database): Outbox {
  const posted = async (query: ReturnType<typeof postedRows>): Promise<Posted | undefined> => {
    const row = await query.limit(1).executeTakeFirst();
    return row?.channel && row.ts && row.settled_at
      ? { key: row.key, channel: row.channel, ts: row.ts, at: new Date(row.settled_at) }
      : undefined;
  };

  /**
   * What may be told now: of each lane its oldest, unless something of it is being told; of places that rest, nothing.
   * Where a pace is kept, one a place. Sorted by place, so that no two processes wait for each other's turns.
   */
  const headsOf = async (
    trx: Transaction<Tables>,
    { at, limit, isPaced }: { at: string; limit: number; isPaced: boolean },
  ) => {
    const place = dialect === 'postgres' ? placeInPostgres : placeEmbedded;
    const waiting = trx
      .selectFrom('outbox as o')
      .select([
        'o.id',
        'o.due_at',
        sql<number>`row_number() over (partition by ${place} order by o.due_at, o.id)`.as('turn'),
      ])
      .where('o.state', '=', 'waiting')
      .where('o.due_at', '<=', at)
      .where(free('o', at))
      .where(
        sql<boolean>`not exists (select 1 from outbox p where p.state = 'waiting' and p.lane = o.lane
          and p.id <> o.id and ((p.id < o.id and p.due_at <= ${at}) or p.lease_until > ${at}))`,
      )
      .where(
        sql<boolean>`not exists (select 1 from lanes l where l.lane = ${place} and l.ready_at > ${at})`,
      );
    const first = await trx
      .selectFrom(waiting.as('w'))
      .select('w.id')
      .$if(isPaced, (query) => query.where('w.turn', '=', 1))
      .orderBy('w.due_at')
      .orderBy('w.id')
      .limit(limit)
      .execute();
    if (first.length === 0) return [];
    // Looked at once more under lock: another process may have been quicker.
    const rows = await trx
      .selectFrom('outbox as o')
      .selectAll('o')
      .where(
        'o.id',
        'in',
        first.map(({ id }) => id),
      )
      .where('o.state', '=', 'waiting')
      .where(free('o', at))
      .$if(dialect === 'postgres', (query) => query.forUpdate().skipLocked())
      .execute();
    return rows.sort((one, other) => (one.lane < other.lane ? -1 : 1));
  };

  return {
    queue: (notices, now) => db.transaction().execute((trx) => insertNotices(trx, notices, now)),

    nextOutbox({ now, leaseMs, paceMs = 0, limit = 20 }) {
      const at = now.toISOString();
      const leaseUntil = new Date(now.getTime() + leaseMs).toISOString();
      return db.transaction().execute(async (trx) => {
        const items: OutboxItem[] = [];
        for (const row of await headsOf(trx, { at, limit, isPaced: paceMs > 0 })) {
          const place = placeOf(row.lane);
          if (paceMs > 0 && !(await takeTurn(trx, place, now, paceMs))) continue;
          const notice = Notice.safeParse(JSON.parse(row.payload));
          if (!notice.success) {
            // Queued by a newer version, which runs beside this one or did: left to it.
            await trx
              .updateTable('outbox')
              .set({ retry_at: leaseUntil, last_error: 'not understood by this version' })
              .where('id', '=', row.id)
              .execute();
            continue;
          }
          await trx
            .updateTable('outbox')
            .set({ lease_until: leaseUntil, attempts: row.attempts + 1 })
            .where('id', '=', row.id)
            .execute();
          items.push({
            id: row.id,
            key: row.key,
            lane: row.lane,
            place,
            notice: notice.data,
            attempts: row.attempts + 1,
            revision: row.revision,
            queuedAt: new Date(row.queued_at),
            leaseUntil: new Date(leaseUntil),
          });
        }
        return items.sort((one, other) => one.id - other.id);
      });
    },

    settle: (item, settlement, { now, paceMs = 0 }) =>
      db.transaction().execute(async (trx) => {
        const at = now.toISOString();
        const mine = trx
          .updateTable('outbox')
          .set({ lease_until: null })
          .where('id', '=', item.id)
          .where('state', '=', 'waiting')
          .where('lease_until', '=', item.leaseUntil.toISOString());
        if (settlement.kind === 'try-later') {
          const { numUpdatedRows } = await mine
            .set({ retry_at: settlement.at.toISOString(), last_error: settlement.reason })
            .executeTakeFirstOrThrow();
          return numUpdatedRows === 1n ? 'settled' : 'lost';
        }
        const { numUpdatedRows } = await mine
          .set({
            // A card that changed while it was told has to be told once more.
            state: sql`case when revision = ${item.revision} then ${settlement.kind} else 'waiting' end`,
            attempts: sql`case when revision = ${item.revision} then attempts else 0 end`,
            retry_at: null,
            settled_at: at,
            last_error: settlement.kind === 'sent' ? null : settlement.reason,
            ...(settlement.kind === 'sent'
              ? { channel: settlement.channel, ts: settlement.ts }
              : {}),
          })
          .executeTakeFirstOrThrow();
        if (numUpdatedRows !== 1n) return 'lost';
        if (settlement.kind === 'sent' && paceMs > 0)
          await rest(trx, item.place, new Date(now.getTime() + paceMs));
        return 'settled';
      }),

    restPlace: (place, until) => rest(db, place, until),
    async hasNotice(key) {
      const row = await db
        .selectFrom('outbox')
        .select('id')
        .where('key', '=', key)
        .executeTakeFirst();
      return row !== undefined;
    },
    withdrawNotice: (key) => db.transaction().execute((trx) => cancelNotice(trx, key)),
    findPosted: (key) => posted(postedRows(db).where('key', '=', key)),
    findPostedAt: (channel, ts) =>
      posted(postedRows(db).where('channel', '=', channel).where('ts', '=', ts)),
  };
}

/** `placeOf` in SQL. */
const placeInPostgres = sql<string>`split_part(o.lane, ' ', 1)`;
const placeEmbedded = sql<string>`substr(o.lane, 1, instr(o.lane || ' ', ' ') - 1)`;

/** Takes the next turn of a place, and with it the time until the one after. False if another was quicker. */
const takeTurn = async (
  trx: Transaction<Tables>,
  place: string,
  now: Date,
  paceMs: number,
): Promise<boolean> => {
  const ready_at = new Date(now.getTime() + paceMs).toISOString();
  const taken = await trx
    .insertInto('lanes')
    .values({ lane: place, ready_at })
    .onConflict((conflict) =>
      conflict
        .column('lane')
        .doUpdateSet({ ready_at })
        .where(sql<boolean>`lanes.ready_at <= ${now.toISOString()}`),
    )
    .returning('lane')
    .executeTakeFirst();
  return taken !== undefined;
};

const postedRows = (db: Kysely<Tables>) =>
  db
    .selectFrom('outbox')
    .select(['key', 'channel', 'ts', 'settled_at'])
    .where('ts', 'is not', null);

/** Not leased by anybody, and not waiting to be tried again. */
export const free = (table: string, at: string) =>
  sql<boolean>`(${sql.ref(`${table}.lease_until`)} is null or ${sql.ref(`${table}.lease_until`)} <= ${at})
    and (${sql.ref(`${table}.retry_at`)} is null or ${sql.ref(`${table}.retry_at`)} <= ${at})`;

/** Never shortens a rest that was set before. */
const rest = async (db: Kysely<Tables>, place: string, until: Date): Promise<void> => {
  await db
    .insertInto('lanes')
    .values({ lane: place, ready_at: until.toISOString() })
    .onConflict((conflict) =>
      conflict.column('lane').doUpdateSet({
        ready_at: sql`case when lanes.ready_at > excluded.ready_at then lanes.ready_at else excluded.ready_at end`,
      }),
    )
    .execute();
};
