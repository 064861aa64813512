import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleGit } from 'simple-git';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pullReleases, readCloneSource } from '../../src/releases/clone-releases.ts';

let root = '';
let origin = '';
let dir = '';
const git = () => simpleGit(origin);
const commit = async (words: string) => {
  await writeFile(join(origin, 'a.md'), words);
  await git().add('a.md').commit(words);
};
const words = () => readFile(join(dir, 'a.md'), 'utf8');
const pull = () => pullReleases({ url: origin, branch: 'main' }, dir);

describe('a folder is kept as a clone', () => {
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'clone-'));
    origin = join(root, 'origin');
    dir = join(root, 'data', 'releases');
    await mkdir(origin);
    await git().init(['--initial-branch=main']);
    await git().addConfig('user.name', 'Office');
    await git().addConfig('user.email', 'office@example.sg');
    await commit('one');
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  test('the first pull clones, the next ones go forward', async () => {
    expect(await pull()).toMatchObject({ kind: 'updated' });
    expect(await pull()).toMatchObject({ kind: 'same' });
    await commit('two');
    expect(await pull()).toMatchObject({ kind: 'updated' });
    expect(await words()).toBe('two');
  });

  test('a rewritten branch is reported, and the last good state stays', async () => {
    await pull();
    await git().raw(['commit', '--amend', '-m', 'other']);
    await commit('three');
    expect(await pull()).toMatchObject({ kind: 'failed' });
    expect(await words()).toBe('one');
  });

  test('a repository that cannot be reached is reported', async () => {
    await pull();
    await rm(origin, { recursive: true });
    const outcome = await pull();
    expect(outcome.kind).toBe('failed');
    expect(await words()).toBe('one');
  });

  test('a folder that holds something else is never touched', async () => {
    await mkdir(dir, { recursive: true });
    await writeFile(join(dir, 'mine.md'), 'x');
    expect(await pull()).toMatchObject({ kind: 'failed' });
  });
});

test.each([
  [
    'https://example.sg/office/releases.git#main',
    { url: 'https://example.sg/office/releases.git', branch: 'main' },
  ],
  [
    'git@example.sg:office/releases.git',
    { url: 'git@example.sg:office/releases.git', branch: undefined },
  ],
  ['ext::sh -c whoami', undefined],
  ['ext::sh', undefined],
  ['https://example.sg/x#--upload-pack=x', undefined],
  ['-x', undefined],
])('%s', (text, source) => {
  expect(readCloneSource(text)).toEqual(source);
});
