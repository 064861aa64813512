import type { EvidenceName } from './confidence.ts';
import type { FeatureName } from './features.ts';

/** What each feature of a sentence is worth. Learnt by `npm run train`; not to be edited by hand. */
export const rankerWeights: Readonly<Record<FeatureName, number>> = {
  passage: 3.2,
  release: 1.96,
  coverage: 1.07,
  coverageWithPrevious: 2.54,
  coverageWithContext: 1.85,
  titleCoverage: 1.28,
  proximity: 0.69,
  namesFound: 1.47,
  numbersMissing: -1.03,
  yearMissing: -1.59,
  headingLike: -1.32,
  short: -0.55,
  long: -0.36,
  listItem: 0.28,
  lead: 0.2,
  negation: 1.5,
  recency: 3.02,
  pronounStart: -0.34,
  question: -1.5,
  fragment: -1.0,
  typeFound: 1.89,
  typeMissing: -1.76,
  unitNear: 2.07,
  attribute: 0.59,
  attributeMissing: -1.09,
};

/** What each piece of evidence adds to the log odds of an answer being right; learnt likewise. */
export const confidenceWeights: Readonly<Record<EvidenceName, number>> = {
  coverage: 1.47,
  coverageWithPrevious: -2.36,
  coverageWithContext: 1.67,
  worstMissing: -2.0,
  typeFound: 2.91,
  untyped: 2.16,
  unitNear: 0.66,
  countWithoutUnit: 0.9,
  attribute: 0.04,
  attributeMissing: -2.06,
  yearMissing: -4.48,
  numbersMissing: -1.29,
  namesMissing: -2.91,
  marginToOthers: 0.69,
  marginToRivals: 0.13,
  releaseFirst: 1.58,
  score: -1.57,
};

export const confidenceBase = -3.53;
