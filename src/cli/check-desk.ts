import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkLine } from '../desk/check-line.ts';
import { type Desk, defaultDesk } from '../desk/desk.ts';
import { readLine } from '../desk/lines.ts';
import { readDesk } from '../desk/read-desk.ts';
import type { CheckRow } from '../releases/check-release.ts';
import type { Problem } from '../releases/problem.ts';
import { linesBeside } from './open-context.ts';
import { Complaint } from './output.ts';

/** desk.yml and the lines to take beside it, as `check` sees them. */
export type CheckedDesk = {
  /** As it is understood; what holds without a desk.yml where it cannot be. */
  readonly desk: Desk;
  /** Whether there is a desk.yml that can be read. */
  readonly isRead: boolean;
  /** desk.yml, where something is wrong with it, and each line to take. */
  readonly rows: readonly CheckRow[];
};

/**
 * Reads desk.yml and every file of `desk/lines` beside it. What is wrong is said in rows; nothing is half read.
 *
 * @param file as named by the person; `undefined`: `desk.yml` if it is there
 * @throws {Complaint} where a file that was named cannot be had
 */
export async function checkDesk(file: string | undefined, now: Date): Promise<CheckedDesk> {
  const path = file ?? 'desk.yml';
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    if (file === undefined) return undefined;
    throw new Complaint(
      `Cannot read ${path}: ${error.message}. Check the path, or leave the option out to run without it`,
    );
  });
  const outcome = text === undefined ? undefined : readDesk(text);
  const desk = outcome?.kind === 'read' ? outcome.desk : defaultDesk;
  const problems: Problem[] =
    outcome?.kind === 'invalid'
      ? outcome.problems.map(({ line, message }) => ({ level: 'error', line, message }))
      : [];
  return {
    desk,
    isRead: outcome?.kind === 'read',
    rows: [
      ...(problems.length === 0 ? [] : [rowOf(path, problems)]),
      ...(await linesIn(linesBeside(file), desk, now)),
    ],
  };
}

async function linesIn(folder: string, desk: Desk, now: Date): Promise<CheckRow[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const files = names.filter((name) => /\.md$/i.test(name) && !name.startsWith('.')).sort();
  return Promise.all(
    files.map(async (name) => {
      const path = join(folder, name);
      const outcome = readLine(name, await readFile(path, 'utf8'), desk.zone);
      const row = rowOf(path, checkLine(outcome, desk, now));
      return outcome.kind === 'read' ? { ...row, title: outcome.line.title, passages: 1 } : row;
    }),
  );
}

const rowOf = (file: string, problems: readonly Problem[]): CheckRow => ({
  file,
  problems,
  title: null,
  date: null,
  contacts: [],
  passages: 0,
  embargo: null,
});
