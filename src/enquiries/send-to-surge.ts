import { changeSurge, type SurgeDeps } from './change-surge.ts';
import type { Enquiry } from './enquiry.ts';
import { undoMs } from './reply-to-enquiry.ts';
import { shuffled } from './shuffled.ts';
import {
  latestStatement,
  type Statement,
  type Surge,
  type SurgeDraft,
  waitingStatement,
} from './surge.ts';

/** The enquiries of a surge that somebody still waits on, and that have not had the statement. */
export const withoutStatement = (
  members: readonly Enquiry[],
  statement: Pick<Statement, 'id'> | undefined,
): Enquiry[] =>
  members.filter(
    ({ status, replies }) =>
      (status === 'open' || status === 'claimed') &&
      !replies.some(({ id }) => id === statement?.id),
  );

type Line = { readonly id: string; readonly text: string };

/** The first key: keeps what is about to go to whom, while whoever sends it looks at exactly that. */
export const draftForSurge = (
  deps: SurgeDeps,
  given: {
    readonly surgeId: string;
    readonly by: string;
    readonly line: Line;
    readonly recipients: readonly string[];
    readonly alsoHours: number;
  },
): Promise<SurgeDraft | 'unknown' | 'none-waiting'> => {
  const { surgeId, by, line, recipients, alsoHours } = given;
  const id = deps.newId();
  return changeSurge<SurgeDraft | 'none-waiting'>(deps, surgeId, (surge, at) => {
    if (recipients.length === 0) return { kind: 'stop', outcome: 'none-waiting' };
    const draft: SurgeDraft = {
      id,
      by,
      at,
      line: line.id,
      text: line.text,
      recipients,
      alsoHours,
    };
    const others = surge.drafts.filter((one) => one.by !== by);
    return {
      kind: 'change',
      surge: { ...surge, drafts: [...others, draft] },
      outcome: draft,
    };
  });
};

/** The draft that somebody is about to send: their own, and the one they were shown last. */
export const surgeDraftOf = (
  { drafts }: Pick<Surge, 'drafts'>,
  userId: string,
  draftId: string,
): SurgeDraft | undefined => drafts.find(({ id, by }) => id === draftId && by === userId);

export type SendToAllOutcome =
  | 'sending'
  /** These words were replaced by later ones, or are no longer there. */
  | 'gone'
  /** Another statement can still be undone, or is going out. */
  | 'another'
  | 'unknown';

const HOUR_MS = 60 * 60_000;

/**
 * The second key: from here on the line goes to everybody whom the preview named, in ten seconds, in an order that
 * nobody chose. Pressed again, it is the same statement. Whoever sends it has acknowledged the surge.
 *
 * @param random from 0 up to and without 1
 */
export const sendToSurge = (
  deps: SurgeDeps & { readonly random: () => number },
  given: { readonly surgeId: string; readonly by: string; readonly draftId: string },
): Promise<SendToAllOutcome> => {
  const { surgeId, by, draftId } = given;
  return changeSurge<SendToAllOutcome>(deps, surgeId, (surge, at) => {
    if (surge.statements.some(({ id }) => id === draftId))
      return { kind: 'stop', outcome: 'sending' };
    const draft = surgeDraftOf(surge, by, draftId);
    if (draft === undefined) return { kind: 'stop', outcome: 'gone' };
    if (waitingStatement(surge) !== undefined) return { kind: 'stop', outcome: 'another' };
    const sendAt = new Date(at.getTime() + undoMs);
    const { id, line, text, recipients, alsoHours } = draft;
    const statement: Statement = {
      id,
      by,
      at,
      line,
      text,
      recipients: shuffled(recipients, deps.random),
      sendAt,
      ...(alsoHours === 0 ? {} : { alsoUntil: new Date(at.getTime() + alsoHours * HOUR_MS) }),
      state: 'waiting',
    };
    return {
      kind: 'change',
      surge: {
        ...surge,
        acknowledged: acknowledgedBy(surge.acknowledged, by, at),
        drafts: surge.drafts.filter((one) => one.by !== by),
        // A later statement takes the place of an earlier one for those who ask from now on.
        statements: [...surge.statements.map(endedFor), statement],
      },
      outcome: 'sending',
    };
  });
};

const endedFor = ({ alsoUntil: _, ...statement }: Statement): Statement => statement;

/** Takes a statement back before anything of it is posted: either it is undone, or it goes out. */
export const undoStatement = (
  deps: SurgeDeps,
  { surgeId, statementId }: { readonly surgeId: string; readonly statementId: string },
): Promise<'undone' | 'too-late' | 'unknown'> =>
  changeSurge<'undone' | 'too-late'>(deps, surgeId, (surge, at) => {
    const statement = surge.statements.find(({ id }) => id === statementId);
    if (statement?.state !== 'waiting' || at >= statement.sendAt)
      return { kind: 'stop', outcome: 'too-late' };
    return {
      kind: 'change',
      surge: withStatement(surge, { ...statement, state: 'undone' }),
      outcome: 'undone',
    };
  });

/** The surge with one of its statements as it is now. */
export const withStatement = (surge: Surge, statement: Statement): Surge => ({
  ...surge,
  statements: surge.statements.map((one) => (one.id === statement.id ? statement : one)),
});

/** A person of the desk says: this is known, and somebody sees to it. */
export const acknowledgeSurge = (
  deps: SurgeDeps,
  { surgeId, by }: { readonly surgeId: string; readonly by: string },
): Promise<'acknowledged' | 'before' | 'unknown'> =>
  changeSurge<'acknowledged' | 'before'>(deps, surgeId, (surge, at) =>
    surge.acknowledged.some((one) => one.by === by)
      ? { kind: 'stop', outcome: 'before' }
      : {
          kind: 'change',
          surge: { ...surge, acknowledged: acknowledgedBy(surge.acknowledged, by, at) },
          outcome: 'acknowledged',
        },
  );

const acknowledgedBy = (list: Surge['acknowledged'], by: string, at: Date) =>
  list.some((one) => one.by === by) ? list : [...list, { by, at }];

/** A person says that these enquiries are not on one subject: the line is closed, and not made again of the same. */
export const dismissSurge = (
  deps: SurgeDeps,
  { surgeId, by }: { readonly surgeId: string; readonly by: string },
): Promise<'dismissed' | 'sending' | 'unknown'> =>
  changeSurge<'dismissed' | 'sending'>(deps, surgeId, (surge, at) =>
    latestStatement(surge) !== undefined
      ? { kind: 'stop', outcome: 'sending' }
      : {
          kind: 'change',
          surge: {
            ...surge,
            state: 'dismissed',
            acknowledged: acknowledgedBy(surge.acknowledged, by, at),
          },
          outcome: 'dismissed',
        },
  );
