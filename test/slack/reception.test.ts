import { networkInterfaces } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { openLocalSlack } from '../../src/practice/local-slack.ts';
import { practiceWorld } from '../../src/practice/world.ts';
import { createSlackApp } from '../../src/slack/create-app.ts';

const log = { debug() {}, info() {}, warn() {}, error() {} };

/** The app in Socket Mode, with nothing in it. */
async function aSocketApp(keep: () => Promise<void> = async () => {}) {
  const now = () => new Date('2026-11-25T06:00:00Z');
  const slack = await openLocalSlack({ world: practiceWorld, now, transport: 'socket' });
  onTestFinished(() => slack.close());
  const { botToken, appToken } = practiceWorld.app;
  const app = await createSlackApp({
    access: { transport: 'socket', botToken, appToken, apiUrl: slack.apiUrl },
    port: 0,
    routes: [
      { path: '/healthz', answer: async () => ({ status: 200, type: 'text/plain', body: 'ok' }) },
    ],
    realNow: now,
    log,
    keep,
  });
  const port = await app.start();
  onTestFinished(() => app.stop().catch(() => undefined));
  await slack.until(() => slack.connections() === 2);
  return { slack, app, port };
}

test('two connections are held, so that one of them hears while Slack renews the other', async () => {
  const { slack, app, port } = await aSocketApp();
  expect(app.isConnected()).toBe(true);
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  slack.disconnect('refresh_requested');
  await slack.until(() => slack.connections() === 0);
  await slack.until(() => slack.connections() === 2);
});

test('it says that it is deaf while Slack takes no connection, tries on, and is whole again', async () => {
  const { slack, app } = await aSocketApp();
  slack.failNext('apps.connections.open', { kind: 'status', status: 500 }, 3);
  slack.failNext('apps.connections.open', { kind: 'dropped', acting: false }, 2);
  slack.disconnect('link_disabled');
  await slack.until(() => slack.connections() === 0);
  await slack.until(() => !app.isConnected() || undefined);
  await slack.until(() => slack.connections() === 2, 15_000);
  expect(app.isConnected()).toBe(true);
});

test('it ends when what was begun has been kept and acknowledged', async () => {
  let isKept = false;
  let keep: () => void = () => {};
  const begun = new Promise<void>((resolve) => {
    keep = resolve;
  });
  let finish: () => void = () => {};
  const { slack, app } = await aSocketApp(async () => {
    keep();
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    isKept = true;
  });
  const said = slack.as('Mei Tan').tell('hello');
  await begun;
  const stopped = app.stop().then(() => isKept);
  finish();
  expect(await stopped).toBe(true);
  await said;
  expect(
    slack.traffic.filter(({ name, outcome }) => name === 'message' && outcome === 'taken'),
  ).toHaveLength(1);
});

/** An address of this machine that others can reach, where it has one. */
const outward = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

test.skipIf(outward === undefined).each(['http', 'socket'] as const)(
  'told to listen on one address, it can be reached by no other (skipped where the machine has none), by %s',
  async (transport) => {
    const slack = await openLocalSlack({ world: practiceWorld, now: () => new Date(), transport });
    onTestFinished(() => slack.close());
    const { botToken, appToken, signingSecret } = practiceWorld.app;
    const common = { botToken, apiUrl: slack.apiUrl, host: '127.0.0.1' };
    const app = await createSlackApp({
      access:
        transport === 'http'
          ? { ...common, transport, signingSecret }
          : { ...common, transport, appToken },
      port: 0,
      routes: [
        { path: '/healthz', answer: async () => ({ status: 200, type: 'text/plain', body: 'ok' }) },
      ],
      realNow: () => new Date(),
      log,
      keep: async () => {},
    });
    const port = await app.start();
    onTestFinished(() => app.stop().catch(() => undefined));
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    await expect(fetch(`http://${outward}:${port}/healthz`)).rejects.toThrow();
  },
);
