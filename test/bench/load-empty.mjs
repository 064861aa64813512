// Bolt with an empty handler: what no app in Bolt can be quicker than.
import { App } from '@slack/bolt';

const { access, port } = JSON.parse(process.env.LOAD_EMPTY ?? '{}');
const app = new App({
  token: access.botToken,
  signingSecret: access.signingSecret,
  clientOptions: { slackApiUrl: access.apiUrl },
});
app.command('/release', async ({ ack }) => ack());
await app.start(port);
process.stdout.write('ready\n');
// Nobody is left to be an app for.
process.stdin.on('end', () => process.exit(1)).resume();
process.once('SIGTERM', () => process.exit(0));
