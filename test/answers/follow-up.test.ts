import { describe, expect, test } from 'vitest';
import { standingAlone } from '../../src/answers/follow-up.ts';

const last = 'Which sectors will the AI projects be in?';

describe('a question that leans on the one before', () => {
  test.each([
    ['and for schools?', 'Which sectors will the AI projects be in for schools?'],
    ['what about hospitals', 'Which sectors will the AI projects be in hospitals'],
    ['when was that?', 'when was that sectors the AI projects in?'],
    ['why?', 'why sectors the AI projects in?'],
  ])('%s', (question, alone) => {
    expect(standingAlone(question, last)).toBe(alone);
  });

  test.each([
    'How much did the Harbour Festival cost taxpayers?',
    'Who chairs the Parks Advisory Panel?',
  ])('%s stands alone', (question) => {
    expect(standingAlone(question, last)).toBe(question);
  });

  test('without a question before, it stays as typed', () => {
    expect(standingAlone('when was that?', undefined)).toBe('when was that?');
  });
});
