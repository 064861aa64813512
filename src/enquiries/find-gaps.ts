import type { Answer } from '../answers/answer.ts';
import { groupQuestions, type QuestionGroup } from '../answers/question-group.ts';
import type { Release } from '../releases/release.ts';
import type { Feedback } from './answer-log.ts';

/** Questions that the releases do not answer, and the release that comes nearest to them. */
export type Gap = QuestionGroup & { readonly nearest: Release | undefined };

type Options = {
  /** The answer as it would be given now. */
  readonly answer: (question: string) => Answer;
  /** How telling a term is. */
  readonly weightOf: (term: string) => number;
  /** Most gaps to find. */
  readonly limit: number;
};

/**
 * What the releases do not answer, by what people thought of their answers: refusals and "not helpful", grouped by
 * likeness, most frequent first. What a later release answers by now is no gap any more, and small talk never was one.
 */
export function findGaps(
  feedback: readonly Feedback[],
  { answer, weightOf, limit }: Options,
): Gap[] {
  const unanswered = feedback.filter(({ kind }) => kind !== 'helpful');
  const gaps: Gap[] = [];
  for (const group of groupQuestions(unanswered, weightOf)) {
    if (gaps.length === limit) break;
    const now = answer(group.question);
    if (isGap(now, group, unanswered)) gaps.push({ ...group, nearest: nearestOf(now) });
  }
  return gaps;
}

function isGap(answer: Answer, { wordings }: QuestionGroup, feedback: readonly Feedback[]) {
  if (answer.kind === 'not-found') return answer.reason === 'nothing-near';
  if (answer.kind === 'unsure') return true;
  // A firm answer that somebody found unhelpful may be the wrong one: the desk should look at it.
  return feedback.some(
    ({ kind, question }) => kind === 'not-helpful' && wordings.includes(question),
  );
}

const nearestOf = (answer: Answer): Release | undefined =>
  answer.kind === 'unsure' || answer.kind === 'answered'
    ? (answer.quotes[0]?.release ?? answer.nearest)
    : answer.nearest;
