import { sql } from 'kysely';
import type { Leases } from '../enquiries/leases.ts';
import type { Database } from './tables.ts';

/** Leases as rows, so that a replica that died gives its own up by itself. */
export const sqlLeases = ({ db }: Database): Leases => ({
  async takeLease({ name, holder, now, forMs }) {
    const until = new Date(now.getTime() + forMs).toISOString();
    const taken = await db
      .insertInto('leases')
      .values({ name, holder, until })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet({ holder, until })
          .where(
            sql<boolean>`leases.holder = excluded.holder or leases.until <= ${now.toISOString()}`,
          ),
      )
      .returning('holder')
      .executeTakeFirst();
    return taken !== undefined;
  },

  async releaseLease(name, holder) {
    await db.deleteFrom('leases').where('name', '=', name).where('holder', '=', holder).execute();
  },
});
