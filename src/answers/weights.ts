import type { EvidenceName } from './confidence.ts';
import type { FeatureName } from './features.ts';

/** What each feature of a sentence is worth. Learnt by `npm run train`; not to be edited by hand. */
export const rankerWeights: Readonly<Record<FeatureName, number>> = {
  passage: 2.48,
  release: 3.29,
  coverage: 2.29,
  coverageWithPrevious: 2.37,
  coverageWithContext: 3.69,
  titleCoverage: 2.04,
  proximity: 0.79,
  inOrder: 0.67,
  rarestFound: 0.29,
  namesFound: 0.69,
  numbersMissing: -1.19,
  yearMissing: -1.66,
  daysMet: 1.34,
  headingLike: -0.94,
  short: -0.04,
  long: -0.32,
  listItem: 0.42,
  lead: 0.09,
  negation: 1.8,
  recency: 3.33,
  pronounStart: -0.12,
  question: -1.52,
  fragment: -0.94,
  typeFound: 2.17,
  typeMissing: -0.76,
  unitNear: 1.16,
  typeWithWords: -1.05,
  attribute: 0.86,
  attributeMissing: -1.36,
};

/** What each piece of evidence adds to the log odds of an answer being right; learnt likewise. */
export const confidenceWeights: Readonly<Record<EvidenceName, number>> = {
  coverage: 0.13,
  coverageWithPrevious: -3.16,
  coverageWithContext: 3.29,
  worstMissing: -1.51,
  typeFound: 2.5,
  untyped: 1.96,
  unitNear: 0.55,
  countWithoutUnit: 0,
  attribute: -0.34,
  attributeMissing: -1.87,
  yearMissing: -4.39,
  numbersMissing: -1.64,
  namesMissing: -1.99,
  marginToOthers: 0.73,
  marginToRivals: -0.13,
  marginInRelease: 0.11,
  releaseFirst: -0.36,
  score: -0.19,
};

export const confidenceBase = -2.7;
