import {
  appendFile,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readInFolder } from '../../src/releases/load-file.ts';
import { loadReleases } from '../../src/releases/load-releases.ts';

const zone = 'Asia/Singapore';
const page = (title: string, body = `${title} is here.`) => `---\ntitle: ${title}\n---\n${body}\n`;

let root = '';
let dir = '';
let kept = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'releases-'));
  dir = join(root, 'releases');
  kept = join(root, 'data', 'parsed');
  await mkdir(join(dir, 'speeches'), { recursive: true });
  await writeFile(join(dir, '2020-01-02-one.md'), page('One'));
  await writeFile(join(dir, 'speeches', '2021-01-02-two.md'), page('Two'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const files = ({ releases }: Awaited<ReturnType<typeof loadReleases>>) =>
  releases.map(({ file }) => file);

test('a folder is read with the folders in it, in order; other files are passed over', async () => {
  await writeFile(join(dir, 'notes.txt'), 'x');
  await writeFile(join(dir, '.hidden.md'), page('Hidden'));
  const set = await loadReleases(dir, { zone });
  expect(files(set)).toEqual(['2020-01-02-one.md', 'speeches/2021-01-02-two.md']);
  expect(set.rejected).toEqual([]);
});

test('one bad file is named with its reason, and the others are served', async () => {
  await writeFile(join(dir, 'bad.md'), 'no front matter');
  const set = await loadReleases(dir, { zone });
  expect(files(set)).toHaveLength(2);
  expect(set.rejected).toMatchObject([{ file: 'bad.md', line: 1 }]);
});

test('a link to another place and a path out of the folder are refused', async () => {
  await writeFile(join(root, 'secret.md'), page('Secret'));
  await symlink(join(root, 'secret.md'), join(dir, 'link.md'));
  await symlink(root, join(dir, 'folder'));
  const set = await loadReleases(dir, { zone });
  expect(set.releases.map(({ title }) => title)).toEqual(['One', 'Two']);
  expect(set.rejected.map(({ file }) => file)).toEqual(['folder', 'link.md']);
  expect(await readInFolder(dir, '../secret.md')).toMatchObject({ kind: 'refused' });
  expect(await readInFolder(dir, 'link.md')).toMatchObject({ kind: 'refused' });
});

test('a file of many megabytes is refused unread', async () => {
  await writeFile(join(dir, 'big.md'), Buffer.alloc(8_000_000, 'x'));
  const { rejected } = await loadReleases(dir, { zone });
  expect(rejected[0]?.reason).toMatch(/too big \(8 MB\)/);
});

test('a missing folder is named', async () => {
  await expect(loadReleases(join(root, 'nowhere'), { zone })).rejects.toThrow(
    /releases folder “.*nowhere”/,
  );
});

describe('what was understood is kept', () => {
  test('the next start reads the same, dates and embargoes included', async () => {
    await writeFile(
      join(dir, 'later.md'),
      '---\ntitle: Later\nembargo: 2030-01-01\n---\nThen. It is so.',
    );
    const first = await loadReleases(dir, { zone, kept });
    const second = await loadReleases(dir, { zone, kept });
    expect(second).toEqual(first);
  });

  test('it is what the next start serves, and only a changed file is read again', async () => {
    await loadReleases(dir, { zone, kept });
    const text = await readFile(kept, 'utf8');
    await writeFile(kept, text);
    await writeFile(join(dir, '2020-01-02-one.md'), page('One', 'It changed.'));
    const seen: number[] = [];
    const set = await loadReleases(dir, {
      zone,
      kept,
      onProgress: ({ news }) => void seen.push(news.length),
    });
    expect(seen).toEqual([1, 1]);
    expect(set.releases[0]?.passages[1]?.text).toBe('It changed.');
    expect((await readFile(kept, 'utf8')).startsWith(text)).toBe(true);
  });

  test.each([
    ['damaged', (text: string) => text.replaceAll('here', 'HERE')],
    ['cut off', (text: string) => text.slice(0, text.length - 50)],
    ['written by other code', (text: string) => text.replace('parsed ', 'parsed x')],
    ['no text at all', () => '\u0000\u0001{'],
  ])('a file that is %s changes nothing that is served', async (_, spoil) => {
    const first = await loadReleases(dir, { zone, kept });
    await writeFile(kept, spoil(await readFile(kept, 'utf8')));
    expect(await loadReleases(dir, { zone, kept })).toEqual(first);
    await appendFile(kept, 'half a li');
    expect(await loadReleases(dir, { zone, kept })).toEqual(first);
  });

  test('a file that was renamed between two starts keeps its identity', async () => {
    await loadReleases(dir, { zone, kept });
    await rename(join(dir, '2020-01-02-one.md'), join(dir, '2020-01-03-first.md'));
    const [release] = (await loadReleases(dir, { zone, kept })).releases;
    expect(release).toMatchObject({
      id: 'one',
      file: '2020-01-03-first.md',
      date: { day: '2020-01-03' },
    });
    expect((await loadReleases(dir, { zone, kept })).releases[0]?.id).toBe('one');
  });
});
