#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { CommanderError } from 'commander';
import { Complaint, type Output } from './cli/output.ts';
import { createProgram } from './cli/program.ts';

const output: Output = {
  print: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
  ...(process.stdout.isTTY ? { columns: process.stdout.columns } : {}),
  // Written over itself, and wiped with an empty line at the end.
  ...(process.stderr.isTTY
    ? { progress: (line) => void process.stderr.write(`\r\u001b[K${line}`) }
    : {}),
};

const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string };

const { program, status } = createProgram(output, process.env, version);
try {
  await program.parseAsync();
  process.exitCode = status();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.exitCode = 1;
    output.complain(
      error instanceof Complaint
        ? error.message
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error),
    );
  }
}
