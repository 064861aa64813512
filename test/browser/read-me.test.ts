import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { takePictures } from './pictures.ts';

const readMe = readFileSync('README.md', 'utf8');
const links = [...readMe.matchAll(/(?:\]\(|src=")([^)"\s]+)/g)].map(([, to = '']) => to);
const headings = [...readMe.matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-'),
);
const relative = links.filter((to) => !/^[a-z]+:/i.test(to));
const pictures = relative.filter((to) => to.endsWith('.png'));

describe('README', () => {
  test.each(relative)('links to something that is there: %s', (to) => {
    const [path = '', heading] = to.split('#');
    if (path !== '') expect(existsSync(path)).toBe(true);
    if (path === '' && heading !== undefined) expect(headings).toContain(heading);
  });

  test('shows pictures of all three people’s work, none heavy', () => {
    expect(pictures.length).toBeGreaterThanOrEqual(3);
    for (const picture of pictures) expect(statSync(picture).size).toBeLessThan(300_000);
  });

  test('each picture can be taken anew from the practice workspace', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'media-desk-pictures-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const taken = await takePictures(folder);
    expect(taken.toSorted()).toEqual(
      [...new Set(pictures.map((each) => basename(each)))].toSorted(),
    );
  });
});
