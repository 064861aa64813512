import { sql, type Transaction } from 'kysely';
import type { Inbox, InboxItem } from '../enquiries/inbox.ts';
import { insertAnswer } from './sql-answers.ts';
import { free, insertNotices } from './sql-outbox.ts';
import type { Database, Tables } from './tables.ts';

/** Events waiting to be worked off, over SQL. */
export function sqlInbox({ db, dialect }: Database): Inbox {
  /** Ends the caller's turn with an event; false if another has it by now. */
  const end = async (
    trx: Transaction<Tables>,
    item: InboxItem,
    change: Partial<
      Pick<Tables['inbox'], 'state' | 'retry_at' | 'settled_at' | 'last_error' | 'payload'>
    >,
  ): Promise<boolean> => {
    const { numUpdatedRows } = await trx
      .updateTable('inbox')
      .set({ lease_until: null, ...change })
      .where('id', '=', item.id)
      .where('state', '=', 'waiting')
      .where('lease_until', '=', item.leaseUntil.toISOString())
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  };

  return {
    async receive({ eventId, messageKey, lane, order, payload }, now) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('inbox')
        .values({
          event_id: eventId,
          message_key: messageKey ?? null,
          lane,
          sort_key: order,
          payload: JSON.stringify(payload),
          state: 'waiting',
          attempts: 0,
          received_at: now.toISOString(),
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n ? 'new' : 'duplicate';
    },

    nextInbox({ now, leaseMs, limit = 20 }) {
      const at = now.toISOString();
      const leaseUntil = new Date(now.getTime() + leaseMs).toISOString();
      return db.transaction().execute(async (trx) => {
        const heads = await trx
          .selectFrom('inbox as i')
          .selectAll('i')
          .where('i.state', '=', 'waiting')
          .where(free('i', at))
          .where(
            sql<boolean>`not exists (select 1 from inbox p where p.state = 'waiting' and p.lane = i.lane
              and p.id <> i.id and (p.sort_key < i.sort_key or (p.sort_key = i.sort_key and p.id < i.id)
              or p.lease_until > ${at}))`,
          )
          .orderBy('i.id')
          .limit(limit)
          .$if(dialect === 'postgres', (query) => query.forUpdate().skipLocked())
          .execute();
        const items: InboxItem[] = [];
        for (const row of heads) {
          await trx
            .updateTable('inbox')
            .set({ lease_until: leaseUntil, attempts: row.attempts + 1 })
            .where('id', '=', row.id)
            .execute();
          items.push({
            id: row.id,
            eventId: row.event_id,
            lane: row.lane,
            payload: JSON.parse(row.payload),
            attempts: row.attempts + 1,
            receivedAt: new Date(row.received_at),
            leaseUntil: new Date(leaseUntil),
          });
        }
        return items;
      });
    },

    doneInbox: (item, { notices, answers = [] }, now) =>
      db.transaction().execute(async (trx) => {
        // The words are not needed any more; that the event came is, in case it comes again.
        const change = { state: 'done', settled_at: now.toISOString(), payload: 'null' };
        if (!(await end(trx, item, change))) return 'lost';
        await insertNotices(trx, notices, now);
        for (const answer of answers) await insertAnswer(trx, answer);
        return 'done';
      }),

    failInbox: (item, { retryAt, reason }) =>
      db
        .transaction()
        .execute(async (trx) =>
          (await end(trx, item, { retry_at: retryAt.toISOString(), last_error: reason }))
            ? 'done'
            : 'lost',
        ),

    setAside: (item, { reason, notices }, now) =>
      db.transaction().execute(async (trx) => {
        const change = { state: 'set-aside', settled_at: now.toISOString(), last_error: reason };
        if (!(await end(trx, item, change))) return 'lost';
        await insertNotices(trx, notices, now);
        return 'done';
      }),
  };
}
