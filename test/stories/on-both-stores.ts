import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe, onTestFinished } from 'vitest';
import { postgresOfRun } from '../postgres-of-run.ts';

/**
 * Tells the same story on the embedded store and, where there is one, on PostgreSQL in a schema of its own.
 *
 * @param tell gets a function that makes the address of an empty database, and which store it is
 */
export async function onBothStores(
  tell: (aDatabase: () => Promise<string>, store: 'embedded' | 'postgres') => void,
): Promise<void> {
  describe('on the embedded store', () => tell(async () => ':memory:', 'embedded'));
  const postgres = await postgresOfRun();
  describe.skipIf('why' in postgres)(
    `on PostgreSQL${'why' in postgres ? ` (skipped: ${postgres.why})` : ''}`,
    () => tell(() => emptySchema('url' in postgres ? postgres.url : ''), 'postgres'),
  );
}

async function emptySchema(url: string): Promise<string> {
  const schema = `t_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Pool({ connectionString: url, max: 1 });
  await admin.query(`create schema ${schema}`);
  onTestFinished(async () => {
    await admin.query(`drop schema if exists ${schema} cascade`);
    await admin.end();
  });
  const own = new URL(url);
  own.searchParams.set('options', `-c search_path=${schema}`);
  return own.href;
}
