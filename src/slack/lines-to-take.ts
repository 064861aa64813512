import { barredLineIn, fittingLines, type Line, lineStanding } from '../desk/lines.ts';
import type { Enquiry } from '../enquiries/enquiry.ts';
import { SAY } from './wording.ts';

/** The lines that fit an enquiry: those that may be sent now, and why others may not. */
export function linesFor(
  { question, sectors }: Pick<Enquiry, 'question' | 'sectors'>,
  lines: readonly Line[],
  now: Date,
): { readonly ready: readonly Line[]; readonly notReady: readonly string[] } {
  const fitting = fittingLines(lines, { question, sectors });
  const isReady = (line: Line) => lineStanding(line, now) === 'ready';
  return {
    ready: fitting.filter(isReady),
    notReady: fitting.filter((line) => !isReady(line)).map((line) => whyNot(line, now)),
  };
}

/** Why words that are, or hold, a line to take may not be said now; `undefined` where nothing speaks against them. */
export function lineFault(
  { text, line: id }: { readonly text: string; readonly line?: string | undefined },
  lines: readonly Line[],
  now: Date,
): string | undefined {
  const line = lines.find((one) => one.id === id);
  if (id !== undefined && (line === undefined || !text.startsWith(line.text)))
    return SAY.lineChanged;
  if (line !== undefined && lineStanding(line, now) !== 'ready') return whyNot(line, now);
  const barred = barredLineIn(text, lines, now);
  return barred === undefined ? undefined : whyNot(barred, now);
}

/** The line that somebody wanted to send and that only lacks a signature. */
export function unsignedLine(
  { text, line: id }: { readonly text: string; readonly line?: string | undefined },
  lines: readonly Line[],
  now: Date,
): Line | undefined {
  const wanted = lines.find((one) => one.id === id) ?? barredLineIn(text, lines, now);
  return wanted !== undefined && lineStanding(wanted, now) === 'unsigned' ? wanted : undefined;
}

/** Why a line may not be said now, and whom to turn to. */
export function whyNot(line: Line, now: Date): string {
  const standing = lineStanding(line, now);
  return standing === 'ready' ? '' : SAY.lineNot[standing](line.title, line.owner);
}
