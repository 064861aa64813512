import { DateTime } from 'luxon';
import { weekOf } from '../desk/desk-week.ts';
import { type WeeklyReport, weeklyReport } from '../enquiries/weekly-report.ts';
import { reportLines } from '../slack/views/report-text.ts';
import { type CommonOptions, clockOf, openDesk } from './open-context.ts';
import type { Output, Status } from './output.ts';
import { type Env, withStore } from './with-store.ts';

type Options = CommonOptions & { readonly week?: string };

/** `media-desk report [--week D]`: the week that has a day in it; without one, the week before this. */
export const reportCommand = (options: Options, { print }: Output, env: Env): Promise<Status> =>
  withStore(env, async (store) => {
    const now = clockOf(options)();
    const desk = openDesk(options.desk);
    const week =
      options.week === undefined
        ? weekOf(desk, now, 1)
        : weekOf(desk, DateTime.fromISO(options.week, { zone: desk.zone }).toJSDate());
    const report = weeklyReport(await store.list({}), week, now);
    if (options.json) print(JSON.stringify(reportJson(week.name, report)));
    else {
      const { title, lines } = reportLines(report, desk.zone);
      for (const line of [title, ...lines]) print(line);
    }
    return 0;
  });

const reportJson = (week: string, { from, to, ...figures }: WeeklyReport) => ({
  week,
  from: from.toISOString(),
  to: to.toISOString(),
  ...figures,
});
