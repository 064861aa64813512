import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Who may import whom (README, map of `src`). A folder missing from a list is out of bounds. */
const mayImport: Record<string, readonly string[]> = {
  releases: [],
  search: ['releases'],
  answers: ['releases', 'search'],
  desk: ['releases'],
  enquiries: ['clock', 'releases', 'search', 'answers', 'desk'],
  store: ['clock', 'log', 'releases', 'search', 'answers', 'desk', 'enquiries'],
  slack: ['clock', 'log', 'releases', 'search', 'answers', 'desk', 'enquiries'],
  practice: [],
};

/** Files that only compute: no clock, no environment, no disk, no client. */
const pure = ['releases', 'search', 'answers', 'desk', 'enquiries', 'slack/views'];

/** The edge of `releases`: what reads the disk, watches it, or runs a worker. */
const edges = /^releases\/(load|watch|open|clone|keep|work)-[a-z-]+\.ts$/;

const src = new URL('../src/', import.meta.url);

const sourcesOf = (folder: string) =>
  readdirSync(new URL(`${folder}/`, src), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('page/'))
    .map((file) => ({ file, text: readFileSync(new URL(`${folder}/${file}`, src), 'utf8') }));

describe('the house keeps its walls', () => {
  test.each(Object.keys(mayImport))('src/%s imports only what lies below it', (folder) => {
    const strays = sourcesOf(folder).flatMap(({ file, text }) =>
      [...text.matchAll(/from '(\.[^']+)'/g)]
        .map(([, target = '']) => new URL(target, new URL(`${folder}/${file}`, src)).pathname)
        .map((path) => /\/src\/([a-z-]+)/.exec(path)?.[1] ?? path)
        .filter((top) => top !== folder && !mayImport[folder]?.includes(top))
        .map((top) => `${file} -> ${top}`),
    );
    expect(strays).toEqual([]);
  });

  test.each(pure)('src/%s has no clock, environment, disk or client inside', (folder) => {
    const strays = sourcesOf(folder)
      .filter(({ file }) => !edges.test(`${folder}/${file}`))
      .flatMap(({ file, text }) =>
        [
          ...text.matchAll(
            /from 'node:[^']+'|from '@slack\/(?!types)[^']+'|Date\.now\(|new Date\(\)|process\.env|Math\.random\(/g,
          ),
        ]
          .map(([stray]) => `${file}: ${stray}`)
          .filter((stray) => !stray.endsWith("from 'node:crypto'")),
      );
    expect(strays).toEqual([]);
  });
});
