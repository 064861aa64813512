import type { Follow, Follows } from '../enquiries/follows.ts';
import { insertNotices } from './sql-outbox.ts';
import type { Database } from './tables.ts';

type Row = { id: string; channel: string; query: string; user_id: string; created_at: string };

const read = ({ id, channel, query, user_id, created_at }: Row): Follow => ({
  id,
  channel,
  query,
  userId: user_id,
  createdAt: new Date(created_at),
});

const BATCH = 500;

/** Who follows releases, over SQL. */
export const sqlFollows = ({ db }: Database): Follows => ({
  async follow({ id, channel, query, userId, createdAt }) {
    const row = await db
      .insertInto('follows')
      .values({ id, channel, query, user_id: userId, created_at: createdAt.toISOString() })
      .onConflict((conflict) => conflict.columns(['channel', 'query']).doNothing())
      .returning('id')
      .executeTakeFirst();
    return row === undefined ? 'there-already' : 'following';
  },

  async unfollow(channel, query) {
    const row = await db
      .deleteFrom('follows')
      .where('channel', '=', channel)
      .where('query', '=', query)
      .returning('id')
      .executeTakeFirst();
    return row === undefined ? 'not-there' : 'gone';
  },

  following: async (channel) =>
    (
      await db
        .selectFrom('follows')
        .selectAll()
        .where('channel', '=', channel)
        .orderBy('query')
        .execute()
    ).map(read),

  allFollows: async () =>
    (await db.selectFrom('follows').selectAll().orderBy('created_at').execute()).map(read),

  async announced() {
    const rows = await db.selectFrom('announced').select('release_id').execute();
    return new Set(rows.map(({ release_id }) => release_id));
  },

  async markAnnounced(releaseIds, now) {
    const at = now.toISOString();
    for (let from = 0; from < releaseIds.length; from += BATCH)
      await db
        .insertInto('announced')
        .values(releaseIds.slice(from, from + BATCH).map((release_id) => ({ release_id, at })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  },

  announce: (releaseId, alerts, now) =>
    db.transaction().execute(async (trx) => {
      const row = await trx
        .insertInto('announced')
        .values({ release_id: releaseId, at: now.toISOString() })
        .onConflict((conflict) => conflict.doNothing())
        .returning('release_id')
        .executeTakeFirst();
      if (row === undefined) return 'elsewhere';
      await insertNotices(trx, alerts, now);
      return 'announced';
    }),
});
