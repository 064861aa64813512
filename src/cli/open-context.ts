import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DateTime } from 'luxon';
import { type Clock, systemClock } from '../clock.ts';
import { type Desk, defaultDesk } from '../desk/desk.ts';
import { readDesk } from '../desk/read-desk.ts';
import { readLibrary } from '../library.ts';
import { openLog } from '../log.ts';
import type { ReleaseIndex } from '../search/release-index.ts';
import { Complaint } from './output.ts';

/** Options that every command takes. */
export type CommonOptions = {
  readonly releases?: string;
  readonly desk?: string;
  readonly now?: string;
  readonly json?: boolean;
};

/**
 * The clock that a command goes by: `--now`, else the machine's.
 *
 * @throws {Complaint} where `--now` is no instant
 */
export function clockOf({ now }: CommonOptions): Clock {
  if (now === undefined) return systemClock;
  // Not `new Date`, which takes "banana 5" for a day in May.
  const read = DateTime.fromISO(now);
  if (!read.isValid)
    throw new Complaint(`--now “${now}” is no instant: write it as 2026-11-25T14:10:00+08:00`);
  return () => read.toJSDate();
}

/** The same for a program that goes on: from `--now` on, time passes as it does. */
export function tickingClock(options: CommonOptions): Clock {
  const aheadMs = clockOf(options)().getTime() - systemClock().getTime();
  return options.now === undefined
    ? systemClock
    : () => new Date(systemClock().getTime() + aheadMs);
}

/**
 * Reads desk.yml.
 *
 * @param file as named by the person; `undefined`: `desk.yml` if it is there, else what holds without one
 * @throws {Complaint} with every fault of the file, each with its line and what to do
 */
export function openDesk(file: string | undefined): Desk {
  const path = file ?? 'desk.yml';
  if (file === undefined && !existsSync(path)) return defaultDesk;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Complaint(
      `Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}. Check the path, or leave the option out to run without it`,
    );
  }
  const outcome = readDesk(text);
  if (outcome.kind === 'read') return outcome.desk;
  throw new Complaint(
    outcome.problems.map(({ line, message }) => `${path}:${line}: ${message}`).join('\n'),
  );
}

/** The folder of the lines to take: beside desk.yml, whichever that is. */
export const linesBeside = (deskFile: string | undefined): string =>
  join(dirname(deskFile ?? 'desk.yml'), 'desk/lines');

/** @throws {Complaint} where the folder cannot be read */
export async function openReleases(
  { releases }: CommonOptions,
  desk: Desk,
  now: Clock,
): Promise<ReleaseIndex> {
  try {
    // What is wrong with single files is the business of `check`.
    return await readLibrary({ dir: releases ?? 'releases', desk, now, log: openLog('error') });
  } catch (error) {
    throw new Complaint(
      `${error instanceof Error ? error.message : String(error)}. Give the folder with --releases DIR`,
    );
  }
}
