import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { longestFile } from './hazard.ts';
import type { Rejection } from './release.ts';

/** Whether a file of this name is a release. */
export const isReleaseFile = (name: string): boolean => /\.(?:md|markdown)$/i.test(name);

/** Hidden files, editors' own copies, and installed packages. */
export const isPassedOver = (name: string): boolean =>
  /^\.|~$|^#.*#$/.test(name) || name === 'node_modules';

export const linkReason = 'A link to another place is not followed: put the file itself here';

export type FileRead =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly rejection: Rejection };

/** Reads one file of the folder. */
export async function readInFolder(dir: string, file: string): Promise<FileRead> {
  const refuse = (reason: string): FileRead => ({
    kind: 'refused',
    rejection: refusal(file, reason),
  });
  if (file.split(/[/\\]/).includes('..'))
    return refuse('The path leads out of the releases folder');
  try {
    const path = join(dir, file);
    const stats = await lstat(path);
    if (stats.isSymbolicLink()) return refuse(linkReason);
    if (!stats.isFile()) return { kind: 'gone' };
    // A character takes up to three bytes of UTF-8 for each UTF-16 unit.
    if (stats.size > longestFile * 3)
      return refuse(
        `The file is too big (${Math.round(stats.size / 1e6)} MB): put long annexes into a PDF`,
      );
    return { kind: 'text', text: await readFile(path, 'utf8') };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { kind: 'gone' };
    return refuse(`Cannot be opened: ${reasonOf(error)}`);
  }
}

export const refusal = (file: string, reason: string): Rejection => ({ file, line: 1, reason });

export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
