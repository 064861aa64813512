import type { Kysely } from 'kysely';
import { z } from 'zod';
import { AnswerGiven, type AnswerLog, Feedback } from '../enquiries/answer-log.ts';
import type { Database, Tables } from './tables.ts';

/** Keeps an answer; the same key again changes nothing. */
export async function insertAnswer(db: Kysely<Tables>, answer: AnswerGiven): Promise<void> {
  const { key, channel, threadTs, userId, at, quotes } = answer;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('answers')
    .values({
      key,
      channel,
      thread_ts: threadTs,
      user_id: userId,
      at: at.toISOString(),
      document: JSON.stringify(AnswerGiven.parse(answer)),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return;
  for (const releaseId of new Set(quotes.map((quote) => quote.releaseId)))
    await db
      .insertInto('answer_quotes')
      .values({ answer_key: key, release_id: releaseId })
      .execute();
}

const read = ({ document }: { document: string }) => AnswerGiven.parse(JSON.parse(document));

/** What was answered and how it was received, over SQL. */
export function sqlAnswers({ db }: Database): AnswerLog {
  return {
    recordAnswer: (answer) => db.transaction().execute((trx) => insertAnswer(trx, answer)),

    async lastAnswer({ channel, threadTs, userId }) {
      const row = await db
        .selectFrom('answers')
        .select('document')
        .where('channel', '=', channel)
        .where('thread_ts', '=', threadTs)
        .$if(userId !== undefined, (query) => query.where('user_id', '=', userId ?? ''))
        .orderBy('at', 'desc')
        .orderBy('key', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && read(row);
    },

    async answersQuoting(releaseId) {
      const rows = await db
        .selectFrom('answers')
        .innerJoin('answer_quotes', 'answer_quotes.answer_key', 'answers.key')
        .select('answers.document')
        .where('answer_quotes.release_id', '=', releaseId)
        .orderBy('answers.at')
        .orderBy('answers.key')
        .execute();
      return rows.map(read);
    },

    async servedThreads(since) {
      const answered = await db
        .selectFrom('answers')
        .select(['channel', 'thread_ts', (eb) => eb.fn.max('at').as('last')])
        .where('at', '>=', since.toISOString())
        .groupBy(['channel', 'thread_ts'])
        .execute();
      const asked = await db
        .selectFrom('enquiries')
        .select(['channel', 'thread_ts', (eb) => eb.fn.max('created_at').as('last')])
        .where((eb) =>
          eb.or([
            eb('created_at', '>=', since.toISOString()),
            eb('status', 'in', ['open', 'claimed', 'answered']),
          ]),
        )
        .where('erased_at', 'is', null)
        .groupBy(['channel', 'thread_ts'])
        .execute();
      const threads = new Map<string, { channel: string; threadTs: string; lastAt: Date }>();
      for (const { channel, thread_ts: threadTs, last } of [...answered, ...asked]) {
        const lastAt = new Date(last);
        const known = threads.get(`${channel} ${threadTs}`);
        if (known === undefined || known.lastAt < lastAt)
          threads.set(`${channel} ${threadTs}`, { channel, threadTs, lastAt });
      }
      return [...threads.values()].sort((a, b) => b.lastAt.getTime() - a.lastAt.getTime());
    },

    async recordFeedback(feedback) {
      const { key, at } = feedback;
      const row = {
        key,
        at: at.toISOString(),
        document: JSON.stringify(Feedback.parse(feedback)),
      };
      await db
        .insertInto('feedback')
        .values(row)
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet({ at: row.at, document: row.document }),
        )
        .execute();
    },

    async feedbackSince(since) {
      const rows = await db
        .selectFrom('feedback')
        .select('document')
        .where('at', '>=', since.toISOString())
        .orderBy('at', 'desc')
        .execute();
      return z.array(Feedback).parse(rows.map(({ document }) => JSON.parse(document)));
    },
  };
}
