import type { webApi } from '@slack/bolt';
import type { Clock } from '../clock.ts';
import type { EnquiryStore } from '../enquiries/enquiry-store.ts';
import type { Queued } from '../enquiries/notice.ts';
import type { Outbox, OutboxItem, Settlement } from '../enquiries/outbox.ts';
import { type Delivered, recordDelivery } from '../enquiries/record-delivery.ts';
import type { Log } from '../log.ts';
import type { Message } from './block-kit.ts';
import { markOf, type Rendering } from './render-notice.ts';
import {
  findSent,
  type SendOutcome,
  sendMessage,
  type Target,
  updateMessage,
} from './send-message.ts';
import { CALL_TIMEOUT_MS, RATE_LIMITED, unclearWaitMs } from './slack-outcome.ts';
import { type Upload, uploadFile } from './upload-file.ts';
import { SAY } from './wording.ts';

type Deps = {
  readonly client: webApi.WebClient;
  readonly store: Pick<EnquiryStore, 'find' | 'save'> &
    Pick<Outbox, 'nextOutbox' | 'settle' | 'queue' | 'restPlace'>;
  /** What is to be done with a notice, as things stand now. */
  readonly render: (item: OutboxItem) => Promise<Rendering>;
  /** Called once what was told is told, such as to keep an answer for follow-ups. */
  readonly told: (item: OutboxItem, place: { channel: string; ts: string }) => Promise<void>;
  /** Called once it is certain that Slack will never take it. */
  readonly refused?: (item: OutboxItem, reason: string) => Promise<void>;
  readonly now: Clock;
  readonly newId: () => string;
  readonly log: Log;
  /** Takes credentials out of a reason, which the card shows and the records keep. */
  readonly mask: (text: string) => string;
  /** How long a place rests after a message: Slack takes about one a second a channel. */
  readonly paceMs: number;
  readonly memory: DeliveryMemory;
  /** What became of each attempt, for the metrics. */
  readonly onSettled?: (item: OutboxItem, settlement: Settlement) => void;
};

/** What is remembered from pass to pass. It is worth nothing to another process, and may be forgotten. */
export type DeliveryMemory = {
  /** How often in a row telling a notice failed by a fault of ours, by the notice's id. */
  readonly faults: Map<number, number>;
  /** Until when Slack told us to wait, by place, in milliseconds. */
  readonly limited: Map<string, number>;
};

export const newDeliveryMemory = (): DeliveryMemory => ({ faults: new Map(), limited: new Map() });

/**
 * What a killed process left is taken over after this. No message is posted unless the answer, or its time-out, comes
 * within it, so that no other process tells the same notice meanwhile.
 */
const LEASE_MS = 30_000;
/** With 5 s before the second, these tries take ten minutes: time to restart with a mended version. */
const MOST_FAULTS = 8;
/** A card that waits for another message looks again soon. */
const WAIT_MS = 1_000;
/** When Slack is well again after a long while, everybody hears within a minute. */
const LONGEST_WAIT_MS = 60_000;
const LONGEST_WAIT_FOR_US_MS = 5 * 60_000;

/**
 * Takes the notices that are due, each lane in its order and the lanes side by side.
 *
 * @returns a job for each, which tells it; none when nothing is due
 */
export async function takeDue(deps: Deps, most: number): Promise<(() => Promise<void>)[]> {
  if (isLimitedAsAWhole(deps)) return [];
  const { store, now, paceMs } = deps;
  const items = await store.nextOutbox({ now: now(), leaseMs: LEASE_MS, paceMs, limit: most });
  return items.map((item) => () => deliver(deps, item));
}

/** One channel that Slack holds back is left alone; two at once mean that Slack has had enough of us altogether. */
function isLimitedAsAWhole({ memory: { limited }, now }: Deps): boolean {
  const at = now().getTime();
  for (const [place, until] of limited) if (until <= at) limited.delete(place);
  return limited.size > 1;
}

async function deliver(deps: Deps, item: OutboxItem): Promise<void> {
  const { store, now, log, paceMs, memory } = deps;
  try {
    const settlement = await record(deps, item, masked(deps, await attempt(deps, item)));
    if (settlement.kind !== 'try-later') memory.faults.delete(item.id);
    else if (settlement.reason === RATE_LIMITED) {
      memory.limited.set(item.place, settlement.at.getTime());
      await store.restPlace(item.place, settlement.at);
    }
    await store.settle(item, settlement, { now: now(), paceMs });
    deps.onSettled?.(item, settlement);
    const facts = { kind: item.notice.kind, attempts: item.attempts };
    if (settlement.kind === 'sent' || settlement.kind === 'dropped')
      log.debug(`notice.${settlement.kind}`, facts);
    else log.warn(`notice.${settlement.kind}`, { ...facts, reason: settlement.reason });
  } catch (error) {
    // The store does not answer. When the lease is over it is tried again, and looked for in Slack first.
    log.error('notice.not-settled', { kind: item.notice.kind, error });
  }
}

const masked = ({ mask }: Deps, settlement: Settlement): Settlement =>
  'reason' in settlement ? { ...settlement, reason: mask(settlement.reason) } : settlement;

/** Writes down what came of it. Where that fails, it is tried again: what was posted is found by its mark then. */
async function record(deps: Deps, item: OutboxItem, settlement: Settlement): Promise<Settlement> {
  if (settlement.kind !== 'sent' && settlement.kind !== 'refused') return settlement;
  try {
    if (settlement.kind === 'refused' && settlement.reason === FAULT) await giveUp(deps, item);
    await recordDelivery(deps, { notice: item.notice, delivered: deliveredOf(settlement) });
    if (settlement.kind === 'sent') await deps.told(item, settlement);
    else await deps.refused?.(item, settlement.reason);
    return settlement;
  } catch (error) {
    const failed = faulty(deps, item, error);
    // Posted, but not to be written down: better so than told without end.
    return failed.kind === 'refused' ? settlement : failed;
  }
}

const deliveredOf = (settlement: Extract<Settlement, { kind: 'sent' | 'refused' }>): Delivered =>
  settlement.kind === 'sent'
    ? { kind: 'sent', channel: settlement.channel, ts: settlement.ts }
    : { kind: 'refused', reason: settlement.reason };

async function attempt(deps: Deps, item: OutboxItem): Promise<Settlement> {
  try {
    const rendering = await deps.render(item);
    switch (rendering.kind) {
      case 'drop':
        return { kind: 'dropped', reason: rendering.reason };
      case 'refuse':
        return { kind: 'refused', reason: rendering.reason };
      case 'wait':
        return later(deps, WAIT_MS, rendering.reason);
      case 'update':
        return await change(deps, item, rendering);
      case 'send':
        return await post(deps, item, rendering);
      case 'upload':
        return await upload(deps, item, rendering.upload);
    }
  } catch (error) {
    return faulty(deps, item, error);
  }
}

/** What Slack cannot be blamed for. */
const FAULT = 'fault';

/** A fault of ours: kept and tried again, since a mended version should still tell it; but not for ever. */
function faulty(deps: Deps, item: OutboxItem, error: unknown): Settlement {
  const { log, memory } = deps;
  log.error('notice.failed', { kind: item.notice.kind, error });
  const faults = (memory.faults.get(item.id) ?? 0) + 1;
  memory.faults.set(item.id, faults);
  return faults < MOST_FAULTS
    ? later(
        deps,
        waitMs(faults, LONGEST_WAIT_FOR_US_MS),
        error instanceof Error ? error.name : FAULT,
      )
    : { kind: 'refused', reason: FAULT };
}

/** Never silent: who asked gets an apology instead of the answer, and the desk hears of it. */
async function giveUp({ store, now }: Deps, { key, notice }: OutboxItem): Promise<void> {
  const notices: Queued[] = [];
  if (notice.kind === 'answer') {
    const { eventId, userId, channel, threadTs } = notice;
    notices.push({ notice: { kind: 'apology', eventId, userId, channel, threadTs } });
  }
  if (notice.kind !== 'trouble')
    notices.push({
      notice: { kind: 'trouble', id: `fault:${key}`, text: SAY.notTold(notice.kind) },
    });
  await store.queue(notices, now());
}

async function change(
  deps: Deps,
  item: OutboxItem,
  { place, message, target }: Extract<Rendering, { kind: 'update' }>,
): Promise<Settlement> {
  const outcome = await updateMessage(deps.client, place, message);
  // Changing it once more does no harm, so there is nothing to look for first.
  if (outcome.kind !== 'refused') return settle(deps, item, outcome);
  return outcome.reason === 'message_not_found' || outcome.reason === 'cant_update_message'
    ? post(deps, item, { target, message })
    : { kind: 'refused', reason: outcome.reason };
}

/** So often a picture is tried: the words that it repeats are there already. */
const MOST_UPLOADS = 4;

async function upload(deps: Deps, item: OutboxItem, picture: Upload): Promise<Settlement> {
  const outcome = await uploadFile(deps.client, picture, item.attempts > 1);
  return outcome.kind !== 'sent' && item.attempts >= MOST_UPLOADS
    ? { kind: 'refused', reason: outcome.reason }
    : settle(deps, item, outcome);
}

/** Reasons for which a person can still be reached in a direct message when the shared channel cannot. */
const channelGone = new Set([
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'thread_not_found',
  'restricted_action',
  'restricted_action_thread_locked',
]);

async function post(
  deps: Deps,
  item: OutboxItem,
  { target, message, instead }: { target: Target; message: Message; instead?: string },
): Promise<Settlement> {
  const outcome = await postOnce(deps, item, target, message);
  if (outcome.kind === 'refused' && instead !== undefined && channelGone.has(outcome.reason))
    return settle(deps, item, await postOnce(deps, item, { channel: instead }, message));
  return settle(deps, item, outcome);
}

/** Posts, unless an earlier attempt turns out to have got through. */
async function postOnce(
  { client, now }: Deps,
  item: OutboxItem,
  target: Target,
  message: Message,
): Promise<SendOutcome> {
  const mark = markOf(item.notice);
  if (item.attempts > 1) {
    const found = await findSent(client, target, mark, item.queuedAt);
    if (found !== undefined) return 'kind' in found ? found : { kind: 'sent', ...found };
  }
  if (now().getTime() + CALL_TIMEOUT_MS > item.leaseUntil.getTime())
    return { kind: 'try-later', afterMs: WAIT_MS, reason: 'looking for it took too long' };
  return sendMessage(client, target, message, mark);
}

function settle(deps: Deps, item: OutboxItem, outcome: SendOutcome): Settlement {
  switch (outcome.kind) {
    case 'sent':
      return outcome;
    case 'refused':
      return { kind: 'refused', reason: outcome.reason };
    case 'try-later':
      return later(deps, outcome.afterMs, outcome.reason);
    case 'unclear':
      return later(deps, waitMs(item.attempts, LONGEST_WAIT_MS), outcome.reason);
  }
}

const later = ({ now }: Deps, afterMs: number, reason: string): Settlement => ({
  kind: 'try-later',
  at: new Date(now().getTime() + afterMs),
  reason,
});

/** 5 s, 10 s, 20 s … */
const waitMs = (attempts: number, longest: number): number =>
  Math.min(unclearWaitMs * 2 ** Math.min(attempts - 1, 10), longest);
