import { systemClock } from '../clock.ts';
import { type Config, readConfig } from '../config.ts';
import { missingHolidays } from '../desk/check-holidays.ts';
import { openLog } from '../log.ts';
import { maskFor, secretsOf } from '../mask-secrets.ts';
import { SAY } from '../slack/wording.ts';
import { openClone } from './open-clone.ts';
import { type CommonOptions, linesBeside, openDesk } from './open-context.ts';
import { openRunning } from './open-running.ts';
import { Complaint, type Output, type Status } from './output.ts';
import { untilStopped } from './until-stopped.ts';
import type { Env } from './with-store.ts';

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
  const mask = maskFor(secretsOf(env));
  const log = openLog(config.logLevel, undefined, mask);
  const desk = openDesk(options.desk ?? config.deskFile);
  if (desk.channels.desk === undefined)
    complain(
      'desk.yml names no desk channel (channels: desk:), so enquiries reach the contacts but no desk. Add one to see their cards.',
    );
  for (const missing of missingHolidays(desk, systemClock())) complain(missing);
  const folder = options.releases ?? config.releasesDir;
  const git = config.releasesGit;
  const releases = git !== undefined && folder === 'releases' ? 'data/releases' : folder;
  const clone = git === undefined ? undefined : await openClone(git, releases, log);
  const running = await openRunning({
    access: config.slack,
    port: config.port,
    databaseUrl: config.databaseUrl,
    releases,
    kept: 'data/releases.jsonl',
    desk,
    lines: linesBeside(options.desk ?? config.deskFile),
    now: systemClock,
    log,
  });
  const { store } = running;
  const pulling = clone?.keepPulling(async (reason) => {
    // The desk should know that what it publishes does not arrive.
    const text = reason === undefined ? SAY.pullsAgain : SAY.cannotPull(mask(reason));
    const at = systemClock();
    await store.queue([{ notice: { kind: 'trouble', id: `pull:${at.toISOString()}`, text } }], at);
  });
  await untilStopped();
  await pulling?.stop();
  await running.stop();
  return 0;
}
