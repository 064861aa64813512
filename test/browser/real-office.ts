import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalSlack } from '../../src/practice/local-slack.ts';

/** A Wednesday afternoon in office hours, in Singapore; 7:10 in the morning in Barcelona. */
export const WEDNESDAY = '2026-11-25T14:10:00+08:00';

export type RealOffice = {
  readonly slack: LocalSlack;
  /** The folder of releases, to save files in. */
  readonly releases: string;
  /** What the app logged at `warn` and above. */
  readonly troubles: readonly string[];
  readonly close: () => Promise<void>;
};

/** The practice workspace with the real app in it, as it is built, in a folder of its own. Its clock starts at `from`. */
export async function openRealOffice(from = WEDNESDAY): Promise<RealOffice> {
  const built = new URL('../../dist/cli/', import.meta.url);
  const { openPractice } = await import(new URL('open-practice.js', built).href);
  const { openDesk } = await import(new URL('open-context.js', built).href);
  const folder = mkdtempSync(join(tmpdir(), 'media-desk-'));
  const releases = join(folder, 'releases');
  cpSync('releases', releases, { recursive: true });
  const started = Date.now();
  const begins = new Date(from).getTime();
  const troubles: string[] = [];
  const trouble = (event: string, facts?: object) =>
    void troubles.push(`${event} ${JSON.stringify(facts)}`);
  const practice = await openPractice({
    folder,
    port: 0,
    releases,
    desk: openDesk('desk.yml'),
    now: () => new Date(begins + Date.now() - started),
    // A machine that stalls is not what these tests are about.
    patienceMs: 30_000,
    log: { debug: () => {}, info: () => {}, warn: trouble, error: trouble },
  });
  return {
    slack: practice.slack,
    releases,
    troubles,
    close: async () => {
      await practice.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
