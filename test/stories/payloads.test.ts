import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Envelope } from '../../src/practice/delivery.ts';
import { encodeBody, signature } from '../../src/practice/http-transport.ts';
import { practiceWorld } from '../../src/practice/world.ts';
import { aPressOffice, CHANNEL, PEOPLE } from './a-desk.ts';

const folder = '../shared/data/slack-payloads';
const index = `${folder}/INDEX.json`;

type Recorded = { readonly file: string; readonly kind: string };

/** Shapes that Slack has sent to somebody, of events, clicks, forms and commands. */
const recorded: readonly Recorded[] = existsSync(index)
  ? (JSON.parse(readFileSync(index, 'utf8')) as Recorded[])
  : [];

/** As Slack would send it: bare events in an envelope, others as they are. */
function envelopeOf({ file, kind }: Recorded): Envelope | undefined {
  const payload: unknown = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return undefined;
  const body = payload as Record<string, unknown>;
  if (kind.startsWith('socket_envelope')) {
    const inner = body.payload;
    return typeof inner === 'object' && inner !== null
      ? { type: 'interactive', name: kind, payload: inner as Record<string, unknown> }
      : undefined;
  }
  if (kind.startsWith('bare.'))
    return {
      type: 'events_api',
      name: kind,
      payload: {
        type: 'event_callback',
        event_id: `Ev${file}`,
        team_id: 'T0PRESS0FF',
        api_app_id: 'A0MED1ADSK',
        event: body,
      },
    };
  if (kind === 'slash_command') return { type: 'slash_commands', name: kind, payload: body };
  const isEvent = /^event\.|^url_verification$|^app_rate_limited$/.test(kind);
  return { type: isEvent ? 'events_api' : 'interactive', name: kind, payload: body };
}

/** As Slack would send it, and waited for longer than Slack would. */
async function send(url: string, envelope: Envelope): Promise<number> {
  const { body, contentType } = encodeBody(envelope);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const { signingSecret } = practiceWorld.app;
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature(signingSecret, timestamp, body),
    },
  });
  await response.arrayBuffer();
  return response.status;
}

describe.skipIf(recorded.length === 0)(
  'payloads that others recorded (skipped where ../shared/data is not there)',
  () => {
    test('each is answered, none breaks anything, and nothing goes out to a shared channel', async () => {
      const missed: unknown[] = [];
      const note = (reason: unknown) => void missed.push(reason);
      process.on('unhandledRejection', note);
      onTestFinished(() => void process.off('unhandledRejection', note));

      const office = await aPressOffice();
      const { slack, app, settle, troubles } = office;
      const url = `http://127.0.0.1:${app.port}/slack/events`;
      const bad: string[] = [];
      // Sent side by side, since Bolt keeps those that nobody listens to for three seconds.
      await Promise.all(
        recorded.map(async (one) => {
          const envelope = envelopeOf(one);
          if (envelope === undefined) return;
          const status = await send(url, envelope);
          if (status >= 500) bad.push(`${status} ${one.kind} ${one.file}`);
        }),
      );
      await settle();
      expect(bad).toEqual([]);
      expect(missed).toEqual([]);
      expect(slack.messages(CHANNEL.shared)).toEqual([]);
      expect(slack.messages('#press-harbour-times')).toEqual([]);
      // Who is named in them is not of this world.
      const faults = slack.faults.flatMap(({ problems }) => problems);
      expect(faults.filter((fault) => !fault.startsWith('no such user'))).toEqual([]);
      expect(troubles.filter((trouble) => /TypeError|RangeError|ZodError/.test(trouble))).toEqual(
        [],
      );

      const asked = await slack
        .as(PEOPLE.nuria)
        .say(CHANNEL.shared, '<@U0MED1ADSK> how much has Singapore invested in AI?');
      await settle();
      expect(slack.thread(CHANNEL.shared, asked.ts).at(1)?.text).toContain('S$500 million');
    }, 40_000);
  },
);

describe('requests that Slack did not send', () => {
  test.each([
    ['unsigned', { unsigned: true }],
    ['signed by somebody else', { secret: 'another-signing-secret' }],
    ['replayed after six minutes', { ageSeconds: 360 }],
    ['signed in the future', { ageSeconds: -360 }],
  ])('%s: refused, and nothing is said or kept', async (_, forgery) => {
    const { slack, settle, store } = await aPressOffice();
    const event = {
      type: 'event_callback',
      event_id: 'EvFORGED',
      team_id: 'T0PRESS0FF',
      event: {
        type: 'app_mention',
        user: PEOPLE.mei,
        text: '<@U0MED1ADSK> who?',
        channel: 'C0NEWSR00M',
        ts: '1795000000.000100',
        event_ts: '1795000000.000100',
      },
    };
    const knock = (envelope: Envelope) => slack.knock(envelope, forgery);
    expect((await knock({ type: 'events_api', name: 'app_mention', payload: event })).status).toBe(
      401,
    );
    expect(
      (await knock({ type: 'slash_commands', name: '/release', payload: { command: '/release' } }))
        .status,
    ).toBe(401);
    expect(
      (await knock({ type: 'interactive', name: 'click', payload: { type: 'block_actions' } }))
        .status,
    ).toBe(401);
    await settle();
    expect(slack.messages(CHANNEL.newsroom)).toEqual([]);
    expect(await store.list({})).toEqual([]);
  });
});
