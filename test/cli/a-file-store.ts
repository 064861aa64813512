import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type Store } from '../../src/store/open-store.ts';

/** A database file of a test's own, filled by `work` and closed again, and the environment that names it. */
export async function aFileStore(work: (store: Store) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'media-desk-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const env = { DATABASE_URL: `file:${join(folder, 'media-desk.db')}` };
  const opened = await openStore(env.DATABASE_URL);
  if (opened.kind === 'refused') throw new Error(opened.message);
  await work(opened.store);
  await opened.store.close();
  return env;
}
