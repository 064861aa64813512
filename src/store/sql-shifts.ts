import type { Shift, Shifts } from '../enquiries/shifts.ts';
import type { Database } from './tables.ts';

type Row = {
  seq: number;
  person: string;
  slack_id: string | null;
  name: string;
  before_person: string | null;
  before_slack_id: string | null;
  before_name: string | null;
  at: string;
  accepted_at: string | null;
};

const read = (row: Row): Shift => ({
  seq: row.seq,
  officer: { person: row.person, slackId: row.slack_id, name: row.name },
  ...(row.before_person === null
    ? {}
    : {
        before: {
          person: row.before_person,
          slackId: row.before_slack_id,
          name: row.before_name ?? row.before_person,
        },
      }),
  at: new Date(row.at),
  ...(row.accepted_at === null ? {} : { acceptedAt: new Date(row.accepted_at) }),
});

/** Times of duty, over SQL. */
export const sqlShifts = ({ db }: Database): Shifts => {
  const findShift = async (seq: number): Promise<Shift | undefined> => {
    const row = await db.selectFrom('shifts').selectAll().where('seq', '=', seq).executeTakeFirst();
    return row && read(row);
  };
  return {
    findShift,

    async latestShift() {
      const row = await db
        .selectFrom('shifts')
        .selectAll()
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && read(row);
    },

    async beginShift({ seq, officer, before, at, acceptedAt }) {
      const row = await db
        .insertInto('shifts')
        .values({
          seq,
          person: officer.person,
          slack_id: officer.slackId,
          name: officer.name,
          before_person: before?.person ?? null,
          before_slack_id: before?.slackId ?? null,
          before_name: before?.name ?? null,
          at: at.toISOString(),
          accepted_at: acceptedAt?.toISOString() ?? null,
        })
        .onConflict((conflict) => conflict.column('seq').doNothing())
        .returning('seq')
        .executeTakeFirst();
      return row === undefined ? 'overtaken' : 'begun';
    },

    async acceptShift(seq, at) {
      const taken = await db
        .updateTable('shifts')
        .set({ accepted_at: at.toISOString() })
        .where('seq', '=', seq)
        .where('accepted_at', 'is', null)
        .returning('seq')
        .executeTakeFirst();
      if (taken !== undefined) return 'accepted';
      return (await findShift(seq)) === undefined ? 'unknown' : 'accepted-before';
    },
  };
};
