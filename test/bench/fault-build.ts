import { execFile } from 'node:child_process';
import { copyFile, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { parse, stringify } from 'yaml';

/** A build of its own, so that nobody's other build is in the way. */
export type Build = { readonly dist: string; readonly remove: () => Promise<void> };

/** Builds the app into a folder outside the checkout. */
export async function buildApp(): Promise<Build> {
  const root = await mkdtemp(join(tmpdir(), 'media-desk-faults-'));
  const dist = join(root, 'dist');
  await symlink(resolve('node_modules'), join(root, 'node_modules'));
  await copyFile('package.json', join(root, 'package.json'));
  // Types are checked elsewhere.
  const args = ['-p', 'src', '--outDir', dist, '--noCheck'];
  await promisify(execFile)(resolve('node_modules/.bin/tsc'), args);
  return { dist, remove: () => rm(root, { recursive: true, force: true }) };
}

/** A folder for one process: the releases, and a desk.yml for the local Slack. */
export async function makeHome(build: Build, name: string): Promise<string> {
  const folder = join(build.dist, '..', name);
  await mkdir(folder, { recursive: true });
  await cp('releases', join(folder, 'releases'), { recursive: true });
  const desk = {
    ...parse(await readFile('desk.yml', 'utf8')),
    channels: { desk: 'C0PRESSDSK', newsroom: 'C0NEWSR00M' },
    staff: { userGroup: 'S0PRESSDSK', people: [] },
    outlets: [{ workspace: 'T0B1TAC0RA', name: 'La Bitácora' }],
  };
  await writeFile(join(folder, 'desk.yml'), stringify(desk));
  return folder;
}
