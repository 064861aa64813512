import { changeSurge, type SurgeDeps } from './change-surge.ts';
import type { Surge, SurgeTask } from './surge.ts';

/** So many people must both have acknowledged a task. */
export const BOTH = 2;

export const isDone = ({ acknowledged }: SurgeTask): boolean => acknowledged.length >= BOTH;

/** Writes down something that two people must both acknowledge. */
export const addTask = (
  deps: SurgeDeps,
  { surgeId, by, text }: { readonly surgeId: string; readonly by: string; readonly text: string },
): Promise<'added' | 'empty' | 'unknown'> => {
  const id = deps.newId();
  return changeSurge<'added' | 'empty'>(deps, surgeId, (surge, at) =>
    text.trim() === ''
      ? { kind: 'stop', outcome: 'empty' }
      : {
          kind: 'change',
          surge: {
            ...surge,
            tasks: [...surge.tasks, { id, by, at, text: text.trim(), acknowledged: [] }],
          },
          notices: [{ notice: { kind: 'surge-task', surgeId, taskId: id } }],
          outcome: 'added',
        },
  );
};

export type TaskOutcome =
  /** Another must acknowledge it too. */
  | 'first'
  | 'done'
  /** The same person twice is still one. */
  | 'before'
  | 'unknown';

/** One of the two acknowledges. */
export const acknowledgeTask = (
  deps: SurgeDeps,
  {
    surgeId,
    taskId,
    by,
  }: { readonly surgeId: string; readonly taskId: string; readonly by: string },
): Promise<TaskOutcome> =>
  changeSurge<TaskOutcome>(deps, surgeId, (surge: Surge, at) => {
    const task = surge.tasks.find(({ id }) => id === taskId);
    if (task === undefined) return { kind: 'stop', outcome: 'unknown' };
    if (isDone(task)) return { kind: 'stop', outcome: 'done' };
    if (task.acknowledged.some((one) => one.by === by)) return { kind: 'stop', outcome: 'before' };
    const agreed: SurgeTask = { ...task, acknowledged: [...task.acknowledged, { by, at }] };
    return {
      kind: 'change',
      surge: { ...surge, tasks: surge.tasks.map((one) => (one.id === taskId ? agreed : one)) },
      notices: [{ notice: { kind: 'surge-task', surgeId, taskId } }],
      outcome: isDone(agreed) ? 'done' : 'first',
    };
  });
