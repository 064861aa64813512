import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CommanderError } from 'commander';
import { describe, expect, onTestFinished, test } from 'vitest';
import { askCommand } from '../../src/cli/ask.ts';
import { checkCommand } from '../../src/cli/check.ts';
import { contactsCommand } from '../../src/cli/contacts.ts';
import { deadlineCommand } from '../../src/cli/deadline.ts';
import { enquiriesCommand } from '../../src/cli/enquiries.ts';
import { exportCommand } from '../../src/cli/export.ts';
import { clockOf, openDesk } from '../../src/cli/open-context.ts';
import { Complaint } from '../../src/cli/output.ts';
import { createProgram } from '../../src/cli/program.ts';
import { searchCommand } from '../../src/cli/search.ts';
import { openStore } from '../../src/store/open-store.ts';
import { aFileStore } from './a-file-store.ts';
import { printed } from './printed.ts';

const now = '2026-11-25T14:10:00+08:00';

const FERRY = `---
title: A night ferry to Pulau Ubin
date: 2024-03-01
permalink: /press/night-ferry
---
The Port Office starts a night ferry to Pulau Ubin on 1 May 2024. A crossing costs S$4.

For media queries, please contact:

Ms Tan Mei Ling
Manager, Communications
Port Office
DID: +65 6123 4567
Email: tan_mei_ling@port.example
`;
const EMBARGOED = `---
title: The ferry fare falls
date: 2026-11-30
embargo: 2026-11-30T09:00:00+08:00
---
A crossing on the night ferry costs S$2 from December.
`;
const BROKEN = '---\ntitle: [unclosed\n---\nBody\n';

/** A folder with these files, gone when the test ends. */
async function aFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'media-desk-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const ferries = () =>
  aFolder({ '2024-03-01-night-ferry.md': FERRY, '2026-11-30-ferry-fare.md': EMBARGOED });

const keysOf = (value: object) => Object.keys(value).toSorted();

describe('search', () => {
  test('prints what it found in the fixed form', async () => {
    const { output, lines, complaints } = printed();
    const releases = await ferries();
    expect(
      await searchCommand(['night', 'ferry'], { releases, limit: 10, json: true, now }, output),
    ).toBe(0);
    expect(complaints).toEqual([]);
    expect(lines).toHaveLength(1);
    const found = JSON.parse(lines[0] ?? '');
    expect(keysOf(found)).toEqual(['hits', 'query', 'total']);
    expect(found).toMatchObject({ query: 'night ferry', total: 1 });
    expect(keysOf(found.hits[0])).toEqual([
      'contacts',
      'date',
      'file',
      'id',
      'kind',
      'score',
      'snippet',
      'title',
      'url',
    ]);
    expect(found.hits[0]).toMatchObject({
      file: '2024-03-01-night-ferry.md',
      title: 'A night ferry to Pulau Ubin',
      date: '2024-03-01',
      kind: 'press-release',
      contacts: [{ name: 'Tan Mei Ling', phones: ['+6561234567'] }],
    });
  });

  test('shows nothing of an embargoed release before its instant, and all of it after', async () => {
    const releases = await ferries();
    const at = async (instant: string) => {
      const { output, lines } = printed();
      await searchCommand(
        ['fare', 'falls'],
        { releases, limit: 10, json: true, now: instant },
        output,
      );
      return lines.join();
    };
    expect(await at('2026-11-30T08:59:59+08:00')).not.toContain('The ferry fare');
    expect(await at('2026-11-30T09:00:00+08:00')).toContain('The ferry fare falls');
  });

  test('is for reading where no JSON is asked for', async () => {
    const { output, lines } = printed();
    await searchCommand(['ferry'], { releases: await ferries(), limit: 10, now }, output);
    expect(lines.join('\n')).toContain('1 release matches “ferry”');
    expect(lines.join('\n')).toContain('1 Mar 2024');
    const none = printed();
    await searchCommand(['qzxv'], { releases: await ferries(), limit: 10, now }, none.output);
    expect(none.lines.join('\n')).toContain('No release matches “qzxv”');
  });
});

describe('ask', () => {
  test('prints an answer in the fixed form', async () => {
    const { output, lines } = printed();
    const releases = await ferries();
    await askCommand(['What does a crossing cost?'], { releases, json: true, now }, output);
    const reply = JSON.parse(lines[0] ?? '');
    expect(keysOf(reply)).toEqual([
      'contacts',
      'kind',
      'later',
      'nearest',
      'question',
      'quotes',
      'score',
      'searched',
      'text',
    ]);
    expect(reply.searched).toEqual({ releases: 1, from: '2024-03-01', to: '2024-03-01' });
    for (const quote of reply.quotes) {
      expect(keysOf(quote)).toEqual([
        'date',
        'file',
        'heading',
        'id',
        'paragraph',
        'text',
        'title',
        'url',
        'version',
      ]);
      expect(FERRY).toContain(quote.text);
      expect(reply.text).toContain(quote.text);
    }
    for (const contact of reply.contacts)
      expect(keysOf(contact)).toEqual([
        'email',
        'file',
        'honorific',
        'name',
        'organisation',
        'phones',
        'role',
      ]);
  });

  test('a batch answers line by line, each with its id', async () => {
    const folder = await aFolder({
      'questions.jsonl':
        '{"id": 1, "question": "Whom do I call?"}\n\n{"id": "b", "question": "thanks"}\n',
    });
    const { output, lines } = printed();
    const options = { releases: await ferries(), batch: join(folder, 'questions.jsonl'), now };
    expect(await askCommand([], options, output)).toBe(0);
    expect(lines.map((line) => JSON.parse(line)).map(({ id, kind }) => [id, kind])).toEqual([
      [1, 'contact'],
      ['b', 'not-found'],
    ]);
  });

  test.each([
    ['a line that is no JSON', 'not json', /:2: this line is not JSON/],
    ['a line without a question', '{"id": 2}', /:2: .*question/],
  ])('a batch with %s says which line', async (_, line, says) => {
    const folder = await aFolder({ 'q.jsonl': `{"id": 1, "question": "Who?"}\n${line}\n` });
    const options = { releases: await ferries(), batch: join(folder, 'q.jsonl'), now };
    const asked = askCommand([], options, printed().output);
    await expect(asked).rejects.toThrow(says);
    await expect(asked).rejects.toThrow(Complaint);
  });

  test.each(['nowhere.jsonl', '.'])('a batch that cannot be read is named: %s', async (name) => {
    const folder = await aFolder({});
    const options = { releases: await ferries(), batch: join(folder, name), now };
    await expect(askCommand([], options, printed().output)).rejects.toThrow(/Cannot read/);
  });
});

describe('contacts and check', () => {
  test('contacts prints the people at the foot of each file, what is not printed as null', async () => {
    const { output, lines } = printed();
    expect(await contactsCommand([await ferries()], { json: true }, output)).toBe(0);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        file: '2024-03-01-night-ferry.md',
        contacts: [
          {
            name: 'Tan Mei Ling',
            honorific: 'Ms',
            role: 'Manager, Communications',
            organisation: 'Port Office',
            phones: ['+6561234567'],
            email: 'tan_mei_ling@port.example',
          },
        ],
      },
      { file: '2026-11-30-ferry-fare.md', contacts: [] },
    ]);
  });

  test('check shows each file and fails only where one has an error', async () => {
    const good = printed();
    expect(await checkCommand(await ferries(), { json: true }, good.output)).toBe(0);
    const rows = good.lines.map((line) => JSON.parse(line));
    expect(rows.map(keysOf)[0]).toEqual([
      'contacts',
      'date',
      'embargo',
      'file',
      'passages',
      'problems',
      'title',
    ]);
    expect(rows.find(({ file }) => file.includes('fare')).embargo).toBeTruthy();

    const bad = printed();
    const folder = await aFolder({ 'good.md': FERRY, 'broken.md': BROKEN });
    expect(await checkCommand(folder, { json: true }, bad.output)).toBe(1);
    expect(bad.complaints.join()).toContain('broken.md');
    const row = bad.lines.map((line) => JSON.parse(line)).find(({ file }) => file === 'broken.md');
    expect(row.problems[0]).toMatchObject({ level: 'error', line: expect.any(Number) });
  });

  test('contacts names a file that cannot be read by line, and goes on with the others', async () => {
    const { output, lines, complaints } = printed();
    const folder = await aFolder({ 'broken.md': BROKEN, 'good.md': FERRY });
    expect(await contactsCommand([folder], { json: true }, output)).toBe(1);
    expect(lines).toHaveLength(1);
    expect(complaints[0]).toMatch(/^broken\.md:\d+: \w/);
  });
});

describe('deadline', () => {
  test.each([
    [
      'today 5pm',
      { kind: 'at', at: '2026-11-25T17:00:00+08:00', zone: 'Asia/Singapore', confirm: false },
    ],
    ['asap', { kind: 'ask', at: null, confirm: false }],
    ['hello there', { kind: 'none', at: null, matched: '' }],
  ])('%s', async (words, expected) => {
    const { output, lines } = printed();
    await deadlineCommand([words], { zone: 'Asia/Singapore', json: true, now }, output);
    const read = JSON.parse(lines[0] ?? '');
    expect(keysOf(read)).toEqual(['at', 'confirm', 'kind', 'matched', 'understood', 'zone']);
    expect(read).toMatchObject(expected);
  });

  test('a zone that does not exist is named', async () => {
    const asked = deadlineCommand(['5pm'], { zone: 'Asia/Atlantis', now }, printed().output);
    await expect(asked).rejects.toThrow('“Asia/Atlantis” is no time zone');
  });
});

describe('what cannot be read is named, with what to do', () => {
  test('a folder that is not there', async () => {
    const options = { releases: 'no/such/folder', limit: 1, now };
    await expect(searchCommand(['x'], options, printed().output)).rejects.toThrow(
      /no\/such\/folder.*--releases DIR/s,
    );
    await expect(checkCommand('no/such/folder', {}, printed().output)).rejects.toThrow(Complaint);
    await expect(contactsCommand(['no/such'], {}, printed().output)).rejects.toThrow(/Cannot read/);
  });

  test('an empty folder is no fault: there is nothing to find yet', async () => {
    const { output, lines } = printed();
    const releases = await aFolder({});
    expect(await askCommand(['Who?'], { releases, json: true, now }, output)).toBe(0);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ kind: 'not-found', nearest: null });
  });

  test('a desk file that is not there', () => {
    expect(() => openDesk('no/desk.yml')).toThrow(/Cannot read no\/desk\.yml/);
  });

  test('every fault of a broken desk file, each with its line', async () => {
    const folder = await aFolder({
      'desk.yml':
        'name: Press office\nzone: Asia/Atlantis\nholidays:\n  - date: 2026-02-30\n    name: x\n',
    });
    const file = join(folder, 'desk.yml');
    expect(() => openDesk(file)).toThrow(Complaint);
    expect(() => openDesk(file)).toThrow(/desk\.yml:2: .*\n.*desk\.yml:4: /s);
  });

  test.each(['yesterday', 'banana 5', '5', '2026-13-01', ''])(
    'a clock that is none: %j',
    (given) => {
      expect(() => clockOf({ now: given })).toThrow(Complaint);
    },
  );

  test('a clock is read with its zone', () => {
    expect(clockOf({ now })()).toEqual(new Date(now));
  });
});

describe('the records', () => {
  test('a database that another process holds is said to be so, with what to do', async () => {
    const env = await aFileStore(async () => {});
    const held = await openStore(env.DATABASE_URL);
    if (held.kind === 'refused') throw new Error(held.message);
    onTestFinished(() => held.store.close());
    const asked = enquiriesCommand({}, printed().output, env);
    await expect(asked).rejects.toThrow(Complaint);
    await expect(asked).rejects.toThrow(/\w+ .*media-desk\.db/);
  });

  test('a reference that there is not is named', async () => {
    const env = await aFileStore(async () => {});
    const asked = exportCommand('ME-26-9999', { format: 'json' }, printed().output, env);
    await expect(asked).rejects.toThrow(/There is no enquiry ME-26-9999/);
  });

  test('an environment that is wrong is said whole', async () => {
    const asked = enquiriesCommand({}, printed().output, { DATABASE_URL: 'mysql://x', PORT: 'y' });
    await expect(asked).rejects.toThrow(/PORT.*\n.*DATABASE_URL|DATABASE_URL.*\n.*PORT/);
  });
});

/** The usage that a mistake at the terminal ends with, as `media-desk` itself sorts it. */
async function mistake(...words: string[]): Promise<CommanderError> {
  const { program } = createProgram(printed().output, {}, '1.0.0');
  const silent = { writeOut: () => undefined, writeErr: () => undefined };
  for (const command of [program, ...program.commands]) command.configureOutput(silent);
  const failed = await program.parseAsync(words, { from: 'user' }).then(
    () => new Error('it was taken'),
    (error: unknown) => error,
  );
  if (failed instanceof CommanderError) return failed;
  throw failed;
}

test.each([
  ['no command at all', []],
  ['a command that there is not', ['sing']],
  ['a search for nothing', ['search']],
  ['a limit that is no number', ['search', 'x', '--limit', 'many']],
  ['a kind of release that there is not', ['search', 'x', '--kind', 'poem']],
  ['a day that does not exist', ['search', 'x', '--since', '2026-02-30']],
  ['a question left out', ['ask']],
  ['an option that there is not', ['check', '--fix']],
])('is wrong usage: %s', async (_, words) => {
  expect((await mistake(...words)).exitCode).not.toBe(0);
});

test('wrong usage ends with status 2, in one process as in another', {
  timeout: 60_000,
}, async () => {
  const failed = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    'src/cli.ts',
    'sing',
  ]).then(
    () => undefined,
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  expect(failed).toMatchObject({ code: 2, stdout: '' });
  expect(failed?.stderr).toContain('--help');
});
