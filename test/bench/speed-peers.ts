import { create, insert, search } from '@orama/orama';
import Flexsearch from 'flexsearch';
import Database from 'libsql';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import type { ReleaseIndex } from '../../src/search/release-index.ts';
import { buildIndex } from '../../src/search/release-index.ts';
import { aPassage, aRelease } from '../builders.ts';

/** Something that finds passages: built over texts, asked for the best ten. */
export type Peer = {
  readonly name: string;
  /** Too slow to build or ask at 100,000 passages; left out there unless asked for. */
  readonly slow: boolean;
  readonly build: (passages: readonly string[]) => Promise<(query: string) => unknown>;
};

const now = new Date('2026-11-23T00:00:00Z');

/** Ten passages a release, as the real ones have about. */
export const asReleases = (passages: readonly string[]) =>
  Array.from({ length: Math.ceil(passages.length / 10) }, (_, number) =>
    aRelease({
      title: (passages[number * 10] ?? '').split(' ').slice(0, 8).join(' '),
      id: `release-${number}`,
      passages: passages
        .slice(number * 10, number * 10 + 10)
        .map((text) => aPassage({ text, sentences: [] })),
    }),
  );

export const askIndex = (index: ReleaseIndex, query: string) =>
  index.findPassages(query, { now, limit: 10 });

const mediaDesk: Peer = {
  name: 'Media Desk',
  slow: false,
  async build(passages) {
    const index = await buildIndex(asReleases(passages), { pause: async () => {} });
    return (query) => askIndex(index, query);
  },
};

const miniSearch: Peer = {
  name: 'MiniSearch, default options',
  slow: false,
  async build(passages) {
    const index = new MiniSearch({ fields: ['text'] });
    index.addAll(passages.map((text, id) => ({ id, text })));
    return (query) => index.search(query).slice(0, 10);
  },
};

const fts5: Peer = {
  name: 'SQLite FTS5',
  slow: false,
  async build(passages) {
    const database = new Database(':memory:');
    database.exec("create virtual table passages using fts5(text, tokenize = 'porter unicode61')");
    const add = database.prepare('insert into passages(rowid, text) values (?, ?)');
    database.exec('begin');
    for (const [id, text] of passages.entries()) add.run(id + 1, text);
    database.exec('commit');
    const ask = database.prepare(
      'select rowid from passages where passages match ? order by rank limit 10',
    );
    return (query) =>
      ask.all(
        query
          .split(/[^\p{L}\p{N}]+/u)
          .filter((word) => word !== '')
          .map((word) => `"${word}"`)
          .join(' OR '),
      );
  },
};

const flexSearch: Peer = {
  name: 'FlexSearch',
  slow: true,
  async build(passages) {
    const index = new Flexsearch.Index({ tokenize: 'strict' });
    for (const [id, text] of passages.entries()) index.add(id, text);
    return (query) => index.search(query, { limit: 10, suggest: true });
  },
};

const lunrPeer: Peer = {
  name: 'lunr',
  slow: true,
  async build(passages) {
    const index = lunr((builder) => {
      builder.ref('id');
      builder.field('text');
      for (const [id, text] of passages.entries()) builder.add({ id, text });
    });
    return (query) => index.search(query.replace(/[^\p{L}\p{N} ]+/gu, ' ')).slice(0, 10);
  },
};

const orama: Peer = {
  name: 'Orama',
  slow: true,
  async build(passages) {
    const database = create({ schema: { text: 'string' } as const });
    for (const text of passages) await insert(database, { text });
    return (query) => search(database, { term: query, limit: 10, threshold: 1 });
  },
};

export const peers: readonly Peer[] = [mediaDesk, miniSearch, fts5, flexSearch, lunrPeer, orama];
