import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMrkdwn } from '../../src/slack/block-kit.ts';
import { looksLikeQuestion } from '../../src/slack/looks-like-question.ts';
import { typedText } from '../../src/slack/typed-text.ts';
import { processorTime } from '../processor-time.ts';
import { hostileText } from './arbitraries.ts';

describe('typedText() gives what a person typed', () => {
  test.each([
    ['<@U0MED1ADSK> who is it?', 'who is it?', 'the mention of the bot is no part of the question'],
    ['<@U0MED1ADSK|media desk>who?', 'who?', 'also where Slack adds a name'],
    ['see <#C012AB3CD|press-room>', 'see #press-room', 'a channel by its name'],
    ['<!here> <!subteam^S012|@desk> hello', 'hello', 'nobody is called'],
    ['<https://a.example/x|the page> says', 'the page says', 'a link by its words'],
    ['<https://a.example/x>', 'https://a.example/x', 'a bare link by itself'],
    ['write to <mailto:a@b.example|a@b.example>', 'write to a@b.example', 'an address'],
    ['ring <tel:+6561234567>', 'ring +6561234567', 'a number'],
    ['R&amp;D &lt;5%&gt;', 'R&D <5%>', 'Slack’s escapes undone'],
    ['&amp;lt;!channel&amp;gt;', '&lt;!channel&gt;', 'once, not twice'],
    ['a  \t b', 'a b', 'blanks as one'],
    ['  x\u202ey\u0000  ', 'xy', 'nothing that lies'],
  ])('%j is %j: %s', (sent, typed) => {
    expect(typedText(sent)).toBe(typed);
  });

  test('reads no more of thirty thousand characters than a question has', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(typedText(text).length).toBeLessThanOrEqual(3000);
        expect(typedText(text).isWellFormed()).toBe(true);
      }),
    );
  });

  test('takes plain words as they were typed', () => {
    fc.assert(
      fc.property(fc.lorem({ mode: 'sentences', maxCount: 3 }), (text) => {
        expect(typedText(escapeMrkdwn(text))).toBe(text);
      }),
    );
  });

  test('is not slowed down by hostile text', () => {
    for (const unit of ['<@U', '<!', '<https://', '<#C1|', 'a@', '&amp;', '*_~`']) {
      const text = unit.repeat(30_000 / unit.length);
      expect(processorTime(() => typedText(text))).toBeLessThan(500);
    }
  });
});

describe('looksLikeQuestion()', () => {
  test.each([
    ['and when does it start?', true],
    ['How much is it', true],
    ['the budget for 2026 ?', true],
    ['Thanks, that helps', false],
    ['I will write to them then', false],
    ['', false],
    [`${'word '.repeat(200)}?`, false],
  ])('%j: %s', (text, expected) => {
    expect(looksLikeQuestion(text)).toBe(expected);
  });
});
