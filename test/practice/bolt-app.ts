import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import {
  type LocalSlack,
  type LocalSlackOptions,
  openLocalSlack,
} from '../../src/practice/local-slack.ts';
import { practiceWorld } from '../../src/practice/world.ts';

export type Running = { slack: LocalSlack; app: App; close: () => Promise<void> };

/** A local Slack with a clock that stands still at a known instant unless moved, and no message pace. */
export const openTestSlack = (options: Partial<LocalSlackOptions> = {}): Promise<LocalSlack> =>
  openLocalSlack({
    world: practiceWorld,
    now: () => new Date('2026-03-02T02:00:00Z'),
    messagePaceMs: 0,
    ...options,
  });

/** A real Bolt app against a local Slack, over signed HTTP or Socket Mode. */
export async function runBolt(
  listen: (app: App) => void,
  options: Partial<LocalSlackOptions> = {},
): Promise<Running> {
  const slack = await openTestSlack(options);
  const { botToken, appToken, signingSecret } = slack.world.app;
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const shared = { token: botToken, logLevel: LogLevel.ERROR, clientOptions };
  if (options.transport === 'socket') {
    const app = new App({ ...shared, socketMode: true, appToken });
    listen(app);
    await app.start();
    return { slack, app, close: () => closed(app, slack) };
  }
  const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR });
  const app = new App({ ...shared, receiver });
  listen(app);
  const server = await app.start(0);
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  slack.deliverTo(`http://127.0.0.1:${address.port}/slack/events`);
  return { slack, app, close: () => closed(app, slack) };
}

async function closed(app: App, slack: LocalSlack) {
  await app.stop();
  await slack.close();
}
