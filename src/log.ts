import { type DestinationStream, pino } from 'pino';
import { type Mask, maskFor } from './mask-secrets.ts';

/** Facts that go with a log event. No message text of people and no credentials belong here. */
export type Facts = Readonly<Record<string, unknown>>;

/** One line of JSON for each event, named `thing.happened`. */
export type Log = {
  debug(event: string, facts?: Facts): void;
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  error(event: string, facts?: Facts): void;
};

/** Errors do not survive `JSON.stringify`; their name, message and stack should. */
const legible = (value: unknown): unknown =>
  value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value;

/**
 * Opens the log. It writes to standard error by default, so that `--json` output stays pure.
 *
 * @param level lowest level that is written
 * @param mask what is put over every line
 */
export function openLog(
  level: 'debug' | 'info' | 'warn' | 'error',
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
  mask: Mask = maskFor([]),
): Log {
  const logger = pino(
    { level, base: null, messageKey: 'event', timestamp: pino.stdTimeFunctions.isoTime },
    // Masked in the finished line, so that no fact, however deep, can carry a secret out.
    { write: (line: string) => void destination.write(mask(line)) },
  );
  const write =
    (at: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, facts: Facts = {}) =>
      logger[at](
        Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, legible(value)])),
        event,
      );
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
