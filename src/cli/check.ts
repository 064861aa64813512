import { missingHolidays } from '../desk/check-holidays.ts';
import { type CheckRow, rowOfRejection, rowOfRelease } from '../releases/check-release.ts';
import { dayText } from '../releases/day-text.ts';
import { loadReleases } from '../releases/load-releases.ts';
import { checkDesk } from './check-desk.ts';
import { type CommonOptions, clockOf } from './open-context.ts';
import { Complaint, type Output, type Status } from './output.ts';
import { tableLines } from './table.ts';

/** `media-desk check [DIR]` */
export async function checkCommand(
  dir: string | undefined,
  options: CommonOptions,
  { print, complain, columns, progress }: Output,
): Promise<Status> {
  const { desk, isRead, rows: beside } = await checkDesk(options.desk, clockOf(options)());
  const folder = dir ?? options.releases ?? 'releases';
  const set = await loadReleases(folder, {
    zone: desk.zone,
    onProgress: ({ done, total }) => progress?.(`Reading releases: ${done} of ${total}`),
  })
    .catch((error: Error) => {
      throw new Complaint(`${error.message}. Give the folder: media-desk check DIR`);
    })
    .finally(() => progress?.(''));
  // Where there is no desk.yml, nobody relies on its holidays.
  if (isRead) for (const one of missingHolidays(desk, clockOf(options)())) complain(one);
  const rows = [...set.releases.map(rowOfRelease), ...set.rejected.map(rowOfRejection)].toSorted(
    (one, other) => (one.file < other.file ? -1 : 1),
  );
  // Programs are told of every release, and of what stands beside them only where something is wrong with it.
  const wrong = beside.filter(({ problems }) => problems.length > 0);
  const errors = [...rows, ...wrong].filter((row) => hasLevel(row, 'error'));
  if (options.json) for (const row of [...rows, ...wrong]) print(JSON.stringify(row));
  else {
    for (const line of besideLines(beside)) print(line);
    const lines = columns === undefined ? rows.flatMap(readable) : [...asTable(rows, columns), ''];
    for (const line of lines) print(line);
    const failed = rows.filter((row) => errors.includes(row)).length;
    const warned = rows.filter((row) => !errors.includes(row) && hasLevel(row, 'warning')).length;
    print(
      `${rows.length} files, ${rows.length - failed} served, ${warned} with warnings, ${failed} with errors.`,
    );
  }
  if (errors.length === 0) return 0;
  complain(
    `${errors.length} of ${rows.length + beside.length} files have errors: ${errors
      .slice(0, 3)
      .map(({ file }) => file)
      .join(', ')}${errors.length > 3 ? ', …' : ''}`,
  );
  return 1;
}

const hasLevel = ({ problems }: CheckRow, wanted: string): boolean =>
  problems.some(({ level }) => level === wanted);

/** desk.yml, where something is wrong with it, and the lines to take, each with whether it may be sent. */
const besideLines = (rows: readonly CheckRow[]): string[] =>
  rows.flatMap((row) => [
    `${row.file}${row.title === null ? '' : ` · ${row.title}`}${row.problems.length === 0 ? ' · may be sent' : ''}`,
    ...problemLines(row),
    '',
  ]);

const readable = (row: CheckRow): string[] => [
  row.file,
  ...(row.title === null
    ? []
    : [
        `  ${dayText(row.date ?? undefined)} · ${row.title}`,
        `  ${row.passages} passages · ${row.contacts.length === 0 ? 'no media contact printed' : `contacts: ${namesOf(row).join(', ')}`}${row.embargo === null ? '' : ` · embargo until ${row.embargo}`}`,
      ]),
  ...problemLines(row),
];

/** One line a file, and what is wrong with it under its own line. */
function asTable(rows: readonly CheckRow[], columns: number): string[] {
  const cells = rows.map((row) => [
    hasLevel(row, 'error') ? 'error' : hasLevel(row, 'warning') ? 'warning' : 'ok',
    row.title === null ? '' : dayText(row.date ?? undefined),
    String(row.passages),
    namesOf(row).join(', '),
    row.file,
    row.title ?? '',
  ]);
  const [head = '', ...lines] = tableLines(
    ['State', 'Date', 'Parts', 'Contacts', 'File', 'Title'],
    cells,
    columns,
  );
  return [
    head,
    ...lines.flatMap((line, place) => {
      const row = rows[place];
      return row === undefined ? [line] : [line, ...problemLines(row)];
    }),
  ];
}

const namesOf = ({ contacts }: CheckRow): string[] =>
  contacts.map(({ name, organisation }) => name ?? organisation ?? '');

const problemLines = ({ problems }: CheckRow): string[] =>
  problems.map(({ level, line, message }) => `  ${level}, line ${line}: ${message}`);
