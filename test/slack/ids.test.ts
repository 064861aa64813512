import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMIT } from '../../src/slack/block-kit.ts';
import {
  AskMetadata,
  AskValue,
  askValue,
  EnquiryMetadata,
  EnquiryValue,
  encodeQuestion,
  FeedbackValue,
  ID,
  ReleaseValue,
  releaseValue,
  ShareMetadata,
} from '../../src/slack/ids.ts';
import { hostileText } from './arbitraries.ts';

const text = (max: number) => hostileText.map((one) => one.slice(0, max));

describe('what Slack echoes back', () => {
  test.each([
    ['a release', ReleaseValue, fc.record({ id: text(1000), page: fc.nat() })],
    [
      'a question',
      AskValue,
      fc.record({ q: text(3000), cited: fc.array(text(400), { maxLength: 3 }) }),
    ],
    ['feedback', FeedbackValue, fc.record({ q: text(3000), kind: text(20) })],
    ['an enquiry', EnquiryValue, fc.record({ enquiry: fc.uuid(), reply: text(300) })],
    [
      'a place',
      AskMetadata,
      fc.record({
        channel: text(40),
        threadTs: text(40),
        cited: fc.array(text(400), { maxLength: 3 }),
      }),
    ],
    ['a channel to share in', ShareMetadata, fc.record({ id: text(1000), channel: text(40) })],
    ['an enquiry of a modal', EnquiryMetadata, fc.record({ enquiry: fc.uuid() })],
  ])('%s comes back as it was packed', (_, packed, values) => {
    fc.assert(
      fc.property(values as fc.Arbitrary<never>, (value) => {
        expect(packed.decode(packed.encode(value))).toEqual(value);
      }),
    );
  });

  test.each([ReleaseValue, AskValue, FeedbackValue, EnquiryValue, AskMetadata, ShareMetadata])(
    'is worth nothing where somebody changed it (%#)',
    ({ decode }) => {
      fc.assert(
        fc.property(fc.oneof(hostileText, fc.json()), (value) => {
          const decoded = decode(value);
          if (decoded !== undefined) expect(JSON.parse(value)).toMatchObject(decoded);
        }),
      );
    },
  );

  test.each([
    ['an id that is no uuid', () => EnquiryValue.decode('{"enquiry":"1 OR 1=1"}')],
    ['a page before the first', () => ReleaseValue.decode('{"id":"x","page":-1}')],
    ['half a page', () => ReleaseValue.decode('{"id":"x","page":1.5}')],
    ['an id longer than any', () => ReleaseValue.decode(JSON.stringify({ id: 'x'.repeat(1001) }))],
    ['more releases than are ever cited', () => AskValue.decode('{"q":"","cited":["","","",""]}')],
    ['a list', () => FeedbackValue.decode('[]')],
    ['nothing', () => FeedbackValue.decode(undefined)],
    ['broken JSON', () => AskMetadata.decode('{"channel":')],
  ])('refuses %s', (_, decode) => {
    expect(decode()).toBeUndefined();
  });

  test('never reaches the prototype of anything', () => {
    const decoded = ReleaseValue.decode('{"id":"x","__proto__":{"isStaff":true}}');
    expect(decoded).toEqual({ id: 'x' });
    expect(Object.getPrototypeOf(decoded)).toBe(Object.prototype);
  });
});

describe('a question on a button', () => {
  test('always fits, and is the beginning of what was asked', () => {
    fc.assert(
      fc.property(hostileText, (question) => {
        const value = encodeQuestion(
          (q) => FeedbackValue.encode({ q, kind: 'not-found' }),
          question,
        );
        expect(value.length).toBeLessThanOrEqual(LIMIT.buttonValue);
        const kept = FeedbackValue.decode(value)?.q ?? '?';
        expect(question.toWellFormed().startsWith(kept.replace(/\ufffd$/, ''))).toBe(true);
      }),
    );
  });

  test('always fits with the releases that were quoted for it', () => {
    fc.assert(
      fc.property(hostileText, fc.array(hostileText, { maxLength: 5 }), (question, cited) => {
        const value = askValue(question, cited);
        expect(value.length).toBeLessThanOrEqual(LIMIT.buttonValue);
        expect(AskValue.decode(value)).toBeDefined();
      }),
    );
  });

  test('a release whose id fits no button gets none', () => {
    expect(releaseValue('/press/ai')).toBe('{"id":"/press/ai"}');
    expect(releaseValue('x'.repeat(5000))).toBeUndefined();
    expect(releaseValue('\u0001'.repeat(900))).toBeUndefined();
  });
});

test('no two things that can be pressed have one name, and none is the beginning of a move', () => {
  const names = Object.values(ID);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => name.startsWith(`${ID.move}.`))).toEqual([]);
});
