import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { startPostgres } from '../postgres.ts';
import { raceClaims } from './claim-pairs.ts';

/** `npm run bench -- claims`: two people claim each of so many enquiries at once. */
export async function benchClaims(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      pairs: { type: 'string', default: '10000' },
      store: { type: 'string', default: 'embedded' },
    },
  });
  const isPostgres = values.store === 'postgres';
  const postgres = isPostgres ? await startPostgres() : undefined;
  const folder = await mkdtemp(join(tmpdir(), 'media-desk-claims-'));
  const opened: Store[] = [];
  const open = async (): Promise<Store> => {
    const outcome = await openStore(postgres?.url ?? `file:${join(folder, 'desk.db')}`);
    if (outcome.kind === 'refused') throw new Error(outcome.message);
    opened.push(outcome.store);
    return outcome.store;
  };
  try {
    const first = await open();
    // The embedded store is held by one process; on PostgreSQL each of the two has connections of its own.
    const second = isPostgres ? await open() : first;
    const begun = performance.now();
    const { details, ...counts } = await raceClaims([first, second], Number(values.pairs), 4);
    const seconds = ((performance.now() - begun) / 1000).toFixed(0);
    const isHeld = details.length === 0 && counts.brokenChains === 0;
    const sums = Object.entries(counts).map(([what, value]) => `${what} ${value}`);
    const lines = [
      `${isHeld ? 'held' : 'FAILED'} ${values.store}: ${sums.join(', ')}, seconds ${seconds}`,
      ...details.slice(0, 20),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    if (!isHeld) process.exitCode = 1;
  } finally {
    for (const store of opened) await store.close();
    await postgres?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
