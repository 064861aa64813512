import { mkdir, readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { simpleGit } from 'simple-git';

/** Where the releases are kept: a repository and one of its branches. */
export type CloneSource = { readonly url: string; readonly branch: string | undefined };

/** What a pull brought. Whatever fails, the files of the last good state stay where they are. */
export type PullOutcome =
  | { readonly kind: 'same' | 'updated'; readonly commit: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** Reads `https://host/office/releases.git#main`; without `#…` the repository's own default branch is meant. */
export function readCloneSource(text: string): CloneSource | undefined {
  const [, url = '', branch] = /^([^#\s]+)(?:#([\w./-]{1,200}))?$/.exec(text.trim()) ?? [];
  if (!/^(?:https?|ssh|file):\/\/|^[\w.-]+@[\w.-]+:|^\.{0,2}\//.test(url)) return undefined;
  if (branch?.startsWith('-') || branch?.includes('..')) return undefined;
  return { url, branch };
}

/** Longest silence of git before it is given up. */
const patienceMs = 60_000;

/**
 * Brings a folder to the newest state of a branch: clones it the first time, then only goes forward. A branch that was
 * rewritten, a repository that cannot be reached, or files changed by hand are reported and change nothing.
 *
 * @param dir where the clone is, or is to be
 */
export async function pullReleases(
  { url, branch }: CloneSource,
  dir: string,
): Promise<PullOutcome> {
  try {
    if (!(await isFilled(dir))) {
      await mkdir(dirname(dir), { recursive: true });
      const only = branch === undefined ? [] : ['--branch', branch];
      await gitIn(dirname(dir)).clone(url, dir, ['--single-branch', ...only]);
      return { kind: 'updated', commit: await commitOf(dir) };
    }
    const git = gitIn(dir);
    const top = await git.revparse(['--show-cdup']);
    if (top !== '') return failed(`“${dir}” is not empty and no clone: name another folder`);
    const remote = await git.remote(['get-url', 'origin']);
    if (String(remote ?? '').trim() !== url)
      return failed(`“${dir}” is a clone of another repository: remove it, or name another folder`);
    const before = await commitOf(dir);
    await git.fetch(['origin', ...(branch === undefined ? [] : [branch])]);
    await git.merge(['--ff-only', branch === undefined ? '@{upstream}' : 'FETCH_HEAD']);
    const commit = await commitOf(dir);
    return { kind: commit === before ? 'same' : 'updated', commit };
  } catch (error) {
    return failed(error instanceof Error ? error.message.trim() : String(error));
  }
}

const failed = (reason: string): PullOutcome => ({ kind: 'failed', reason });

/** Git that is given up when it waits, as for a password that nobody will type. */
const gitIn = (dir: string) => simpleGit({ baseDir: dir, timeout: { block: patienceMs } });

const commitOf = async (dir: string): Promise<string> =>
  (await gitIn(dir).revparse(['HEAD'])).trim();

async function isFilled(dir: string): Promise<boolean> {
  try {
    return (await readdir(dir)).length > 0;
  } catch {
    return false;
  }
}
