import { readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { parse } from 'yaml';
import { openLog } from '../log.ts';
import { featuresOf } from '../practice/app-features.ts';
import { openLocalSlack } from '../practice/local-slack.ts';
import { practiceWorld, type World } from '../practice/world.ts';
import { type CommonOptions, openDesk, tickingClock } from './open-context.ts';
import { openRunning } from './open-running.ts';
import { Complaint, type Output, type Status } from './output.ts';
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
  const world = worldOf();
  await mkdir(FOLDER, { recursive: true });
  const slack = await openLocalSlack({
    world,
    now: tickingClock(options),
    port: config.port,
    statePath: `${FOLDER}/slack.json`,
    messageBurst: 20,
    onStartAfresh: () => startAfresh(),
  }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE'
      ? new Complaint(
          `Port ${config.port} is in use: stop what uses it, or choose another with PORT=${config.port + 1}`,
        )
      : error;
  });
  const desk = practiceDesk(options.desk ?? config.deskFile, world);
  const open = () =>
    openRunning({
      access: {
        transport: 'http',
        botToken: world.app.botToken,
        signingSecret: world.app.signingSecret,
        apiUrl: slack.apiUrl,
      },
      port: 0,
      databaseUrl: `file:${FOLDER}/media-desk.db`,
      releases: options.releases ?? config.releasesDir,
      kept: `${FOLDER}/releases.jsonl`,
      desk,
      now: slack.now,
      log: openLog(config.logLevel === 'info' ? 'warn' : config.logLevel),
    });
  const deliver = () => slack.deliverTo(`http://127.0.0.1:${running.app.port}/slack/events`);
  let running = await open();
  deliver();

  /** The local Slack has forgotten everything; the app must too. */
  async function startAfresh() {
    await running.stop();
    await removeDatabase();
    running = await open();
    deliver();
  }

  for (const line of welcome(slack.url.replace('127.0.0.1', 'localhost'))) print(line);
  await untilStopped();
  await running.stop();
  await slack.close();
  return 0;
}

async function removeDatabase(): Promise<void> {
  for (const ending of ['', '-wal', '-shm'])
    await rm(`${FOLDER}/media-desk.db${ending}`, { force: true });
}

/** The practice world with the app as the manifest describes it: what is not in the manifest does not work here either. */
function worldOf(): World {
  const manifest = new URL('../../manifest.yml', import.meta.url);
  return {
    ...practiceWorld,
    app: { ...practiceWorld.app, ...featuresOf(parse(readFileSync(manifest, 'utf8'))) },
  };
}

/** The shipped desk.yml with the channels and people of the practice world in it. */
function practiceDesk(file: string | undefined, world: World) {
  const desk = openDesk(file);
  const channel = (name: string) => world.channels.find((one) => one.name === name)?.id;
  return {
    ...desk,
    channels: { desk: channel('press-desk'), newsroom: channel('newsroom') },
    staff: { userGroup: world.groups[0]?.id, people: [] },
    rota: [],
    swaps: [],
    outlets: world.workspaces
      .filter(({ id }) => id !== world.homeId)
      .map(({ id, name }) => ({ workspace: id, name })),
  };
}

const welcome = (url: string): readonly string[] => [
  '',
  `Media Desk is running in the practice workspace: open ${url}`,
  '',
  'No Slack credentials are set, so nothing leaves this machine. Try this first:',
  '  1. As staff, type          /release AI strategy',
  '  2. As the journalist, ask  @Media Desk which sectors does the AI strategy cover?',
  '  3. Then ask                @Media Desk what is the AI budget for 2026?',
  '     and press “Ask the press office”.',
  '  4. As the contact, claim the enquiry and reply. Read the reply as the journalist.',
  '',
  'Press Ctrl+C to stop.',
];
