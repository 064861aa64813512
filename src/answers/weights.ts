import type { EvidenceName } from './confidence.ts';
import type { FeatureName } from './features.ts';

/** What each feature of a sentence is worth. Learnt by `npm run train`; not to be edited by hand. */
export const rankerWeights: Readonly<Record<FeatureName, number>> = {
  passage: 3.23,
  release: 1.95,
  coverage: 1.09,
  coverageWithPrevious: 2.55,
  coverageWithContext: 1.84,
  titleCoverage: 1.26,
  proximity: 0.70,
  namesFound: 1.47,
  numbersMissing: -1.03,
  yearMissing: -1.59,
  headingLike: -1.32,
  short: -0.56,
  long: -0.37,
  listItem: 0.27,
  lead: 0.20,
  negation: 1.51,
  recency: 3.01,
  pronounStart: -0.34,
  question: -1.50,
  fragment: -1.00,
  typeFound: 1.89,
  typeMissing: -1.76,
  unitNear: 2.07,
  attribute: 0.59,
  attributeMissing: -1.09,
};

/** What each piece of evidence adds to the log odds of an answer being right; learnt likewise. */
export const confidenceWeights: Readonly<Record<EvidenceName, number>> = {
  coverage: 1.35,
  coverageWithPrevious: -2.57,
  coverageWithContext: 2.38,
  worstMissing: -1.98,
  typeFound: 2.70,
  untyped: 1.59,
  unitNear: 0.30,
  countWithoutUnit: 0.78,
  attribute: -0.02,
  attributeMissing: -2.20,
  yearMissing: -4.35,
  numbersMissing: -1.10,
  namesMissing: -2.83,
  marginToOthers: 0.68,
  marginToRivals: 0.11,
  releaseFirst: 1.72,
  score: -1.53,
};

export const confidenceBase = -3.64;
