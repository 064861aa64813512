import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { RunningApp } from '../app.ts';
import type { Clock } from '../clock.ts';
import type { Desk } from '../desk/desk.ts';
import { type LibraryChange, openLibrary } from '../library.ts';
import { openLines } from '../lines-folder.ts';
import type { Log } from '../log.ts';
import type { Access } from '../slack/create-app.ts';
import type { FloodLimits } from '../slack/flood.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { Complaint } from './output.ts';

/** How long the start waits for the releases. */
const READ_AT_ONCE_MS = 1_000;

type RunningOptions = {
  /** File that keeps what was understood of the releases. */
  readonly kept: string;
  readonly access: Access;
  readonly port: number;
  readonly databaseUrl: string;
  readonly releases: string;
  readonly desk: Desk;
  /** Folder of the lines to take; by default the one beside the shipped desk.yml. */
  readonly lines?: string;
  readonly now: Clock;
  readonly log: Log;
  /** How long a channel rests after a message; a second unless told. */
  readonly paceMs?: number;
  readonly limits?: FloodLimits;
};

/**
 * Opens the store and the releases, and starts the app on them.
 *
 * @throws {Complaint} where one of them cannot be opened, with what to do
 */
export async function openRunning(
  options: RunningOptions,
): Promise<{ readonly app: RunningApp; readonly store: Store; stop(): Promise<void> }> {
  const { access, port, databaseUrl, releases, desk, now, log, kept } = options;
  const { lines = 'desk/lines' } = options;
  const opened = await openStore(databaseUrl, { now });
  if (opened.kind === 'refused') throw new Complaint(opened.message);
  const { store } = opened;
  // The releases are read on threads: meanwhile the code that talks to Slack is loaded here.
  const loading = import('../app.ts');
  const library = await openLibrary({
    dir: releases,
    desk,
    now,
    log,
    kept,
    onChange: (changes) => void onChange(changes),
  }).catch(async (error: unknown) => {
    await store.close();
    throw new Complaint(
      `Cannot read the releases folder ${releases} (${error instanceof Error ? error.message : String(error)}): make it, or name another with RELEASES_DIR`,
    );
  });
  // A small folder is read before the first question can come; a big one while they are answered.
  await Promise.race([library.whole, setTimeout(READ_AT_ONCE_MS)]);
  let app: RunningApp | undefined;
  async function onChange(changes: readonly LibraryChange[]) {
    await app?.releasesChanged(changes).catch((error: unknown) => {
      log.error('releases.not-told', { error });
    });
  }
  const close = async () => {
    await library.close();
    await store.close();
  };
  try {
    const { startApp } = await loading;
    const started = await startApp({
      access,
      port,
      library: () => library,
      desk: () => desk,
      lines: openLines(lines, { zone: desk.zone, log }),
      store,
      now,
      newId: randomUUID,
      log,
      ...(options.limits === undefined ? {} : { limits: options.limits }),
      ...(options.paceMs === undefined ? {} : { paceMs: options.paceMs }),
    });
    app = started;
    return {
      app: started,
      store,
      async stop() {
        await started.stop();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw startComplaint(error, port);
  }
}

/** What most often keeps the app from starting, with what to do; anything else as it is. */
function startComplaint(error: unknown, port: number): unknown {
  if (!(error instanceof Error)) return error;
  if ('code' in error && error.code === 'EADDRINUSE')
    return new Complaint(
      `Port ${port} is in use: stop what uses it, or choose another with PORT=${port + 1}`,
    );
  if (/invalid_auth|not_authed|account_inactive|token_revoked/.test(error.message))
    return new Complaint(
      `Slack does not accept the token (${error.message}): copy SLACK_BOT_TOKEN anew from “OAuth & Permissions”`,
    );
  if (error.name.startsWith('WebAPI') || /fetch failed|ECONNREFUSED|ENOTFOUND/.test(error.message))
    return new Complaint(
      `Slack cannot be reached (${error.message}): check the network, and SLACK_API_URL if it is set`,
    );
  return error;
}
