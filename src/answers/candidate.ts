import type { Passage } from '../releases/passage.ts';
import type { Release } from '../releases/release.ts';
import type { SentenceFacts } from './sentence-facts.ts';

/** A passage that the index found near the question. */
export type FoundPassage = {
  readonly release: Release;
  readonly passage: Passage;
  /** Of the passage for this question, 0 to 1, the best one having 1. */
  readonly score: number;
  /** Of its release for this question, 0 to 1, the best one having 1. */
  readonly releaseScore: number;
};

/** A sentence that may answer. */
export type Candidate = {
  readonly found: FoundPassage;
  readonly sentence: SentenceFacts;
  readonly features: readonly number[];
  /** By the ranker; larger is better, comparable across questions. */
  readonly score: number;
};
