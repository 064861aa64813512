import { openLog } from '../log.ts';
import { type CommonOptions, linesBeside, openDesk, tickingClock } from './open-context.ts';
import { openPractice } from './open-practice.ts';
import type { Output, Status } from './output.ts';
import { configOf } from './serve.ts';
import { untilStopped } from './until-stopped.ts';
import type { Env } from './with-store.ts';

/** Kept apart from a real desk's database. */
const FOLDER = 'data/practice';

/** `media-desk practice`: the real app in a local Slack, with a page to try it in. */
export async function practiceCommand(
  options: CommonOptions,
  { print }: Output,
  env: Env,
): Promise<Status> {
  const config = configOf({
    ...env,
    SLACK_BOT_TOKEN: '',
    SLACK_SIGNING_SECRET: '',
    SLACK_APP_TOKEN: '',
  });
  const practice = await openPractice({
    folder: FOLDER,
    port: config.port,
    releases: options.releases ?? config.releasesDir,
    desk: openDesk(options.desk ?? config.deskFile),
    lines: linesBeside(options.desk ?? config.deskFile),
    now: tickingClock(options),
    log: openLog(config.logLevel === 'info' ? 'warn' : config.logLevel),
  });
  const stopped = untilStopped();
  const isSlackSet = [env.SLACK_BOT_TOKEN, env.SLACK_APP_TOKEN, env.SLACK_SIGNING_SECRET].some(
    Boolean,
  );
  const url = practice.slack.url.replace('127.0.0.1', 'localhost');
  for (const line of welcome(url, isSlackSet)) print(line);
  await stopped;
  await practice.stop();
  return 0;
}

const welcome = (url: string, isSlackSet: boolean): readonly string[] => [
  '',
  `Media Desk is running in the practice workspace: open ${url}`,
  '',
  isSlackSet
    ? 'The Slack credentials that are set are not used here: nothing leaves this machine. Try this first:'
    : 'No Slack credentials are set, and nothing leaves this machine. Try this first:',
  '  1. As staff, type          /release AI strategy',
  '  2. As the journalist, ask  @Media Desk which sectors does the AI strategy cover?',
  '  3. Then ask                @Media Desk what is the AI budget for 2026?',
  '     and press “Ask the press office”.',
  '  4. As the contact, claim the enquiry and reply. Read the reply as the journalist.',
  '',
  'Press Ctrl+C to stop.',
];
