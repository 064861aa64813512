#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { askCommand } from './cli/ask.ts';
import { checkCommand } from './cli/check.ts';
import { contactsCommand } from './cli/contacts.ts';
import { deadlineCommand } from './cli/deadline.ts';
import { enquiriesCommand, exportCommand, verifyCommand } from './cli/enquiries.ts';
import { historyCommand } from './cli/history.ts';
import { Complaint, type Output, type Status } from './cli/output.ts';
import { practiceCommand } from './cli/practice.ts';
import { searchCommand } from './cli/search.ts';
import { configOf, serveCommand } from './cli/serve.ts';

const output: Output = {
  print: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
};

/** What a command ended with; commander itself knows nothing of it. */
let status: Status = 0;

const wholeNumber = (text: string): number => {
  if (!/^[1-9]\d{0,3}$/.test(text))
    throw new InvalidArgumentError('Give a whole number from 1 to 9999.');
  return Number(text);
};

const day = (text: string): string => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw new InvalidArgumentError('Write a day as 2026-11-25.');
  return text;
};

const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string };

const program = new Command('media-desk')
  .description(
    'Finds and quotes press releases, and carries what they do not answer to the people at their foot.',
  )
  .version(version)
  .exitOverride()
  .showHelpAfterError('Run with --help to see how it is used.');

const command = (name: string, description: string) =>
  program
    .command(name)
    .description(description)
    .option('--releases <dir>', 'folder of the releases (default: releases)')
    .option('--desk <file>', 'desk file (default: desk.yml when it is there)')
    .option('--now <instant>', 'use this instant as the clock, such as 2026-11-25T14:10:00+08:00')
    .option('--json', 'print JSON and nothing else')
    .exitOverride();

command('start', 'runs “serve” when Slack credentials are set, else “practice”').action(
  async (options) => {
    const isSlackSet = configOf(process.env).slack !== undefined;
    output.print(
      isSlackSet
        ? 'Slack credentials are set: starting against Slack.'
        : 'No Slack credentials are set: starting the practice workspace.',
    );
    status = await (isSlackSet
      ? serveCommand(options, output, process.env)
      : practiceCommand(options, output, process.env));
  },
);

command('serve', 'runs the app against Slack').action(async (options) => {
  status = await serveCommand(options, output, process.env);
});

command('practice', 'runs the app in a local Slack, with a page to try it in').action(
  async (options) => {
    status = await practiceCommand(options, output, process.env);
  },
);

command('search', 'finds releases')
  .argument('<words...>', 'what to look for')
  .option('--limit <n>', 'most releases to show', wholeNumber, 10)
  .option('--kind <kind>', 'only this kind, such as press-release or speech')
  .option('--since <day>', 'only from this day on', day)
  .option('--until <day>', 'only up to this day', day)
  .action(async (words, options) => {
    status = await searchCommand(words, options, output);
  });

command('ask', 'answers a question with quotes, or says that the releases do not')
  .argument('[question...]', 'the question')
  .option('--batch <file>', 'a file of {"id", "question"}, one a line')
  .action(async (words, options, self: Command) => {
    if (words.length === 0 && options.batch === undefined)
      self.error('error: give a question, or a file of questions with --batch');
    status = await askCommand(words, options, output);
  });

command('contacts', 'prints the media contacts of releases')
  .argument('<paths...>', 'files or folders')
  .action(async (paths, options) => {
    status = await contactsCommand(paths, options, output);
  });

command('check', 'shows what is understood of each file, and what is wrong with it')
  .argument('[dir]', 'folder of the releases')
  .action(async (dir, options) => {
    status = await checkCommand(dir, options, output);
  });

command('history', 'shows what changed from version to version of a release')
  .argument('<file>', 'its path in the releases folder, or its permalink')
  .action(async (file, options) => {
    status = await historyCommand(file, options, output, process.env);
  });

command('deadline', 'reads a deadline in somebody’s own words')
  .argument('[text...]', 'the words')
  .option('--zone <zone>', 'where they were written, such as Europe/London (default: the desk’s)')
  .option('--batch <file>', 'a file of {"id", "text", "now", "zone"}, one a line')
  .action(async (words, options, self: Command) => {
    if (words.length === 0 && options.batch === undefined)
      self.error('error: give the words, or a file of them with --batch');
    status = await deadlineCommand(words, options, output);
  });

command('enquiries', 'lists enquiries')
  .option('--open', 'only those that are not closed')
  .action(async (options) => {
    status = await enquiriesCommand(options, output, process.env);
  });

command('export', 'prints one enquiry with its whole timeline, as JSON')
  .argument('<reference>', 'such as ME-26-0007')
  .action(async (reference) => {
    status = await exportCommand(reference, output, process.env);
  });

command('verify', 'checks the records of every enquiry against their hashes').action(
  async (options) => {
    status = await verifyCommand(options, output, process.env);
  },
);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) status = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof Complaint) {
    output.complain(error.message);
    status = 1;
  } else {
    output.complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    status = 1;
  }
}
process.exitCode = status;
