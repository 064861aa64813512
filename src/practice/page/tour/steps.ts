import type { SeatId } from '../../seat-api.ts';
import {
  answeredQuestion,
  hasLookedUp,
  isReading,
  type Progress,
  receipt,
  reply,
} from './progress.ts';

export type TourStep = {
  readonly id: 'look-up' | 'ask' | 'ask-a-person' | 'reply' | 'read';
  readonly seat: SeatId;
  readonly title: string;
  /** What to do. */
  readonly task: string;
  /** What to type, where the step begins with typing. */
  readonly words: string | null;
  /** What to look at when it is done. */
  readonly done: string;
  readonly isDone: (progress: Progress) => boolean;
};

/** The tour: one story through all three seats. `@app` stands for the app's name. */
export const tourSteps: readonly TourStep[] = [
  {
    id: 'look-up',
    seat: 'staff',
    title: 'Look up a release',
    task: 'You are a press officer. Look something up in any channel:',
    words: '/release AI strategy',
    done: 'Only you see the result: the release with its date, the words that matched, a link and the people to ask.',
    isDone: hasLookedUp,
  },
  {
    id: 'ask',
    seat: 'journalist',
    title: 'Ask as a journalist',
    task: 'You write for another organisation and share a channel with the press office. Ask there:',
    words: '@app which sectors does the AI strategy cover?',
    done: 'The answer is a quote, word for word, with its date, the heading it stands under and a link.',
    isDone: (progress) => answeredQuestion(progress) !== null,
  },
  {
    id: 'ask-a-person',
    seat: 'journalist',
    title: 'Ask what the release does not say',
    task: 'The releases do not say everything. Ask this, then press Ask the press office under the answer:',
    words: '@app what is the AI budget for 2026?',
    done: 'It did not guess. A person has the question now, and the receipt in the thread names the reference and the deadline.',
    isDone: (progress) => receipt(progress) !== null,
  },
  {
    id: 'reply',
    seat: 'contact',
    title: 'Answer as the contact',
    task: 'You stand at the foot of that release. Press Claim on the card, then Reply, and send your answer.',
    words: null,
    done: 'Your words went to the journalist’s thread exactly as you saw them; what colleagues say under the card stays private.',
    isDone: (progress) => reply(progress) !== null,
  },
  {
    id: 'read',
    seat: 'journalist',
    title: 'Read the reply',
    task: 'Back in the journalist’s seat, open the thread: the answer is there.',
    words: null,
    done: 'That is all of it: looked up, asked, carried to a person and answered.',
    isDone: (progress) => isReading(progress, reply(progress)),
  },
];
