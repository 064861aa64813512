import { Advance, type AdvanceStore } from '../enquiries/advance-copy.ts';
import { canonicalJson } from '../enquiries/chain-events.ts';
import { insertNotices } from './sql-outbox.ts';
import type { Database } from './tables.ts';

/** Advance copies and what was promised for them, over SQL. */
export const sqlAdvances = ({ db }: Database): AdvanceStore => ({
  async findAdvance(id) {
    const row = await db
      .selectFrom('advances')
      .select('document')
      .where('id', '=', id)
      .executeTakeFirst();
    return row && Advance.parse(JSON.parse(row.document));
  },

  saveAdvance: (advance, notices, now) =>
    db.transaction().execute(async (trx) => {
      const { id, version } = advance;
      const row = { id, version, document: canonicalJson(Advance.parse(advance)) };
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('advances')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet(row)
            .where('advances.version', '=', version - 1),
        )
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows !== 1n) return 'stale';
      await insertNotices(trx, notices, now);
      return 'saved';
    }),
});
