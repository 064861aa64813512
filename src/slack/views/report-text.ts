import { DateTime } from 'luxon';
import type { Figures, NamedFigures, WeeklyReport } from '../../enquiries/weekly-report.ts';
import { SAY } from '../wording.ts';

/** So many sectors and outlets are named; the others are counted. */
const NAMED = 8;

/** The weekly report as lines of plain words, every figure among them. */
export function reportLines({ from, to, all, bySector, byOutlet }: WeeklyReport, zone: string) {
  const day = (at: Date) => DateTime.fromJSDate(at, { zone }).setLocale('en-GB');
  const lastDay = day(to).minus({ days: 1 });
  const title = SAY.reportTitle(day(from).toFormat('d LLL'), lastDay.toFormat('d LLL yyyy'));
  if (all.asked === 0) return { title, lines: [SAY.reportNone] };
  return {
    title,
    lines: [
      SAY.reportVolume(all.asked, all.answered, all.waiting),
      ...(all.medianFirstReplyMs === undefined
        ? []
        : [SAY.reportFirstReply(durationText(all.medianFirstReplyMs))]),
      deadlinesText(all),
      ...promiseLines(all),
      ...groupLines(SAY.reportBySector, bySector),
      ...groupLines(SAY.reportByOutlet, byOutlet),
    ],
  };
}

const deadlinesText = ({ deadlinesMet: met, deadlinesMissed: missed }: Figures): string =>
  met + missed === 0 ? SAY.reportNoDeadlines : SAY.reportDeadlines(met, met + missed);

const MOST_LATE = 10;

/** Promised updates: how many came in time, and of the others by how much each was late, to the minute. */
function promiseLines({ promisesLateMs, promisesBroken }: Figures): string[] {
  const late = promisesLateMs.filter((ms) => ms >= 60_000);
  const named = late.slice(0, MOST_LATE).map(durationText);
  return [
    ...(promisesLateMs.length === 0
      ? []
      : [
          SAY.promisesKept(
            promisesLateMs.length - late.length,
            promisesLateMs.length,
            late.length > named.length
              ? [...named, SAY.reportOthers(late.length - named.length)]
              : named,
          ),
        ]),
    ...(promisesBroken === 0 ? [] : [SAY.promisesBroken(promisesBroken)]),
  ];
}

const groupLines = (lead: string, groups: readonly NamedFigures[]): string[] => [
  lead,
  ...groups.slice(0, NAMED).map((group) => {
    const { name, asked, answered, medianFirstReplyMs } = group;
    const parts = [
      `${name}: ${SAY.reportVolume(asked, answered, group.waiting)}`,
      ...(medianFirstReplyMs === undefined
        ? []
        : [SAY.reportFirstReply(durationText(medianFirstReplyMs))]),
      ...(group.deadlinesMet + group.deadlinesMissed === 0 ? [] : [deadlinesText(group)]),
    ];
    return `• ${parts.join(' ')}`;
  }),
  ...(groups.length > NAMED ? [SAY.reportOthers(groups.length - NAMED)] : []),
];

/** `2 h 5 min`, to the minute; below one, `less than a minute`. */
export function durationText(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return 'less than a minute';
  const [days, hours, rest] = [
    Math.floor(minutes / 1440),
    Math.floor((minutes % 1440) / 60),
    minutes % 60,
  ];
  return [days > 0 ? `${days} d` : '', hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : '']
    .filter((part) => part !== '')
    .join(' ');
}
