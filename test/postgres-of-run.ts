import { inject } from 'vitest';
import type { PostgresOfRun } from './postgres.ts';

/** The PostgreSQL of this run, started if nobody asked before; or why there is none, for the name of a skipped test. */
export async function postgresOfRun(): Promise<PostgresOfRun> {
  const response = await fetch(inject('postgresAt'));
  return (await response.json()) as PostgresOfRun;
}
