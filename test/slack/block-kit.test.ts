import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clip,
  clipEscaped,
  escapeMrkdwn,
  header,
  LIMIT,
  link,
  messageText,
  plain,
  safe,
  section,
  unescapeSlack,
} from '../../src/slack/block-kit.ts';
import { hostileText } from './arbitraries.ts';

const graphemes = (text: string) =>
  [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(
    ({ segment }) => segment,
  );

describe('clip()', () => {
  test('never gives more than asked, and leaves alone what fits', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 200 }), (text, limit) => {
        const clipped = clip(text, limit);
        expect(clipped.length).toBeLessThanOrEqual(limit);
        if (text.length <= limit) expect(clipped).toBe(text);
        else expect(clipped.endsWith('…')).toBe(true);
      }),
    );
  });

  test('cuts no character that people see as one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '👩‍👩‍👧‍👦', '🇸🇬', 'é', '国'), { maxLength: 40 }),
        fc.integer({ min: 2, max: 40 }),
        (characters, limit) => {
          const whole = graphemes(characters.join(''));
          const kept = graphemes(clip(characters.join(''), limit).replace(/…$/, ''));
          expect(whole.slice(0, kept.length)).toEqual(kept);
        },
      ),
    );
  });
});

describe('escaping', () => {
  test('leaves nothing alive, and Slack shows the same words', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const escaped = escapeMrkdwn(text);
        expect(escaped).not.toMatch(/[<>]/);
        expect(unescapeSlack(escaped)).toBe(text);
      }),
    );
  });

  test('is cut in no entity and no character', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 8, max: 60 }), (text, limit) => {
        const cut = clipEscaped(escapeMrkdwn(plain(text)), limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(cut.isWellFormed()).toBe(true);
        expect(cut.replace(/…$/, '')).not.toMatch(/&(?!amp;|lt;|gt;)/);
      }),
    );
  });

  test('every text for Slack is within its limit, however much escaping it needs', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(messageText(text).length).toBeLessThanOrEqual(LIMIT.messageText);
        expect(section(safe(text, 3000)).text?.text.length).toBeLessThanOrEqual(LIMIT.sectionText);
        expect(header(text).text.text.length).toBeLessThanOrEqual(LIMIT.headerText);
        expect(header(text).text.text).not.toBe('');
      }),
    );
  });
});

describe('plain()', () => {
  test.each([
    ['a bell and an escape', 'a\u0007\u001b[31mb', 'a[31mb'],
    ['text that is turned round', 'gs.\u202egs.vog\u202c', 'gs.gs.vog'],
    ['isolates and marks of direction', '\u2066x\u2069\u200e\u200f\u061cy', 'xy'],
    ['half a character', 'x\ud800y', 'x\ufffdy'],
    ['line ends of other systems', 'a\r\nb\rc', 'a\nb\nc'],
  ])('takes out %s', (_, text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  test.each(['a\tb\nc', 'مستشفى', '👩‍👩‍👧', 'é', 'bud\u200bget'])('leaves %j as it is', (text) => {
    expect(plain(text)).toBe(text);
  });
});

test('a link too long for Slack becomes its words, since half an address leads elsewhere', () => {
  expect(link(`https://a.example/${'x'.repeat(LIMIT.url)}`, 'Read it')).toEqual({
    type: 'text',
    text: 'Read it',
  });
});
