import type { Output } from '../../src/cli/output.ts';

/** What a command printed and complained, for a test to read. */
export function printed(columns?: number) {
  const lines: string[] = [];
  const complaints: string[] = [];
  const progress: string[] = [];
  const output: Output = {
    print: (line) => void lines.push(line),
    complain: (line) => void complaints.push(line),
    ...(columns === undefined ? {} : { columns, progress: (line) => void progress.push(line) }),
  };
  return { output, lines, complaints, progress };
}
