import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/practice/local-slack.ts';
import { methods } from '../../src/practice/web-api.ts';
import { openTestSlack } from './bolt-app.ts';

let slack: LocalSlack;
beforeAll(async () => {
  slack = await openTestSlack();
});
afterAll(() => slack.close());

const names = [
  'channel',
  'user',
  'users',
  'text',
  'blocks',
  'view',
  'ts',
  'thread_ts',
  'files',
  'unfurls',
  'attachments',
  'metadata',
  'trigger_id',
  'cursor',
  'limit',
  'prompts',
  'post_at',
  'name',
  'timestamp',
  'file',
  'email',
  'oldest',
  'user_id',
  'channel_id',
  'view_id',
];
const value = fc.oneof(
  fc.constantFrom<unknown>(
    'C0NEWSR00M',
    'U0ME1TAN01',
    'D0ME1TAN01',
    null,
    true,
    -1,
    [],
    {},
    [null],
    [[]],
  ),
  fc.constantFrom<unknown>(
    { type: 'modal' },
    [{ type: 'section' }],
    [{ type: 'actions', elements: [null] }],
    [{ type: 'table', rows: [null] }],
    { type: 'home', blocks: [{}] },
  ),
  fc.jsonValue(),
);
/** Right enough to get past the first checks, then spoilt here and there. */
const right = {
  channel: 'C0NEWSR00M',
  user: 'U0ME1TAN01',
  user_id: 'U0ME1TAN01',
  text: 'a',
  filename: 'a',
  length: 1,
  name: 'a',
};
const args = fc
  .array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 4 })
  .map((pairs) => ({ ...right, ...Object.fromEntries(pairs) }));

test('every call is answered as Slack answers, whatever it carries', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(methods)), args, async (method, body) => {
      const response = await fetch(`${slack.apiUrl}${method}`, {
        method: 'POST',
        headers: { authorization: 'Bearer xoxb-practice', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ ok: expect.any(Boolean) });
    }),
    { numRuns: 250 },
  );
});
