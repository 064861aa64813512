import type { Kysely } from 'kysely';
import { Correction, CorrectionNote, type Corrections } from '../enquiries/correction.ts';
import { insertNotices } from './sql-outbox.ts';
import type { Database, Tables } from './tables.ts';

const readCorrection = ({ document }: { document: string }): Correction =>
  Correction.parse(JSON.parse(document));
const readNote = ({ document }: { document: string }): CorrectionNote =>
  CorrectionNote.parse(JSON.parse(document));

/** Corrections and who was told of them, over SQL. */
export const sqlCorrections = ({ db, dialect }: Database): Corrections => ({
  async findCorrection(id) {
    const row = await db
      .selectFrom('corrections')
      .select('document')
      .where('id', '=', id)
      .executeTakeFirst();
    return row && readCorrection(row);
  },

  correctionsOf: async (releaseId) =>
    (
      await db
        .selectFrom('corrections')
        .select('document')
        .where('release_id', '=', releaseId)
        .orderBy('found_at')
        .orderBy('id')
        .execute()
    ).map(readCorrection),

  recentCorrections: async (since) =>
    (
      await db
        .selectFrom('corrections')
        .select('document')
        .where((where) =>
          where.or([
            where('status', 'in', ['asked', 'classed']),
            where.and([
              where('status', '=', 'signed'),
              where('found_at', '>=', since.toISOString()),
            ]),
          ]),
        )
        .orderBy('found_at')
        .orderBy('id')
        .execute()
    ).map(readCorrection),

  saveCorrection: ({ correction, notes = [], notices, at }) =>
    db.transaction().execute(async (trx) => {
      if (!(await writeCorrection(trx, correction))) return 'stale';
      for (const note of notes)
        await trx
          .insertInto('correction_notes')
          .values(noteRow(note))
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      await insertNotices(trx, notices, at);
      return 'saved';
    }),

  notesOf: async (correctionId) =>
    (
      await db
        .selectFrom('correction_notes')
        .select('document')
        .where('correction_id', '=', correctionId)
        .orderBy('note_key')
        .execute()
    ).map(readNote),

  notesOnRelease: async (releaseId) =>
    (
      await db
        .selectFrom('correction_notes')
        .select('document')
        .where('release_id', '=', releaseId)
        .orderBy('at')
        .orderBy('note_key')
        .execute()
    ).map(readNote),

  noteTold: (which, outcome) =>
    changeNote({ db, dialect }, which, (note) => ({ ...note, ...outcome })).then(() => undefined),

  noteSeen: (which, seen) =>
    changeNote({ db, dialect }, which, (note) =>
      note.seen === undefined ? { ...note, seen } : undefined,
    ),

  unseenIn: async ({ channel, threadTs, userId }) =>
    (
      await db
        .selectFrom('correction_notes')
        .select('document')
        .where('channel', '=', channel)
        .where('thread_ts', '=', threadTs)
        .where('user_id', '=', userId)
        .where('seen_at', 'is', null)
        .execute()
    )
      .map(readNote)
      .filter(({ isTold }) => isTold),
});

async function writeCorrection(db: Kysely<Tables>, correction: Correction): Promise<boolean> {
  const { id, releaseId, version, status, foundAt } = correction;
  const row = {
    id,
    release_id: releaseId,
    version,
    status,
    found_at: foundAt.toISOString(),
    document: JSON.stringify(Correction.parse(correction)),
  };
  if (version === 1) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('corrections')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await db
    .updateTable('corrections')
    .set(row)
    .where('id', '=', id)
    .where('version', '=', version - 1)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

const noteRow = (note: CorrectionNote) => ({
  correction_id: note.correctionId,
  note_key: note.key,
  release_id: note.releaseId,
  channel: note.channel,
  thread_ts: note.threadTs,
  user_id: note.userId,
  at: note.at.toISOString(),
  told_at: note.toldAt?.toISOString() ?? null,
  seen_at: note.seen?.at.toISOString() ?? null,
  document: JSON.stringify(CorrectionNote.parse(note)),
});

/** Reads a note and writes what becomes of it, holding its row; false where nothing does. */
const changeNote = (
  { db, dialect }: Database,
  { correctionId, key }: Pick<CorrectionNote, 'correctionId' | 'key'>,
  change: (note: CorrectionNote) => CorrectionNote | undefined,
): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('correction_notes')
      .select('document')
      .where('correction_id', '=', correctionId)
      .where('note_key', '=', key)
      .$if(dialect === 'postgres', (query) => query.forUpdate())
      .executeTakeFirst();
    const changed = row && change(readNote(row));
    if (changed === undefined) return false;
    await trx
      .updateTable('correction_notes')
      .set(noteRow(changed))
      .where('correction_id', '=', correctionId)
      .where('note_key', '=', key)
      .execute();
    return true;
  });
