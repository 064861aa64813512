import { describe, expect, test } from 'vitest';
import { emojiOf, isEmojiName } from '../../../../src/practice/page/text/emoji.ts';

describe('emoji names', () => {
  test.each([
    ['white_check_mark', '✅'],
    ['+1', '👍'],
    ['thumbsup', '👍'],
    ['raised_hands::skin-tone-3', '🙌'],
    ['my_own_emoji', ':my_own_emoji:'],
  ])('%s is shown as %s', (name, shown) => {
    expect(emojiOf(name)).toBe(shown);
  });

  test('numbers between colons are no emoji', () => {
    expect(isEmojiName('30')).toBe(false);
  });
});
