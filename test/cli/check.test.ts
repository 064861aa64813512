import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkCommand } from '../../src/cli/check.ts';
import { linesBeside } from '../../src/cli/open-context.ts';
import { searchCommand } from '../../src/cli/search.ts';
import { printed } from './printed.ts';

const FERRY =
  '---\ntitle: Night Ferry To Pulau Ubin\n---\n\nThe night ferry sails from Changi Point at 9 pm.\n';

async function aFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'releases-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const aDeskFile = (folder: string) => join(folder, 'desk.yml');
const now = '2026-11-25T10:00:00+08:00';

test('check is a table on a terminal, with progress, and each fault under its file', async () => {
  const folder = await aFolder({
    '2026-03-01-ferry.md': FERRY,
    '2026-03-02-broken.md': '---\ntitle: [\n---\n\nText.\n',
  });
  const { output, lines, complaints, progress } = printed(100);
  expect(await checkCommand(folder, {}, output)).toBe(1);
  expect(lines[0]).toMatch(/^State +Date +Parts +Contacts +File +Title$/);
  expect(lines[1]).toMatch(/^(ok|warning) +1 Mar 2026 .* Night Ferry/);
  expect(lines.join('\n')).toMatch(/\nerror .*2026-03-02-broken\.md\n {2}error, line \d+: /);
  expect(lines.at(-1)).toMatch(/^2 files, 1 served, \d with warnings, 1 with errors\.$/);
  expect(complaints.at(-1)).toContain('2026-03-02-broken.md');
  expect(progress).toContain('Reading releases: 2 of 2');
  expect(progress.at(-1)).toBe('');
});

test('check says which public holidays desk.yml lacks, and that alone is no error', async () => {
  const folder = await aFolder({ 'ferry.md': FERRY });
  await writeFile(aDeskFile(folder), 'holidays:\n  - { date: 2026-12-25, name: Christmas Day }\n');
  const { output, complaints } = printed();
  const options = { desk: aDeskFile(folder), now, json: true };
  expect(await checkCommand(folder, options, output)).toBe(0);
  expect(complaints).toEqual([
    'desk.yml has no public holidays of 2027: add them under "holidays"',
  ]);
});

test('search fits a terminal, and cuts nothing when it is piped', async () => {
  const releases = await aFolder({
    'ferry.md': FERRY.replace('at 9 pm', `at 9 pm, ${'and again '.repeat(12)}later`),
  });
  const shown = printed(60);
  await searchCommand(['ferry'], { releases, limit: 5, now }, shown.output);
  for (const line of shown.lines.slice(1)) expect(line.length).toBeLessThanOrEqual(60);
  const piped = printed();
  await searchCommand(['ferry'], { releases, limit: 5, now }, piped.output);
  expect(piped.lines.join('\n').length).toBeGreaterThan(shown.lines.join('\n').length);
});

test('check reads desk.yml and the lines to take beside it too', async () => {
  const releases = await aFolder({ 'ferry.md': FERRY });
  const folder = await aFolder({});
  await writeFile(aDeskFile(folder), 'holidays:\n  - { date: 2026-12-25, name: Christmas Day }\n');
  await mkdir(join(folder, 'desk/lines'), { recursive: true });
  const put = (name: string, front: string) =>
    writeFile(join(folder, 'desk/lines', name), `---\n${front}\n---\n\nWe are looking into it.\n`);
  const signed = 'signedBy: Siti\nsignedAt: 2026-11-20 09:00';
  await put('good.md', `owner: Siti\nexpires: 2027-06-30\n${signed}`);
  await put('unsigned.md', 'owner: Siti\nexpires: 2027-06-30');
  await put('old.md', `owner: Siti\nexpires: 2026-11-24\n${signed}`);
  await put('soon.md', `owner: Siti\nexpires: 2026-12-01\n${signed}`);
  await put('stray.md', `owner: Siti\nexpires: 2027-06-30\n${signed}\nsectors: [Moon]`);
  const options = { desk: aDeskFile(folder), now, json: true };
  const said = async () => {
    const { output, lines } = printed();
    const status = await checkCommand(releases, options, output);
    const rows = lines.map((line) => JSON.parse(line) as { file: string; problems: unknown[] });
    const of = (name: string) =>
      JSON.stringify(rows.find(({ file }) => file.endsWith(name))?.problems ?? 'none');
    return { status, rows, of };
  };

  expect(linesBeside(options.desk)).toBe(join(folder, 'desk/lines'));
  expect(linesBeside(undefined)).toBe('desk/lines');
  const { status, of } = await said();
  expect(status).toBe(0);
  expect(of('good.md')).toBe('"none"');
  expect(of('unsigned.md')).toMatch(/warning.*Not signed off.*ask Siti/);
  expect(of('old.md')).toMatch(/warning.*Expired/);
  expect(of('soon.md')).toMatch(/warning.*Expires soon/);
  expect(of('stray.md')).toMatch(/warning.*Moon.*no sector/);

  await put('nobody.md', 'expires: 2027-06-30');
  const broken = await said();
  expect(broken.status).toBe(1);
  expect(broken.of('nobody.md')).toMatch(/error.*owner: name/);

  await writeFile(aDeskFile(folder), 'zone: Moon/Sea\n');
  const both = await said();
  expect(both.status).toBe(1);
  expect(both.of('desk.yml')).toMatch(/error.*"line":1.*zone/);
  expect(both.of('ferry.md')).not.toBe('"none"');

  const shown = printed();
  await checkCommand(releases, { ...options, json: false }, shown.output);
  expect(shown.lines.join('\n')).toMatch(/good\.md · good · may be sent/);
});
