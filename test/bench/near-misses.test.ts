import { expect, test } from 'vitest';
import { aRelease } from '../builders.ts';
import { makeQuestions } from './near-misses.ts';

const releases = [
  aRelease({
    title: 'Harbour works',
    date: '2020-05-01',
    passages: [
      'The Harbour Office will spend $12 million to rebuild the northern quay by the end of next year.',
      'Work on the Long Pier Promenade will be carried out by two hundred people from the islands.',
      'Ms Tan Mei Lin told visitors of the Harbour Office that the quay is more than a century old.',
    ],
  }),
];

test('near misses ask what the release does not say; the same releases make the same questions', () => {
  const made = makeQuestions(releases, 1);
  expect(made).toEqual(makeQuestions(releases, 1));
  const answerable = made.filter(({ swapped }) => swapped === 'none');
  expect(answerable.map(({ question }) => question).join()).toMatch(/how much/);
  expect(answerable.every(({ question }) => !question.includes('$12 million'))).toBe(true);
  const swapped = made.filter(({ swapped }) => swapped === 'attribute');
  expect(swapped.length).toBeGreaterThan(0);
  for (const { question } of swapped)
    expect(question).toMatch(/Harbour Office|Long Pier Promenade|Tan Mei Lin/);
});
