import { assembleReleases } from '../releases/assemble-releases.ts';
import { dayText } from '../releases/day-text.ts';
import { listReleases, readRelease } from '../releases/load-releases.ts';
import type { ParseOutcome } from '../releases/parse-release.ts';
import type { Problem } from '../releases/problem.ts';
import type { Rejection, Release } from '../releases/release.ts';
import { contactJson } from './contact-json.ts';
import { type CommonOptions, openDesk } from './open-context.ts';
import { Complaint, type Output, type Status } from './output.ts';

/** `media-desk check [DIR]` */
export async function checkCommand(
  dir: string | undefined,
  options: CommonOptions,
  { print, complain }: Output,
): Promise<Status> {
  const { zone } = openDesk(options.desk);
  const folder = dir ?? options.releases ?? 'releases';
  const { files, rejected } = await listReleases(folder).catch((error: Error) => {
    throw new Complaint(`${error.message}. Give the folder: media-desk check DIR`);
  });
  const outcomes: ParseOutcome[] = rejected.map((rejection) => ({ kind: 'rejected', rejection }));
  for (const file of files) outcomes.push(await readRelease(folder, file, zone));
  const set = assembleReleases(outcomes);
  const rows = [...set.releases.map(rowOf), ...set.rejected.map(rejectedRow)].toSorted(
    (one, other) => (one.file < other.file ? -1 : 1),
  );
  const errors = rows.filter(({ problems }) => problems.some(({ level }) => level === 'error'));
  for (const row of rows) {
    if (options.json) print(JSON.stringify(row));
    else for (const line of readable(row)) print(line);
  }
  if (!options.json)
    print(
      `${rows.length} files, ${rows.length - errors.length} served, ${errors.length} with errors.`,
    );
  if (errors.length === 0) return 0;
  complain(
    `${errors.length} of ${rows.length} files have errors: ${errors
      .slice(0, 3)
      .map(({ file }) => file)
      .join(', ')}${errors.length > 3 ? ', …' : ''}`,
  );
  return 1;
}

type Row = {
  readonly file: string;
  readonly problems: readonly Problem[];
  readonly title: string | null;
  readonly date: string | null;
  readonly contacts: readonly ReturnType<typeof contactJson>[];
  readonly passages: number;
  readonly embargo: string | null;
};

const rowOf = (release: Release): Row => ({
  file: release.file,
  problems: release.problems,
  title: release.title,
  date: release.date?.day ?? null,
  contacts: release.contacts.map(contactJson),
  passages: release.passages.length,
  embargo: release.embargo?.toISOString() ?? null,
});

const rejectedRow = ({ file, line, reason }: Rejection): Row => ({
  file,
  problems: [{ level: 'error', line, message: reason }],
  title: null,
  date: null,
  contacts: [],
  passages: 0,
  embargo: null,
});

const readable = (row: Row): string[] => [
  row.file,
  ...(row.title === null
    ? []
    : [
        `  ${dayText(row.date ?? undefined)} · ${row.title}`,
        `  ${row.passages} passages · ${row.contacts.length === 0 ? 'no media contact printed' : `contacts: ${row.contacts.map(({ name, organisation }) => name ?? organisation ?? '').join(', ')}`}${row.embargo === null ? '' : ` · embargo until ${row.embargo}`}`,
      ]),
  ...row.problems.map(({ level, line, message }) => `  ${level}, line ${line}: ${message}`),
];
