import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assembleReleases } from './assemble-releases.ts';
import { longestFile } from './hazard.ts';
import { type ParseOutcome, parseRelease } from './parse-release.ts';
import type { Rejection, ReleaseSet } from './release.ts';

/**
 * Reads every Markdown file of a folder and of the folders in it. One bad file never hides the others; links to other
 * places on the disk are not followed.
 *
 * @param dir the releases folder
 * @throws {Error} naming the folder, where it is missing or cannot be read
 */
export async function loadReleases(dir: string, { zone }: { zone: string }): Promise<ReleaseSet> {
  const { files, rejected } = await listReleases(dir);
  const outcomes: ParseOutcome[] = rejected.map((rejection) => ({ kind: 'rejected', rejection }));
  for (const file of files) outcomes.push(await readRelease(dir, file, zone));
  return assembleReleases(outcomes);
}

/** Files of a releases folder, sorted, with `/` between folders, and what is there but refused. */
export async function listReleases(
  dir: string,
): Promise<{ files: string[]; rejected: Rejection[] }> {
  const files: string[] = [];
  const rejected: Rejection[] = [];
  const visit = async (folder: string) => {
    const entries = await readdir(join(dir, folder), { withFileTypes: true });
    for (const entry of entries) {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (entry.isSymbolicLink())
        rejected.push({
          file,
          line: 1,
          reason: 'A link to another place is not followed: put the file itself here',
        });
      else if (entry.isDirectory()) await visit(file);
      else if (entry.isFile() && isReleaseFile(entry.name)) files.push(file);
    }
  };
  try {
    await visit('');
  } catch (error) {
    throw new Error(
      `Cannot read the releases folder “${dir}”: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return { files: files.sort(), rejected };
}

export const isReleaseFile = (name: string): boolean => /\.(?:md|markdown)$/i.test(name);

/** Reads one file of the folder. A file that vanished or cannot be read is rejected with the reason. */
export async function readRelease(dir: string, file: string, zone: string): Promise<ParseOutcome> {
  const reject = (reason: string): ParseOutcome => ({
    kind: 'rejected',
    rejection: { file, line: 1, reason },
  });
  if (file.split(/[/\\]/).includes('..'))
    return reject('The path leads out of the releases folder');
  try {
    const path = join(dir, file);
    const stats = await lstat(path);
    if (stats.isSymbolicLink())
      return reject('A link to another place is not followed: put the file itself here');
    if (stats.size > longestFile * 3)
      return reject(
        `The file is too big (${Math.round(stats.size / 1e6)} MB): put long annexes into a PDF`,
      );
    return parseRelease(file, await readFile(path, 'utf8'), { zone });
  } catch (error) {
    return reject(`Cannot be opened: ${error instanceof Error ? error.message : String(error)}`);
  }
}
