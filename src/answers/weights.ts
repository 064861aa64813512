import type { EvidenceName } from './confidence.ts';
import type { FeatureName } from './features.ts';

/** What each feature of a sentence is worth. Learnt by `npm run train`; not to be edited by hand. */
export const rankerWeights: Readonly<Record<FeatureName, number>> = {
  passage: 3.03,
  release: 1.87,
  coverage: 1.07,
  coverageWithPrevious: 2.37,
  coverageWithContext: 1.72,
  titleCoverage: 1.17,
  proximity: 0.68,
  namesFound: 1.53,
  numbersMissing: -1.04,
  yearMissing: -1.55,
  headingLike: -1.20,
  short: -0.61,
  long: -0.41,
  listItem: 0.10,
  lead: 0.20,
  negation: 1.62,
  recency: 3.04,
  pronounStart: -0.32,
  question: -1.50,
  fragment: -0.54,
  typeFound: 1.75,
  typeMissing: -1.62,
  unitNear: 2.14,
  attribute: 0.54,
  attributeMissing: -1.04,
};

/** What each piece of evidence adds to the log odds of an answer being right; learnt likewise. */
export const confidenceWeights: Readonly<Record<EvidenceName, number>> = {
  coverage: 1.74,
  coverageWithPrevious: -0.66,
  coverageWithContext: 0.20,
  worstMissing: -2.01,
  typeFound: 2.88,
  untyped: 1.33,
  unitNear: 0.84,
  countWithoutUnit: 1.30,
  attribute: -0.57,
  attributeMissing: -2.33,
  yearMissing: -5.00,
  numbersMissing: -1.40,
  namesMissing: -4.34,
  marginToOthers: 0.69,
  marginToRivals: 0.22,
  releaseFirst: 0.35,
  score: -3.04,
};

export const confidenceBase = -1.14;
