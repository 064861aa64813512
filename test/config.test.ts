import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

const bot = { SLACK_BOT_TOKEN: 'xoxb-1-2-3' };
const http = { ...bot, SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef' };

describe('readConfig()', () => {
  test('needs nothing at all, and then knows no Slack', () => {
    expect(readConfig({})).toMatchObject({
      kind: 'read',
      config: { slack: undefined, port: 3000, databaseUrl: 'file:data/media-desk.db' },
    });
  });

  test.each([
    {
      when: 'there is an app token',
      env: { ...bot, SLACK_APP_TOKEN: 'xapp-1' },
      transport: 'socket',
    },
    { when: 'there is a signing secret only', env: http, transport: 'http' },
    { when: 'there are both', env: { ...http, SLACK_APP_TOKEN: 'xapp-1' }, transport: 'socket' },
  ])('uses $transport when $when', ({ env, transport }) => {
    expect(readConfig(env)).toMatchObject({ kind: 'read', config: { slack: { transport } } });
  });

  test('reads a variable that is set to nothing as not set', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: '', PORT: '' })).toMatchObject({
      kind: 'read',
      config: { slack: undefined, port: 3000 },
    });
  });

  test('reports every fault at once, each with the variable and what to do', () => {
    const outcome = readConfig({
      SLACK_BOT_TOKEN: 'abc',
      PORT: '99999',
      DATABASE_URL: 'mysql://x',
      LOG_LEVEL: 'loud',
    });
    expect(outcome.kind).toBe('invalid');
    if (outcome.kind !== 'invalid') return;
    for (const name of [
      'SLACK_BOT_TOKEN',
      'PORT',
      'DATABASE_URL',
      'LOG_LEVEL',
      'SLACK_SIGNING_SECRET',
    ])
      expect(outcome.problems.join('\n')).toContain(name);
  });

  test('says that the bot token is missing when only the others are set', () => {
    expect(readConfig({ SLACK_APP_TOKEN: 'xapp-1' })).toMatchObject({
      kind: 'invalid',
      problems: [expect.stringContaining('SLACK_BOT_TOKEN is missing')],
    });
  });
});
