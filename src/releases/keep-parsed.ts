import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { appendFile, mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Release } from './release.ts';
import { inShortStretches } from './work-briefly.ts';

/**
 * What was understood at an earlier start, kept in one file of lines. The first line names the code that understood
 * it, so that changed code reads everything anew; every other line has its own checksum, so that a torn or damaged one
 * costs that release alone.
 */
export type Kept = {
  /** By `keptKey`. */
  readonly releases: ReadonlyMap<string, Release>;
  /** By version: what nobody asked for. So a renamed file is known again. */
  readonly others: ReadonlyMap<string, Release>;
  /** Whether the file is good to be added to. */
  readonly sound: boolean;
};

/** A text at its place: the same text under another name is understood anew, since the name tells date and kind. */
export const keptKey = (file: string, text: string, zone: string): string =>
  createHash('sha256').update(`${file}\0${zone}\0`).update(text).digest('base64url');

/**
 * Reads what was kept. A missing, foreign or damaged file counts as empty.
 *
 * @param wanted keys of the files as they are now
 */
export async function readKept(path: string, wanted: ReadonlySet<string>): Promise<Kept> {
  const releases = new Map<string, Release>();
  const others = new Map<string, Release>();
  let sound = false;
  try {
    const lines = createInterface({ input: createReadStream(path, { highWaterMark: 1 << 17 }) });
    const turn = inShortStretches();
    for await (const line of lines) {
      await turn();
      if (!sound) {
        if (line !== header()) break;
        sound = true;
        continue;
      }
      const entry = readEntry(line);
      if (entry === undefined) continue;
      if (wanted.has(entry.key)) releases.set(entry.key, entry.release);
      else others.set(entry.release.version, entry.release);
    }
    lines.close();
  } catch {
    sound = false;
  }
  return { releases, others, sound: sound && others.size <= releases.size };
}

/** Adds releases to what is kept. */
export async function addKept(
  path: string,
  entries: Iterable<readonly [string, Release]>,
): Promise<void> {
  await appendFile(path, '\n');
  for (const entry of entries) await appendFile(path, writeEntry(entry));
}

/** Keeps these releases and nothing else. The old file stays until the new one is whole. */
export async function writeKept(
  path: string,
  entries: Iterable<readonly [string, Release]>,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const fresh = `${path}.new`;
  const file = await open(fresh, 'w');
  try {
    await file.write(`${header()}\n`);
    for (const entry of entries) await file.write(writeEntry(entry));
  } finally {
    await file.close();
  }
  await rename(fresh, path);
}

const writeEntry = ([key, release]: readonly [string, Release]): string => {
  const json = JSON.stringify(release);
  return `${key} ${checksum(json)} ${json}\n`;
};

function readEntry(line: string): { key: string; release: Release } | undefined {
  const [key = '', sum = ''] = line.slice(0, 60).split(' ', 2);
  const json = line.slice(key.length + sum.length + 2);
  if (json === '' || checksum(json) !== sum) return undefined;
  const release = JSON.parse(json) as Stored;
  const embargo = release.embargo === undefined ? undefined : new Date(release.embargo);
  return {
    key,
    release: { ...blank, ...release, embargo, passages: release.passages.map(revive) },
  };
}

/** JSON leaves out what is `undefined` and writes an instant as text. */
type Stored = Omit<Release, 'embargo'> & { readonly embargo?: string };

const blank = {
  date: undefined,
  permalink: undefined,
  link: undefined,
  agency: undefined,
  note: undefined,
};

const revive = (passage: Release['passages'][number]): Release['passages'][number] => ({
  ...passage,
  paragraph: passage.paragraph,
  intro: passage.intro,
});

const checksum = (text: string): string =>
  createHash('sha1').update(text).digest('base64url').slice(0, 12);

let version: string | undefined;

/** Names the code in this folder by its contents. */
function header(): string {
  version ??= readerVersion();
  return `media-desk parsed ${version}`;
}

function readerVersion(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const hash = createHash('sha256');
  for (const name of readdirSync(here).sort())
    if (/\.[jt]s$/.test(name) && !name.endsWith('.d.ts'))
      hash.update(name).update(readFileSync(`${here}${name}`));
  return hash.digest('base64url');
}
