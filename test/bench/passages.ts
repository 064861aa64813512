import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRelease } from '../../src/releases/parse-release.ts';
import { strayMarkup } from './stray-markup.ts';

/** Reads every file of a folder, and names what cannot be read and each passage that holds markup: `passages [DIR]`. */
export const benchPassages = async ([dir = '../shared/data/releases']: string[]): Promise<void> => {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  );
  const refused: string[] = [];
  const strays: string[] = [];
  let passages = 0;
  const began = process.cpuUsage();
  for (const file of files.sort()) {
    const text = readFileSync(join(dir, file), 'utf8');
    const outcome = parseRelease(file, text, { zone: 'Asia/Singapore' });
    if (outcome.kind === 'rejected')
      refused.push(`${file}:${outcome.rejection.line} ${outcome.rejection.reason}`);
    else {
      passages += outcome.release.passages.length;
      strays.push(...strayMarkup(outcome.release));
    }
  }
  const { user } = process.cpuUsage(began);
  for (const line of [...refused, ...strays]) process.stdout.write(`${line}\n`);
  process.stdout.write(
    `${files.length} files, ${refused.length} refused; ${passages} passages, ${strays.length} with markup; ${(user / 1000 / Math.max(1, files.length)).toFixed(1)} ms of processor a file\n`,
  );
};
