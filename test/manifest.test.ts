import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { featuresOf } from '../src/practice/app-features.ts';
import { ID } from '../src/slack/ids.ts';

const manifest: unknown = parse(readFileSync('manifest.yml', 'utf8'));
const features = featuresOf(manifest);

/** The source of everything that speaks with Slack. */
const source = readdirSync('src/slack', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(`src/slack/${file}`, 'utf8'))
  .join('\n');

const all = (pattern: RegExp): string[] => [
  ...new Set([...source.matchAll(pattern)].map(([, found]) => found ?? '')),
];

const schemaFile = '../shared/data/slack-manifest.schema.json';

describe.skipIf(!existsSync(schemaFile))(
  'the manifest (skipped where ../shared/data is not there)',
  () => {
    test('is valid by Slack’s own schema', () => {
      const ajv = new Ajv({ strict: false, allErrors: true });
      (addFormats as unknown as (to: Ajv) => void)(ajv);
      const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
      validate(manifest);
      expect(validate.errors ?? []).toEqual([]);
      // The same with what stands in it to be switched on: lines whose note begins with a key or an item.
      const whole = readFileSync('manifest.yml', 'utf8').replace(
        /^( +)# ((?: {2})*(?:- |[a-z_]+:).*)$/gm,
        '$1$2',
      );
      expect(whole).toContain('\n  agent_view:');
      validate(parse(whole));
      expect(validate.errors ?? []).toEqual([]);
    });
  },
);

describe('what Slack is told of the app is what the app does', () => {
  /** What must be subscribed to for Bolt's `message` event, with the places that the bot serves. */
  const subscriptions: Readonly<Record<string, readonly string[]>> = {
    message: ['message.channels', 'message.groups', 'message.im'],
  };

  test('it listens to every event that it subscribes to, and to none else', () => {
    const heard = all(/app\.event\(\s*'([a-z_.]+)'/g);
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.flatMap((event) => subscriptions[event] ?? [event]).toSorted()).toEqual(
      features.events.toSorted(),
    );
  });

  test('it answers every command and shortcut that Slack offers, and Slack offers each', () => {
    const named = (listener: string) =>
      all(new RegExp(`app\\.${listener}(?:<[^>]*>)?\\(\\s*ID\\.(\\w+)`, 'g')).map(
        (name) => ID[name as keyof typeof ID],
      );
    expect(features.commands.map(({ command }) => command)).toEqual(named('command'));
    expect(features.shortcuts.map(({ callbackId }) => callbackId)).toEqual(named('shortcut'));
  });

  test('every button, menu and modal that it draws is listened to', () => {
    const listened = all(
      /\b(?:app\.(?:action|view)(?:<[^(]*>)?|on|onPress|onSubmit)\(\s*ID\.(\w+)/g,
    );
    // Several that are listened to alike: `for (const id of [ID.one, ID.other]) app.action(id, …`.
    const alike = all(/for \(const \w+ of \[([^\]]+)\]\)\s*\{?\s*app\.(?:action|view)/g).flatMap(
      (list) => [...list.matchAll(/ID\.(\w+)/g)].map(([, name]) => name ?? ''),
    );
    const patterns = all(/ID\.(\w+)(?:\.replace\([^)]*\))?\}\\\\/g);
    const drawn = all(/\bID\.(\w+(?:Button|Modal|Search)|move)\b/g);
    expect(drawn.filter((name) => ![...listened, ...alike, ...patterns].includes(name))).toEqual(
      [],
    );
    expect(Object.keys(ID).filter((name) => !source.includes(`ID.${name}`))).toEqual([]);
  });

  /** The scopes that each method of the Web API needs of a bot, and each event (slack.dev, method and event pages). */
  const needs: Readonly<Record<string, readonly string[]>> = {
    'auth.test': [],
    'views.open': [],
    'views.push': [],
    'views.update': [],
    'views.publish': [],
    'chat.postMessage': ['chat:write'],
    'chat.postEphemeral': ['chat:write'],
    'chat.update': ['chat:write'],
    'chat.delete': ['chat:write'],
    'chat.getPermalink': [],
    'chat.unfurl': ['links:write'],
    'users.info': ['users:read'],
    'users.lookupByEmail': ['users:read.email'],
    'usergroups.users.list': ['usergroups:read'],
    'reactions.add': ['reactions:write'],
    // Its three steps: files.getUploadURLExternal, the upload itself, files.completeUploadExternal.
    filesUploadV2: ['files:write'],
    'conversations.open': ['im:write'],
    'conversations.info': ['channels:read', 'groups:read'],
    'conversations.members': ['channels:read', 'groups:read'],
    'conversations.history': ['channels:history', 'groups:history', 'im:history'],
    'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
    app_home_opened: [],
    link_shared: ['links:read'],
    app_mention: ['app_mentions:read'],
    member_joined_channel: ['channels:read', 'groups:read'],
    channel_shared: ['channels:read', 'groups:read'],
    channel_unshared: ['channels:read', 'groups:read'],
    channel_id_changed: ['channels:read', 'groups:read'],
    app_uninstalled: [],
    tokens_revoked: [],
    'message.channels': ['channels:history'],
    'message.groups': ['groups:history'],
    'message.im': ['im:history'],
  };

  test('it has the scopes that its calls and events need, and none else', () => {
    const calls = all(
      /\bclient\s*\.((?:auth|chat|conversations|reactions|usergroups|users|views|files|team)(?:\s*\.\s*\w+)+|filesUploadV2)\s*\(/g,
    );
    expect(calls.length).toBeGreaterThan(5);
    const used = [...calls.map((call) => call.replace(/\s/g, '')), ...features.events];
    const scopes = used.flatMap((name) => {
      const needed = needs[name];
      if (needed === undefined) throw new Error(`which scopes does ${name} need?`);
      return [...needed];
    });
    if (features.commands.length > 0) scopes.push('commands');
    expect(features.scopes.toSorted()).toEqual([...new Set(scopes)].toSorted());
  });

  test('links to the site of the shipped desk.yml get their previews', () => {
    const { site } = parse(readFileSync('desk.yml', 'utf8')) as { site: string };
    const { host } = new URL(site);
    expect(
      features.unfurlDomains.some((domain) => host === domain || host.endsWith(`.${domain}`)),
    ).toBe(true);
  });

  test('people from elsewhere can write to it and are shown no tab that is not theirs', () => {
    expect(manifest).toMatchObject({
      features: { app_home: { messages_tab_enabled: true, messages_tab_read_only_enabled: false } },
      settings: { interactivity: { is_enabled: true }, token_rotation_enabled: false },
    });
  });
});
