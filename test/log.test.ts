import { expect, test } from 'vitest';
import { openLog } from '../src/log.ts';

function aLog() {
  const lines: string[] = [];
  return { lines, log: openLog('info', { write: (line: string) => void lines.push(line) }) };
}

test('each event is one line of JSON with its name and facts', () => {
  const { lines, log } = aLog();
  log.info('release.read', { file: 'a\nb.md' });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'release.read', file: 'a\nb.md' });
});

test.each([
  'token xoxb-12-34-abc is bad',
  'xapp-1-A0-99-secretsecret',
  'cannot reach postgres://desk:hunter2@db/desk',
])('a credential inside a text is hidden: %s', (text) => {
  const { lines, log } = aLog();
  log.error('x.failed', { reason: text, error: new Error(text) });
  expect(lines.join('')).toContain('[hidden]');
  expect(lines.join('')).not.toMatch(/hunter2|34-abc|secretsecret/);
});

test('events below the level are not written', () => {
  const { lines, log } = aLog();
  log.debug('x.seen');
  expect(lines).toEqual([]);
});
