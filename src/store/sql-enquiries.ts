import { type SelectQueryBuilder, sql } from 'kysely';
import { chainEvent } from '../enquiries/chain-events.ts';
import type { Enquiry } from '../enquiries/enquiry.ts';
import type { EnquiryFilter, EnquiryStore, SaveOutcome } from '../enquiries/enquiry-store.ts';
import { enquiryRow, eventRow, outletKey, readEnquiry, readEvent, readRecord } from './rows.ts';
import { cancelNotice, insertNotices } from './sql-outbox.ts';
import type { Database, Tables } from './tables.ts';

/** Ends a transaction with nothing saved, and says why. */
class Undone extends Error {
  readonly outcome: Exclude<SaveOutcome, 'saved'>;
  constructor(outcome: Exclude<SaveOutcome, 'saved'>) {
    super(outcome);
    this.outcome = outcome;
  }
}

type Rows = SelectQueryBuilder<Tables, 'enquiries', Tables['enquiries']>;

/** Enquiries and their timelines over SQL. */
export function sqlEnquiries({ db }: Database): EnquiryStore {
  const rows = (): Rows => db.selectFrom('enquiries').selectAll('enquiries');
  const one = async (query: Rows): Promise<Enquiry | undefined> => {
    const row = await query.limit(1).executeTakeFirst();
    return row && readEnquiry(row.document);
  };
  const many = async (query: Rows): Promise<Enquiry[]> =>
    (await query.execute()).map(({ document }) => readEnquiry(document));
  const eventsOf = (id: string) =>
    db.selectFrom('events').selectAll().where('enquiry_id', '=', id).orderBy('seq').execute();

  return {
    find: (id) => one(rows().where('id', '=', id)),
    findByReference: (reference) => one(rows().where('reference', '=', reference)),
    findByKey: (key) => one(rows().where('key', '=', key)),
    findByCard: (channel, ts) =>
      one(rows().where('card_channel', '=', channel).where('card_ts', '=', ts)),
    findByThread: (channel, threadTs) =>
      many(
        rows()
          .where('channel', '=', channel)
          .where('thread_ts', '=', threadTs)
          .orderBy('created_at', 'desc')
          .orderBy('reference', 'desc'),
      ),
    list: (filter) => many(filtered(rows(), filter)),
    dueBefore: (instant) =>
      many(
        rows()
          .where('next_step_at', '<=', instant.toISOString())
          .orderBy('deadline_at')
          .orderBy('id'),
      ),
    timeline: async (id) => (await eventsOf(id)).map(readEvent),
    async record(id) {
      const row = await rows().where('id', '=', id).executeTakeFirst();
      return row && readRecord(row, await eventsOf(id));
    },
    async ids() {
      const found = await db
        .selectFrom('enquiries')
        .select('id')
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return found.map(({ id }) => id);
    },
    async nextNumber(year) {
      const { last } = await db
        .insertInto('numbers')
        .values({ year, last: 1 })
        .onConflict((conflict) =>
          conflict.column('year').doUpdateSet({ last: sql`numbers.last + 1` }),
        )
        .returning('last')
        .executeTakeFirstOrThrow();
      return last;
    },
    async save({ enquiry, event, notices, cancel, erase }) {
      const row = enquiryRow(enquiry);
      try {
        await db.transaction().execute(async (trx) => {
          const { id, version } = row;
          if (version === 1) {
            const { numInsertedOrUpdatedRows } = await trx
              .insertInto('enquiries')
              .values(row)
              .onConflict((conflict) => conflict.doNothing())
              .executeTakeFirstOrThrow();
            if (numInsertedOrUpdatedRows !== 1n) throw new Undone('stale');
          } else {
            const { numUpdatedRows } = await trx
              .updateTable('enquiries')
              .set(row)
              .where('id', '=', id)
              .where('version', '=', version - 1)
              .executeTakeFirstOrThrow();
            if (numUpdatedRows !== 1n) throw new Undone('stale');
          }
          if (cancel !== undefined && !(await cancelNotice(trx, cancel)))
            throw new Undone('too-late');
          if (erase === true)
            await trx
              .updateTable('events')
              .set({ details: null })
              .where('enquiry_id', '=', id)
              .execute();

          // Whoever saves the enquiry holds its row until the end, so nobody else adds an event meanwhile.
          const last = await trx
            .selectFrom('events')
            .select(['seq', 'hash'])
            .where('enquiry_id', '=', id)
            .orderBy('seq', 'desc')
            .limit(1)
            .executeTakeFirst();
          await trx
            .insertInto('events')
            .values(eventRow(chainEvent(last, event, enquiry)))
            .execute();
          await insertNotices(trx, notices, event.at);
        });
        return 'saved';
      } catch (error) {
        if (error instanceof Undone) return error.outcome;
        throw error;
      }
    },
  };
}

/** Narrows and orders: by deadline with `live` (none last), else newest first. */
function filtered(query: Rows, filter: EnquiryFilter): Rows {
  const { live, statuses, outlet, owner, askerId, closedBefore, createdSince, limit } = filter;
  let narrowed = query;
  if (live === true) narrowed = narrowed.where('status', 'in', ['open', 'claimed', 'answered']);
  if (statuses !== undefined) narrowed = narrowed.where('status', 'in', [...statuses]);
  if (outlet !== undefined) narrowed = narrowed.where('outlet', '=', outletKey(outlet));
  if (owner !== undefined) narrowed = narrowed.where('owner', '=', owner);
  if (askerId !== undefined) narrowed = narrowed.where('asker', '=', askerId);
  if (closedBefore !== undefined)
    narrowed = narrowed
      .where('closed_at', '<', closedBefore.toISOString())
      .where('erased_at', 'is', null);
  if (createdSince !== undefined)
    narrowed = narrowed.where('created_at', '>=', createdSince.toISOString());
  if (limit !== undefined) narrowed = narrowed.limit(limit);
  return live === true
    ? narrowed
        .orderBy(sql`case when deadline_at is null then 1 else 0 end`)
        .orderBy('deadline_at')
        .orderBy('created_at')
        .orderBy('reference')
    : narrowed.orderBy('created_at', 'desc').orderBy('reference', 'desc');
}
