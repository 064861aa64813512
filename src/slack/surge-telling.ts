import { DateTime } from 'luxon';
import { onDuty, personNamed } from '../desk/duty.ts';
import { outletStanding } from '../desk/known-outlet.ts';
import type { AnswerGiven } from '../enquiries/answer-log.ts';
import type { Enquiry } from '../enquiries/enquiry.ts';
import type { EnquiryStore } from '../enquiries/enquiry-store.ts';
import { type Notice, noticeKey } from '../enquiries/notice.ts';
import type { Outbox } from '../enquiries/outbox.ts';
import type { Surge } from '../enquiries/surge.ts';
import type { SurgeStore } from '../enquiries/surge-store.ts';
import { readMembers } from '../enquiries/watch-surges.ts';
import { renderAnswer } from './answer-notice.ts';
import { escapeMrkdwn, LIMIT, messageText, section } from './block-kit.ts';
import { type SlackDeps, visibleRelease } from './deps.ts';
import type { Rendering } from './render-notice.ts';
import { linesMessage } from './views/lines-message.ts';
import { plainMessage } from './views/plain-message.ts';
import { saidMessage } from './views/said-message.ts';
import {
  type SurgePlace,
  surgeLead,
  surgeMessage,
  surgeSummaryMessage,
  surgeTaskMessage,
} from './views/surge-messages.ts';
import { SAY } from './wording.ts';

type Deps = Pick<SlackDeps, 'desk' | 'lines' | 'people' | 'now'> & {
  readonly store: Pick<EnquiryStore, 'find'> &
    Pick<SurgeStore, 'findSurge'> &
    Pick<Outbox, 'findPosted'>;
};

type SurgeNotice = Extract<Notice, { surgeId: string }>;

/** Draws what is told of a surge, from its present state. */
export async function renderSurge(deps: Deps, notice: SurgeNotice): Promise<Rendering> {
  const { store, desk } = deps;
  const channel = desk().channels.desk;
  const surge = await store.findSurge(notice.surgeId);
  if (surge === undefined || channel === undefined)
    return { kind: 'drop', reason: 'no surge or no desk channel' };
  if (notice.kind === 'surge-word') return renderWord(deps, notice, surge, channel);
  const task =
    notice.kind === 'surge-task' ? surge.tasks.find(({ id }) => id === notice.taskId) : undefined;
  if (notice.kind === 'surge-task' && task === undefined)
    return { kind: 'drop', reason: 'no such task' };
  const message =
    task === undefined
      ? surgeMessage(surge, await readMembers(deps, surge.id), await placeIn(deps))
      : surgeTaskMessage(surge.id, task);
  const posted = await store.findPosted(noticeKey(notice));
  return posted === undefined
    ? { kind: 'send', target: { channel }, message }
    : {
        kind: 'update',
        place: { channel: posted.channel, ts: posted.ts },
        message,
        target: { channel },
      };
}

/** What those messages need to know of lines to take and outlets. */
export async function placeIn({ desk, lines }: Pick<Deps, 'desk' | 'lines'>): Promise<SurgePlace> {
  const known = await lines();
  return {
    zone: desk().zone,
    titleOf: (id) => known.find((line) => line.id === id)?.title ?? id,
    outletOf: ({ outlet, asker }: Enquiry) => {
      const said = outlet === '' ? asker.name : outlet;
      const standing = outletStanding(desk(), {
        workspace: asker.teamId,
        claimed: outlet,
        isStaff: asker.isStaff,
      });
      return standing === 'unknown' ? `${said} (${SAY.surge.notVerified})` : said;
    },
  };
}

async function renderWord(
  deps: Deps,
  { event, about, userId }: Extract<SurgeNotice, { kind: 'surge-word' }>,
  surge: Surge,
  desk: string,
): Promise<Rendering> {
  const members = await readMembers(deps, surge.id);
  const target = { channel: userId ?? desk };
  const isPressing = event === 'duty' || event === 'again' || event === 'ring';
  if (isPressing && (surge.acknowledged.length > 0 || surge.state !== 'live'))
    return { kind: 'drop', reason: 'acknowledged meanwhile' };
  const lead = surgeLead(surge, members);
  const minutes = Math.floor((deps.now().getTime() - surge.formedAt.getTime()) / 60_000);
  switch (event) {
    case 'duty':
      return { kind: 'send', target, message: plainMessage(SAY.surge.word.duty(lead)) };
    case 'again': {
      const said = SAY.surge.word.again(minutes, lead);
      const group = deps.desk().staff.userGroup;
      // A mention rings everybody of the group; it stands in a line of the bot's own, with nothing that was typed.
      return {
        kind: 'send',
        target,
        message:
          userId === null && group !== undefined
            ? saidMessage(`<!subteam^${group}> ${escapeMrkdwn(said)}`)
            : plainMessage(said),
      };
    }
    case 'ring': {
      const people = await toRing(deps, members);
      return {
        kind: 'send',
        target,
        message: linesMessage(
          SAY.surge.word.ring(minutes),
          people.length === 0
            ? [{ text: SAY.surge.word.nobodyToRing }]
            : people.map((text) => ({ text })),
        ),
      };
    }
    case 'stopped': {
      const line = surge.statements.find(({ id }) => id === about)?.line ?? '';
      const { titleOf } = await placeIn(deps);
      return { kind: 'send', target, message: plainMessage(SAY.surge.word.stopped(titleOf(line))) };
    }
    case 'summary':
      return {
        kind: 'send',
        target,
        message: surgeSummaryMessage(surge, members, await placeIn(deps)),
      };
  }
}

/** Whom to ring, as desk.yml and the releases have them: the officer on duty, the last resort, the people asked. */
async function toRing(
  { desk, people, now }: Pick<Deps, 'desk' | 'people' | 'now'>,
  members: readonly Enquiry[],
): Promise<string[]> {
  const officer = onDuty(desk(), now());
  const last = desk().fallbackContact;
  const said = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ');
  const named =
    officer === undefined || officer.slackId !== officer.name
      ? officer?.name
      : (await people.person(officer.slackId)).name;
  const others = members.flatMap(({ recipients }) => recipients);
  return [
    ...new Set([
      ...(officer === undefined
        ? []
        : [said(named, SAY.surge.onDuty, phoneOf(desk(), officer.email), officer.email)]),
      ...(last === undefined ? [] : [said(last.name, last.phone, last.email)]),
      ...others
        .filter(({ slackId, email, phones }) =>
          officer !== undefined && (slackId === officer.slackId || email === officer.email)
            ? false
            : phones.length > 0 || email !== null,
        )
        .map(({ name, phones, email }) =>
          said(name, ...phones.map(({ printed }) => printed), email),
        ),
    ]),
  ];
}

const phoneOf = (desk: ReturnType<Deps['desk']>, email: string | null): string | undefined =>
  email === null ? undefined : personNamed(desk, email)?.phone;

type AnswerDeps = Parameters<typeof renderAnswer>[0] & Deps;

/**
 * What was released since somebody asked, in the thread of the question: the answer as it would be given now. Nothing
 * goes out where it no longer is one, or a person has answered meanwhile.
 */
export async function renderReleased(
  deps: AnswerDeps,
  { enquiryId, releaseId, channel, threadTs }: Extract<Notice, { kind: 'now-released' }>,
): Promise<{ readonly rendering: Rendering; readonly given: AnswerGiven | undefined }> {
  const dropped = (reason: string) =>
    ({ rendering: { kind: 'drop', reason }, given: undefined }) as const;
  const enquiry = await deps.store.find(enquiryId);
  if (enquiry === undefined || (enquiry.status !== 'open' && enquiry.status !== 'claimed'))
    return dropped('nobody waits any more');
  if (visibleRelease(deps, releaseId) === undefined) return dropped('not to be seen any more');
  const { userId, teamId, isStaff, zone } = enquiry.asker;
  // Asked anew, by itself: what else was said in the thread is no part of it.
  const store = { ...deps.store, lastAnswer: async () => undefined };
  const { rendering, given } = await renderAnswer(
    { ...deps, store },
    {
      kind: 'answer',
      eventId: `now-released:${enquiryId}:${releaseId}`,
      question: enquiry.question,
      userId,
      teamId,
      isStaff,
      zone,
      askedAt: enquiry.createdAt.toISOString(),
      channel,
      threadTs,
    },
  );
  const quotes = given?.quotes ?? [];
  if (rendering.kind !== 'send' || !quotes.some((quote) => quote.releaseId === releaseId))
    return dropped('it does not answer any more');
  const lead = SAY.surge.released(enquiry.reference);
  const { text, blocks } = rendering.message;
  return {
    given,
    rendering: {
      ...rendering,
      instead: userId,
      message: {
        text: `${messageText(lead)}\n${text}`.slice(0, LIMIT.messageText),
        blocks: [
          section(`<@${userId}> *${escapeMrkdwn(lead)}*`),
          ...blocks.slice(0, LIMIT.messageBlocks - 1),
        ],
      },
    },
  };
}

/** The first full hour of a zone's clock at or after an instant. */
export const fullHourIn = (zone: string, at: Date): Date => {
  const time = DateTime.fromJSDate(at, { zone });
  const hour = time.startOf('hour');
  return (hour < time ? hour.plus({ hours: 1 }) : hour).toJSDate();
};
