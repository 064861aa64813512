import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openTestSlack } from './bolt-app.ts';
import { openRecordingApp, type RecordingApp } from './recording-app.ts';

/** Payloads of public test suites, most of them shaped like real traffic. */
const recorded = new URL('../../../shared/data/slack-payloads/', import.meta.url);
const present = existsSync(recorded);

type Indexed = { file: string; kind: string };

/** Slack documents these; the recordings happen not to have them. */
const documented = ['.event.user_team', '.event.source_team'];

/** Every path to a field, but for what the app itself put there. */
function pathsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => pathsOf(each, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const below = `${path}.${key}`;
    return /\.(blocks|values|close|submit|title|text)$/.test(below)
      ? [below]
      : [below, ...pathsOf(each, below)];
  });
}

function recordings(kinds: RegExp): string[][] {
  const index = JSON.parse(readFileSync(new URL('INDEX.json', recorded), 'utf8')) as Indexed[];
  return index
    .filter(({ kind }) => kinds.test(kind))
    .map(({ file }) => pathsOf(JSON.parse(readFileSync(new URL(file, recorded), 'utf8'))));
}

const ours = (app: RecordingApp, type: string, subtype?: string) =>
  app.requests
    .map(({ payload }) => payload)
    .find((payload) => {
      const event = payload.event as { type: string; subtype?: string } | undefined;
      return event === undefined
        ? payload.type === type
        : event.type === type && event.subtype === subtype;
    });

async function everyKind(app: RecordingApp) {
  const slack = await openTestSlack({ requestUrl: app.url });
  const call = (method: string, args: object) =>
    fetch(`${slack.apiUrl}${method}`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-practice', 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
  const plain = (text: string) => ({ type: 'plain_text', text });
  const mei = slack.as('Mei Tan');
  await slack.as('Núria Soler').say('#press-la-bitacora', '@Media Desk hello');
  const { ts } = await mei.say('#newsroom', 'helo');
  await mei.edit('#newsroom', ts, 'hello');
  await mei.delete('#newsroom', ts);
  const elements = [{ type: 'button', action_id: 'ask', text: plain('Ask'), value: '1' }];
  await call('chat.postMessage', {
    channel: 'C0NEWSR00M',
    text: 'a',
    blocks: [{ type: 'actions', elements }],
  });
  const [message] = slack.messages('#newsroom');
  if (message !== undefined) await mei.press(message, 'ask');
  const view = {
    type: 'modal',
    callback_id: 'a',
    title: plain('A'),
    submit: plain('B'),
    blocks: [{ type: 'divider' }],
  };
  await call('views.open', { trigger_id: ours(app, 'block_actions')?.trigger_id, view });
  await mei.submit(await mei.opened());
  await slack.close();
}

test.skipIf(!present)(
  'payloads have the fields that recorded ones have, and invent none (needs ../shared/data)',
  async () => {
    const app = await openRecordingApp();
    await everyKind(app);
    const events = new Set(recordings(/^event\./).flat());
    for (const [type, subtype, kinds] of [
      ['app_mention', undefined, /^event\.app_mention$/],
      ['message', undefined, /^event\.message$/],
      ['message', 'message_changed', /^event\.message\.message_changed$/],
      ['message', 'message_deleted', /^event\.message\.message_deleted$/],
      ['block_actions', undefined, /^block_actions$/],
      ['view_submission', undefined, /^view_submission$/],
    ] as const) {
      const theirs = recordings(kinds);
      const known = new Set(
        kinds.source.startsWith('^event') ? [...theirs.flat(), ...events] : theirs.flat(),
      );
      const mine = new Set(pathsOf(ours(app, type, subtype)));
      const usual = [...new Set(theirs.flat())].filter(
        (path) => theirs.filter((paths) => paths.includes(path)).length > theirs.length * 0.7,
      );
      // A message within an event has the fields of any message.
      const kin = (path: string) => [
        path,
        path.replace('.previous_message.', '.message.'),
        path.replace(/\.(previous_)?message\./, '.'),
      ];
      const invented = [...mine].filter(
        (path) => !documented.includes(path) && !kin(path).some((each) => known.has(each)),
      );
      // Only installations in an Enterprise organisation have it.
      const lacking = usual.filter((path) => !mine.has(path) && path !== '.enterprise_id');
      expect({ type, subtype, invented, lacking }).toEqual({
        type,
        subtype,
        invented: [],
        lacking: [],
      });
    }
    await app.close();
  },
);
