import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Line, readLine } from './desk/lines.ts';
import type { Log } from './log.ts';

/** More lines, or longer files, than any desk has are not read. */
const MOST_FILES = 500;
const LONGEST_FILE = 100_000;

/**
 * The lines to take in a folder, read anew at each call: a line that was signed or withdrawn a second ago is taken as
 * it stands now. Without the folder there are none. What is wrong with a file is logged, once for each state of it.
 */
export function openLines(
  dir: string,
  { zone, log }: { readonly zone: string; readonly log: Log },
): () => Promise<readonly Line[]> {
  const complained = new Map<string, string>();
  return async () => {
    const names = await readdir(dir).catch(() => [] as string[]);
    const files = names.filter((name) => /\.md$/i.test(name) && !name.startsWith('.')).sort();
    const lines: Line[] = [];
    for (const file of files.slice(0, MOST_FILES)) {
      const text = await readFile(join(dir, file), 'utf8').catch(() => undefined);
      if (text === undefined) continue;
      const outcome = readLine(file, text.slice(0, LONGEST_FILE), zone);
      if (outcome.kind === 'read') {
        lines.push(outcome.line);
        complained.delete(file);
      } else if (complained.get(file) !== outcome.reason) {
        complained.set(file, outcome.reason);
        log.warn('line.rejected', { file, line: outcome.at, reason: outcome.reason });
      }
    }
    return lines;
  };
}
