import { expect, test } from 'vitest';
import { entryFor } from '../../../../src/practice/page/tour/fill-form.ts';

test.each([
  ['Your question', /budget/],
  ['Whom do you write for? (optional)', /Bitácora/],
  ['When do you need the answer? (optional)', /2pm/],
  ['How else can we reach you?', /@/],
  ['Your reply', /announced/],
])('the tour has words for a field called “%s”', (label, words) => {
  expect(entryFor(label)).toMatch(words);
});

test('the tour leaves a field alone that it does not know', () => {
  expect(entryFor('Shoe size')).toBeNull();
});
