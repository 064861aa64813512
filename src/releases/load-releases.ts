import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { assembleReleases, noteText } from './assemble-releases.ts';
import { addKept, keptKey, readKept, writeKept } from './keep-parsed.ts';
import {
  isPassedOver,
  isReleaseFile,
  linkReason,
  readInFolder,
  reasonOf,
  refusal,
} from './load-file.ts';
import { type ParseOutcome, parseRelease } from './parse-release.ts';
import type { Rejection, Release, ReleaseSet } from './release.ts';
import { inShortStretches } from './work-briefly.ts';
import type { ParseJob } from './work-parse.ts';
import { workThrough } from './work-through.ts';

export type LoadOptions = {
  /** IANA zone of the press office, for embargoes without an offset. */
  readonly zone: string;
  /** File in which what was understood is kept for the next start; without it everything is read anew. */
  readonly kept?: string;
  /** Most threads to read on; 0 reads in this one. */
  readonly threads?: number;
  /** Told while a big folder is being read, with the releases that came in since the last time. */
  readonly onProgress?: (progress: LoadProgress) => void;
};

export type LoadProgress = {
  readonly done: number;
  readonly total: number;
  readonly releases: readonly Release[];
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
  const { zone, kept: path } = options;
  const { files, rejected } = await listReleases(dir);
  const outcomes = new Map<string, ParseOutcome>();
  for (const rejection of rejected) outcomes.set(rejection.file, { kind: 'rejected', rejection });

  const texts = new Map<string, ParseJob>();
  await inTurns(files, 16, async (file) => {
    const read = await readInFolder(dir, file);
    if (read.kind === 'refused')
      outcomes.set(file, { kind: 'rejected', rejection: read.rejection });
    if (read.kind === 'text') texts.set(keptKey(file, read.text, zone), { file, text: read.text });
  });

  const kept = path === undefined ? undefined : await readKept(path, new Set(texts.keys()));
  const found: Release[] = [...(kept?.releases.values() ?? [])];
  for (const release of found) outcomes.set(release.file, { kind: 'parsed', release });
  const report = (releases: readonly Release[]) =>
    options.onProgress?.({ done: outcomes.size, total: files.length, releases });
  report(found);

  const fresh = new Map<string, Release>();
  const keys = new Map([...texts].map(([key, { file }]) => [file, key]));
  const jobs = [...texts].filter(([key]) => !kept?.releases.has(key)).map(([, job]) => job);
  const listed = new Set(files);
  await workThrough(jobs, {
    zone,
    ...(options.threads === undefined ? {} : { threads: options.threads }),
    onDone: (done) => {
      const news: Release[] = [];
      for (const outcome of done) {
        if (outcome.kind === 'rejected') {
          outcomes.set(outcome.rejection.file, outcome);
          continue;
        }
        const old = kept?.others.get(outcome.release.version);
        const release =
          old && !listed.has(old.file) ? renamed(outcome.release, old) : outcome.release;
        outcomes.set(release.file, { kind: 'parsed', release });
        fresh.set(keys.get(release.file) ?? '', release);
        news.push(release);
      }
      report(news);
    },
  });
  if (path !== undefined && fresh.size > 0)
    await (kept?.sound
      ? addKept(path, fresh)
      : writeKept(path, [...(kept?.releases ?? []), ...fresh]));
  const turn = inShortStretches();
  for (const outcome of outcomes.values()) {
    if (outcome.kind === 'parsed') noteText(outcome.release);
    await turn();
  }
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

/** Reads one file of a folder. */
export async function readRelease(dir: string, file: string, zone: string): Promise<ParseOutcome> {
  const read = await readInFolder(dir, file);
  switch (read.kind) {
    case 'text':
      return parseRelease(file, read.text, { zone });
    case 'refused':
      return { kind: 'rejected', rejection: read.rejection };
    case 'gone':
      return { kind: 'rejected', rejection: { file, line: 1, reason: 'The file is not there' } };
  }
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
