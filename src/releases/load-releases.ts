import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { assembleReleases, noteDigest } from './assemble-releases.ts';
import {
  isPassedOver,
  isReleaseFile,
  linkReason,
  readInFolder,
  reasonOf,
  refusal,
} from './load-file.ts';
import { openKept } from './load-kept.ts';
import { packRelease, type Understood } from './pack-release.ts';
import type { ParseOutcome } from './parse-release.ts';
import type { Rejection, Release, ReleaseSet } from './release.ts';
import type { ParseJob } from './work-batches.ts';
import type { Threads } from './work-threads.ts';
import { type Extra, workThrough } from './work-through.ts';

export type LoadOptions = {
  /** IANA zone of the press office, for embargoes without an offset. */
  readonly zone: string;
  /** File in which what was understood is kept for the next start; without it everything is read anew. */
  readonly kept?: string;
  /** Most threads to read on; 0 reads in this one. */
  readonly threads?: number;
  /** Threads to read on that are at hand anyway. */
  readonly pool?: Threads | undefined;
  /** What is worked out of each release besides, and kept with it. */
  readonly extra?: Extra;
  /** Told while a big folder is being read. Of what was kept, more is read when it resolves. */
  readonly onProgress?: (progress: LoadProgress) => Promise<void> | void;
};

export type LoadProgress = {
  readonly done: number;
  readonly total: number;
  /** What came in since the last time. */
  readonly news: readonly Understood[];
};

/**
 * Reads every Markdown file of a folder and of the folders in it. One bad file never hides the others.
 *
 * @param dir the releases folder
 * @throws {Error} naming the folder, where it is missing or cannot be read
 */
export async function loadReleases(dir: string, options: LoadOptions): Promise<ReleaseSet> {
  return assembleReleases((await loadOutcomes(dir, options)).values());
}

/** Reads a folder file by file: what came of each, by its path. */
export async function loadOutcomes(
  dir: string,
  options: LoadOptions,
): Promise<Map<string, ParseOutcome>> {
  const { zone, extra, threads, pool, kept: path } = options;
  const { files, rejected } = await listReleases(dir);
  const outcomes = new Map<string, ParseOutcome>();
  for (const rejection of rejected) outcomes.set(rejection.file, { kind: 'rejected', rejection });

  const jobs: ParseJob[] = [];
  await inTurns(files, 16, async (file) => {
    const read = await readInFolder(dir, file);
    if (read.kind === 'refused')
      outcomes.set(file, { kind: 'rejected', rejection: read.rejection });
    if (read.kind === 'text') jobs.push({ file, text: read.text });
  });
  const take = async (news: readonly Understood[]) => {
    for (const { release, digest } of news) {
      noteDigest(release, digest);
      outcomes.set(release.file, { kind: 'parsed', release });
    }
    await options.onProgress?.({ done: outcomes.size, total: files.length, news });
  };

  const code = extra === undefined ? [] : [extra.code];
  const kept = await openKept(jobs, { zone, path, code, take });
  const listed = new Set(files);
  await workThrough(
    jobs.filter(({ file }) => !kept.files.has(file)),
    {
      zone,
      extra,
      threads,
      pool,
      onDone: (done) => {
        const news: Understood[] = [];
        const toKeep: { file: string; json: () => string }[] = [];
        for (const one of done) {
          if (one.kind === 'rejected') {
            outcomes.set(one.rejection.file, one);
            continue;
          }
          const old = kept.others.get(one.release.version);
          const isRenamed = old !== undefined && !listed.has(old.file);
          const understood = isRenamed ? { ...one, release: renamed(one.release, old) } : one;
          news.push(understood);
          toKeep.push({
            file: one.release.file,
            json: () => (isRenamed ? undefined : one.json) ?? packRelease(understood),
          });
        }
        void take(news);
        kept.keep(toKeep);
      },
    },
  );
  await kept.close();
  return new Map([...outcomes].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** What a releases folder holds. */
export type Folder = {
  /** Paths of Markdown files relative to the folder, with `/`, sorted. */
  readonly files: readonly string[];
  /** What is there but not read. */
  readonly rejected: readonly Rejection[];
};

/**
 * Lists the Markdown files of a folder and of the folders in it. Links are not followed, hidden files are passed over.
 *
 * @throws {Error} naming the folder, where it is missing or cannot be read
 */
export async function listReleases(dir: string): Promise<Folder> {
  const files: string[] = [];
  const rejected: Rejection[] = [];
  const visit = async (folder: string, depth: number) => {
    for (const entry of await readdir(join(dir, folder), { withFileTypes: true })) {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (isPassedOver(entry.name)) continue;
      if (entry.isSymbolicLink()) rejected.push(refusal(file, linkReason));
      else if (entry.isDirectory()) {
        if (depth < 30) await visit(file, depth + 1);
        else rejected.push(refusal(file, 'The folders are nested too deeply: move the files up'));
      } else if (entry.isFile() && isReleaseFile(entry.name)) files.push(file);
    }
  };
  try {
    await visit('', 0);
  } catch (error) {
    throw new Error(`Cannot read the releases folder “${dir}”: ${reasonOf(error)}`);
  }
  return { files: files.sort(), rejected };
}

/** A release that lay under another name before, known by its unchanged text: links to it go on to lead there. */
export const renamed = (release: Release, old: Release): Release =>
  release.permalink === undefined ? { ...release, id: old.id } : release;

/** Does something for each entry, so many at a time. */
async function inTurns<T>(
  entries: readonly T[],
  width: number,
  act: (entry: T) => Promise<void>,
): Promise<void> {
  let at = 0;
  const run = async () => {
    while (at < entries.length) {
      const entry = entries[at];
      at += 1;
      if (entry !== undefined) await act(entry);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, entries.length) }, run));
}
