import type { App, BlockAction, ButtonAction, SlackViewAction } from '@slack/bolt';
import { readBack } from '../../desk/deadline-words.ts';
import type { Line } from '../../desk/lines.ts';
import { readDeadline } from '../../desk/read-deadline.ts';
import { type DraftOutcome, draftOf, draftReply } from '../../enquiries/draft-reply.ts';
import {
  Attribution,
  type Draft,
  type Enquiry,
  type PromisedUpdate,
} from '../../enquiries/enquiry.ts';
import type { EnquiryStore } from '../../enquiries/enquiry-store.ts';
import { factsIn } from '../../enquiries/facts-in-text.ts';
import { barredFrom } from '../../enquiries/moves.ts';
import type { Outbox } from '../../enquiries/outbox.ts';
import { type ReplyOutcome, replyToEnquiry } from '../../enquiries/reply-to-enquiry.ts';
import { unsupportedFacts } from '../../enquiries/unsupported-facts.ts';
import { askSigner } from '../ask-signer.ts';
import { barredText } from '../barred-text.ts';
import { type SlackDeps, visibleRelease } from '../deps.ts';
import { EnquiryMetadata, EnquiryValue, ID, INPUT } from '../ids.ts';
import { lineFault, unsignedLine, whyNot } from '../lines-to-take.ts';
import { inputOf } from '../view-input.ts';
import { replyModal } from '../views/enquiry-modals.ts';
import { noticeModal } from '../views/notice-modal.ts';
import { excessOf, type Guarded, previewModal } from '../views/preview-modal.ts';
import { saidMessage } from '../views/said-message.ts';
import { SAY } from '../wording.ts';
import { actorOf } from './moves.ts';

type Deps = Pick<SlackDeps, 'index' | 'desk' | 'lines' | 'people' | 'now' | 'newId'> & {
  readonly store: EnquiryStore & Pick<Outbox, 'queue'>;
  readonly wake: () => void;
};

/**
 * The two keys of a reply. The first shows exactly what will be posted, where, and which facts in it no release
 * supports; only *Send* on that window lets it go, and then it can be undone for ten seconds.
 */
export function registerReplying(app: App, deps: Deps): void {
  app.view<SlackViewAction>(ID.replyModal, async ({ ack, body, view }) => {
    const about = EnquiryMetadata.decode(view.private_metadata);
    const lines = await deps.lines();
    const line = lines.find(({ id }) => id === inputOf(view, INPUT.line));
    const text = [line?.text, inputOf(view, INPUT.reply)].filter(Boolean).join('\n\n');
    const attribution = Attribution.safeParse(inputOf(view, INPUT.attribution));
    const enquiry = about === undefined ? undefined : await deps.store.find(about.enquiry);
    if (about === undefined || enquiry === undefined) {
      await ack(fault(INPUT.reply, SAY.outOfDate));
      return;
    }
    const excess = excessOf(enquiry, text);
    if (excess > 0) {
      await ack(fault(INPUT.reply, SAY.replyTooLong(excess)));
      return;
    }
    const barred = lineFault({ text, line: line?.id }, lines, deps.now());
    if (barred !== undefined) {
      await ack(fault(INPUT.reply, barred));
      await wanted(deps, lines, { text, line: line?.id }, enquiry, body.user.id);
      return;
    }
    const outcome = await draftReply(deps, {
      enquiryId: enquiry.id,
      actor: await actorOf(deps, body.user.id),
      text,
      line: line?.id,
      holding: line?.holding,
      attribution: attribution.data,
      corrects: about.corrects,
    });
    if (outcome.kind === 'drafted')
      await ack({ response_action: 'push', view: preview(deps, outcome.enquiry, outcome.draft) });
    else {
      const under = outcome.kind === 'terms-not-agreed' ? INPUT.attribution : INPUT.reply;
      await ack(fault(under, unfitText(outcome)));
    }
  });

  app.view<SlackViewAction>(ID.sendModal, async ({ ack, body, view }) => {
    const about = EnquiryMetadata.decode(view.private_metadata);
    const actor = await actorOf(deps, body.user.id);
    const enquiry = about === undefined ? undefined : await deps.store.find(about.enquiry);
    const refuse = (reason: string) =>
      ack({ response_action: 'update', view: noticeModal(SAY.previewTitle, reason) });
    if (about?.draft === undefined || enquiry === undefined) {
      await refuse(SAY.outOfDate);
      return;
    }
    const draft = draftOf(enquiry, actor, about.draft);
    // Pressed twice, it is on its way already.
    if (draft === undefined && enquiry.replies.some(({ id }) => id === about.draft)) {
      await ack({ response_action: 'clear' });
      return;
    }
    if (draft === undefined) {
      await refuse(SAY.draftGone);
      return;
    }
    // Asked again at this moment: what was signed a minute ago may have expired.
    const lines = await deps.lines();
    const barred = lineFault(draft, lines, deps.now());
    if (barred !== undefined) {
      await refuse(barred);
      await wanted(deps, lines, draft, enquiry, actor.userId);
      return;
    }
    const { id: key, by: _by, at: _at, ...wording } = draft;
    // A promise that was just typed, or changed, is shown as it will be said; only the next *Send* sends it.
    const promise = promiseIn(deps, enquiry, draft, inputOf(view, INPUT.promise));
    if (promise.kind === 'fault') {
      await ack(fault(INPUT.promise, promise.text));
      return;
    }
    if (promise.kind === 'changed') {
      const drafted = await draftReply(deps, {
        enquiryId: enquiry.id,
        actor,
        ...wording,
        promise: promise.promise,
      });
      if (drafted.kind === 'drafted')
        await ack({
          response_action: 'update',
          view: preview(deps, drafted.enquiry, drafted.draft),
        });
      else await refuse(unfitText(drafted));
      return;
    }
    const outcome = await replyToEnquiry(deps, { enquiryId: enquiry.id, actor, key, ...wording });
    if (outcome.kind === 'waiting') await ack({ response_action: 'clear' });
    else await refuse(unfitText(outcome));
    deps.wake();
  });

  app.action<BlockAction<ButtonAction>>(
    ID.correctButton,
    async ({ ack, action, body, client, respond }) => {
      const value = EnquiryValue.decode(action.value);
      const enquiry = value === undefined ? undefined : await deps.store.find(value.enquiry);
      const wrong = enquiry?.replies.find(({ id }) => id === value?.reply);
      const barred =
        enquiry === undefined
          ? undefined
          : barredFrom('reply', enquiry, await actorOf(deps, body.user.id));
      if (enquiry !== undefined && wrong !== undefined && barred === undefined)
        await client.views.open({
          trigger_id: body.trigger_id,
          view: replyModal(enquiry, {
            text: wrong.text,
            attribution: wrong.attribution,
            corrects: wrong.id,
          }),
        });
      await ack();
      if (enquiry === undefined || wrong === undefined || barred !== undefined)
        await respond({
          ...saidMessage(barred === undefined ? SAY.outOfDate : barredText(barred)),
          response_type: 'ephemeral',
          replace_original: false,
        });
    },
  );

  app.action<BlockAction<ButtonAction>>(
    ID.holdingButton,
    async ({ ack, action, body, client, respond }) => {
      const value = EnquiryValue.decode(action.value);
      const line = (await deps.lines()).find(({ id }) => id === value?.reply);
      const why = line === undefined ? SAY.lineChanged : whyNot(line, deps.now());
      const outcome =
        value === undefined || line === undefined || why !== ''
          ? undefined
          : await draftReply(deps, {
              enquiryId: value.enquiry,
              actor: await actorOf(deps, body.user.id),
              text: line.text,
              line: line.id,
              holding: line.holding,
            });
      if (outcome?.kind === 'drafted')
        await client.views.open({
          trigger_id: body.trigger_id,
          view: preview(deps, outcome.enquiry, outcome.draft),
        });
      await ack();
      if (outcome?.kind !== 'drafted')
        await respond({
          ...saidMessage(outcome === undefined ? why : unfitText(outcome)),
          response_type: 'ephemeral',
          replace_original: false,
        });
    },
  );
}

type PromiseTyped =
  | { readonly kind: 'same' }
  | { readonly kind: 'changed'; readonly promise: PromisedUpdate | undefined }
  | { readonly kind: 'fault'; readonly text: string };

/** Reads *Next update by*, in the desk's own zone: whoever types it is of the desk. */
function promiseIn(
  { desk, now }: Pick<Deps, 'desk' | 'now'>,
  enquiry: Enquiry,
  { holding, promise }: Draft,
  typed: string,
): PromiseTyped {
  if (holding !== true || typed === (promise?.typed ?? '')) {
    return promise !== undefined && promise.at <= now()
      ? { kind: 'fault', text: SAY.promisePast }
      : { kind: 'same' };
  }
  if (typed === '') return { kind: 'changed', promise: undefined };
  const { zone } = desk();
  const read = readDeadline(typed, { now: now(), zone, desk: desk() });
  if (read.kind !== 'at')
    return { kind: 'fault', text: read.kind === 'ask' ? read.question : SAY.promiseUnread };
  if (read.at <= now()) return { kind: 'fault', text: SAY.promisePast };
  const said = SAY.promiseSaid(readBack(read.at, { asker: enquiry.asker.zone, desk: zone }));
  return { kind: 'changed', promise: { at: read.at, said, typed } };
}

/** What only lacks a signature is asked of whoever can give it. */
async function wanted(
  deps: Deps,
  lines: readonly Line[],
  words: { readonly text: string; readonly line?: string | undefined },
  { id: enquiryId }: Enquiry,
  by: string,
): Promise<void> {
  const unsigned = unsignedLine(words, lines, deps.now());
  if (unsigned === undefined) return;
  await askSigner(deps, unsigned, { enquiryId, by });
  deps.wake();
}

const fault = (under: string, text: string) => ({
  response_action: 'errors' as const,
  errors: { [under]: text },
});

/** The window with *Send*. */
const preview = (deps: Deps, enquiry: Enquiry, draft: Draft) =>
  previewModal(enquiry, draft, guard(deps, enquiry, draft));

const guard = (deps: Deps, { cited }: Enquiry, { text }: Draft): Guarded => ({
  checked: factsIn(text).length,
  unsupported: unsupportedFacts(text, {
    index: deps.index(),
    now: deps.now(),
    cited: cited.flatMap(({ id }) => visibleRelease(deps, id) ?? []),
  }),
});

type Unfit = Exclude<DraftOutcome | ReplyOutcome, { kind: 'drafted' | 'waiting' }>;

/** Why the words cannot go out as things stand. */
function unfitText(outcome: Unfit): string {
  switch (outcome.kind) {
    case 'sending':
      return SAY.replySending;
    case 'empty':
      return SAY.replyEmpty;
    case 'terms-not-agreed':
      return SAY.termsNotAgreed;
    case 'barred':
      return barredText(outcome.barred);
    case 'unknown':
      return SAY.unknownEnquiry;
  }
}
