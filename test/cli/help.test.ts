import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { completionCommand } from '../../src/cli/completion.ts';
import { EXAMPLES } from '../../src/cli/examples.ts';
import { createProgram } from '../../src/cli/program.ts';
import { printed } from './printed.ts';

const run = promisify(execFile);
const { program } = createProgram(printed().output, {}, '1.0.0');

describe('the command line explains itself', () => {
  test('every command is in the README, and shows in its help how it is typed', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(program.commands.length).toBeGreaterThan(15);
    for (const command of program.commands) {
      const name = command.name();
      expect(EXAMPLES[name]?.[0], name).toContain(`media-desk ${name}`);
      expect(readme, name).toMatch(new RegExp(`\`[^\`]*\\b${name}\\b[^\`]*\``));
    }
  });

  test('the bash script completes commands and options', async () => {
    const { output, lines } = printed();
    completionCommand('bash', program, output);
    const script = lines.join('\n');
    const complete = async (...words: string[]) => {
      const list = words.map((word) => `'${word}'`).join(' ');
      const { stdout } = await run('bash', [
        '-c',
        `${script}\nCOMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _media_desk; echo "\${COMPREPLY[@]}"`,
      ]);
      return stdout.trim();
    };
    expect(await complete('media-desk', 'dead')).toBe('deadline');
    expect(await complete('media-desk', 'export', '--re')).toBe('--releases --redact');
    expect(await complete('media-desk', 'check', 'rel')).toBe('');
    // Where only a few words will do, those.
    expect(await complete('media-desk', 'export', '--format', '')).toBe('json md');
    expect(await complete('media-desk', 'completion', 'z')).toBe('zsh');
  });

  test('the zsh script names commands, options and the words they take', () => {
    const { output, lines } = printed();
    completionCommand('zsh', program, output);
    const script = lines.join('\n');
    expect(script).toMatch(/^#compdef media-desk$/m);
    expect(script).toContain("'deadline:reads a deadline in somebody’s own words'");
    expect(script).toContain("'--format[JSON, or a readable Markdown file]:value:(json md)'");
  });

  test('zsh takes its script (skipped where there is no zsh)', async ({ skip }) => {
    const { output, lines } = printed();
    completionCommand('zsh', program, output);
    await run('zsh', ['--version']).catch(() => skip('no zsh on this machine'));
    await run('zsh', ['-n', '-c', lines.join('\n')]);
  });
});
