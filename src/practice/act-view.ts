import type { View } from '@slack/types';
import {
  type ActCore,
  notTaken,
  refused,
  type Shown,
  slackIsDown,
  trouble,
  withView,
} from './act.ts';
import { viewRejection } from './check-payload.ts';
import { viewPayload } from './interaction-payload.ts';
import { personOf } from './people.ts';
import type { SlackCore } from './slack-core.ts';
import type { StoredView, Values } from './slack-state.ts';
import { inputErrors, merged, stateOf } from './view-values.ts';
import { keepValues, pushView, replaceView } from './web-api-views.ts';

type Node = Readonly<Record<string, unknown>>;

/** Somebody presses a modal's submit button. What Slack itself finds wrong never reaches the app. */
export async function submit(
  core: ActCore,
  personId: string,
  { viewId, state }: { viewId: string; state: Values },
): Promise<Shown> {
  if (core.fault === 'down') return slackIsDown;
  const person = personOf(core, personId);
  const before = core.state.modals[personId]?.find(({ id }) => id === viewId);
  if (person === undefined || before === undefined) return refused('That window is gone.');
  const stored = keepValues(
    core,
    before,
    stateOf(before.view.blocks, merged(before.values, state)),
  );
  const errors = inputErrors(stored.view.blocks, stored.values);
  if (Object.keys(errors).length > 0) return { kind: 'errors', errors };
  const payload = viewPayload(core, { person, stored, type: 'view_submission' });
  const reply = await core.interact({ type: 'interactive', name: 'view_submission', payload });
  if (reply.kind !== 'answered') return trouble;
  return afterSubmission(core, personId, stored, (reply.body ?? {}) as Node);
}

function afterSubmission(
  core: SlackCore,
  personId: string,
  stored: StoredView,
  answer: Node,
): Shown {
  const stack = core.state.modals[personId] ?? [];
  switch (answer.response_action) {
    case undefined:
      core.state.modals[personId] = stack.filter(({ id }) => id !== stored.id);
      break;
    case 'clear':
      core.state.modals[personId] = [];
      break;
    case 'errors': {
      const errors = (answer.errors ?? {}) as Record<string, string>;
      const inputs = (stored.view.blocks as readonly unknown[] as readonly Node[])
        .filter(({ type }) => type === 'input')
        .map((block) => block.block_id);
      const strays = Object.keys(errors).filter((id) => !inputs.includes(id));
      if (strays.length > 0 || Object.keys(errors).length === 0) {
        return notTaken(
          core,
          'view_submission',
          [`errors name no input block of the view: ${strays.join(', ')}`],
          answer,
        );
      }
      return { kind: 'errors', errors };
    }
    case 'update':
    case 'push': {
      const rejection = viewRejection(answer.view, 'modal');
      if (rejection !== undefined)
        return notTaken(core, 'view_submission', rejection.problems, answer);
      const view = answer.view as View;
      const shown =
        answer.response_action === 'push'
          ? pushView(core, personId, view)
          : replaceView(core, stored, view);
      if (typeof shown === 'string') return notTaken(core, 'view_submission', [shown], answer);
      break;
    }
    default:
      return notTaken(
        core,
        'view_submission',
        [`unknown response_action: ${answer.response_action}`],
        answer,
      );
  }
  core.changed();
  return withView(core, personId);
}

/** Somebody closes a modal; the app hears of it where the view asks for it (`notify_on_close`). */
export async function closeView(
  core: ActCore,
  personId: string,
  viewId: string,
  isCleared = false,
): Promise<Shown> {
  const person = personOf(core, personId);
  const stack = core.state.modals[personId] ?? [];
  const stored = stack.find(({ id }) => id === viewId);
  if (person === undefined || stored === undefined) return refused('That window is gone.');
  const clearing =
    isCleared || ('clear_on_close' in stored.view && stored.view.clear_on_close === true);
  core.state.modals[personId] = clearing ? [] : stack.filter(({ id }) => id !== viewId);
  core.changed();
  if (
    'notify_on_close' in stored.view &&
    stored.view.notify_on_close === true &&
    core.fault !== 'down'
  ) {
    const payload = viewPayload(core, { person, stored, type: 'view_closed', isCleared: clearing });
    await core.interact({ type: 'interactive', name: 'view_closed', payload });
  }
  return withView(core, personId);
}
