import type { EvidenceName } from './confidence.ts';
import type { FeatureName } from './features.ts';

/** What each feature of a sentence is worth. Learnt by `npm run train`; not to be edited by hand. */
export const rankerWeights: Readonly<Record<FeatureName, number>> = {
  passage: 2.31,
  release: 3.45,
  coverage: 1.98,
  coverageWithPrevious: 2.06,
  coverageWithContext: 4.15,
  titleCoverage: 2.27,
  proximity: 0.72,
  inOrder: 0.63,
  rarestFound: 0.19,
  namesFound: 0.77,
  numbersMissing: -1.22,
  yearMissing: -1.87,
  headingLike: -0.77,
  short: -0.02,
  long: -0.41,
  listItem: 0.47,
  lead: 0.12,
  negation: 1.94,
  recency: 3.16,
  pronounStart: -0.23,
  question: -1.51,
  fragment: -0.96,
  typeFound: 2.02,
  typeMissing: -0.7,
  unitNear: 0.91,
  attribute: 0.93,
  attributeMissing: -1.43,
};

/** What each piece of evidence adds to the log odds of an answer being right; learnt likewise. */
export const confidenceWeights: Readonly<Record<EvidenceName, number>> = {
  coverage: 0.09,
  coverageWithPrevious: -2.67,
  coverageWithContext: 2.19,
  worstMissing: -1.77,
  typeFound: 2.63,
  untyped: 2.29,
  unitNear: 0.54,
  countWithoutUnit: -0.1,
  attribute: -0.34,
  attributeMissing: -1.88,
  yearMissing: -4.36,
  numbersMissing: -1.64,
  namesMissing: -2.93,
  marginToOthers: 0.58,
  marginToRivals: 0.19,
  releaseFirst: -0.03,
  score: -0.02,
};

export const confidenceBase = -2.85;
