import type { ViewOutput } from '@slack/bolt';
import type { Desk } from '../desk/desk.ts';
import { readDeadline } from '../desk/read-deadline.ts';
import { INPUT } from './ids.ts';
import { inputOf } from './view-input.ts';
import type { AskFilled } from './views/ask-modal.ts';
import { SAY } from './wording.ts';

/** A question to a person, as it was filled in. */
export type AskSubmission =
  | {
      readonly kind: 'ready';
      readonly question: string;
      readonly outlet: string;
      readonly reach: string;
      readonly deadline:
        | { readonly at: Date; readonly words: string; readonly zone: string }
        | undefined;
    }
  /** The deadline is read back as a question first: it is never guessed in silence. */
  | {
      readonly kind: 'confirm';
      readonly filled: AskFilled;
      readonly confirm: { readonly understood: string; readonly at: string };
    }
  /** What is wrong, by the block to show it under. */
  | { readonly kind: 'faults'; readonly faults: Record<string, string> };

/** Fewer letters than this are no question that a person could answer. */
const SHORTEST = 3;

/** Reads the modal. The deadline is understood in the asker's zone, and asked about where it is unclear. */
export function readSubmission(
  view: Pick<ViewOutput, 'state'>,
  { now, zone, desk }: { readonly now: Date; readonly zone: string; readonly desk: Desk },
): AskSubmission {
  const filled = {
    question: inputOf(view, INPUT.question),
    outlet: inputOf(view, INPUT.outlet),
    deadline: inputOf(view, INPUT.deadline),
    reach: inputOf(view, INPUT.reach),
  };
  const faults: Record<string, string> = {};
  if (filled.question.length < SHORTEST) faults[INPUT.question] = SAY.askTooShort;

  const read =
    filled.deadline === ''
      ? ({ kind: 'none' } as const)
      : readDeadline(filled.deadline, { now, zone, desk });
  if (read.kind === 'ask') faults[INPUT.deadline] = read.question;
  if (
    read.kind === 'none' &&
    filled.deadline !== '' &&
    !/\bno (deadline|rush|hurry)\b/i.test(filled.deadline)
  )
    faults[INPUT.deadline] = SAY.askDeadlineHint;
  if (Object.keys(faults).length > 0) return { kind: 'faults', faults };

  if (read.kind === 'at' && read.confirm && inputOf(view, INPUT.confirm) !== read.at.toISOString())
    return {
      kind: 'confirm',
      filled,
      confirm: { understood: read.understood, at: read.at.toISOString() },
    };
  const { question, outlet, reach } = filled;
  return {
    kind: 'ready',
    question,
    outlet,
    reach,
    deadline:
      read.kind === 'at' ? { at: read.at, words: filled.deadline, zone: read.zone } : undefined,
  };
}
