import { readConfig } from '../config.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { Complaint, type Status } from './output.ts';

export type Env = Readonly<Record<string, string | undefined>>;

/**
 * Opens the store that the environment names, for a command that ends.
 *
 * @throws {Complaint} where it cannot be opened, with what to do
 */
export async function withStore(
  env: Env,
  work: (store: Store) => Promise<Status>,
): Promise<Status> {
  const outcome = readConfig(env);
  if (outcome.kind === 'invalid') throw new Complaint(outcome.problems.join('\n'));
  const opened = await openStore(outcome.config.databaseUrl);
  if (opened.kind === 'refused') throw new Complaint(opened.message);
  try {
    return await work(opened.store);
  } finally {
    await opened.store.close();
  }
}
