import type { Database } from './tables.ts';

/** How much waits, for `/metrics` and for the status line. */
export type QueueState = {
  readonly waiting: number;
  /** When the oldest that is due came to be so. */
  readonly oldest: Date | undefined;
  /** Given up: refused by Slack, or set aside for a person. */
  readonly givenUp: number;
};

export type Housekeeping = {
  queueState(now: Date): Promise<{ readonly inbox: QueueState; readonly outbox: QueueState }>;
  /**
   * Forgets what was settled before `before`: events and notices only, never enquiries. Keep at least two days, since
   * Slack repeats an event for a day. Where answers stand is kept for thirty days more.
   *
   * @returns how many rows were removed
   */
  purge(before: Date): Promise<number>;
};

const ANSWERS_MORE_MS = 30 * 24 * 60 * 60_000;

export const sqlHousekeeping = ({ db }: Database): Housekeeping => ({
  async queueState(now) {
    const at = now.toISOString();
    const inbox = await db
      .selectFrom('inbox')
      .select((eb) => [
        'state',
        eb.fn.countAll().as('count'),
        eb.fn.min('received_at').as('oldest'),
      ])
      .where('state', 'in', ['waiting', 'set-aside'])
      .groupBy('state')
      .execute();
    const outbox = await db
      .selectFrom('outbox')
      .select((eb) => ['state', eb.fn.countAll().as('count'), eb.fn.min('due_at').as('oldest')])
      .where('state', 'in', ['waiting', 'refused'])
      .where('due_at', '<=', at)
      .groupBy('state')
      .execute();
    const stateOf = (
      rows: readonly { state: string; count: string | number | bigint; oldest: string }[],
      givenUp: string,
    ): QueueState => {
      const waiting = rows.find(({ state }) => state === 'waiting');
      return {
        waiting: Number(waiting?.count ?? 0),
        oldest: waiting && new Date(waiting.oldest),
        givenUp: Number(rows.find(({ state }) => state === givenUp)?.count ?? 0),
      };
    };
    return { inbox: stateOf(inbox, 'set-aside'), outbox: stateOf(outbox, 'refused') };
  },

  purge: (before) =>
    db.transaction().execute(async (trx) => {
      const at = before.toISOString();
      const longAgo = new Date(before.getTime() - ANSWERS_MORE_MS).toISOString();
      const inbox = await trx
        .deleteFrom('inbox')
        .where('state', '=', 'done')
        .where('settled_at', '<', at)
        .executeTakeFirstOrThrow();
      const outbox = await trx
        .deleteFrom('outbox')
        .where('state', '!=', 'waiting')
        .where('settled_at', '<', at)
        // Where an answer stands is needed for longer: a question may be edited or deleted much later.
        // So is where the card of a correction stands, which is changed in place.
        .where((eb) =>
          eb.or([
            eb.and([eb('key', 'not like', 'answer:%'), eb('key', 'not like', 'correction-%')]),
            eb('settled_at', '<', longAgo),
          ]),
        )
        .executeTakeFirstOrThrow();
      await trx.deleteFrom('lanes').where('ready_at', '<', at).execute();
      await trx.deleteFrom('leases').where('until', '<', at).execute();
      return Number(inbox.numDeletedRows + outbox.numDeletedRows);
    }),
});
