import { dayText } from '../releases/day-text.ts';
import type { ReleaseKind } from '../releases/release.ts';
import { releaseUrl } from '../releases/release-url.ts';
import { SAY } from '../slack/wording.ts';
import { type CommonOptions, clockOf, openDesk, openReleases } from './open-context.ts';
import type { Output, Status } from './output.ts';
import { searchJson } from './search-json.ts';
import { fitted } from './table.ts';

/** Room for the day before what is found. */
const INDENT = 13;

type Options = CommonOptions & {
  readonly limit: number;
  readonly kind?: ReleaseKind;
  readonly since?: string;
  readonly until?: string;
};

/** `media-desk search WORDS…` */
export async function searchCommand(
  words: readonly string[],
  options: Options,
  { print, complain, columns }: Output,
): Promise<Status> {
  const now = clockOf(options);
  const desk = openDesk(options.desk);
  const index = await openReleases(options, desk, now);
  const { limit, kind, since, until } = options;
  const result = index.search(
    {
      text: words.join(' '),
      limit,
      ...(kind === undefined ? {} : { kind }),
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
    },
    now(),
  );
  if (options.json) {
    for (const problem of result.problems) complain(problem);
    print(JSON.stringify(searchJson(result, desk.site)));
    return 0;
  }
  for (const problem of result.problems) complain(problem);
  if (result.hits.length === 0) {
    print(SAY.noMatch(result.query.text));
    if (result.didYouMean !== undefined) print(SAY.didYouMean(result.didYouMean));
    if (result.nearest !== undefined) print(`${SAY.nearest} ${result.nearest.title}`);
    return 0;
  }
  print(SAY.found(result.hits.length, result.total, result.query.text));
  for (const { release, snippet } of result.hits) {
    print('');
    const room = Math.max(20, (columns ?? Number.POSITIVE_INFINITY) - INDENT);
    print(`${dayText(release.date?.day).padEnd(INDENT - 1)} ${fitted(release.title, room)}`);
    print(`${' '.repeat(INDENT)}“${fitted(snippet.text, room - 2)}”`);
    print(`${' '.repeat(INDENT)}${releaseUrl(release, desk.site) ?? release.file}`);
  }
  return 0;
}
