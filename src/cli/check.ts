import { type CheckRow, rowOfRejection, rowOfRelease } from '../releases/check-release.ts';
import { dayText } from '../releases/day-text.ts';
import { loadReleases } from '../releases/load-releases.ts';
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
  const set = await loadReleases(folder, { zone }).catch((error: Error) => {
    throw new Complaint(`${error.message}. Give the folder: media-desk check DIR`);
  });
  const rows = [...set.releases.map(rowOfRelease), ...set.rejected.map(rowOfRejection)].toSorted(
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

const readable = (row: CheckRow): string[] => [
  row.file,
  ...(row.title === null
    ? []
    : [
        `  ${dayText(row.date ?? undefined)} · ${row.title}`,
        `  ${row.passages} passages · ${row.contacts.length === 0 ? 'no media contact printed' : `contacts: ${row.contacts.map(({ name, organisation }) => name ?? organisation ?? '').join(', ')}`}${row.embargo === null ? '' : ` · embargo until ${row.embargo}`}`,
      ]),
  ...row.problems.map(({ level, line, message }) => `  ${level}, line ${line}: ${message}`),
];
