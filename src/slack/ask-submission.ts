import { createHash } from 'node:crypto';
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
      readonly confirm: { readonly understood: string; readonly value: string };
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
    faults[INPUT.deadline] = SAY.askDeadlineUnread;
  if (Object.keys(faults).length > 0) return { kind: 'faults', faults };

  const ticked = tickedInstant(inputOf(view, INPUT.confirm), filled.deadline, now);
  if (read.kind === 'at' && read.confirm && ticked === undefined)
    return {
      kind: 'confirm',
      filled,
      confirm: {
        understood: read.understood,
        value: `${read.at.toISOString()} ${digest(filled.deadline)}`,
      },
    };
  const { question, outlet, reach } = filled;
  return {
    kind: 'ready',
    question,
    outlet,
    reach,
    deadline:
      read.kind === 'at'
        ? { at: ticked ?? read.at, words: filled.deadline, zone: read.zone }
        : undefined,
  };
}

/**
 * The instant that the asker ticked, if it was read from the words that stand there now. "In two hours" means another
 * instant at every look, so that the instants themselves can not be compared.
 */
function tickedInstant(value: string, words: string, now: Date): Date | undefined {
  const [instant = '', of] = value.split(' ');
  const at = new Date(instant);
  return of === digest(words) && at.getTime() > now.getTime() ? at : undefined;
}

/** Stands for the words in a value that has room for 75 characters. */
const digest = (words: string): string =>
  createHash('sha256').update(words).digest('hex').slice(0, 16);
