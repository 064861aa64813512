import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { inShortStretches } from './work-briefly.ts';

/*
 * What was understood at an earlier start, kept in one file of lines. The first line names the code that understood
 * it, so that changed code reads everything anew; every other line has its own checksum, so that a torn or damaged one
 * costs that release alone.
 */

/** One release, kept: its `keptKey`, and what `packRelease` wrote of it. */
export type KeptEntry = { readonly key: string; readonly json: string };

/** A text at its place: the same text under another name is understood anew, since the name tells date and kind. */
export const keptKey = (file: string, text: string, zone: string): string =>
  createHash('sha256').update(`${file}\0${zone}\0`).update(text).digest('base64url');

/**
 * Reads what was kept, entry by entry and in short stretches. A missing, foreign or damaged file counts as empty.
 *
 * @param code names the code that understands releases, as of `codeVersion`
 * @returns whether the file is one of this code, to which more can be added
 */
export async function readKept(
  path: string,
  code: string,
  take: (entry: KeptEntry) => Promise<void> | undefined,
): Promise<boolean> {
  let sound = false;
  const lines = createInterface({ input: createReadStream(path, { highWaterMark: 1 << 17 }) });
  const turn = inShortStretches();
  try {
    for await (const line of lines) {
      await turn();
      if (sound) {
        const entry = readEntry(line);
        if (entry !== undefined) await take(entry);
      } else if (line === headerOf(code)) sound = true;
      else break;
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  } finally {
    lines.close();
  }
  return sound;
}

/** Keeps releases while more are being read, so that a start that is broken off was not for nothing. */
export type Keeping = {
  add(entries: readonly KeptEntry[]): Promise<void>;
  close(): Promise<void>;
};

/**
 * Opens the file at the first entry that there is to add.
 *
 * @param stillGood `undefined` where the file is good to be added to; else it is written anew with the entries of
 * these keys, and the old one stays until the new one is whole
 */
export function openKeeping(
  path: string,
  code: string,
  stillGood: ReadonlySet<string> | undefined,
): Keeping {
  let opened: Promise<FileHandle> | undefined;
  const begin = async () => {
    if (stillGood !== undefined) await writeAnew(path, code, stillGood);
    const file = await open(path, 'a');
    // Ends a line that was cut off.
    await file.write('\n');
    return file;
  };
  return {
    async add(entries) {
      if (entries.length === 0) return;
      opened ??= begin();
      await (await opened).appendFile(entries.map(lineOf).join(''));
    },
    async close() {
      await (await opened)?.close();
    },
  };
}

async function writeAnew(path: string, code: string, keys: ReadonlySet<string>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const fresh = `${path}.new`;
  const file = await open(fresh, 'w');
  try {
    await file.write(`${headerOf(code)}\n`);
    await readKept(path, code, async (entry) => {
      if (keys.has(entry.key)) await file.write(lineOf(entry));
    });
  } finally {
    await file.close();
  }
  await rename(fresh, path);
}

const lineOf = ({ key, json }: KeptEntry): string => `${key} ${checksum(json)} ${json}\n`;

function readEntry(line: string): KeptEntry | undefined {
  const [key = '', sum = ''] = line.slice(0, 60).split(' ', 2);
  const json = line.slice(key.length + sum.length + 2);
  return json === '' || checksum(json) !== sum ? undefined : { key, json };
}

const checksum = (text: string): string =>
  createHash('sha1').update(text).digest('base64url').slice(0, 12);

const headerOf = (code: string): string => `media-desk parsed ${code}`;

/**
 * Names the code that understands releases by its contents, and what it is built on by the versions asked for.
 *
 * @param folders that hold it besides this one
 */
export async function codeVersion(folders: readonly URL[] = []): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of [new URL('.', import.meta.url), ...folders])
    for (const name of (await readdir(folder)).sort())
      if (/\.[jt]s$/.test(name) && !name.endsWith('.d.ts'))
        hash.update(name).update(await readFile(new URL(name, folder)));
  const asked = await readFile(new URL('../../package.json', import.meta.url)).catch(() => '');
  return hash.update(asked).digest('base64url');
}
