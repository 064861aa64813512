import { DateTime } from 'luxon';
import { outletStanding } from '../desk/known-outlet.ts';
import type { AdvanceStore } from '../enquiries/advance-copy.ts';
import type { AnswerGiven, AnswerLog } from '../enquiries/answer-log.ts';
import type { DutyChanges } from '../enquiries/change-duty.ts';
import { type Corrections, cardOf, isPending } from '../enquiries/correction.ts';
import { type Enquiry, isLive } from '../enquiries/enquiry.ts';
import type { EnquiryStore } from '../enquiries/enquiry-store.ts';
import type { Follows } from '../enquiries/follows.ts';
import { type Brief, gatherBrief } from '../enquiries/gather-brief.ts';
import { type Notice, noticeKey } from '../enquiries/notice.ts';
import type { Outbox, OutboxItem, Posted } from '../enquiries/outbox.ts';
import type { Shifts } from '../enquiries/shifts.ts';
import type { SurgeStore } from '../enquiries/surge-store.ts';
import type { Release } from '../releases/release.ts';
import type { ReleaseHistory } from '../releases/release-history.ts';
import { releaseUrl } from '../releases/release-url.ts';
import { renderAnswer } from './answer-notice.ts';
import { escapeMrkdwn, type Message } from './block-kit.ts';
import { drawCorrection, drawUnseen } from './corrections.ts';
import { type SlackDeps, visibleRelease } from './deps.ts';
import { dutyWithin } from './duty-changes.ts';
import { renderEmbargo } from './embargoed.ts';
import { type EnquiryNotice, type Rendering, renderNotice } from './render-notice.ts';
import type { Target } from './send-message.ts';
import { renderReleased, renderSurge } from './surge-telling.ts';
import { digestMessage } from './views/desk-messages.ts';
import { dutyChangeMessage } from './views/duty-change-messages.ts';
import { shiftMessage } from './views/duty-messages.ts';
import { alertMessage, correctionMessage } from './views/news-messages.ts';
import { plainMessage } from './views/plain-message.ts';
import { saidMessage } from './views/said-message.ts';
import { gapsMessage, reportMessage, reportUpload } from './weekly-notices.ts';
import { SAY } from './wording.ts';

type Deps = Pick<SlackDeps, 'index' | 'lines' | 'reading' | 'desk' | 'people' | 'now' | 'newId'> & {
  readonly store: Pick<EnquiryStore, 'find' | 'list'> &
    Pick<
      AnswerLog,
      'lastAnswer' | 'recordAnswer' | 'recordFeedback' | 'feedbackSince' | 'answersQuoting'
    > &
    Pick<Shifts, 'findShift'> &
    Pick<DutyChanges, 'findDutyChange'> &
    Pick<SurgeStore, 'findSurge'> &
    Pick<AdvanceStore, 'findAdvance'> &
    Pick<ReleaseHistory, 'versionsOf'> &
    Pick<Outbox, 'findPosted' | 'queue'> &
    Corrections &
    Pick<Follows, 'follow' | 'unfollow' | 'following'>;
  /** Those under embargo now. */
  readonly embargoed: () => readonly Release[];
  /** For the metrics. */
  readonly onAnswered?: (outcome: AnswerGiven['outcome']) => void;
};

/** So many enquiries are looked through for a brief. */
const MOST_EARLIER = 200;

/** What delivery needs to know of notices: what each says now, and what is kept once it is told. */
export type Telling = {
  render(item: OutboxItem): Promise<Rendering>;
  told(item: OutboxItem): Promise<void>;
  /** What is put down where Slack will never take it. */
  refused(item: OutboxItem, reason: string): Promise<void>;
};

/** Turns every kind of notice into a message. */
export function openTelling(deps: Deps): Telling {
  const given = new Map<number, AnswerGiven>();
  return {
    async render({ id, notice, queuedAt }) {
      const channel = deps.desk().channels.desk;
      switch (notice.kind) {
        case 'answer': {
          const answering = await renderAnswer(deps, notice);
          if (answering.given !== undefined) given.set(id, answering.given);
          return answering.rendering;
        }
        case 'too-many':
          return {
            kind: 'send',
            target: { channel: notice.channel, threadTs: notice.threadTs },
            message: plainMessage(SAY.tooMany),
          };
        case 'welcome':
          return {
            kind: 'send',
            target: { channel: notice.channel },
            message: plainMessage(SAY.welcome),
          };
        case 'apology':
          return {
            kind: 'send',
            target: { channel: notice.channel, threadTs: notice.threadTs },
            message: plainMessage(SAY.apology),
          };
        case 'correction':
          return {
            kind: 'send',
            target: { channel: notice.channel, threadTs: notice.threadTs },
            message: correctionMessage(notice),
            instead: notice.userId,
          };
        case 'correction-card': {
          const correction = await deps.store.findCorrection(notice.correctionId);
          return correction === undefined || channel === undefined
            ? { kind: 'drop', reason: 'no correction or no desk channel' }
            : inPlace(
                await deps.store.findPosted(noticeKey(notice)),
                { channel },
                await drawCorrection(deps, correction),
              );
        }
        case 'correction-unseen':
        case 'correction-waits':
          return renderBesideCorrection(deps, notice, channel);
        case 'alert': {
          // Withdrawn again before anybody was told: there is nothing to tell.
          const release = visibleRelease(deps, notice.releaseId);
          return release === undefined
            ? { kind: 'drop', reason: 'not to be seen any more' }
            : {
                kind: 'send',
                target: { channel: notice.channel },
                message: alertMessage(release, notice.query, deps.desk().site),
              };
        }
        case 'digest':
          return channel === undefined
            ? { kind: 'drop', reason: 'no desk channel' }
            : { kind: 'send', target: { channel }, message: await digest(deps, notice.day) };
        case 'report':
          return toDesk(channel, await reportMessage(deps, notice.week));
        case 'report-chart':
          return renderChart(deps, notice.week, queuedAt);
        case 'gaps': {
          const message = await gapsMessage(deps, notice.week);
          return message === undefined
            ? { kind: 'drop', reason: 'no gaps' }
            : toDesk(channel, message);
        }
        case 'duty-change':
          return renderDutyChange(deps, notice, channel);
        case 'shift':
          return renderShift(deps, notice);
        case 'embargoed':
        case 'advance-offer':
        case 'advance-word':
          return renderEmbargo(deps, notice);
        case 'surge-line':
        case 'surge-word':
        case 'surge-task':
          return renderSurge(deps, notice);
        case 'now-released': {
          const answering = await renderReleased(deps, notice);
          if (answering.given !== undefined) given.set(id, answering.given);
          return answering.rendering;
        }
        case 'trouble':
          return channel === undefined
            ? { kind: 'drop', reason: 'no desk channel' }
            : { kind: 'send', target: { channel }, message: plainMessage(notice.text) };
        default:
          return renderEnquiry(deps, notice, channel);
      }
    },
    async told(item) {
      await noteTold(deps, item.notice, { toldAt: deps.now() });
      const { id } = item;
      const answer = given.get(id);
      if (answer === undefined) return;
      given.delete(id);
      await deps.store.recordAnswer(answer);
      deps.onAnswered?.(answer.outcome);
      if (answer.outcome === 'unsure' || answer.outcome === 'not-found')
        await deps.store.recordFeedback({
          key: `refusal:${answer.key}`,
          kind: 'refusal',
          question: answer.question,
          releases: answer.quotes.map(({ releaseId }) => releaseId),
          at: answer.at,
        });
    },
    refused: ({ notice }, reason) => noteTold(deps, notice, { failed: reason }),
  };
}

/** Whether somebody was told of a correction stands on its card. */
async function noteTold(
  { store, now }: Deps,
  notice: Notice,
  outcome: { readonly toldAt: Date } | { readonly failed: string },
): Promise<void> {
  if (notice.kind !== 'correction' || notice.correctionId === undefined) return;
  const { correctionId, answerKey: key } = notice;
  await store.noteTold({ correctionId, key }, outcome);
  await store.queue([cardOf({ id: correctionId })], now());
}

/** In the thread of the correction's card; or, a reminder, to one person. */
async function renderBesideCorrection(
  deps: Deps,
  notice: Extract<Notice, { kind: 'correction-unseen' | 'correction-waits' }>,
  channel: string | undefined,
): Promise<Rendering> {
  const { correctionId } = notice;
  const correction = await deps.store.findCorrection(correctionId);
  if (correction === undefined || channel === undefined)
    return { kind: 'drop', reason: 'no correction or no desk channel' };
  const card = await deps.store.findPosted(noticeKey({ kind: 'correction-card', correctionId }));
  const target: Target = { channel, threadTs: card?.ts };
  if (notice.kind === 'correction-unseen')
    return inPlace(
      await deps.store.findPosted(noticeKey(notice)),
      target,
      await drawUnseen(deps, correctionId),
    );
  if (correction.status !== 'asked' && correction.status !== 'classed')
    return { kind: 'drop', reason: 'decided meanwhile' };
  return {
    kind: 'send',
    target: notice.userId === null ? target : { channel: notice.userId },
    message: saidMessage(
      `${SAY.correctionWaits[correction.status]} ${escapeMrkdwn(SAY.correctionTitle(correction.title))}.`,
    ),
  };
}

/** Changes the message that stands, or posts it where there is none. */
const inPlace = (posted: Posted | undefined, target: Target, message: Message): Rendering =>
  posted === undefined
    ? { kind: 'send', target, message }
    : {
        kind: 'update',
        place: { channel: posted.channel, ts: posted.ts },
        message,
        target,
      };

const toDesk = (channel: string | undefined, message: Message): Rendering =>
  channel === undefined
    ? { kind: 'drop', reason: 'no desk channel' }
    : { kind: 'send', target: { channel }, message };

/** Later than this the report is not coming. */
const REPORT_WITHIN_MS = 60 * 60_000;

/** Below the report in words, in the channel that took it; none where that was not told. */
async function renderChart(deps: Deps, week: string, queuedAt: Date): Promise<Rendering> {
  const report = await deps.store.findPosted(noticeKey({ kind: 'report', week }));
  if (report === undefined)
    return deps.now().getTime() - queuedAt.getTime() < REPORT_WITHIN_MS
      ? { kind: 'wait', reason: 'the report is not posted yet' }
      : { kind: 'drop', reason: 'the report was not posted' };
  const upload = await reportUpload(deps, week);
  return upload === undefined
    ? { kind: 'drop', reason: 'nothing to draw' }
    : { kind: 'upload', upload: { ...upload, channel: report.channel } };
}

/** A swap or leave, as it stands now: an offer that was called off meanwhile is none. */
async function renderDutyChange(
  deps: Deps,
  { changeId, event, userId }: Extract<Notice, { kind: 'duty-change' }>,
  channel: string | undefined,
): Promise<Rendering> {
  const change = await deps.store.findDutyChange(changeId);
  if (change === undefined || (event === 'offered' && change.status !== 'offered'))
    return { kind: 'drop', reason: 'settled meanwhile' };
  const duty = event === 'leave' ? await dutyWithin(deps, change) : undefined;
  const message = dutyChangeMessage(change, event, duty);
  return userId === null
    ? toDesk(channel, message)
    : { kind: 'send', target: { channel: userId }, message };
}

async function renderShift(
  { store, desk, now }: Deps,
  { seq, event, userId }: Extract<Notice, { kind: 'shift' }>,
): Promise<Rendering> {
  const shift = await store.findShift(seq);
  // Told before it was kept, by a process that died in between: the next look keeps it.
  if (shift === undefined) return { kind: 'wait', reason: 'the change of duty is not kept yet' };
  const { zone, channels } = desk();
  const open = event === 'began' ? await store.list({ live: true }) : [];
  const message = shiftMessage(shift, event, open, { zone, now: now() });
  return userId === null
    ? toDesk(channels.desk, message)
    : { kind: 'send', target: { channel: userId }, message };
}

async function renderEnquiry(
  deps: Deps,
  notice: EnquiryNotice,
  deskChannel: string | undefined,
): Promise<Rendering> {
  const enquiry = await deps.store.find(notice.enquiryId);
  if (enquiry === undefined) return { kind: 'drop', reason: 'the enquiry is gone' };
  const { zone, site } = deps.desk();
  const urlOf = (id: string) => {
    const release = visibleRelease(deps, id);
    return release === undefined ? undefined : releaseUrl(release, site);
  };
  const brief = readsBrief(notice, enquiry) ? await briefOf(deps, enquiry) : undefined;
  const { asker, outlet: claimed } = enquiry;
  const standing = outletStanding(deps.desk(), {
    workspace: asker.teamId,
    claimed,
    isStaff: asker.isStaff,
  });
  return renderNotice(notice, enquiry, {
    zone,
    urlOf,
    deskChannel,
    now: deps.now(),
    brief,
    isUnverified: standing === 'unknown',
  });
}

/** The card in the desk's channel, and the copy of whoever has the enquiry or is offered it. Nobody outside, ever. */
const readsBrief = (notice: EnquiryNotice, enquiry: Enquiry): boolean =>
  isLive(enquiry) &&
  (notice.kind === 'card' ||
    (notice.kind === 'contact-card' &&
      'owner' in enquiry &&
      [enquiry.owner, enquiry.offer?.to].includes(notice.userId)));

async function briefOf({ index, desk, now, store }: Deps, enquiry: Enquiry): Promise<Brief> {
  const { zone, sectors } = desk();
  const others = await store.list({ limit: MOST_EARLIER });
  return gatherBrief(enquiry, { index: index(), now: now(), zone, sectors, others });
}

async function digest({ store, desk, now }: Deps, day: string) {
  const { zone } = desk();
  const said = DateTime.fromISO(day, { zone }).setLocale('en-GB').toFormat('ccc d LLL yyyy');
  const corrections = (await store.recentCorrections(now())).filter(isPending).length;
  return digestMessage(await store.list({ live: true }), said, zone, { now: now(), corrections });
}
