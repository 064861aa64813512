import type { App } from '@slack/bolt';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { LocalSlack } from '../../src/practice/local-slack.ts';
import { openTestSlack, type Running, runBolt } from './bolt-app.ts';

let slack: LocalSlack;
const sockets: WebSocket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await slack.close();
});

type Frame = Record<string, unknown>;

/** A bare client of Socket Mode that takes nothing unless told to. */
async function connect(answer: (frame: Frame) => object | undefined = () => undefined) {
  const response = await fetch(`${slack.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: 'Bearer xapp-practice' },
  });
  const { url } = (await response.json()) as { url: string };
  const socket = new WebSocket(url);
  sockets.push(socket);
  const frames: Frame[] = [];
  const hello = new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data)) as Frame;
      frames.push(frame);
      if (frame.type === 'hello') resolve();
      const reply = frame.envelope_id === undefined ? undefined : answer(frame);
      if (reply !== undefined)
        socket.send(JSON.stringify({ envelope_id: frame.envelope_id, ...reply }));
    });
  });
  await hello;
  return {
    socket,
    frames,
    url,
    envelopes: () => frames.filter((frame) => frame.envelope_id !== undefined),
  };
}

describe('Socket Mode', () => {
  test('greets, and hands over an event until it is acknowledged', async () => {
    slack = await openTestSlack({ transport: 'socket', ackTimeoutMs: 100 });
    let deaf = true;
    const { frames, envelopes } = await connect(() => (deaf ? undefined : {}));
    expect(frames[0]).toMatchObject({
      type: 'hello',
      num_connections: 1,
      connection_info: { app_id: 'A0MED1ADSK' },
    });
    await slack.as('Mei Tan').tell('hello');
    expect(envelopes()).toMatchObject([
      { type: 'events_api', retry_attempt: 0, accepts_response_payload: false },
      { type: 'events_api', retry_attempt: 1, retry_reason: 'timeout' },
    ]);
    deaf = false;
    await slack.moveClock(new Date(slack.now().getTime() + 60_000));
    await slack.moveClock(new Date(slack.now().getTime() + 3_600_000));
    expect(envelopes().map((frame) => frame.retry_attempt)).toEqual([0, 1, 2]);
  });

  test('shows what comes with an acknowledgement', async () => {
    slack = await openTestSlack({ transport: 'socket' });
    await connect((frame) => ({ payload: { text: `took ${frame.type}` } }));
    const shown = await slack.as('Mei Tan').command('/release', 'x', '#newsroom');
    expect(shown).toMatchObject({ message: { text: 'took slash_commands' } });
  });

  test('shares the load between connections', async () => {
    slack = await openTestSlack({ transport: 'socket' });
    const one = await connect(() => ({}));
    const two = await connect(() => ({}));
    for (const text of ['a', 'b', 'c', 'd']) await slack.as('Mei Tan').tell(text);
    expect([one.envelopes().length, two.envelopes().length]).toEqual([2, 2]);
  });

  test('lets a ticket open one connection only, and none without', async () => {
    slack = await openTestSlack({ transport: 'socket' });
    const { url } = await connect();
    const statusOf = (address: string) =>
      new Promise((resolve) =>
        new WebSocket(address)
          .on('unexpected-response', (_, { statusCode }) => resolve(statusCode))
          .on('error', () => undefined),
      );
    expect(await statusOf(url)).toBe(401);
    expect(await statusOf(url.replace(/ticket=[^&]*/, 'ticket=x'))).toBe(401);
  });

  test('warns before it goes, and goes when it refreshes', async () => {
    slack = await openTestSlack({ transport: 'socket' });
    const { frames } = await connect();
    slack.disconnect('warning');
    slack.disconnect('refresh_requested');
    await slack.until(() => slack.connections() === 0);
    expect(frames.slice(1)).toMatchObject([
      { type: 'disconnect', reason: 'warning' },
      { type: 'disconnect', reason: 'refresh_requested' },
    ]);
  });
});

test('an event that came while a Bolt app was away reaches it when it is back', async () => {
  const heard: string[] = [];
  const listen = (app: App) =>
    app.event(
      'message',
      async ({ event }) => void heard.push('text' in event ? String(event.text) : ''),
    );
  const running: Running = await runBolt(listen, { transport: 'socket' });
  slack = running.slack;
  await running.app.stop();
  await slack.until(() => slack.connections() === 0);
  await slack.as('Mei Tan').tell('are you there?');
  await running.app.start();
  await slack.moveClock(new Date(slack.now().getTime() + 60_000));
  await slack.until(() => heard.length > 0);
  expect(heard).toEqual(['are you there?']);
  await running.app.stop();
});
