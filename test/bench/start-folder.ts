import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Fills a folder with releases: the real ones of another folder, again and again under other names, each time with
 * other sentences so that no two have the same text; made up where there is none.
 *
 * @param count how many
 * @param source where real ones may be
 */
export function writeManyReleases(dir: string, count: number, source: string): void {
  const real = existsSync(source)
    ? readdirSync(source, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.md'))
        .sort()
    : [];
  // A few of each folder, not the first folder alone.
  const step = Math.max(1, Math.floor(real.length / count));
  for (let at = 0; at < count; at += 1) {
    const file = real[(at * step) % Math.max(1, real.length)];
    const round = Math.floor((at * step) / Math.max(1, real.length));
    const path = join(dir, String(round), file ?? `2020-01-01-release-${at}.md`);
    mkdirSync(dirname(path), { recursive: true });
    const text = file === undefined ? madeUp(at) : readFileSync(join(source, file), 'utf8');
    writeFileSync(path, round === 0 ? text : varied(text, round));
  }
}

/** The same release of another year: its numbers, link and names of programmes differ. */
const varied = (text: string, round: number): string => {
  const [, front = '', body = text] = /^(---\n[\s\S]*?\n---\n)([\s\S]*)$/.exec(text) ?? [];
  return `${front.replace(/^permalink:.*$/m, `permalink: /round-${round}/${hash(text)}`)}${body.replace(
    /\b\d{2,3}\b/g,
    (digits) => String(Number(digits) + round),
  )}\n\nThe programme of round${round}w${hash(text)} goes on for ${round} years.\n`;
};

const madeUp = (at: number): string =>
  `---\ntitle: The Office opens centre ${at}\npermalink: /news/${at}\n---\n\n${Array.from(
    { length: 12 },
    (_, line) =>
      `${line + 1}\\. The Office spent S$${at + line} million on centre ${at}, said Dr. Tan S. L. on Monday. It opens at 10 a.m. and has ${at * line + 7} seats.`,
  ).join('\n\n')}\n`;

const hash = (text: string): string => {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (sum * 31 + text.charCodeAt(at)) >>> 0;
  return sum.toString(36);
};
