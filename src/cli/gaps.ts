import { DateTime } from 'luxon';
import { answerQuestion } from '../answers/answer-question.ts';
import { findGaps, type Gap } from '../enquiries/find-gaps.ts';
import { type CommonOptions, clockOf, openDesk, openReleases } from './open-context.ts';
import type { Output, Status } from './output.ts';
import { type Env, withStore } from './with-store.ts';

type Options = CommonOptions & { readonly since?: string; readonly limit: number };

/** Without `--since`, so far back. */
const DAYS = 30;

/** `media-desk gaps [--since D]`: what people asked and the releases do not answer. */
export const gapsCommand = (options: Options, { print }: Output, env: Env): Promise<Status> =>
  withStore(env, async (store) => {
    const now = clockOf(options);
    const desk = openDesk(options.desk);
    const index = await openReleases(options, desk, now);
    const since = sinceOf(options, now(), desk.zone);
    const gaps = findGaps(await store.feedbackSince(since), {
      answer: (question) =>
        answerQuestion(index, question, { now: now(), zone: desk.zone, sectors: desk.sectors }),
      weightOf: (term) => index.idf(term),
      limit: options.limit,
    });
    if (options.json) for (const gap of gaps) print(JSON.stringify(gapJson(gap)));
    else {
      const day = DateTime.fromJSDate(since, { zone: desk.zone }).toFormat('d LLL yyyy');
      if (gaps.length === 0) print(`Since ${day} nobody asked what the releases do not answer.`);
      for (const line of gaps.flatMap(gapLines)) print(line);
    }
    return 0;
  });

const sinceOf = ({ since }: Options, now: Date, zone: string): Date =>
  since === undefined
    ? new Date(now.getTime() - DAYS * 24 * 60 * 60 * 1000)
    : DateTime.fromISO(since, { zone }).toJSDate();

const gapJson = ({ question, count, wordings, lastAt, nearest }: Gap) => ({
  question,
  count,
  wordings,
  lastAt: lastAt.toISOString(),
  nearest:
    nearest === undefined
      ? null
      : { file: nearest.file, title: nearest.title, date: nearest.date?.day ?? null },
});

const gapLines = ({ question, count, wordings, nearest }: Gap): string[] => [
  `${String(count).padStart(4)} ×  ${question}`,
  ...wordings.slice(1, 4).map((wording) => `        also: ${wording}`),
  `        nearest: ${nearest === undefined ? 'none' : `${nearest.title} (${nearest.file})`}`,
];
