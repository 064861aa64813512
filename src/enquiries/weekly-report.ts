import { firstReplyAt } from './enquiries-csv.ts';
import { type Enquiry, isAnswer, isLive } from './enquiry.ts';
import { promisesOf } from './promises.ts';

/** What a group of enquiries came to. */
export type Figures = {
  readonly asked: number;
  readonly answered: number;
  /** Neither answered nor closed yet. */
  readonly waiting: number;
  /** Half of the first replies came sooner; `undefined` without a reply. */
  readonly medianFirstReplyMs: number | undefined;
  /** Of the deadlines that have passed or were answered: how many were met, and how many not. */
  readonly deadlinesMet: number;
  readonly deadlinesMissed: number;
  /** By how much each promised update that fell due was late, in milliseconds: 0 where it came in time. */
  readonly promisesLateMs: readonly number[];
  /** Promised updates that never came. */
  readonly promisesBroken: number;
};

export type NamedFigures = Figures & { readonly name: string };

export type WeeklyReport = {
  readonly from: Date;
  readonly to: Date;
  readonly all: Figures;
  /** Most enquiries first. An enquiry of two sectors counts in both, so that these may add up to more than `all`. */
  readonly bySector: readonly NamedFigures[];
  readonly byOutlet: readonly NamedFigures[];
};

type Period = { readonly from: Date; readonly to: Date };

/**
 * What came of the enquiries that were opened in a period.
 *
 * @param enquiries all there are, in any order
 * @param period from its first instant up to and without its last
 * @param now decides which deadlines have passed
 */
export function weeklyReport(
  enquiries: readonly Enquiry[],
  { from, to }: Period,
  now: Date,
): WeeklyReport {
  const opened = enquiries.filter(({ createdAt }) => from <= createdAt && createdAt < to);
  const grouped = (namesOf: (enquiry: Enquiry) => readonly string[]): NamedFigures[] => {
    const groups = new Map<string, Enquiry[]>();
    for (const enquiry of opened)
      for (const name of namesOf(enquiry)) groups.set(name, [...(groups.get(name) ?? []), enquiry]);
    return [...groups]
      .map(([name, members]) => ({ name, ...figuresOf(members, now) }))
      .toSorted((one, other) => other.asked - one.asked || (one.name < other.name ? -1 : 1));
  };
  return {
    from,
    to,
    all: figuresOf(opened, now),
    bySector: grouped(({ sectors }) => (sectors.length === 0 ? ['no sector'] : sectors)),
    byOutlet: grouped(({ outlet }) => [outlet === '' ? 'outlet not given' : outlet]),
  };
}

function figuresOf(enquiries: readonly Enquiry[], now: Date): Figures {
  const answeredAt = enquiries.map(firstAnswerAt);
  const deadlines = enquiries.map((enquiry, place) => met(enquiry, answeredAt[place], now));
  const promises = enquiries.flatMap(promisesOf);
  return {
    asked: enquiries.length,
    answered: answeredAt.filter((at) => at !== undefined).length,
    waiting: enquiries.filter((one, place) => isLive(one) && answeredAt[place] === undefined)
      .length,
    medianFirstReplyMs: median(
      enquiries.flatMap((enquiry) => {
        const first = firstReplyAt(enquiry);
        return first === undefined ? [] : [first.getTime() - enquiry.createdAt.getTime()];
      }),
    ),
    deadlinesMet: deadlines.filter((one) => one === true).length,
    deadlinesMissed: deadlines.filter((one) => one === false).length,
    promisesLateMs: promises.flatMap(({ state }) => (state.kind === 'kept' ? [state.lateMs] : [])),
    promisesBroken: promises.filter(
      ({ state, dueAt }) => state.kind === 'broken' || (state.kind === 'open' && dueAt < now),
    ).length,
  };
}

/** A holding line is a reply, and no answer. */
const firstAnswerAt = ({ replies }: Enquiry): Date | undefined =>
  replies
    .filter(isAnswer)
    .flatMap(({ delivery }) => (delivery.kind === 'sent' ? [delivery.at] : []))
    .toSorted((one, other) => one.getTime() - other.getTime())[0];

/** `undefined` where it cannot be told: no deadline, withdrawn, closed without words, or still ahead. */
function met(enquiry: Enquiry, answeredAt: Date | undefined, now: Date): boolean | undefined {
  const { deadline } = enquiry;
  if (deadline === undefined) return undefined;
  if (answeredAt !== undefined) return answeredAt <= deadline.at;
  return isLive(enquiry) && deadline.at < now ? false : undefined;
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
