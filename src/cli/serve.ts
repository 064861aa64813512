import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type RunningApp, startApp } from '../app.ts';
import { type Clock, systemClock } from '../clock.ts';
import { type Config, readConfig } from '../config.ts';
import type { Desk } from '../desk/desk.ts';
import { openLibrary } from '../library.ts';
import { type Log, openLog } from '../log.ts';
import type { Access } from '../slack/create-app.ts';
import { SAY } from '../slack/wording.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { followGit } from './follow-git.ts';
import { type CommonOptions, openDesk } from './open-context.ts';
import { Complaint, type Output, type Status } from './output.ts';
import { untilStopped } from './until-stopped.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The environment, checked.
 *
 * @throws {Complaint} with everything that is wrong with it
 */
export function configOf(env: Env): Config {
  const outcome = readConfig(env);
  if (outcome.kind === 'read') return outcome.config;
  throw new Complaint(`Cannot start:\n${outcome.problems.map((one) => `- ${one}`).join('\n')}`);
}

/** `media-desk serve`: the app against Slack, until it is told to stop. */
export async function serveCommand(
  options: CommonOptions,
  { complain }: Output,
  env: Env,
): Promise<Status> {
  const config = configOf(env);
  if (config.slack === undefined)
    throw new Complaint(
      'No Slack credentials are set: set SLACK_BOT_TOKEN with SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP), or run “media-desk practice” to try it without Slack',
    );
  const log = openLog(config.logLevel);
  const desk = openDesk(options.desk ?? config.deskFile);
  if (desk.channels.desk === undefined)
    complain(
      'desk.yml names no desk channel (channels: desk:), so enquiries reach the contacts but no desk. Add one to see their cards.',
    );
  const folder = options.releases ?? config.releasesDir;
  const git = config.releasesGit;
  const releases = git !== undefined && folder === 'releases' ? 'data/releases' : folder;
  const follower =
    git === undefined
      ? undefined
      : await followGit(git, releases, { log, trouble: async (reason) => report(reason) });
  const running = await openRunning({
    access: config.slack,
    port: config.port,
    databaseUrl: config.databaseUrl,
    releases,
    kept: 'data/releases.jsonl',
    desk,
    now: systemClock,
    log,
  });
  await untilStopped();
  await running.stop();
  return 0;
}

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
  readonly now: Clock;
  readonly log: Log;
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
  const opened = await openStore(databaseUrl, { now });
  if (opened.kind === 'refused') throw new Complaint(opened.message);
  const { store } = opened;
  const library = await openLibrary({ dir: releases, desk, now, log, kept }).catch(
    async (error: unknown) => {
      await store.close();
      throw new Complaint(
        `Cannot read the releases folder ${releases} (${error instanceof Error ? error.message : String(error)}): make it, or name another with RELEASES_DIR`,
      );
    },
  );
  // A small folder is read before the first question can come; a big one while they are answered.
  await Promise.race([library.whole, setTimeout(READ_AT_ONCE_MS)]);
  const close = async () => {
    await library.close();
    await store.close();
  };
  try {
    const app = await startApp({
      access,
      port,
      library: () => library,
      desk: () => desk,
      store,
      now,
      newId: randomUUID,
      log,
    });
    return {
      app,
      store,
      async stop() {
        await app.stop();
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
