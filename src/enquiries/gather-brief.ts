import type { Quote } from '../answers/answer.ts';
import { answerQuestion } from '../answers/answer-question.ts';
import { splitQuestions } from '../desk/split-questions.ts';
import { sentenceText } from '../releases/passage.ts';
import type { ReleaseIndex } from '../search/release-index.ts';
import type { SectorWords } from '../search/sector-words.ts';
import { termsOf } from '../search/terms.ts';
import { type Enquiry, type EnquiryStatus, isAnswer } from './enquiry.ts';

/** What whoever answers should have read: for the desk and the people asked, and never for the asker. */
export type Brief = {
  /** Released sentences on the question, best first. */
  readonly quotes: readonly Quote[];
  /** False where they may not answer it. */
  readonly isAnswered: boolean;
  /** What the same outlet asked before, newest first. */
  readonly sameOutlet: readonly {
    readonly reference: string;
    readonly question: string;
    readonly status: EnquiryStatus;
    readonly at: Date;
  }[];
  /** On-the-record replies on the subject, whoever asked: nearest first, without the name of the outlet. */
  readonly replies: readonly {
    readonly reference: string;
    readonly text: string;
    readonly at: Date;
  }[];
};

type Options = {
  readonly index: ReleaseIndex;
  readonly now: Date;
  /** IANA zone of the desk. */
  readonly zone: string;
  readonly sectors: readonly SectorWords[];
  /** Other enquiries, of any state. */
  readonly others: readonly Enquiry[];
};

const MOST_QUOTES = 3;
const MOST_NEAREST = 2;
const MOST_EARLIER = 3;
const MOST_REPLIES = 2;
/** A reply on the subject shares at least this part of the question's telling words, by weight, and two of them. */
const LEAST_SHARED = 0.3;

/** Gathers the brief of an enquiry from the releases and from what was asked and replied before. */
export function gatherBrief(enquiry: Enquiry, { others, ...options }: Options): Brief {
  const answers = splitQuestions(enquiry.question).map((part) =>
    answerQuestion(options.index, part, options),
  );
  const quoting = answers.flatMap((answer) =>
    answer.kind === 'answered' || answer.kind === 'unsure' ? [answer] : [],
  );
  const each = Math.max(1, Math.floor(MOST_QUOTES / Math.max(1, quoting.length)));
  const earlier = others
    .filter(({ id, erasedAt }) => id !== enquiry.id && erasedAt === undefined)
    .toSorted((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
  const quotes = quoting.flatMap((answer) => answer.quotes.slice(0, each)).slice(0, MOST_QUOTES);
  return {
    quotes: quotes.length > 0 ? quotes : nearestTo(enquiry.question, options),
    isAnswered: quoting.some(({ kind }) => kind === 'answered'),
    sameOutlet: earlier
      .filter(({ outlet }) => outlet !== '' && isSame(outlet, enquiry.outlet))
      .slice(0, MOST_EARLIER)
      .map(({ reference, question, status, createdAt }) => ({
        reference,
        question,
        status,
        at: createdAt,
      })),
    replies: repliesOn(enquiry.question, earlier, options.index),
  };
}

/** Where the releases do not answer: the sentences that come nearest, since whoever answers will know what to make of them. */
function nearestTo(question: string, { index, now }: Pick<Options, 'index' | 'now'>): Quote[] {
  const asked = new Set(termsOf(question));
  return index
    .findPassages(question, { now, limit: MOST_NEAREST })
    .flatMap(({ release, passage }) => {
      const sentences = passage.sentences.map((span) => {
        const text = sentenceText(passage, span);
        const shared = new Set(termsOf(text).filter((term) => asked.has(term)));
        return { text, shared: shared.size };
      });
      const best = sentences.toSorted((one, other) => other.shared - one.shared)[0];
      return best === undefined || best.shared === 0 ? [] : [{ release, passage, text: best.text }];
    });
}

const isSame = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

function repliesOn(
  question: string,
  earlier: readonly Enquiry[],
  index: Pick<ReleaseIndex, 'idf'>,
): Brief['replies'] {
  const asked = new Set(termsOf(question));
  // A word that no release holds still tells subjects apart.
  const weigh = (terms: Iterable<string>) =>
    [...terms].reduce((sum, term) => sum + Math.max(0.2, index.idf(term)), 0);
  const whole = weigh(asked);
  return earlier
    .flatMap((other) => {
      const told = other.replies.findLast(
        (reply) => isAnswer(reply) && reply.attribution === 'on-the-record',
      );
      if (told === undefined || told.text === '') return [];
      const shared = new Set(
        termsOf(`${other.question} ${told.text}`).filter((term) => asked.has(term)),
      );
      const score = whole === 0 || shared.size < 2 ? 0 : weigh(shared) / whole;
      return [{ reference: other.reference, text: told.text, at: told.at, score }];
    })
    .filter(({ score }) => score >= LEAST_SHARED)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, MOST_REPLIES)
    .map(({ reference, text, at }) => ({ reference, text, at }));
}
