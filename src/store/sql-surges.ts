import { canonicalJson } from '../enquiries/chain-events.ts';
import { Surge } from '../enquiries/surge.ts';
import type { SurgeStore } from '../enquiries/surge-store.ts';
import { insertNotices } from './sql-outbox.ts';
import type { Database } from './tables.ts';

const read = ({ document }: { document: string }): Surge => Surge.parse(JSON.parse(document));

/** Surges, over SQL. */
export const sqlSurges = ({ db }: Database): SurgeStore => ({
  async findSurge(id) {
    const row = await db
      .selectFrom('surges')
      .select('document')
      .where('id', '=', id)
      .executeTakeFirst();
    return row && read(row);
  },

  async surgesSince(instant) {
    const rows = await db
      .selectFrom('surges')
      .select('document')
      .where((eb) => eb.or([eb('state', '=', 'live'), eb('last_at', '>=', instant.toISOString())]))
      .orderBy('last_at')
      .orderBy('id')
      .execute();
    return rows.map(read);
  },

  saveSurge: (surge, notices, now) =>
    db.transaction().execute(async (trx) => {
      const row = {
        id: surge.id,
        version: surge.version,
        state: surge.state,
        last_at: surge.lastAt.toISOString(),
        document: canonicalJson(Surge.parse(surge)),
      };
      const { version } = surge;
      const saved =
        version === 1
          ? (
              await trx
                .insertInto('surges')
                .values(row)
                .onConflict((conflict) => conflict.doNothing())
                .executeTakeFirstOrThrow()
            ).numInsertedOrUpdatedRows
          : (
              await trx
                .updateTable('surges')
                .set(row)
                .where('id', '=', surge.id)
                .where('version', '=', version - 1)
                .executeTakeFirstOrThrow()
            ).numUpdatedRows;
      if (saved !== 1n) return 'stale';
      await insertNotices(trx, notices, now);
      return 'saved';
    }),
});
