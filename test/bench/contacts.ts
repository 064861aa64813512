import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Contact } from '../../src/releases/contact.ts';
import { readContacts } from '../../src/releases/read-contacts.ts';
import {
  type ContactsLine,
  type ContactsScore,
  contactFields,
  contactsLine,
  scoreContacts,
} from './score-contacts.ts';

/** Everything behind the front matter, and the line of the file where it starts. */
const bodyOf = (text: string): { body: string; firstLine: number } => {
  const lines = text.split('\n');
  const closing = lines.findIndex((line, at) => at > 0 && /^---\s*$/.test(line));
  const from = /^---\s*$/.test(lines[0] ?? '') && closing > 0 ? closing + 1 : 0;
  return { body: lines.slice(from).join('\n'), firstLine: from + 1 };
};

/** A stable half of the gold, so that rules made on one half can be tried on the other. */
const halfOf = (file: string): number => (createHash('sha256').update(file).digest()[0] ?? 0) % 2;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const table = (title: string, lines: readonly ContactsLine[], score: ContactsScore): string =>
  [
    `${title}: ${lines.length} files, ${lines.flatMap(({ contacts }) => contacts).length} contacts`,
    '  field          right  wrong missed  precision  recall     F1',
    ...contactFields.map((field) => {
      const { right, wrong, missed, precision, recall, f1 } = score.fields[field];
      const counts = [right, wrong, missed].map((count) => String(count).padStart(6)).join(' ');
      const shares = [precision, recall, f1].map((share) => share.toFixed(3)).join('   ');
      return `  ${field.padEnd(13)}${counts}      ${shares}`;
    }),
    `  invented contacts ${percent(score.inventedContacts)}, e-mails, names and phones ${percent(score.inventedValues)}`,
  ].join('\n');

const missesByFile = (misses: ContactsScore['misses']): string[] =>
  [...new Set(misses.map(({ file }) => file))].flatMap((name) => [
    `misses in ${name}`,
    ...misses
      .filter(({ file }) => file === name)
      .map(
        ({ field, gold, found }) =>
          `  ${field}: printed ${JSON.stringify(gold)}, found ${JSON.stringify(found)}`,
      ),
  ]);

/**
 * Reads a file of contacts read by hand, and the contacts that are found in its releases.
 *
 * @param folder where the releases are; default: `releases` beside the file
 */
export function readGold(
  path: string,
  folder = join(dirname(path), 'releases'),
): { gold: ContactsLine[]; found: Map<string, Contact[]> } {
  const gold = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => contactsLine.parse(JSON.parse(line)));
  const found = new Map<string, Contact[]>();
  for (const { file } of gold) {
    const { body, firstLine } = bodyOf(readFileSync(join(folder, file), 'utf8'));
    found.set(file, readContacts(body, firstLine).contacts);
  }
  return { gold, found };
}

/**
 * Prints how well the contacts of real releases are read.
 *
 * @param args path of a file with one release's contacts a line, then the folder of the releases (default: `releases`
 *   beside that file)
 */
export async function benchContacts([path, folder]: string[]): Promise<void> {
  if (path === undefined) {
    process.stderr.write('Cannot score contacts: give the path of a .jsonl file\n');
    process.exitCode = 2;
    return;
  }
  const { gold, found } = readGold(path, folder);
  const scored = gold.filter(({ kind }) => kind !== 'general-enquiry');
  const apart = gold.filter(({ kind }) => kind === 'general-enquiry');
  const media = scored.filter(({ kind }) => kind === 'media-contact');
  const all = scoreContacts(scored, found);
  const report = [
    table('media contacts, and releases that print none', scored, all),
    `  taken from releases that print none: ${all.takenOnNone}`,
    ...[0, 1].map((half) => {
      const lines = media.filter(({ file }) => halfOf(file) === half);
      return table(`half ${half + 1} of the media contacts`, lines, scoreContacts(lines, found));
    }),
    table('general enquiries (apart)', apart, scoreContacts(apart, found)),
    ...missesByFile(all.misses),
  ];
  process.stdout.write(`${report.join('\n')}\n`);
}
