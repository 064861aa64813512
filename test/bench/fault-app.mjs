// The real app, from a build, as a process of its own that can be killed. Told what to do in JSON by its environment.
const { dist, access, port, databaseUrl, folder } = JSON.parse(process.env.FAULT_APP ?? '{}');
const load = (file) => import(`file://${dist}/${file}`);
const { openRunning } = await load('cli/open-running.js');
const { openDesk } = await load('cli/open-context.js');
const { openLog } = await load('log.js');

const running = await openRunning({
  access,
  port,
  databaseUrl,
  releases: `${folder}/releases`,
  kept: `${folder}/releases.jsonl`,
  desk: openDesk(`${folder}/desk.yml`),
  now: () => new Date(),
  log: openLog('error'),
  // The local Slack takes them as fast as they come.
  paceMs: 0,
  limits: { person: 1e6, channel: 1e6 },
});
process.stdout.write('ready\n');
// Nobody is left to be an app for.
process.stdin.on('end', () => process.exit(1)).resume();
process.once('SIGTERM', () => void running.stop().then(() => process.exit(0)));
