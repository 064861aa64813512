import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/practice/local-slack.ts';
import { practiceWorld } from '../../src/practice/world.ts';
import { openTestSlack } from './bolt-app.ts';

let slack: LocalSlack;
beforeAll(async () => {
  const world = { ...practiceWorld, app: { ...practiceWorld.app, events: [] } };
  slack = await openTestSlack({ world });
});
afterAll(() => slack.close());

const stored = async (text: string) => (await slack.as('Mei Tan').say('#newsroom', text)).text;

test.each([
  ['plain words', 'plain words'],
  ['@Media Desk hello', '<@U0MED1ADSK> hello'],
  ['@media desk, hello', '<@U0MED1ADSK>, hello'],
  ['<@U0MED1ADSK> hello', '<@U0MED1ADSK> hello'],
  ['ask @Terry Lim or @Goh Yu Chong', 'ask <@U0TERRYL1M> or <@U0G0HYUCH0>'],
  ['@Media Desks are two', '@Media Desks are two'],
  ['mail me@Media Desk', 'mail me@Media Desk'],
  ['in #newsroom', 'in <#C0NEWSR00M|>'],
  ['<@U0NOBODY00> hello', '&lt;@U0NOBODY00&gt; hello'],
  ['a < b & c', 'a &lt; b &amp; c'],
  ['<!channel> wake up', '&lt;!channel&gt; wake up'],
  ['(https://example.org/a).', '(<https://example.org/a>).'],
])('%s is stored as %s', async (typed, text) => {
  expect(await stored(typed)).toBe(text);
});

test('whatever is typed, nothing of it comes alive but references and links', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: fc.constantFrom('<', '>', '&', '!', '@', '|', 'U', '1', ' ', 'a') }),
      async (typed) => {
        const text = await stored(typed);
        const rest = text.replace(/<[@#][A-Z0-9]+(\|[^<>]*)?>/g, '').replace(/&(amp|lt|gt);/g, '');
        expect(rest).not.toMatch(/[<>&]/);
      },
    ),
    { numRuns: 300 },
  );
});
