import type { Button, KnownBlock } from '@slack/types';
import { DateTime } from 'luxon';
import { timeWords } from '../../desk/deadline-words.ts';
import { timeBetween } from '../../desk/time-left.ts';
import type { Enquiry } from '../../enquiries/enquiry.ts';
import { withoutStatement } from '../../enquiries/send-to-surge.ts';
import {
  latestStatement,
  type Statement,
  type Surge,
  type SurgeTask,
  waitingStatement,
} from '../../enquiries/surge.ts';
import { outletsOf, surgeSummary } from '../../enquiries/surge-summary.ts';
import { isDone } from '../../enquiries/surge-tasks.ts';
import {
  actions,
  button,
  clip,
  clipEscaped,
  context,
  escapeMrkdwn,
  LIMIT,
  line,
  type Message,
  plain,
  quoted,
  richText,
  section,
  words,
} from '../block-kit.ts';
import { ID, SurgeValue } from '../ids.ts';
import { SAY } from '../wording.ts';
import { deadlineText, statusText } from './enquiry-card.ts';
import { linesMessage } from './lines-message.ts';

/** What a surge's messages need to know besides it. */
export type SurgePlace = {
  /** IANA zone of the desk. */
  readonly zone: string;
  /** What a line to take is called. */
  readonly titleOf: (line: string) => string;
  /** The outlet in words, with what is not known of it. */
  readonly outletOf: (enquiry: Enquiry) => string;
};

/** So many enquiries are listed one by one; a message has room for 4,000 characters. */
const LISTED = 30;

const SURGE = SAY.surge;

/** The desk's one line about many enquiries, in its present state. */
export function surgeMessage(
  surge: Surge,
  members: readonly Enquiry[],
  place: SurgePlace,
): Message {
  const lead = surgeLead(surge, members);
  const facts = factsOf(surge, members, place);
  const list = members.slice(0, LISTED).map((one) => listed(one, place));
  const more = members.length - list.length;
  if (more > 0) list.push(SURGE.more(more));
  // Mentions stand in mrkdwn; what people typed stands in rich text alone.
  const said = saidOf(surge);
  return {
    text: clipEscaped(
      [...[lead, ...facts].map(escaped), ...said, ...list.map(escaped)].join('\n'),
      LIMIT.messageText,
    ),
    blocks: [
      section(`*${escapeMrkdwn(lead)}*`),
      richText(...facts.map((fact) => line(words(fact)))),
      ...said.map((one) => section(one)),
      richText(...list.map((one) => line(words(one)))),
      ...buttonsOf(surge),
      context(SURGE.only),
    ],
  };
}

const escaped = (text: string): string => escapeMrkdwn(plain(text));

/** How many ask, from how many outlets, about what. */
export const surgeLead = ({ subject }: Surge, members: readonly Enquiry[]): string =>
  SURGE.lead(members.length, outletsOf(members).length, clip(subject.join(', '), 200));

const waits = ({ status }: Enquiry): boolean => status === 'open' || status === 'claimed';

function factsOf(surge: Surge, members: readonly Enquiry[], place: SurgePlace): string[] {
  const { zone, titleOf } = place;
  const waiting = members.filter(waits);
  const [oldest] = waiting;
  const earliest = waiting
    .flatMap((one) => (one.deadline === undefined ? [] : [{ one, at: one.deadline.at.getTime() }]))
    .toSorted((one, other) => one.at - other.at)[0]?.one;
  const statement = latestStatement(surge);
  const without =
    statement === undefined || statement.state === 'waiting'
      ? 0
      : withoutStatement(members, statement).length;
  return [
    SURGE.waiting(waiting.length, members.length),
    ...(oldest === undefined
      ? []
      : [SURGE.oldest(oldest.reference, timeIn(oldest.createdAt, zone))]),
    ...(waiting.length === 0
      ? []
      : [
          earliest === undefined
            ? SURGE.noDeadline
            : SURGE.earliest(earliest.reference, deadlineText(earliest, zone)),
        ]),
    ...(statement === undefined ? [] : statementLines(statement, members, zone, titleOf)),
    ...(without === 0 ? [] : [SURGE.without(without)]),
  ];
}

function statementLines(
  statement: Statement,
  members: readonly Enquiry[],
  zone: string,
  titleOf: SurgePlace['titleOf'],
): string[] {
  const title = titleOf(statement.line);
  const got = members.filter(({ replies }) =>
    replies.some(({ id, delivery }) => id === statement.id && delivery.kind === 'sent'),
  ).length;
  const to = members.filter(
    ({ id, replies }) =>
      statement.recipients.includes(id) || replies.some((reply) => reply.id === statement.id),
  ).length;
  const said =
    statement.state === 'waiting'
      ? SURGE.statement.waiting(title, to, timeIn(statement.sendAt, zone))
      : statement.state === 'stopped'
        ? SURGE.statement.stopped(title, got)
        : SURGE.statement.sending(title, got, to);
  return statement.alsoUntil === undefined || statement.state === 'stopped'
    ? [said]
    : [said, SURGE.also(timeIn(statement.alsoUntil, zone))];
}

/** Who of the desk has said what of it. */
function saidOf({ state, acknowledged }: Surge): string[] {
  const who = acknowledged.map(({ by }) => `<@${by}>`).join(', ');
  const last = acknowledged.at(-1);
  if (state === 'dismissed') return last === undefined ? [] : [SURGE.dismissed(last.by)];
  return [
    acknowledged.length === 0 ? SURGE.nobody : SURGE.acknowledged(who),
    ...(state === 'over' ? [SURGE.over] : []),
  ];
}

const listed = (enquiry: Enquiry, { zone, outletOf }: SurgePlace): string =>
  clip(
    plain(
      [enquiry.reference, timeIn(enquiry.createdAt, zone), outletOf(enquiry), statusText(enquiry)]
        .join(' · ')
        .replace(/\s+/g, ' '),
    ),
    200,
  );

function buttonsOf(surge: Surge): KnownBlock[] {
  if (surge.state !== 'live') return [];
  const waiting = waitingStatement(surge);
  const about = (id: string, text: string, more: Partial<Parameters<typeof button>[0]> = {}) =>
    button({ id, text, value: SurgeValue.encode({ surge: surge.id }), ...more });
  const elements: Button[] = [
    ...(waiting === undefined
      ? []
      : [
          about(ID.surgeUndoButton, SURGE.undo, {
            style: 'danger',
            value: SurgeValue.encode({ surge: surge.id, detail: waiting.id }),
          }),
        ]),
    ...(surge.acknowledged.length === 0
      ? [about(ID.surgeAcknowledgeButton, SURGE.acknowledge, { style: 'primary' })]
      : []),
    ...(waiting === undefined ? [about(ID.surgeSendButton, SURGE.send)] : []),
    about(ID.surgeTaskButton, SURGE.addTask),
    ...(latestStatement(surge) === undefined ? [about(ID.surgeDismissButton, SURGE.dismiss)] : []),
  ];
  return [actions('surge.actions', elements)];
}

/** Something that two people must both acknowledge, and who has. */
export function surgeTaskMessage(surgeId: string, task: SurgeTask): Message {
  const who = task.acknowledged.map(({ by }) => `<@${by}>`).join(', ');
  const state = isDone(task) ? SURGE.taskDone(who) : SURGE.taskOpen(who);
  const lead = SURGE.taskLead(task.by);
  return {
    text: clipEscaped(`${lead} ${escaped(clip(task.text, 3000))}\n${state}`, LIMIT.messageText),
    blocks: [
      section(lead),
      richText(quoted(words(clip(task.text, 3000)))),
      section(state),
      ...(isDone(task)
        ? []
        : [
            actions('surge.task', [
              button({
                id: ID.surgeAgreeButton,
                text: SURGE.taskButton,
                value: SurgeValue.encode({ surge: surgeId, detail: task.id }),
                style: 'primary',
              }),
            ]),
          ]),
    ],
  };
}

/** What came of a surge, for the desk, with what is still open. */
export function surgeSummaryMessage(
  surge: Surge,
  members: readonly Enquiry[],
  place: SurgePlace,
): Message {
  const { zone } = place;
  const summary = surgeSummary(surge, members);
  const lines = [
    SURGE.summaryAsked(
      summary.asked,
      summary.outlets,
      timeIn(surge.beganAt, zone),
      timeIn(surge.lastAt, zone),
    ),
    summary.toFirstWordMs === undefined
      ? SURGE.summaryNothing
      : SURGE.summaryFirst(duration(summary.toFirstWordMs)),
    ...(summary.spreadMs === undefined ? [] : [SURGE.summarySpread(duration(summary.spreadMs))]),
    ...(summary.slowestLaterMs === undefined
      ? []
      : [SURGE.summaryLater(duration(summary.slowestLaterMs))]),
    SURGE.summaryAnswered(summary.answered, summary.closed),
    SURGE.summaryOpen(summary.open.length),
    ...summary.open
      .slice(0, LISTED)
      .map((one) => `${listed(one, place)} · ${deadlineText(one, zone)} · ${one.question}`),
    ...(summary.open.length > LISTED ? [SURGE.more(summary.open.length - LISTED)] : []),
  ];
  return linesMessage(
    SURGE.summaryTitle(clip(surge.subject.join(', '), 200)),
    lines.map((text) => ({ text })),
  );
}

const timeIn = (at: Date, zone: string): string => timeWords(DateTime.fromJSDate(at, { zone }));

/** Under two minutes in seconds: a spread of 12 seconds is not "under a minute". */
const duration = (ms: number): string =>
  ms < 120_000 ? `${Math.round(ms / 1000)} seconds` : timeBetween(new Date(0), new Date(ms));
