import { createIndex } from '../../src/search/release-index.ts';
import type { SquadArticle } from './squad-data.ts';

/** How well the paragraph that a question was written for is found. */
export type Retrieval = {
  readonly questions: number;
  /** Shares of 0 to 1. */
  readonly first: number;
  readonly amongFive: number;
  readonly mrrAtTen: number;
  /** Milliseconds a question. */
  readonly p50: number;
};

const now = new Date('2026-11-23T00:00:00Z');

/** Asks every answerable question over all the paragraphs. */
export const measureRetrieval = (articles: readonly SquadArticle[]): Retrieval => {
  const index = createIndex();
  for (const { release } of articles) index.put(release);
  const times: number[] = [];
  const ranks = articles
    .flatMap(({ questions }) => questions.filter(({ answers }) => answers.length > 0))
    .map(({ question, passage }) => {
      const start = performance.now();
      const hits = index.findPassages(question, { now, limit: 10 });
      times.push(performance.now() - start);
      return hits.findIndex((hit) => hit.passage === passage);
    });
  const share = (worth: (rank: number) => number) =>
    ranks.reduce((sum, rank) => sum + (rank < 0 ? 0 : worth(rank)), 0) / ranks.length;
  return {
    questions: ranks.length,
    first: share((rank) => Number(rank === 0)),
    amongFive: share((rank) => Number(rank < 5)),
    mrrAtTen: share((rank) => 1 / (rank + 1)),
    p50: times.toSorted((one, other) => one - other)[times.length >> 1] ?? Number.NaN,
  };
};
