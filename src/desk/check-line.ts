import type { Problem } from '../releases/problem.ts';
import type { Desk } from './desk.ts';
import { type Line, type LineOutcome, lineStanding } from './lines.ts';

/** A line is renewed while there is time: so many days before it expires its keeper is told. */
const SOON_MS = 14 * 24 * 60 * 60_000;

/**
 * What an editor should know of a line to take: whether it can be read at all, may be sent now, and fits anything. What
 * cannot be sent is a warning and no error, since a line may stand there unsigned for as long as it is being written.
 */
export function checkLine(
  outcome: LineOutcome,
  { sectors }: Pick<Desk, 'sectors'>,
  now: Date,
): Problem[] {
  if (outcome.kind === 'invalid')
    return [{ level: 'error', line: outcome.at, message: outcome.reason }];
  const { line } = outcome;
  return [...standingOf(line, now), ...strangersIn(line, sectors)].map((message) => ({
    level: 'warning' as const,
    line: 1,
    message,
  }));
}

function standingOf(line: Line, now: Date): string[] {
  const { owner, expires, signedBy, signedAt } = line;
  switch (lineStanding(line, now)) {
    case 'unsigned':
      return [
        `Not signed off (${signedBy === null ? 'signedBy' : 'signedAt'} is missing), so nobody can send it: have it signed, ask ${owner}`,
      ];
    case 'not-yet':
      return [
        `Signed for later (${signedAt?.toISOString() ?? ''}), so nobody can send it before: correct signedAt if that is not meant`,
      ];
    case 'expired':
      return [
        `Expired on ${expires.toISOString()}, so nobody can send it: renew it or delete the file, ask ${owner}`,
      ];
    case 'ready':
      return expires.getTime() - now.getTime() < SOON_MS
        ? [`Expires soon, on ${expires.toISOString()}: renew it, ask ${owner}`]
        : [];
  }
}

const strangersIn = ({ sectors }: Line, known: Desk['sectors']): string[] =>
  sectors
    .filter((name) => !known.some((one) => one.name.toLowerCase() === name.toLowerCase()))
    .map(
      (name) =>
        `“${name}” is no sector of desk.yml, so this line fits no question by it: name one of ${known.map((one) => one.name).join(', ') || 'none that are there'}`,
    );
