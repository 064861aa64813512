import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { readDeadline } from '../../src/desk/read-deadline.ts';
import { readDesk } from '../../src/desk/read-desk.ts';

/** A way to state a deadline, and what it means: an instant, `ask`, or `none`. */
const Line = z.object({
  id: z.string(),
  text: z.string(),
  now: z.string(),
  zone: z.string(),
  expect: z.string(),
  confirm: z.boolean().optional(),
});

/** Where larger checks find their data; `npm run bench -- deadlines FILE` names another. */
const DEFAULT_FILE = new URL('../../../shared/data/deadlines.jsonl', import.meta.url);

/**
 * How many ways to state a deadline are read as their writers meant them. `silently wrong` is the worst: an instant
 * where another, a question, or nothing was meant, and nobody would be asked.
 */
export async function benchDeadlines(args: string[]): Promise<void> {
  const file = args[0] ?? DEFAULT_FILE;
  if (!existsSync(file)) {
    process.stderr.write(`Cannot measure deadlines: there is no ${file}\n`);
    process.exitCode = 1;
    return;
  }
  const outcome = readDesk(readFileSync(new URL('../../desk.yml', import.meta.url), 'utf8'));
  if (outcome.kind === 'invalid')
    throw new TypeError('Cannot measure deadlines: desk.yml is invalid');
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Line.parse(JSON.parse(line)));

  const counts = { right: 0, wrong: 0, silentlyWrong: 0, confirmMissing: 0 };
  for (const { id, text, now, zone, expect, confirm = false } of lines) {
    const read = readDeadline(text, { now: new Date(now), zone, desk: outcome.desk });
    const right =
      read.kind === 'at' ? new Date(expect).getTime() === read.at.getTime() : read.kind === expect;
    const unconfirmed = right && confirm && read.kind === 'at' && !read.confirm;
    counts.right += right && !unconfirmed ? 1 : 0;
    counts.wrong += right && !unconfirmed ? 0 : 1;
    counts.confirmMissing += unconfirmed ? 1 : 0;
    counts.silentlyWrong +=
      !right && read.kind === 'at' && (!read.confirm || expect === 'ask') ? 1 : 0;
    if (!right || unconfirmed)
      process.stdout.write(
        `${id} ${JSON.stringify(text)}: ${read.kind === 'at' ? `${read.at.toISOString()}${read.confirm ? ' (confirm)' : ''}` : read.kind}, meant ${expect}${confirm ? ' (confirm)' : ''}\n`,
      );
  }
  process.stdout.write(`${JSON.stringify({ lines: lines.length, ...counts })}\n`);
}
