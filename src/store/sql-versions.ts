import { z } from 'zod';
import type { ReleaseHistory, ReleaseVersion } from '../releases/release-history.ts';
import type { Database } from './tables.ts';

const Document = z.object({
  title: z.string(),
  status: z.enum(['published', 'corrected', 'withdrawn']),
  sentences: z.array(z.string()),
});

/** So many rows at once stay far below what one statement may hold on either database. */
const BATCH = 500;

/** Versions of releases, over SQL. */
export const sqlVersions = ({ db }: Database): ReleaseHistory => ({
  keepVersions: (versions) =>
    db.transaction().execute(async (trx) => {
      const changed: string[] = [];
      for (let from = 0; from < versions.length; from += BATCH) {
        const batch = versions.slice(from, from + BATCH);
        const ids = [...new Set(batch.map(({ releaseId }) => releaseId))];
        const kept = await trx
          .selectFrom('release_versions')
          .select(['release_id', 'version'])
          .where('release_id', 'in', ids)
          .execute();
        const known = new Set(kept.map(({ release_id }) => release_id));
        const had = new Set(kept.map(({ release_id, version }) => `${release_id} ${version}`));
        const fresh = batch.filter(({ releaseId, version }) => !had.has(`${releaseId} ${version}`));
        if (fresh.length === 0) continue;
        const inserted = await trx
          .insertInto('release_versions')
          .values(fresh.map(rowOf))
          // Another replica may keep the same version at the same moment.
          .onConflict((conflict) => conflict.doNothing())
          .returning('release_id')
          .execute();
        changed.push(...inserted.map(({ release_id }) => release_id).filter((id) => known.has(id)));
      }
      return changed;
    }),

  async versionsOf(idOrFile) {
    const rows = await db
      .selectFrom('release_versions')
      .selectAll()
      .where((where) =>
        where.or([where('release_id', '=', idOrFile), where('file', '=', idOrFile)]),
      )
      .orderBy('seen_at')
      .execute();
    return rows.map(({ release_id, version, file, seen_at, document }) => ({
      releaseId: release_id,
      version,
      file,
      seenAt: new Date(seen_at),
      ...Document.parse(JSON.parse(document)),
    }));
  },
});

const rowOf = ({ releaseId, version, file, title, status, sentences, seenAt }: ReleaseVersion) => ({
  release_id: releaseId,
  version,
  file,
  seen_at: seenAt.toISOString(),
  document: JSON.stringify({ title, status, sentences }),
});
