import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ParseOutcome } from '../../src/releases/parse-release.ts';
import { workThrough } from '../../src/releases/work-through.ts';

const run = promisify(execFile);
const project = fileURLToPath(new URL('../../', import.meta.url));
const zone = 'Asia/Singapore';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'threads-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Compiles the reader alone, as the program is compiled, and says where it is. */
async function compile(): Promise<string> {
  const source = join(project, 'src');
  await symlink(join(project, 'node_modules'), join(root, 'node_modules'));
  await writeFile(join(root, 'package.json'), '{"type": "module"}');
  const config = {
    extends: join(source, 'tsconfig.json'),
    // Whether the types hold is another check.
    compilerOptions: {
      rootDir: source,
      outDir: join(root, 'dist'),
      noCheck: true,
      typeRoots: [join(project, 'node_modules/@types')],
    },
    include: [],
    files: ['load-releases', 'work-parse'].map((name) => join(source, `releases/${name}.ts`)),
  };
  await writeFile(join(root, 'tsconfig.json'), JSON.stringify(config));
  await run(process.execPath, [join(project, 'node_modules/typescript/bin/tsc'), '-p', root]);
  return join(root, 'dist/releases/load-releases.js');
}

test('threads of the compiled program read a folder as one thread reads it', async () => {
  const dir = join(root, 'releases');
  await mkdir(dir);
  for (let at = 0; at < 160; at += 1)
    await writeFile(
      join(dir, `2020-01-${String((at % 28) + 1).padStart(2, '0')}-number-${at}.md`),
      at % 20 === 7
        ? '---\nno title here'
        : `---\ntitle: Release ${at}\nembargo: 2020-02-03 10:00\n---\n\n${at}\\. The Office spent S$${at} million. Dr. Tan S. L. agreed.\n\nFor media enquiries, please contact:\n\nTan Mei (Ms)<br>\nManager<br>\nEmail: mei${at}@office.gov.sg\n`,
    );
  const program = `
    const { loadOutcomes } = await import(${JSON.stringify(pathToFileURL(await compile()))});
    for (const threads of [0, 2]) {
      const seen = [];
      const outcomes = await loadOutcomes(${JSON.stringify(dir)}, { zone: ${JSON.stringify(zone)}, threads,
        onProgress: ({ done }) => seen.push(done) });
      console.log(JSON.stringify({ outcomes: [...outcomes], largest: Math.max(...seen.map((done, at) => done - (seen[at - 1] ?? 0))) }));
    }`;
  const path = join(root, 'read.js');
  await writeFile(path, program);
  const { stdout } = await run(process.execPath, [path], {
    maxBuffer: 20_000_000,
    timeout: 60_000,
  });
  const [here, threaded] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  // One file at a time here, sixteen at a time from a thread: so it is known that threads were at work.
  expect([here.largest, threaded.largest]).toEqual([1, 16]);
  expect(here.outcomes).toHaveLength(160);
  expect(
    here.outcomes.filter(([, { kind }]: [string, ParseOutcome]) => kind === 'rejected'),
  ).toHaveLength(8);
  expect(threaded.outcomes).toEqual(here.outcomes);
}, 60_000);

/** A thread that falls over some files, and otherwise says which it was given. */
const frailWorker = `
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', ({ jobs }) => {
    for (const { file } of jobs) {
      if (file === 'ends.md') process.exit(1);
      if (file === 'throws.md') throw new Error('no memory left');
      while (file === 'hangs.md');
    }
    parentPort.postMessage(jobs.map(({ file }) => ({ kind: 'rejected', rejection: { file, line: 1, reason: 'seen' } })));
  });
  parentPort.postMessage('ready');`;

test.each([
  ['throws', ['throws.md']],
  ['ends', ['ends.md']],
  ['does all of these', ['ends.md', 'hangs.md', 'throws.md']],
])('a thread that %s costs the files that made it do so, and no other', async (_, bad) => {
  const path = join(root, 'frail.mjs');
  await writeFile(path, frailWorker);
  const good = Array.from({ length: 160 }, (_each, at) => `${at}.md`);
  const files = [...good.slice(0, 40), ...bad, ...good.slice(40)];
  const reasons = new Map<string, string[]>();
  await workThrough(
    files.map((file) => ({ file, text: '' })),
    {
      zone,
      threads: 2,
      worker: pathToFileURL(path),
      patienceMs: 1000,
      onDone: (outcomes) => {
        for (const outcome of outcomes)
          if (outcome.kind === 'rejected')
            reasons.set(outcome.rejection.file, [
              ...(reasons.get(outcome.rejection.file) ?? []),
              outcome.rejection.reason,
            ]);
      },
    },
  );
  expect([...reasons.keys()].sort()).toEqual(files.sort());
  for (const [file, said] of reasons)
    expect([file, said]).toEqual([
      file,
      [bad.includes(file) ? expect.stringMatching(/^Takes too long to read/) : 'seen'],
    ]);
});

test('where no thread starts, the files are read all the same', async () => {
  const path = join(root, 'broken.mjs');
  await writeFile(path, "import './is-not-there.mjs';");
  const titles: string[] = [];
  await workThrough(
    Array.from({ length: 160 }, (_, at) => ({
      file: `${at}.md`,
      text: `---\ntitle: Release ${at}\n---\n`,
    })),
    {
      zone,
      threads: 2,
      worker: pathToFileURL(path),
      onDone: (outcomes) => {
        for (const outcome of outcomes)
          if (outcome.kind === 'parsed') titles.push(outcome.release.title);
      },
    },
  );
  expect(new Set(titles).size).toBe(160);
});
