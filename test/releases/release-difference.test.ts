import fc from 'fast-check';
import { expect, test } from 'vitest';
import { releaseDifference } from '../../src/releases/release-difference.ts';
import { aPassage } from '../builders.ts';

const version = (...sentences: string[]) => ({
  passages: sentences.map((text) => aPassage({ text })),
});

test('a figure put right is one change; the rest is added or removed', () => {
  expect(
    releaseDifference(
      version(
        'Pilots.',
        'The Office trains 400 pilots a year.',
        'It starts in May.',
        'All may apply.',
      ),
      version(
        'Pilots.',
        'The Office trains 450 pilots a year.',
        'All may apply.',
        'Fees are waived.',
      ),
    ),
  ).toEqual([
    {
      kind: 'changed',
      before: 'The Office trains 400 pilots a year.',
      after: 'The Office trains 450 pilots a year.',
    },
    { kind: 'removed', before: 'It starts in May.' },
    { kind: 'added', after: 'Fees are waived.' },
  ]);
});

test('the same words are no difference', () => {
  expect(releaseDifference(version('One.', 'Two.'), version('One.', 'Two.'))).toEqual([]);
});

test('every change is of sentences that stand in the versions, and both counts add up', () => {
  const sentences = fc.array(
    fc.constantFrom('Ann came.', 'Ben came.', 'Rain fell.', 'Snow fell.', 'It ended.'),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(sentences, sentences, (before, after) => {
      const changes = releaseDifference(version(...before), version(...after));
      const gone = changes.filter(({ kind }) => kind !== 'added').length;
      const come = changes.filter(({ kind }) => kind !== 'removed').length;
      expect(before.length - gone).toBe(after.length - come);
      if (changes.length === 0) expect(before).toEqual(after);
    }),
  );
});
