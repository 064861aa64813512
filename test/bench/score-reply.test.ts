import { describe, expect, test } from 'vitest';
import { questionLine, type Shown, scoreReply } from './score-reply.ts';

const line = questionLine.parse({
  id: 'x1',
  question: 'How much was spent?',
  kind: 'how-much',
  style: 'plain',
  answerable: true,
  files: ['a.md'],
  sentences: ['The Agency’s fund spent $3 million on boats.'],
  must_contain: ['$3 million'],
  must_not_contain: ['$9 million'],
});
const shown = (kind: Shown['kind'], ...texts: string[]): Shown => ({
  kind,
  quotes: texts.map((text) => ({ file: 'a.md', text })),
});
const gold = "The Agency's  fund spent $3 million on boats.";

describe('the rules of the questions file', () => {
  test('a gold sentence is right, whatever its quote marks and blanks', () => {
    expect(scoreReply(line, shown('answered', gold))).toBe('right');
    expect(scoreReply(line, shown('unsure', 'Something else.', gold))).toBe('right');
  });

  test.each<[string, Shown]>([
    ['another sentence', shown('answered', 'The fund spent $3 million on sand.')],
    ['a forbidden string besides', shown('answered', gold, 'It has $9 million.')],
    ['four quotes', shown('answered', gold, 'b', 'c', 'd')],
    ['more than 700 characters', shown('answered', gold, 'x'.repeat(700))],
    ['another release', { kind: 'answered', quotes: [{ file: 'b.md', text: gold }] }],
  ])('%s is wrong', (_, reply) => {
    expect(scoreReply(line, reply)).toBe('wrong');
  });

  test('nothing shown is a refusal', () => {
    expect(scoreReply(line, shown('not-found'))).toBe('refused');
  });

  test('where no release answers, only a firm answer is wrong', () => {
    const none = { ...line, answerable: false };
    expect(scoreReply(none, shown('answered', gold))).toBe('wrong');
    expect(scoreReply(none, shown('unsure', gold))).toBe('right');
    expect(scoreReply(none, shown('not-found'))).toBe('right');
    expect(scoreReply({ ...none, off_topic: true }, shown('unsure', gold))).toBe('wrong');
  });
});
