import { parseArgs } from 'node:util';
import { type PostgresServer, startPostgres } from '../postgres.ts';
import { buildApp } from './fault-build.ts';
import { type FaultCounts, type FaultOptions, runFaults } from './fault-run.ts';

/** Numbers that look random and are the same at every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Case = Pick<FaultOptions, 'replicas' | 'killMs' | 'slackFaults'> & {
  readonly name: string;
  readonly isRestarting?: boolean;
};

const cases: readonly Case[] = [
  { name: 'killed', replicas: 1, killMs: 3_000, slackFaults: 0 },
  { name: 'slack', replicas: 1, killMs: 0, slackFaults: 0.2 },
  { name: 'replicas', replicas: 3, killMs: 5_000, slackFaults: 0, isRestarting: true },
];

/** `npm run bench -- faults`: what is lost or doubled while processes are killed, Slack fails and the database restarts. */
export async function benchFaults(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '1' },
      store: { type: 'string', default: 'embedded' },
      case: { type: 'string' },
      questions: { type: 'string', default: '1000' },
      enquiries: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
    },
  });
  const isPostgres = values.store === 'postgres';
  const wanted = cases.filter(
    ({ name, replicas }) => (values.case ?? name) === name && (isPostgres || replicas === 1),
  );
  const build = await buildApp();
  const totals = new Map<string, number>();
  let isFailed = false;
  try {
    for (const one of wanted)
      for (let run = 0; run < Number(values.runs); run += 1) {
        const random = seeded(Number(values.seed) + run);
        const postgres = isPostgres ? await startPostgres() : undefined;
        const name = `${values.store} ${one.name} ${run + 1}`;
        try {
          const counts = await runFaults({
            ...one,
            build,
            random,
            questions: Number(values.questions),
            enquiries: Number(values.enquiries),
            ...(postgres === undefined ? {} : { postgresUrl: postgres.url }),
            ...(postgres !== undefined && one.isRestarting === true
              ? { inTheMiddle: () => restarted(postgres) }
              : {}),
          });
          isFailed ||= counts.lost + counts.doubled + counts.brokenChains > 0;
          isFailed ||= counts.crashes.length > 0;
          for (const [what, value] of Object.entries(counts))
            if (typeof value === 'number') totals.set(what, (totals.get(what) ?? 0) + value);
          process.stdout.write(`${lineOf(name, counts)}\n`);
        } catch (error) {
          // The other runs are worth having all the same.
          isFailed = true;
          process.stdout.write(`${name}: broken off: ${error}\n`);
        } finally {
          await postgres?.stop();
        }
      }
  } finally {
    await build.remove();
  }
  const sums = [...totals].map(([what, value]) => `${what} ${value}`);
  process.stdout.write(`${isFailed ? 'FAILED' : 'held'} in all: ${sums.join(', ')}\n`);
  if (isFailed) process.exitCode = 1;
}

const restarted = ({ restart }: PostgresServer): Promise<void> => restart();

const lineOf = (name: string, { details, crashes, ...counts }: FaultCounts): string =>
  [
    `${name}: ${Object.entries(counts)
      .map(([what, value]) => `${what} ${value}`)
      .join(', ')}, crashes ${crashes.length}`,
    ...details.map((line) => `  ${line}`),
    ...crashes.map((said) => `  crash: ${said.slice(0, 400)}`),
  ].join('\n');
