import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseRelease } from '../../src/releases/parse-release.ts';

const folder = new URL('../../../shared/data/releases/', import.meta.url);

/** Every fifteenth file: all kinds and hands are among them, and the suite stays quick. */
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .sort()
      .filter((_, index) => index % 15 === 3)
  : [];

const leftovers: readonly RegExp[] = [
  /<\/?[a-z][^<>]*>/i,
  /&(?:nbsp|amp|lt|gt|quot|rsquo|lsquo|ldquo|rdquo|ndash|mdash|#\d+);/i,
  /\{[:%{]/,
  /\*\*|~~|```/,
  /\\[^\s]/,
  /\]\(/,
  /[\u00A0\u200B\u00AD\uFEFF\r]/,
  / {2}/,
];

test.skipIf(files.length === 0)(
  'real releases are read, and no passage holds markup, escapes or templates',
  () => {
    const strays: string[] = [];
    for (const file of files) {
      const outcome = parseRelease(
        file,
        readFileSync(
          new URL(encodeURI(file).replaceAll('#', '%23').replaceAll('?', '%3F'), folder),
          'utf8',
        ),
        {
          zone: 'Asia/Singapore',
        },
      );
      if (outcome.kind === 'rejected') {
        strays.push(`${file}:${outcome.rejection.line} ${outcome.rejection.reason}`);
        continue;
      }
      for (const { text, kind, line, sentences } of outcome.release.passages) {
        for (const pattern of leftovers)
          if (pattern.test(text)) strays.push(`${file}:${line} ${pattern} ${text.slice(0, 80)}`);
        if ((kind === 'paragraph' || kind === 'row' || kind === 'title') && text.includes('\n'))
          strays.push(`${file}:${line} lines`);
        let at = 0;
        for (const { from, to } of sentences) {
          if (from < at || to <= from || to > text.length)
            strays.push(`${file}:${line} sentence ${from}-${to}`);
          at = to;
        }
      }
    }
    expect(strays).toEqual([]);
  },
);
