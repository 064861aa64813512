import { DateTime } from 'luxon';
import { answerQuestion } from '../answers/answer-question.ts';
import { weekOf } from '../desk/desk-week.ts';
import type { AnswerLog } from '../enquiries/answer-log.ts';
import type { EnquiryStore } from '../enquiries/enquiry-store.ts';
import { findGaps, type Gap } from '../enquiries/find-gaps.ts';
import { weeklyReport } from '../enquiries/weekly-report.ts';
import type { Message } from './block-kit.ts';
import type { SlackDeps } from './deps.ts';
import { drawPng } from './draw-png.ts';
import type { Upload } from './upload-file.ts';
import { linesMessage } from './views/lines-message.ts';
import { reportChart, reportChartAlt } from './views/report-chart.ts';
import { reportLines } from './views/report-text.ts';
import { SAY } from './wording.ts';

type Deps = Pick<SlackDeps, 'index' | 'desk' | 'now'> & {
  readonly store: Pick<EnquiryStore, 'list'> & Pick<AnswerLog, 'feedbackSince'>;
};

/** Few enough to read in the morning. */
const GAPS = 8;

/** What came of the enquiries of a week (`2026-W48`). */
export async function reportMessage({ store, desk, now }: Deps, week: string): Promise<Message> {
  const { zone } = desk();
  const report = weeklyReport(await store.list({}), periodOf(week, zone), now());
  const { title, lines } = reportLines(report, zone);
  return linesMessage(
    title,
    lines.map((text) => ({ text })),
  );
}

/** The same as a picture; `undefined` where nobody asked. */
export async function reportUpload(
  { store, desk, now }: Deps,
  week: string,
): Promise<Omit<Upload, 'channel'> | undefined> {
  const { zone } = desk();
  const report = weeklyReport(await store.list({}), periodOf(week, zone), now());
  if (report.all.asked === 0) return undefined;
  return {
    filename: `enquiries-${week}.png`,
    title: reportLines(report, zone).title,
    alt: reportChartAlt(report, zone),
    content: drawPng(reportChart(report, zone)),
    comment: SAY.chartComment,
  };
}

/** What people asked in a week and the releases do not answer; `undefined` where there is nothing to tell. */
export async function gapsMessage(
  { index, desk, now, store }: Deps,
  week: string,
): Promise<Message | undefined> {
  const { from, to } = periodOf(week, desk().zone);
  const gaps = await gapsSince({ index, desk, now, store }, { from, to, limit: GAPS });
  if (gaps.length === 0) return undefined;
  return linesMessage(SAY.gapsTitle, [
    ...gaps.map(({ question, count, nearest }) => ({
      text: `${SAY.gapTimes(count)}${nearest === undefined ? '' : ` · ${SAY.gapNearest(nearest.title)}`}`,
      quote: question,
    })),
    { text: SAY.gapsNext },
  ]);
}

/** What people asked since an instant, and until another, that the releases do not answer; most frequent first. */
export async function gapsSince(
  {
    index,
    desk,
    now,
    store,
  }: Pick<SlackDeps, 'index' | 'desk' | 'now'> & {
    readonly store: Pick<AnswerLog, 'feedbackSince'>;
  },
  { from, to, limit }: { readonly from: Date; readonly to?: Date; readonly limit: number },
): Promise<Gap[]> {
  const { zone, sectors } = desk();
  const feedback = await store.feedbackSince(from);
  return findGaps(to === undefined ? feedback : feedback.filter(({ at }) => at < to), {
    answer: (question) => answerQuestion(index(), question, { now: now(), zone, sectors }),
    weightOf: (term) => index().idf(term),
    limit,
  });
}

const periodOf = (week: string, zone: string) =>
  weekOf({ zone }, DateTime.fromISO(week, { zone }).toJSDate());
