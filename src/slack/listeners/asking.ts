import type {
  App,
  BlockAction,
  ButtonAction,
  MessageShortcut,
  SlackViewAction,
  webApi,
} from '@slack/bolt';
import type { EnquiryFacts } from '../../enquiries/enquiry.ts';
import type { EnquiryStore } from '../../enquiries/enquiry-store.ts';
import { openEnquiry } from '../../enquiries/open-enquiry.ts';
import { type AskSubmission, readSubmission } from '../ask-submission.ts';
import type { SlackDeps } from '../deps.ts';
import { draftEnquiry } from '../draft-enquiry.ts';
import type { GoneDeps } from '../gone-words.ts';
import { AskMetadata, AskValue, ID, INPUT } from '../ids.ts';
import { isReadOutside } from '../read-outside.ts';
import { typedText } from '../typed-text.ts';
import { inputOf } from '../view-input.ts';
import { askModal } from '../views/ask-modal.ts';
import { noticeModal } from '../views/notice-modal.ts';
import { withdrawnCited } from '../withdrawn-asked.ts';
import { SAY } from '../wording.ts';

type Deps = Pick<SlackDeps, 'index' | 'desk' | 'people' | 'now' | 'newId' | 'log'> &
  GoneDeps & {
    readonly store: EnquiryStore;
    readonly wake: () => void;
  };

/** *Ask the press office*: the button under every answer, the modal behind it, and the shortcut for staff. */
export function registerAsking(app: App, deps: Deps): void {
  app.action<BlockAction<ButtonAction>>(ID.askButton, async ({ ack, action, body, client }) => {
    const value = AskValue.decode(action.value);
    await client.views.open({
      trigger_id: body.trigger_id,
      view: askModal({
        question: value?.q ?? '',
        outlet: outletOf(deps, body.user.team_id),
        cited: value?.cited ?? [],
        notice: await withdrawnCited(deps, value?.cited ?? []),
        by: value?.by,
        at: value?.at,
        ...placeOf(body),
      }),
    });
    await ack();
  });

  app.shortcut<MessageShortcut>(ID.routeShortcut, async ({ ack, shortcut, client }) => {
    const { standing } = await deps.people.person(shortcut.user.id);
    await client.views.open({
      trigger_id: shortcut.trigger_id,
      view:
        standing === 'staff'
          ? askModal({
              question: typedText(shortcut.message.text ?? ''),
              outlet: undefined,
              cited: [],
              channel: shortcut.channel.id,
              threadTs: String(shortcut.message.thread_ts ?? shortcut.message.ts),
            })
          : noticeModal(SAY.askTitle, SAY.staffOnly),
    });
    await ack();
  });

  app.view<SlackViewAction>(ID.askModal, async ({ ack, body, view, client }) => {
    const place = AskMetadata.decode(view.private_metadata);
    if (place === undefined) {
      await ack({ response_action: 'update', view: noticeModal(SAY.askTitle, SAY.outOfDate) });
      return;
    }
    const asker = await deps.people.person(body.user.id);
    const reading = { zone: asker.zone ?? deps.desk().zone, desk: deps.desk() };
    const submission = readAsOf(view, place, { now: deps.now(), ...reading });
    if (submission.kind === 'faults') {
      await ack({ response_action: 'errors', errors: submission.faults });
      return;
    }
    if (submission.kind === 'confirm') {
      await ack({
        response_action: 'update',
        view: askModal({
          ...place,
          threadTs: place.threadTs,
          notice: await withdrawnCited(deps, place.cited),
          ...submission.filled,
          confirm: submission.confirm,
        }),
      });
      return;
    }
    const origin = await originOf(client, place, body.user.id);
    const draft = await draftEnquiry(deps, {
      key: view.root_view_id ?? view.id,
      submission,
      asker: { ...asker, userId: body.user.id, teamId: body.user.team_id ?? asker.teamId ?? '' },
      origin,
      cited: place.cited,
    });
    await openEnquiry({ ...deps, zone: deps.desk().zone }, draft);
    await ack();
    deps.wake();
  });
}

/**
 * Words that were left as they stood in the question mean what they meant then: "within two hours" does not begin anew
 * when the form is sent. Where that instant has passed, they are read as said now.
 */
function readAsOf(
  view: Parameters<typeof readSubmission>[0],
  { by, at }: { by?: string | undefined; at?: string | undefined },
  reading: Parameters<typeof readSubmission>[1],
): AskSubmission {
  const said = new Date(at ?? '');
  if (by === undefined || inputOf(view, INPUT.deadline) !== by || Number.isNaN(said.getTime()))
    return readSubmission(view, reading);
  const then = readSubmission(view, { ...reading, now: said });
  const due =
    then.kind === 'ready'
      ? then.deadline?.at
      : then.kind === 'confirm'
        ? new Date(then.confirm.value.split(' ')[0] ?? '')
        : undefined;
  return due !== undefined && due > reading.now ? then : readSubmission(view, reading);
}

/** What desk.yml calls the journalist's workspace. */
const outletOf = ({ desk }: Pick<Deps, 'desk'>, teamId: string | undefined): string | undefined =>
  desk().outlets.find(({ workspace }) => workspace === teamId)?.name;

/** Where the button stood. A private message has no thread that others could answer in. */
function placeOf({ channel, container, message }: BlockAction): {
  channel: string;
  threadTs: string | undefined;
} {
  const isPrivate = container.is_ephemeral === true;
  const threadTs: unknown = isPrivate ? undefined : (message?.thread_ts ?? message?.ts);
  return {
    channel: channel?.id ?? '',
    threadTs: typeof threadTs === 'string' ? threadTs : undefined,
  };
}

/**
 * Where the answer will come. A question that began with a private look-up gets a thread of its own in a direct
 * message, which its receipt begins: a reply must not go to a whole channel that never saw the question.
 */
const originOf = async (
  client: webApi.WebClient,
  { channel, threadTs }: { channel: string; threadTs?: string | undefined },
  userId: string,
): Promise<EnquiryFacts['origin']> =>
  threadTs === undefined
    ? { channel: userId, threadTs: '', isShared: false }
    : { channel, threadTs, isShared: await isReadOutside(client, channel) };
