import { DateTime } from 'luxon';
import { type SentenceChange, sentenceDifference } from '../releases/release-difference.ts';
import type { ReleaseVersion } from '../releases/release-history.ts';
import { type CommonOptions, openDesk } from './open-context.ts';
import { Complaint, type Output, type Status } from './output.ts';
import { type Env, withStore } from './with-store.ts';

/** `media-desk history FILE` */
export const historyCommand = (
  file: string,
  options: CommonOptions,
  { print }: Output,
  env: Env,
): Promise<Status> =>
  withStore(env, async (store) => {
    const { zone } = openDesk(options.desk);
    const versions = await store.versionsOf(file);
    if (versions.length === 0)
      throw new Complaint(
        `No version of ${file} is kept: give its path in the releases folder, or its permalink. Versions are kept while the app runs`,
      );
    versions.forEach((version, place) => {
      const changes = changesOf(versions[place - 1], version);
      if (options.json) print(JSON.stringify(versionJson(version, changes)));
      else for (const line of versionLines(version, changes, zone)) print(line);
    });
    return 0;
  });

const changesOf = (
  before: ReleaseVersion | undefined,
  { sentences }: ReleaseVersion,
): SentenceChange[] =>
  before === undefined ? [] : sentenceDifference(before.sentences, sentences);

const versionJson = (
  { releaseId, file, version, title, status, seenAt }: ReleaseVersion,
  changes: readonly SentenceChange[],
) => ({ id: releaseId, file, version, title, status, seenAt: seenAt.toISOString(), changes });

function versionLines(
  { version, title, status, seenAt, sentences }: ReleaseVersion,
  changes: readonly SentenceChange[],
  zone: string,
): string[] {
  const seen = DateTime.fromJSDate(seenAt, { zone }).toFormat('d LLL yyyy HH:mm');
  return [
    `${seen}  ${version}  ${status}  ${title} (${sentences.length} sentences)`,
    ...changes.flatMap((change) => [
      ...('before' in change ? [`  - ${change.before}`] : []),
      ...('after' in change ? [`  + ${change.after}`] : []),
    ]),
  ];
}
