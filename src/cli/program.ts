import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { DateTime } from 'luxon';
import { releaseKinds } from '../releases/release-kind.ts';
import { completionCommand } from './completion.ts';
import { examplesText } from './examples.ts';
import type { Output, Status } from './output.ts';
import type { Env } from './with-store.ts';

const wholeNumber = (text: string): number => {
  if (!/^[1-9]\d{0,3}$/.test(text))
    throw new InvalidArgumentError('Give a whole number from 1 to 9999.');
  return Number(text);
};

const day = (text: string): string => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || !DateTime.fromISO(text).isValid)
    throw new InvalidArgumentError('Write a day as 2026-11-25.');
  return text;
};

/** The command line, and what the command that was run ended with. */
export type Program = { readonly program: Command; readonly status: () => Status };

/**
 * Every command of `media-desk`, with its options and help. Each loads what it needs when it is run: a start should not
 * wait for the code of all the others.
 */
export function createProgram(output: Output, env: Env, version: string): Program {
  // commander itself knows nothing of exit statuses other than its own.
  let status: Status = 0;

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
      .addHelpText('after', examplesText(name))
      .exitOverride();

  command('start', 'runs “serve” when Slack credentials are set, else “practice”').action(
    async (options) => {
      const { configOf, serveCommand } = await import('./serve.ts');
      const isSlackSet = configOf(env).slack !== undefined;
      output.print(
        isSlackSet
          ? 'Slack credentials are set: starting against Slack.'
          : 'No Slack credentials are set: starting the practice workspace.',
      );
      const { practiceCommand } = await import('./practice.ts');
      status = await (isSlackSet
        ? serveCommand(options, output, env)
        : practiceCommand(options, output, env));
    },
  );

  command('serve', 'runs the app against Slack').action(async (options) => {
    const { serveCommand } = await import('./serve.ts');
    status = await serveCommand(options, output, env);
  });

  command('practice', 'runs the app in a local Slack, with a page to try it in').action(
    async (options) => {
      const { practiceCommand } = await import('./practice.ts');
      status = await practiceCommand(options, output, env);
    },
  );

  command('search', 'finds releases')
    .argument(
      '<words...>',
      'what to look for: words, "an exact phrase", -without, kind:speech, since:2020-01-01',
    )
    .option('--limit <n>', 'most releases to show', wholeNumber, 10)
    .addOption(new Option('--kind <kind>', 'only this kind').choices(releaseKinds))
    .option('--since <day>', 'only from this day on', day)
    .option('--until <day>', 'only up to this day', day)
    .action(async (words, options) => {
      const { searchCommand } = await import('./search.ts');
      status = await searchCommand(words, options, output);
    });

  command('ask', 'answers a question with quotes, or says that the releases do not')
    .argument('[question...]', 'the question')
    .option('--batch <file>', 'a file of {"id", "question"}, one a line')
    .action(async (words, options, self: Command) => {
      if (words.length === 0 && options.batch === undefined)
        self.error('error: give a question, or a file of questions with --batch');
      const { askCommand } = await import('./ask.ts');
      status = await askCommand(words, options, output);
    });

  command('contacts', 'prints the media contacts of releases')
    .argument('<paths...>', 'files or folders')
    .action(async (paths, options) => {
      const { contactsCommand } = await import('./contacts.ts');
      status = await contactsCommand(paths, options, output);
    });

  command('check', 'shows what is understood of each file, and what is wrong with it')
    .argument('[dir]', 'folder of the releases')
    .action(async (dir, options) => {
      const { checkCommand } = await import('./check.ts');
      status = await checkCommand(dir, options, output);
    });

  command('history', 'shows what changed from version to version of a release')
    .argument('<file>', 'its path in the releases folder, or its permalink')
    .action(async (file, options) => {
      const { historyCommand } = await import('./history.ts');
      status = await historyCommand(file, options, output, env);
    });

  command('deadline', 'reads a deadline in somebody’s own words')
    .argument('[text...]', 'the words')
    .option('--zone <zone>', 'where they were written, such as Europe/London (default: the desk’s)')
    .option('--batch <file>', 'a file of {"id", "text", "now", "zone"}, one a line')
    .action(async (words, options, self: Command) => {
      if (words.length === 0 && options.batch === undefined)
        self.error('error: give the words, or a file of them with --batch');
      const { deadlineCommand } = await import('./deadline.ts');
      status = await deadlineCommand(words, options, output);
    });

  command('route', 'shows who would be asked to answer a question, and why')
    .argument('<question...>', 'the question; several in one are routed one by one')
    .action(async (words, options) => {
      const { routeCommand } = await import('./route.ts');
      status = await routeCommand(words, options, output);
    });

  command('said', 'lists every released sentence with these words, oldest first')
    .argument('<words...>', 'the words, just as they would stand in a release')
    .action(async (words, options) => {
      const { saidCommand } = await import('./said.ts');
      status = await saidCommand(words, options, output);
    });

  command('enquiries', 'lists enquiries')
    .option('--open', 'only those that are not closed')
    .option('--csv', 'print a table for a spreadsheet (CSV)')
    .action(async (options) => {
      const { enquiriesCommand } = await import('./enquiries.ts');
      status = await enquiriesCommand(options, output, env);
    });

  command('export', 'prints one enquiry with its whole timeline')
    .argument('<reference>', 'such as ME-26-0007')
    .addOption(
      new Option('--format <format>', 'JSON, or a readable Markdown file')
        .choices(['json', 'md'])
        .default('json'),
    )
    .option('--redact', 'leave out who people are and how to reach them')
    .action(async (reference, options) => {
      const { exportCommand } = await import('./export.ts');
      status = await exportCommand(reference, options, output, env);
    });

  command('verify', 'checks the records of every enquiry against their hashes').action(
    async (options) => {
      const { verifyCommand } = await import('./enquiries.ts');
      status = await verifyCommand(options, output, env);
    },
  );

  command('gaps', 'lists what people asked and the releases do not answer, most frequent first')
    .option('--since <day>', 'only from this day on (default: the last 30 days)', day)
    .option('--limit <n>', 'most to show', wholeNumber, 20)
    .action(async (options) => {
      const { gapsCommand } = await import('./gaps.ts');
      status = await gapsCommand(options, output, env);
    });

  command('report', 'prints what came of the enquiries of a week')
    .option('--week <day>', 'the week that has this day in it (default: last week)', day)
    .action(async (options) => {
      const { reportCommand } = await import('./report.ts');
      status = await reportCommand(options, output, env);
    });

  program
    .command('completion')
    .description('prints a script that completes commands and options in your shell')
    .addArgument(new Argument('<shell>').choices(['bash', 'zsh']))
    .addHelpText('after', examplesText('completion'))
    .exitOverride()
    .action((shell) => {
      status = completionCommand(shell, program, output);
    });

  return { program, status: () => status };
}
