import type { Retention } from '../enquiries/retention.ts';
import type { Database } from './tables.ts';

/** Removing what has been kept for its time, over SQL. */
export const sqlRetention = ({ db }: Database): Retention => ({
  forgetOld: ({ answersBefore, feedbackBefore, dutyBefore }) =>
    db.transaction().execute(async (trx) => {
      const answersAt = answersBefore.toISOString();
      const dutyAt = dutyBefore.toISOString();
      const old = trx.selectFrom('answers').select('key').where('at', '<', answersAt);
      // Notes are keyed by the latest answer that gave the words: where that is old, all of them are.
      const removed = [
        await trx
          .deleteFrom('correction_notes')
          .where('note_key', 'in', old)
          .executeTakeFirstOrThrow(),
        await trx
          .deleteFrom('answer_quotes')
          .where('answer_key', 'in', old)
          .executeTakeFirstOrThrow(),
        await trx.deleteFrom('answers').where('at', '<', answersAt).executeTakeFirstOrThrow(),
        await trx
          .deleteFrom('feedback')
          .where('at', '<', feedbackBefore.toISOString())
          .executeTakeFirstOrThrow(),
        await trx
          .deleteFrom('duty_changes')
          .where('last_day', '<', dutyAt.slice(0, 10))
          .executeTakeFirstOrThrow(),
        await trx
          .deleteFrom('shifts')
          .where('at', '<', dutyAt)
          .where('seq', '<', (eb) => eb.selectFrom('shifts').select(eb.fn.max('seq').as('last')))
          .executeTakeFirstOrThrow(),
      ];
      return removed.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
    }),

  removeRecords: (closedBefore) =>
    db.transaction().execute(async (trx) => {
      const at = closedBefore.toISOString();
      const gone = await trx
        .selectFrom('enquiries')
        .select(['id', 'reference'])
        .where('closed_at', '<', at)
        .where('erased_at', 'is not', null)
        .orderBy('reference')
        .execute();
      for (const { id } of gone) {
        await trx.deleteFrom('events').where('enquiry_id', '=', id).execute();
        await trx.deleteFrom('enquiries').where('id', '=', id).execute();
      }
      const old = trx
        .selectFrom('corrections')
        .select('id')
        .where('found_at', '<', at)
        .where('status', 'not in', ['asked', 'classed']);
      await trx.deleteFrom('correction_notes').where('correction_id', 'in', old).execute();
      await trx
        .deleteFrom('corrections')
        .where('found_at', '<', at)
        .where('status', 'not in', ['asked', 'classed'])
        .execute();
      return gone.map(({ reference }) => reference);
    }),

  async knownFollowers() {
    const follows = await db
      .selectFrom('follows')
      .select('user_id')
      .where('user_id', '!=', '')
      .distinct()
      .execute();
    const settings = await db.selectFrom('settings').select('user_id').execute();
    return [...new Set([...follows, ...settings].map(({ user_id }) => user_id))].toSorted();
  },

  forgetPerson: (userId) =>
    db.transaction().execute(async (trx) => {
      const follows = await trx
        .deleteFrom('follows')
        .where('user_id', '=', userId)
        .where('channel', 'like', 'D%')
        .executeTakeFirstOrThrow();
      const channels = await trx
        .updateTable('follows')
        .set({ user_id: '' })
        .where('user_id', '=', userId)
        .executeTakeFirstOrThrow();
      const settings = await trx
        .deleteFrom('settings')
        .where('user_id', '=', userId)
        .executeTakeFirstOrThrow();
      return Number(follows.numDeletedRows + channels.numUpdatedRows + settings.numDeletedRows);
    }),
});
