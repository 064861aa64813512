import { saidSentences } from '../answers/said-sentences.ts';
import { dayText } from '../releases/day-text.ts';
import { releaseUrl } from '../releases/release-url.ts';
import { type CommonOptions, clockOf, openDesk, openReleases } from './open-context.ts';
import type { Output, Status } from './output.ts';

/** `media-desk said WORDS…`: every released sentence with these words, oldest first. */
export async function saidCommand(
  words: readonly string[],
  options: CommonOptions,
  { print }: Output,
): Promise<Status> {
  const now = clockOf(options);
  const desk = openDesk(options.desk);
  const index = await openReleases(options, desk, now);
  const said = saidSentences(index.releases(now()), words.join(' '));
  for (const { release, text } of said)
    print(
      options.json
        ? JSON.stringify({
            file: release.file,
            title: release.title,
            date: release.date?.day ?? null,
            version: release.version,
            url: releaseUrl(release, desk.site) ?? null,
            text,
          })
        : `${dayText(release.date?.day).padEnd(12)} ${text.replace(/\s+/g, ' ')}\n${' '.repeat(13)}${release.title}`,
    );
  if (said.length === 0 && !options.json)
    print(`No released sentence has “${words.join(' ')}” in it.`);
  return 0;
}
