import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AskedQuestion, groupQuestions } from '../../src/answers/question-group.ts';

const asked = (question: string, day = 1, releases: string[] = []): AskedQuestion => ({
  question,
  at: new Date(Date.UTC(2026, 10, day)),
  releases,
});

test('the same in other words is one group, most frequent first, with its commonest wording', () => {
  const groups = groupQuestions([
    asked('How many ferries sail on Sundays?', 1),
    asked('What does the night ferry cost?', 2, ['ferry']),
    asked('hi, what is the cost of the night ferry? thanks', 3, ['ferry', 'bus']),
    asked('What does the night ferry cost?', 4, ['ferry']),
    asked('Who is the minister for health?', 9),
  ]);
  expect(groups.map(({ question, count }) => [question, count])).toEqual([
    ['What does the night ferry cost?', 3],
    ['Who is the minister for health?', 1],
    ['How many ferries sail on Sundays?', 1],
  ]);
  expect(groups[0]).toMatchObject({
    releases: ['ferry', 'bus'],
    lastAt: new Date(Date.UTC(2026, 10, 4)),
  });
});

test('a telling word weighs more than a common one', () => {
  const questions = [asked('budget for school robots'), asked('budget for school meals')];
  expect(groupQuestions(questions)).toHaveLength(1);
  const weights: Record<string, number> = { robot: 8, meal: 8 };
  expect(groupQuestions(questions, (term) => weights[term] ?? 1)).toHaveLength(2);
});

test('what has no telling word is left out', () => {
  expect(groupQuestions([asked(''), asked('???'), asked('the of and')])).toEqual([]);
});

test('no question is lost or counted twice, and the order of asking does not matter', () => {
  const word = fc.constantFrom('ferry', 'night', 'cost', 'school', 'robot', 'budget', 'health');
  const question = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
  fc.assert(
    fc.property(fc.array(question, { maxLength: 30 }), (questions) => {
      const list = questions.map((text, place) => asked(text, (place % 28) + 1));
      const groups = groupQuestions(list);
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(questions.length);
      expect(new Set(groups.flatMap(({ wordings }) => wordings)).size).toBe(
        new Set(questions).size,
      );
      expect(groupQuestions(list.toReversed())).toEqual(groups);
    }),
  );
});
