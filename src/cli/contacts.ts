import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { readInFolder, refusal } from '../releases/load-file.ts';
import { listReleases } from '../releases/load-releases.ts';
import { type ParseOutcome, parseRelease } from '../releases/parse-release.ts';
import { contactText } from '../slack/views/contact-line.ts';
import { contactJson } from './contact-json.ts';
import { type CommonOptions, openDesk } from './open-context.ts';
import { Complaint, type Output, type Status } from './output.ts';

/** `media-desk contacts FILE-OR-DIR…` */
export async function contactsCommand(
  paths: readonly string[],
  options: CommonOptions,
  { print, complain }: Output,
): Promise<Status> {
  const { zone } = openDesk(options.desk);
  let status: Status = 0;
  for (const path of paths) {
    for (const { dir, file, shown } of await filesOf(path)) {
      const outcome = await understand(dir, file, zone);
      if (outcome.kind === 'rejected') {
        complain(`${shown}:${outcome.rejection.line}: ${outcome.rejection.reason}`);
        status = 1;
        continue;
      }
      const { contacts } = outcome.release;
      if (options.json) print(JSON.stringify({ file: shown, contacts: contacts.map(contactJson) }));
      else {
        print(shown);
        if (contacts.length === 0) print('  none printed');
        for (const contact of contacts) print(`  ${contactText(contact, { mobiles: true })}`);
      }
    }
  }
  return status;
}

async function understand(dir: string, file: string, zone: string): Promise<ParseOutcome> {
  const read = await readInFolder(dir, file);
  switch (read.kind) {
    case 'text':
      return parseRelease(file, read.text, { zone });
    case 'refused':
      return { kind: 'rejected', rejection: read.rejection };
    case 'gone':
      return { kind: 'rejected', rejection: refusal(file, 'The file is not there') };
  }
}

/** The files that a path means. Those of a folder are named from the folder on, as everywhere. */
async function filesOf(
  path: string,
): Promise<readonly { readonly dir: string; readonly file: string; readonly shown: string }[]> {
  const found = await stat(path).catch((error: Error) => {
    throw new Complaint(`Cannot read ${path}: ${error.message}`);
  });
  if (!found.isDirectory()) return [{ dir: dirname(path), file: basename(path), shown: path }];
  const { files } = await listReleases(path);
  return files.map((file) => ({ dir: path, file, shown: file }));
}
