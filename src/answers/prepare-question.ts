import type { ReleaseIndex } from '../search/release-index.ts';
import type { SectorWords } from '../search/sector-words.ts';
import { slipsBetween } from '../search/spelling.ts';
import { timeInWords } from '../search/time-in-words.ts';
import type { Asked } from './asked.ts';
import type { FoundPassage } from './candidate.ts';
import type { Prepared } from './features.ts';
import { questionTerms } from './question-terms.ts';
import { factsOfPassage } from './sentence-facts.ts';

/** A lone release is read as if among this many other passages: else all of its words would look common. */
const othersImagined = 200;

/** Passages whose words a misspelt one is looked for among: those found by the rest of the question. */
const repairAmong = 80;

const shortestRepaired = 5;

export type PrepareOptions = {
  readonly sectors: readonly SectorWords[];
  /** How many passages there are. */
  readonly passages: number;
  readonly now: Date;
  /** IANA zone in which words such as "last March" are read. */
  readonly zone: string;
};

/**
 * Weighs the words of a question by how rare they are in the releases. A word that stands nowhere is read as the
 * nearest word of the passages found, one slip in five letters allowed.
 */
export const prepareQuestion = (
  asked: Asked,
  index: ReleaseIndex,
  found: readonly FoundPassage[],
  { sectors, passages, now, zone }: PrepareOptions,
): Prepared => {
  const near = new Set<string>();
  const vocabulary = () => {
    if (near.size === 0)
      for (const { passage } of found.slice(0, repairAmong))
        for (const { terms } of factsOfPassage(passage).sentences)
          for (const term of terms) near.add(term);
    return near;
  };
  const spelt = (term: string) => {
    if (term.length < shortestRepaired || /\d/.test(term) || index.documentFrequency(term) > 0)
      return term;
    let best = term;
    let slips = Math.max(1, Math.round(term.length * 0.2)) + 1;
    for (const other of vocabulary()) {
      if (Math.abs(other.length - term.length) >= slips) continue;
      const distance = slipsBetween(term, other, slips - 1);
      if (distance < slips) {
        best = other;
        slips = distance;
      }
    }
    return best;
  };
  return {
    asked,
    terms: questionTerms(
      asked,
      {
        spelt,
        share: (term) => index.documentFrequency(term) / (passages + othersImagined),
        related: () => [],
      },
      sectors,
    ),
    days: timeInWords(asked.text, now, zone).days,
  };
};
