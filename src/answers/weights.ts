import type { EvidenceName } from './confidence.ts';
import type { FeatureName } from './features.ts';

/** What each feature of a sentence is worth. Learnt by `npm run train`; not to be edited by hand. */
export const rankerWeights: Readonly<Record<FeatureName, number>> = {
  passage: 2.31,
  release: 3.48,
  coverage: 1.96,
  coverageWithPrevious: 2.02,
  coverageWithContext: 4.17,
  titleCoverage: 2.27,
  proximity: 0.74,
  inOrder: 0.61,
  rarestFound: 0.19,
  namesFound: 0.79,
  numbersMissing: -1.22,
  yearMissing: -1.88,
  headingLike: -0.77,
  short: -0.05,
  long: -0.42,
  listItem: 0.46,
  lead: 0.12,
  negation: 1.95,
  recency: 3.15,
  pronounStart: -0.23,
  question: -1.51,
  fragment: -0.95,
  typeFound: 2.0,
  typeMissing: -0.73,
  unitNear: 0.97,
  attribute: 0.93,
  attributeMissing: -1.43,
};

/** What each piece of evidence adds to the log odds of an answer being right; learnt likewise. */
export const confidenceWeights: Readonly<Record<EvidenceName, number>> = {
  coverage: 0.3,
  coverageWithPrevious: -2.38,
  coverageWithContext: 1.84,
  worstMissing: -2.04,
  typeFound: 2.71,
  untyped: 2.0,
  unitNear: 0.71,
  countWithoutUnit: 0.03,
  attribute: -0.17,
  attributeMissing: -1.97,
  yearMissing: -4.4,
  numbersMissing: -1.48,
  namesMissing: -2.87,
  marginToOthers: 0.59,
  marginToRivals: 0.21,
  releaseFirst: 0.19,
  score: -0.64,
};

export const confidenceBase = -2.28;
