import { findSurges, isAlike, subjectWords, type Telling } from './alike-questions.ts';
import type { EnquiryDeps } from './change-enquiry.ts';
import { changeSurge, type SurgeDeps } from './change-surge.ts';
import { type Enquiry, ownerOf } from './enquiry.ts';
import type { EnquiryStore } from './enquiry-store.ts';
import type { Queued } from './notice.ts';
import { sendStatements } from './send-statements.ts';
import { latestStatement, type Surge, type SurgeStep } from './surge.ts';
import type { SurgeStore } from './surge-store.ts';

export type WatchDeps = SurgeDeps &
  EnquiryDeps & {
    readonly store: Pick<EnquiryStore, 'find' | 'save' | 'list'> & SurgeStore;
    readonly telling: Telling;
    /** Slack id of the officer on duty at that instant, if any. */
    readonly dutyOfficer: (at: Date) => string | undefined;
    /** Slack ids of everybody else who is told when nobody acknowledges. */
    readonly staff: readonly string[];
    /** Whether people may be disturbed at an instant about something due then, or at one of these deadlines. */
    readonly mayDisturb: (at: Date, deadlines: readonly Date[]) => boolean;
    /** Whether a line to take may still be said, in these very words. */
    readonly maySay: (line: string, text: string, at: Date) => boolean;
    /** The first full hour of the desk's clock at or after an instant. */
    readonly fullHour: (at: Date) => Date;
  };

/** Whoever asks later than this after the latest of a surge begins anew. */
const JOINS_MS = 2 * 60 * 60_000;
/** A surge that ended is remembered for so long, so that the same enquiries do not make it again. */
const REMEMBERED_MS = 24 * 60 * 60_000;
/** When nobody has acknowledged. */
const STEP_MS: readonly (readonly [SurgeStep, number])[] = [
  ['duty', 0],
  ['again', 4 * 60_000],
  ['ring', 8 * 60_000],
];
/** It is summed up at the first full hour when nobody has asked for so long. */
const QUIET_MS = 60 * 60_000;

/**
 * Looks whether many ask about one thing, keeps the desk's line about it current, tells more people while nobody
 * acknowledges it, sends what was signed off, and sums up when it is over. Any process may call it at any time:
 * nothing is done twice.
 *
 * @returns how many surges were changed
 */
export async function watchSurges(deps: WatchDeps): Promise<number> {
  const { store, now } = deps;
  const at = now();
  const known = await store.surgesSince(new Date(at.getTime() - REMEMBERED_MS));
  const live = known.filter(({ state }) => state === 'live');
  const since = Math.min(at.getTime() - JOINS_MS, ...live.map(({ beganAt }) => beganAt.getTime()));
  const enquiries = (await store.list({ createdSince: new Date(since) })).toReversed();
  const taken = new Set(known.flatMap(({ members }) => members));
  const free = enquiries.filter(({ id, erasedAt }) => !taken.has(id) && erasedAt === undefined);
  let changed = 0;
  for (const surge of live) {
    const newcomers = free.filter((one) => joins(one, surge, enquiries, deps.telling));
    for (const one of newcomers) free.splice(free.indexOf(one), 1);
    if (newcomers.length > 0) await admit(deps, surge.id, newcomers, enquiries);
    changed += newcomers.length;
  }
  for (const group of findSurges(free.map(askedIn), deps.telling)) {
    await form(
      deps,
      group.map(({ enquiry }) => enquiry),
      at,
    );
    changed += 1;
  }
  for (const { id } of changed === 0 ? live : await store.surgesSince(at)) {
    changed += await escalate(deps, id, enquiries);
    changed += await sendStatements(deps, id);
    changed += await refresh(deps, id);
    changed += await sumUp(deps, id);
  }
  return changed;
}

const askedIn = (enquiry: Enquiry) => ({
  enquiry,
  id: enquiry.id,
  question: enquiry.question,
  asker: enquiry.asker.userId,
  at: enquiry.createdAt,
});

const membersOf = ({ members }: Surge, enquiries: readonly Enquiry[]): Enquiry[] =>
  members.flatMap((id) => enquiries.find((one) => one.id === id) ?? []);

function joins(
  { question, createdAt }: Enquiry,
  surge: Surge,
  enquiries: readonly Enquiry[],
  telling: Telling,
): boolean {
  const others = membersOf(surge, enquiries).map((one) => one.question);
  return (
    createdAt.getTime() - surge.lastAt.getTime() <= JOINS_MS && isAlike(question, others, telling)
  );
}

async function form(deps: WatchDeps, group: readonly Enquiry[], at: Date): Promise<void> {
  const [first] = group;
  const last = group.at(-1);
  if (first === undefined || last === undefined) return;
  const surge: Surge = {
    // Named for its first enquiry, so that two processes that see it at once make one.
    id: first.id,
    version: 1,
    state: 'live',
    subject: subjectWords(
      group.map(({ question }) => question),
      deps.telling,
    ),
    members: group.map(({ id }) => id),
    beganAt: first.createdAt,
    formedAt: at,
    lastAt: last.createdAt,
    acknowledged: [],
    told: [],
    drafts: [],
    statements: [],
    tasks: [],
    shown: shownOf(group),
  };
  await deps.store.saveSurge(surge, [{ notice: { kind: 'surge-line', surgeId: surge.id } }], at);
}

const admit = (
  deps: WatchDeps,
  surgeId: string,
  newcomers: readonly Enquiry[],
  enquiries: readonly Enquiry[],
) =>
  changeSurge<undefined>(deps, surgeId, (surge) => {
    const members = [...new Set([...surge.members, ...newcomers.map(({ id }) => id)])];
    const all = membersOf({ ...surge, members }, enquiries);
    const lastAt = new Date(Math.max(...all.map(({ createdAt }) => createdAt.getTime())));
    const subject = subjectWords(
      all.map(({ question }) => question),
      deps.telling,
    );
    return { kind: 'change', surge: { ...surge, members, lastAt, subject }, outcome: undefined };
  });

/** One step a look: after a long silence the officer is not told three times at once, and nobody is left out. */
async function escalate(
  deps: WatchDeps,
  surgeId: string,
  enquiries: readonly Enquiry[],
): Promise<number> {
  const outcome = await changeSurge<number>(deps, surgeId, (surge, at) => {
    const due = STEP_MS.filter(
      ([step, after]) =>
        !surge.told.includes(step) && at.getTime() - surge.formedAt.getTime() >= after,
    );
    if (surge.state !== 'live' || surge.acknowledged.length > 0 || due.length === 0)
      return { kind: 'stop', outcome: 0 };
    const deadlines = membersOf(surge, enquiries).flatMap(({ deadline }) => deadline?.at ?? []);
    const mayDisturb = deps.mayDisturb(at, deadlines);
    // All asleep: the officer is told as soon as that may be; the desk's channel wakes nobody.
    const now = due.filter(([step]) => step !== 'duty' || mayDisturb);
    if (now.length === 0) return { kind: 'stop', outcome: 0 };
    const officer = deps.dutyOfficer(at);
    const notices = now.flatMap(([step]): Queued[] =>
      toldAt(step, officer, mayDisturb ? deps.staff : []).map((userId) => ({
        notice: { kind: 'surge-word', surgeId, event: step, about: '', userId },
      })),
    );
    return {
      kind: 'change',
      surge: { ...surge, told: [...surge.told, ...now.map(([step]) => step)] },
      notices,
      outcome: 1,
    };
  });
  return typeof outcome === 'number' ? outcome : 0;
}

/** `null` is the desk's channel. */
function toldAt(
  step: SurgeStep,
  officer: string | undefined,
  staff: readonly string[],
): (string | null)[] {
  if (step === 'duty') return officer === undefined ? [] : [officer];
  if (step === 'ring') return [null];
  return [
    null,
    ...new Set([...(officer === undefined || staff.length === 0 ? [] : [officer]), ...staff]),
  ];
}

/** What the desk's line says of its enquiries, in short: where it changes, the line is told anew. */
const shownOf = (members: readonly Enquiry[]): string =>
  members
    .map(
      (one) =>
        `${one.status}:${ownerOf(one) ?? ''}:${one.deadline?.at.getTime() ?? ''}:${sentIn(one)}`,
    )
    .join('|');

const sentIn = ({ replies }: Enquiry): number =>
  replies.filter(({ delivery }) => delivery.kind !== 'waiting').length;

async function refresh(deps: WatchDeps, surgeId: string): Promise<number> {
  const members = await readMembers(deps, surgeId);
  const shown = shownOf(members);
  const outcome = await changeSurge<number>(deps, surgeId, (surge) =>
    surge.state !== 'live' || surge.shown === shown
      ? { kind: 'stop', outcome: 0 }
      : { kind: 'change', surge: { ...surge, shown }, outcome: 1 },
  );
  return typeof outcome === 'number' ? outcome : 0;
}

export async function readMembers(
  { store }: { readonly store: Pick<EnquiryStore, 'find'> & Pick<SurgeStore, 'findSurge'> },
  surgeId: string,
): Promise<Enquiry[]> {
  const surge = await store.findSurge(surgeId);
  const found = await Promise.all((surge?.members ?? []).map((id) => store.find(id)));
  return found.filter((one) => one !== undefined);
}

/** At the first full hour when nobody has asked for an hour, and no line goes out to later ones any more. */
async function sumUp(deps: WatchDeps, surgeId: string): Promise<number> {
  const outcome = await changeSurge<number>(deps, surgeId, (surge, at) => {
    const quiet = new Date(surge.lastAt.getTime() + QUIET_MS);
    const statement = latestStatement(surge);
    if (
      surge.state !== 'live' ||
      at < deps.fullHour(quiet) ||
      (statement?.alsoUntil !== undefined && at < statement.alsoUntil) ||
      statement?.state === 'waiting'
    )
      return { kind: 'stop', outcome: 0 };
    return {
      kind: 'change',
      surge: { ...surge, state: 'over' },
      notices: [
        { notice: { kind: 'surge-word', surgeId, event: 'summary', about: '', userId: null } },
      ],
      outcome: 1,
    };
  });
  return typeof outcome === 'number' ? outcome : 0;
}
