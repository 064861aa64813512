import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Asked,
  findSurges,
  isAlike,
  subjectWords,
  tellingBy,
} from '../../src/enquiries/alike-questions.ts';
import { minutesAfter, nine } from './an-enquiry.ts';

/** Words that releases are full of; anything else was never said in one. */
const common = new Map([
  ['data', 1.2],
  ['health', 1.5],
  ['train', 2],
  ['strategi', 1],
]);
const telling = tellingBy((term) => common.get(term) ?? 4);

const LEAK = [
  'Is it true that patient data was leaked from the hospitals?',
  'Can you confirm a data leak affecting hospitals?',
  'How many patients are affected by the leak?',
  'Comment please on the leaked patient records',
  'hi, any statement on the hospital data leak?',
  'Which hospitals were hit by the data breach, and when was the leak found?',
  'When did the ministry learn of the leak of patient data?',
  'Leak of patient data: who is responsible?',
];
const FERRY = [
  'Why was the Changi ferry cancelled this morning?',
  'Is the ferry to Changi running again?',
  'Ferry cancelled at Changi: how long will it take?',
  'When will the cancelled ferry sail?',
];
const OTHERS = [
  'When will the new train line to Jurong open?',
  'Will train fares rise next year?',
  'Who is the new chief of the AI office?',
  'What is the budget for healthcare in 2027?',
  'Can you confirm the opening hours of the museum?',
  'How many people attended the parade?',
  'Any comment on the court ruling about the drone maker?',
];

const asked = (questions: readonly string[], everyMinutes = 1): Asked[] =>
  questions.map((question, place) => ({
    id: question,
    question,
    asker: `U${place}`,
    at: minutesAfter(nine, place * everyMinutes),
  }));
const questionsIn = (groups: readonly (readonly Asked[])[]) =>
  groups.map((group) => group.map(({ question }) => question).toSorted());

describe('findSurges() groups questions on one subject', () => {
  test('two incidents at once are two, and what is about neither stays alone', () => {
    const mixed = asked([...LEAK, ...FERRY, ...OTHERS], 0.5);
    expect(questionsIn(findSurges(mixed, telling))).toEqual([LEAK.toSorted(), FERRY.toSorted()]);
  });

  test('unlike questions make none, however many come', () => {
    expect(findSurges(asked([...OTHERS, ...OTHERS.map((one) => `${one} `)], 0.1), telling)).toEqual(
      [],
    );
  });

  test('the order in which they are read does not matter', () => {
    const mixed = asked([...LEAK, ...FERRY, ...OTHERS], 0.5);
    fc.assert(
      fc.property(fc.shuffledSubarray(mixed, { minLength: mixed.length }), (shuffled) => {
        expect(findSurges(shuffled, telling)).toEqual(findSurges(mixed, telling));
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ['three questions are none', asked(LEAK.slice(0, 3)), 0],
    ['four in a quarter of an hour are one', asked(LEAK.slice(0, 4), 5), 1],
    ['four over an hour are none', asked(LEAK.slice(0, 4), 20), 0],
    [
      'four of two people are none',
      asked(LEAK.slice(0, 4)).map((one, place) => ({ ...one, asker: `U${place % 2}` })),
      0,
    ],
  ])('%s', (_, questions, count) => {
    expect(findSurges(questions, telling)).toHaveLength(count);
  });

  test('a large one stays pure: of two hundred in half an hour none is in the wrong group', () => {
    const many = Array.from({ length: 200 }, (_, place) => {
      const from = place % 3 === 0 ? OTHERS : place % 3 === 1 ? FERRY : LEAK;
      return from[place % from.length] ?? '';
    }).map((question, place) => ({
      id: String(place).padStart(3, '0'),
      question,
      asker: `U${place}`,
      at: minutesAfter(nine, place * 0.15),
    }));
    const groups = findSurges(many, telling);
    expect(groups.length).toBeGreaterThanOrEqual(2);
    for (const group of groups) {
      const kinds = new Set(
        group.map(({ question }) =>
          LEAK.includes(question) ? 'leak' : FERRY.includes(question) ? 'ferry' : question,
        ),
      );
      expect(kinds.size).toBe(1);
    }
  });
});

describe('isAlike() tells whether a later question is on the subject', () => {
  test.each([
    ['Anything new about the leak?', true],
    ['Are the leaked patient records of 2019 among them?', true],
    ['Was hospital data hacked?', true],
    ['When does the hospital in Woodlands open?', false],
    ['Any comment?', false],
    ['', false],
  ])('%s', (question, isOnIt) => {
    expect(isAlike(question, LEAK, telling)).toBe(isOnIt);
  });
});

test('subjectWords() names a subject in the words that people used', () => {
  const words = subjectWords(LEAK, telling);
  expect(words).toContain('leak');
  expect(words.some((word) => word.startsWith('patient'))).toBe(true);
  expect(words.length).toBeLessThanOrEqual(4);
  expect(subjectWords([], telling)).toEqual([]);
});
