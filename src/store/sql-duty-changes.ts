import { DutyChange, lastDayOf } from '../desk/duty-change.ts';
import type { DutyChanges } from '../enquiries/change-duty.ts';
import { insertNotices } from './sql-outbox.ts';
import type { Database } from './tables.ts';

const read = ({ document }: { document: string }): DutyChange =>
  DutyChange.parse(JSON.parse(document));

const begun = ({ timeline }: DutyChange): number => timeline[0]?.at.getTime() ?? 0;

/** What people settled about the rota, over SQL. */
export const sqlDutyChanges = ({ db }: Database): DutyChanges => ({
  async findDutyChange(id) {
    const row = await db
      .selectFrom('duty_changes')
      .select('document')
      .where('id', '=', id)
      .executeTakeFirst();
    return row && read(row);
  },

  dutyChangesFrom: async (day) =>
    (
      await db
        .selectFrom('duty_changes')
        .select('document')
        .where('last_day', '>=', day)
        .orderBy('id')
        .execute()
    )
      .map(read)
      .toSorted((one, other) => begun(one) - begun(other)),

  saveDutyChange: ({ change, notices, at }) =>
    db.transaction().execute(async (trx) => {
      const { id, version, status } = change;
      const row = {
        id,
        version,
        status,
        last_day: lastDayOf(change),
        document: JSON.stringify(DutyChange.parse(change)),
      };
      const written =
        version === 1
          ? (
              await trx
                .insertInto('duty_changes')
                .values(row)
                .onConflict((conflict) => conflict.doNothing())
                .executeTakeFirstOrThrow()
            ).numInsertedOrUpdatedRows
          : (
              await trx
                .updateTable('duty_changes')
                .set(row)
                .where('id', '=', id)
                .where('version', '=', version - 1)
                .executeTakeFirstOrThrow()
            ).numUpdatedRows;
      if (written !== 1n) return 'stale';
      await insertNotices(trx, notices, at);
      return 'saved';
    }),
});
