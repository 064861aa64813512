import type { Release } from '../releases/release.ts';
import type { Quote } from './answer.ts';
import type { FoundPassage } from './candidate.ts';
import { matchIn, type QuestionTerm } from './question-terms.ts';
import { factsOfPassage, factsOfRelease } from './sentence-facts.ts';

const mostNamed = 3;

/** A later release speaks of the same subject when a passage of it has at least this share of what the quote has. */
const asMuchAs = 0.85;

const coverage = (
  terms: readonly QuestionTerm[],
  found: Pick<FoundPassage, 'passage' | 'release'>,
): number => {
  const { title } = factsOfRelease(found.release);
  const { sentences, heading, intro } = factsOfPassage(found.passage);
  const words = new Set([
    ...heading,
    ...intro,
    ...title,
    ...sentences.flatMap(({ terms: own }) => own),
  ]);
  const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
  return terms.reduce((sum, term) => sum + term.weight * matchIn(term, words), 0) / (whole || 1);
};

/**
 * Releases after the first quote's on the same subject, newest first: those found for the question in which a passage
 * meets nearly as many of its telling words, names above all.
 */
export const laterReleases = (
  terms: readonly QuestionTerm[],
  [first, ...others]: readonly Quote[],
  found: readonly FoundPassage[],
): Release[] => {
  const day = first?.release.date?.day;
  if (first === undefined || day === undefined) return [];
  const quoted = new Set([first, ...others].map(({ release }) => release));
  const telling = terms.filter(({ weight }) => weight >= 0.4);
  const least = Math.max(0.5, asMuchAs * coverage(telling, first));
  const later = new Set<Release>();
  for (const one of found) {
    const { release } = one;
    if ((release.date?.day ?? '') <= day || quoted.has(release) || later.has(release)) continue;
    if (one.score > 0 && coverage(telling, one) >= least) later.add(release);
  }
  return [...later]
    .sort((one, other) => ((one.date?.day ?? '') < (other.date?.day ?? '') ? 1 : -1))
    .slice(0, mostNamed);
};
