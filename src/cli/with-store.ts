import { readConfig } from '../config.ts';
import { maskFor, secretsOf } from '../mask-secrets.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { Complaint, type Output, type Status } from './output.ts';

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

/** The same output, in which no credential is printed, whoever wrote it into a record. */
export function withoutSecrets(output: Output, env: Env): Output {
  const mask = maskFor(secretsOf(env));
  return { ...output, print: (text) => output.print(mask(text)) };
}
