import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseRelease } from '../../src/releases/parse-release.ts';
import { strayMarkup } from '../bench/stray-markup.ts';

const folder = new URL('../../../shared/data/releases/', import.meta.url);

/** Every fortieth file: all kinds and hands are among them, and the suite stays quick; `bench -- passages` reads all. */
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .sort()
      .filter((_, index) => index % 40 === 3)
  : [];

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
      strays.push(...strayMarkup(outcome.release));
    }
    expect(strays).toEqual([]);
  },
);
