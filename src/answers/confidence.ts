import type { Candidate } from './candidate.ts';
import { type FeatureName, featureNames, type Prepared } from './features.ts';
import { valuesIn } from './values.ts';
import { confidenceBase, confidenceWeights } from './weights.ts';

/** What tells a real answer from a near miss, in the order of its weights. */
export const evidenceNames = [
  'coverage',
  'coverageWithPrevious',
  'coverageWithContext',
  'worstMissing',
  'typeFound',
  'untyped',
  'unitNear',
  'countWithoutUnit',
  'attribute',
  'attributeMissing',
  'yearMissing',
  'numbersMissing',
  'namesMissing',
  'marginToOthers',
  'marginToRivals',
  'marginInRelease',
  'releaseFirst',
  'score',
] as const;

export type EvidenceName = (typeof evidenceNames)[number];

const place = (name: FeatureName) => featureNames.indexOf(name);
const at = Object.fromEntries(featureNames.map((name) => [name, place(name)])) as Record<
  FeatureName,
  number
>;

const farAhead = 5;

/** Where nothing else says anything: neither for nor against. */
const noRival = 2;

/** What the best sentence gives as the answer, as printed. */
const valuesOf = ({ asked }: Prepared, { sentence }: Candidate): string[] =>
  asked.parts.flatMap(({ wants }) => {
    const [wanted] = wants;
    return wanted === undefined
      ? []
      : valuesIn(sentence.text, wanted).map(({ from, to }) => sentence.text.slice(from, to));
  });

/** How far ahead of the next candidate the best one is, of those that say something else; at most 5. */
const margin = (
  prepared: Prepared,
  ranked: readonly Candidate[],
  isRival: (other: Candidate, best: Candidate) => boolean,
): number => {
  const [best, ...others] = ranked;
  if (best === undefined) return 0;
  const told = valuesOf(prepared, best);
  const rival = others.find(
    (other) => isRival(other, best) && !told.some((value) => other.sentence.text.includes(value)),
  );
  return rival === undefined ? noRival : Math.min(farAhead, best.score - rival.score);
};

/** Reads off the ranked sentences what speaks for the best one being the answer. */
export const evidenceOf = (prepared: Prepared, ranked: readonly Candidate[]): number[] => {
  const [best] = ranked;
  if (best === undefined) return evidenceNames.map(() => 0);
  const { asked, terms } = prepared;
  const feature = (name: FeatureName) => best.features[at[name]] ?? 0;
  const [wanted] = asked.parts[0]?.wants ?? [];
  const untyped =
    wanted === 'text' || wanted === 'yes-no' || wanted === 'definition' || wanted === 'speech';
  const nouns = asked.parts.some(({ nouns: counted }) => counted.length > 0);
  const alone = ranked.every(({ found }) => found.release === best.found.release);
  const named = terms.some(({ name }) => name);
  const missing = terms.filter(({ term, others }) => {
    const { places } = best.sentence;
    return !places.has(term) && ![...others.keys()].some((other) => places.has(other));
  });
  const evidence: Record<EvidenceName, number> = {
    coverage: feature('coverage'),
    coverageWithPrevious: feature('coverageWithPrevious'),
    coverageWithContext: feature('coverageWithContext'),
    worstMissing: Math.max(0, ...missing.map(({ weight }) => weight)),
    typeFound: feature('typeFound'),
    untyped: untyped ? 1 : 0,
    unitNear: feature('unitNear'),
    countWithoutUnit: wanted === 'count' && nouns && feature('unitNear') === 0 ? 1 : 0,
    attribute: feature('attribute'),
    attributeMissing: feature('attributeMissing'),
    yearMissing: feature('yearMissing'),
    numbersMissing: feature('numbersMissing'),
    namesMissing: named ? 1 - feature('namesFound') : 0,
    marginToOthers: margin(prepared, ranked, (other) =>
      alone
        ? other.found.passage !== best.found.passage
        : other.found.release !== best.found.release,
    ),
    marginToRivals: margin(
      prepared,
      ranked,
      (other) => other.sentence !== best.sentence && (other.features[at.typeFound] ?? 0) > 0.5,
    ),
    marginInRelease: margin(
      prepared,
      ranked,
      (other) => other.sentence !== best.sentence && other.found.release === best.found.release,
    ),
    releaseFirst: best.found.releaseScore,
    score: best.score / 10,
  };
  return evidenceNames.map((name) => evidence[name]);
};

const weights = evidenceNames.map((name) => confidenceWeights[name]);

/** Chance, 0 to 1, that the best sentence answers the question. */
export const confidenceIn = (
  evidence: readonly number[],
  by = weights,
  base = confidenceBase,
): number =>
  1 / (1 + Math.exp(-evidence.reduce((sum, value, index) => sum + value * (by[index] ?? 0), base)));
