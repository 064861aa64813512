import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import MiniSearch from 'minisearch';
import { buildIndex } from '../../src/search/release-index.ts';
import { type Corpus, readCorpus } from './speed-corpus.ts';
import { asReleases, type Peer, peers } from './speed-peers.ts';
import { type Bar, barChart } from './speed-plot.ts';

type Times = { readonly p50: number; readonly p99: number };

type Row = {
  readonly peer: string;
  readonly size: number;
  readonly buildMs: number;
  readonly heapMb: number;
  readonly words: Readonly<Record<1 | 3 | 8, Times>>;
};

const LENGTHS = [1, 3, 8] as const;

/**
 * How fast passages are found beside other search engines, in one run: `speed [SQUAD-JSON] [--sizes 1000,10000]
 * [--queries 200] [--slow] [--svg FILE]`. `--slow` asks the slow engines at 100,000 passages too.
 */
export const benchSpeed = async (args: string[]): Promise<void> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      sizes: { type: 'string', default: '1000,10000' },
      queries: { type: 'string', default: '200' },
      slow: { type: 'boolean', default: false },
      svg: { type: 'string' },
    },
  });
  const [path = '../shared/data/squad.json'] = positionals;
  const sizes = values.sizes.split(',').map(Number);
  const rows: Row[] = [];
  for (const size of sizes) {
    const corpus = readCorpus(path, size, Number(values.queries));
    const asked = peers.filter(({ slow }) => size < 100_000 || values.slow || !slow);
    for (const peer of asked) {
      const row = await measure(peer, corpus);
      rows.push(row);
      print(line(row));
    }
    await printBlocks(corpus);
  }
  printTargets(rows, sizes);
  if (values.svg !== undefined) writeFileSync(values.svg, plot(rows, Math.max(...sizes)));
};

const print = (text: string) => process.stdout.write(`${text}\n`);

const collect = () => (globalThis as { gc?: () => void }).gc?.();

const measure = async (peer: Peer, { passages, queries }: Corpus): Promise<Row> => {
  collect();
  const heapBefore = process.memoryUsage().heapUsed;
  const start = performance.now();
  const ask = await peer.build(passages);
  const buildMs = performance.now() - start;
  collect();
  const heapMb = (process.memoryUsage().heapUsed - heapBefore) / 1e6;
  const timed = async (length: 1 | 3 | 8) => {
    for (const query of queries[length].slice(0, 20)) await ask(query);
    const times: number[] = [];
    for (const query of queries[length]) {
      const before = performance.now();
      await ask(query);
      times.push(performance.now() - before);
    }
    return quantiles(times);
  };
  const words = { 1: await timed(1), 3: await timed(3), 8: await timed(8) };
  return { peer: peer.name, size: passages.length, buildMs, heapMb, words };
};

const quantiles = (times: readonly number[]): Times => {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
};

const shown = (ms: number) => (ms < 10 ? ms.toFixed(3) : ms.toFixed(1));

const line = ({ peer, size, buildMs, heapMb, words }: Row) =>
  [
    String(size).padStart(7),
    peer.padEnd(28),
    `build ${(buildMs / 1000).toFixed(2).padStart(6)} s`,
    `heap ${heapMb.toFixed(0).padStart(4)} MB`,
    ...LENGTHS.map(
      (length) =>
        `${length}w p50 ${shown(words[length].p50).padStart(7)} p99 ${shown(words[length].p99).padStart(7)}`,
    ),
  ].join('  ');

/** The longest that other work waits while an index is built, beside MiniSearch's `addAll` over the same passages. */
const printBlocks = async ({ passages }: Corpus) => {
  const releases = asReleases(passages);
  let longest = 0;
  const start = performance.now();
  let from = start;
  await buildIndex(releases, {
    pause: async () => {
      longest = Math.max(longest, performance.now() - from);
      await new Promise((resolve) => setImmediate(resolve));
      from = performance.now();
    },
  });
  const total = performance.now() - start;
  const documents = passages.map((text, id) => ({ id, text }));
  const plain = new MiniSearch({ fields: ['text'] });
  const before = performance.now();
  plain.addAll(documents);
  const addAll = performance.now() - before;
  print(
    `        building ${passages.length}: longest block ${longest.toFixed(1)} ms, ` +
      `total ${total.toFixed(0)} ms = ${(total / addAll).toFixed(2)} of MiniSearch's addAll (${addAll.toFixed(0)} ms)`,
  );
};

const printTargets = (rows: readonly Row[], sizes: readonly number[]) => {
  const find = (peer: string, size: number) =>
    rows.find((row) => row.peer.startsWith(peer) && row.size === size)?.words[8];
  for (const size of sizes) {
    const own = find('Media Desk', size);
    const plain = find('MiniSearch', size);
    if (own && plain)
      print(
        `A question at ${size}: p50 1/${(plain.p50 / own.p50).toFixed(0)}, p99 1/${(plain.p99 / own.p99).toFixed(0)} of MiniSearch with default options`,
      );
  }
  const [small, large] = [find('Media Desk', 10_000), find('Media Desk', 100_000)];
  if (small && large)
    print(`Growth of p50 from 10,000 to 100,000: ${(large.p50 / small.p50).toFixed(1)} times`);
};

const plot = (rows: readonly Row[], size: number): string => {
  const bars: Bar[] = rows
    .filter((row) => row.size === size)
    .map(({ peer, words }) => ({ name: peer, value: words[8].p50, mark: words[8].p99 }));
  return barChart(
    `A question over ${size.toLocaleString('en')} passages, ms (bar: p50, tick: p99)`,
    bars,
  );
};
