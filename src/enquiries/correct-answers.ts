import type { Release } from '../releases/release.ts';
import {
  type SentenceChange,
  sentenceDifference,
  sentencesOf,
} from '../releases/release-difference.ts';
import type { AnswerGiven, QuoteGiven } from './answer-log.ts';
import type { Queued } from './notice.ts';

/**
 * Whom to tell that words they were given no longer stand in a release: exactly those, each once a version. A change of
 * spaces, quote marks or paragraphs is none.
 *
 * @param answers those that quoted the release, in any version
 * @param before sentences of the version that was served until now, where it is known
 * @param after the release as it may be seen now; `undefined` when it may not (withdrawn, under embargo, deleted)
 */
export function correctionsOf(
  answers: readonly AnswerGiven[],
  releaseId: string,
  before: readonly string[],
  after: Release | undefined,
): Queued[] {
  const sentences = after === undefined ? [] : sentencesOf(after);
  const standing = wordsOf(after?.passages.map(({ text }) => text).join(' ') ?? '');
  const changes = sentenceDifference(before, sentences);
  return answers.flatMap((answer) => {
    const gone = answer.quotes.find(
      (quote) => quote.releaseId === releaseId && lostFrom(quote, standing).length > 0,
    );
    if (gone === undefined) return [];
    const [lost = gone.text] = lostFrom(gone, standing);
    const { key: answerKey, channel, threadTs, userId } = answer;
    const version = after?.version ?? 'withdrawn';
    return [
      {
        notice: {
          kind: 'correction' as const,
          answerKey,
          releaseId,
          title: gone.title,
          version,
          userId,
          before: lost,
          after: after === undefined ? null : successor(lost, changes),
          channel,
          threadTs,
        },
      },
    ];
  });
}

/** Lines of a quote whose words do not stand in the release any more. */
const lostFrom = ({ text }: QuoteGiven, standing: string): string[] =>
  text.split('\n').filter((line) => !standing.includes(wordsOf(line)));

/** What took the place of a sentence. */
function successor(lost: string, changes: readonly SentenceChange[]): string | null {
  const words = wordsOf(lost);
  for (const change of changes)
    if (change.kind === 'changed' && words.includes(wordsOf(change.before))) return change.after;
  return null;
}

/** Letters and numbers alone: how a text is set does not matter, what it says does. */
const wordsOf = (text: string): string =>
  ` ${(text.normalize('NFKC').match(/[\p{L}\p{N}%$€£]+/gu) ?? []).join(' ')} `;
