import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerGiven } from '../../src/enquiries/answer-log.ts';
import { lostWords, wordsOf } from '../../src/enquiries/correct-answers.ts';
import type { CorrectionNote, WordChange } from '../../src/enquiries/correction.ts';
import { parseRelease } from '../../src/releases/parse-release.ts';
import { sentencesOf } from '../../src/releases/release-difference.ts';
import { nine } from './an-enquiry.ts';

const ID = '/news/ferry';

const release = (...sentences: string[]) => {
  const outcome = parseRelease(
    'ferry.md',
    `---\ntitle: Ferry\npermalink: ${ID}\n---\n\n${sentences.join(' ')}\n`,
    { zone: 'Asia/Singapore' },
  );
  if (outcome.kind === 'rejected') throw new Error(outcome.rejection.reason);
  return outcome.release;
};

const FOUR = 'The night ferry costs S$4 for each adult.';
const SIX = 'The night ferry costs S$6 for each adult.';
const POINT = 'It sails from Changi Point every evening.';
const first = release(FOUR, POINT);

const anAnswer = (key: string, text: string, more: Partial<AnswerGiven> = {}): AnswerGiven => ({
  key,
  channel: 'C1',
  threadTs: `${key}.1`,
  userId: 'U1',
  question: 'How much?',
  outcome: 'answered',
  quotes: [{ releaseId: ID, file: 'ferry.md', title: 'Ferry', version: first.version, text }],
  at: nine,
  ...more,
});

const aNote = (key: string, isTold: boolean, ...changes: WordChange[]): CorrectionNote => ({
  correctionId: 'x-1',
  key,
  releaseId: ID,
  answerKeys: [key],
  channel: 'C1',
  threadTs: `${key}.1`,
  userId: 'U1',
  changes,
  isTold,
  at: nine,
});

const known = (after: ReturnType<typeof release> | undefined, ...notes: CorrectionNote[]) => ({
  releaseId: ID,
  versions: [first, ...(after === undefined ? [] : [after])].map((one) => ({
    version: one.version,
    sentences: sentencesOf(one),
  })),
  notes,
  after,
});

const changesOf = (answers: AnswerGiven[], given: ReturnType<typeof known>) =>
  lostWords(answers, given).map(({ key, changes }) => [key, changes]);

describe('lostWords()', () => {
  test('finds exactly those who were given the sentence that changed, with what took its place', () => {
    const answers = [anAnswer('a', FOUR), anAnswer('b', POINT), anAnswer('c', `${FOUR} ${POINT}`)];
    const change = [{ before: FOUR, after: SIX }];
    expect(changesOf(answers, known(release(SIX, POINT)))).toEqual([
      ['a', change],
      ['c', change],
    ]);
  });

  test('one person in one thread is told once of all that was given there', () => {
    const thread = { threadTs: '1.1' };
    const answers = [anAnswer('a', FOUR, thread), anAnswer('b', POINT, thread)];
    const lost = lostWords(answers, known(undefined));
    expect(lost).toHaveLength(1);
    expect(lost[0]).toMatchObject({ key: 'b', answerKeys: ['a', 'b'] });
    expect(lost[0]?.changes).toHaveLength(2);
    expect(
      lostWords(
        [anAnswer('a', FOUR, thread), anAnswer('b', FOUR, { ...thread, userId: 'U2' })],
        known(undefined),
      ),
    ).toHaveLength(2);
  });

  test('who was told is not told again of an edit elsewhere, but of a further change of the words they hold', () => {
    const told = aNote('a', true, { before: FOUR, after: SIX });
    const answers = [anAnswer('a', FOUR)];
    const village = 'It sails from Changi Village every evening.';
    expect(changesOf(answers, known(release(SIX, village), told))).toEqual([]);
    const seven = 'The night ferry costs S$7 for each adult.';
    const given = known(release(seven, POINT), told);
    const versions = [...given.versions];
    versions.splice(1, 0, { version: 'six', sentences: [SIX, POINT] });
    expect(changesOf(answers, { ...given, versions })).toEqual([
      ['a', [{ before: SIX, after: seven }]],
    ]);
  });

  test('what was settled without telling anybody is not asked about again', () => {
    const settled = aNote('a', false, { before: FOUR, after: SIX });
    expect(changesOf([anAnswer('a', FOUR)], known(release(SIX, POINT), settled))).toEqual([]);
    const gone = aNote('a', true, { before: FOUR, after: null });
    expect(changesOf([anAnswer('a', FOUR)], known(release(POINT), gone))).toEqual([]);
  });

  test.each([
    ['spaces and line breaks', 'The night  ferry costs\nS$4 for each adult.'],
    ['marks and emphasis', '“The night ferry” costs **S$4** for each adult.'],
    ['another order of sentences', `${POINT} ${FOUR}`],
  ])('%s change nothing', (_, text) => {
    expect(changesOf([anAnswer('a', FOUR)], known(release(text)))).toEqual([]);
  });

  test('a release that may not be seen takes every word with it', () => {
    expect(changesOf([anAnswer('a', FOUR)], known(undefined))).toEqual([
      ['a', [{ before: FOUR, after: null }]],
    ]);
  });
});

describe('wordsOf()', () => {
  test.each([
    ['4.5%', '45%'],
    ['-3%', '3%'],
    ['S$4', 'US$4'],
    ['$1.5 million', '$15 million'],
    ['5 in 10', '510'],
  ])('“%s” and “%s” do not say the same', (one, other) => {
    expect(wordsOf(one)).not.toBe(wordsOf(other));
  });

  test.each([
    ['1,500 people', '1500 people'],
    ['“He said so.”', "'He said so'"],
    ['AI-based', 'AI based'],
    ['in 2020–2021', 'in 2020-2021'],
  ])('“%s” and “%s” do', (one, other) => {
    expect(wordsOf(one)).toBe(wordsOf(other));
  });

  test('no two whole numbers are ever taken for one', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(10_000_000), (one, other) => {
        fc.pre(one !== other);
        expect(wordsOf(one.toLocaleString('en'))).not.toBe(wordsOf(other.toLocaleString('en')));
      }),
    );
  });
});
