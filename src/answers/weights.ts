import type { FeatureName } from './features.ts';

/** What each feature of a sentence is worth. Learnt by `npm run train`; not to be edited by hand. */
export const rankerWeights: Readonly<Record<FeatureName, number>> = {
  passage: 3.2,
  release: 1.6,
  coverage: 1.0,
  coverageWithPrevious: 2.5,
  coverageWithContext: 1.4,
  titleCoverage: 1.0,
  proximity: 0.6,
  typeFound: 1.8,
  typeMissing: -2.0,
  unitNear: 2.5,
  attribute: 0.5,
  attributeMissing: -1.0,
  namesFound: 1.5,
  numbersMissing: -1.0,
  yearMissing: -1.5,
  headingLike: -1.4,
  short: -0.6,
  long: -0.3,
  listItem: 0.2,
  lead: 0.2,
  negation: 1.4,
  recency: 3.0,
  pronounStart: -0.2,
  question: -1.5,
};
