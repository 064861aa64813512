import { type SectorWords, sectorsAmong } from '../search/sector-words.ts';
import { termsOf, tokensOf } from '../search/terms.ts';
import type { Asked } from './asked.ts';
import { alternativesTo } from './everyday-words.ts';
import { startOf } from './sentence-facts.ts';

/** A word of the question that an answer, or what stands around it, should hold. */
export type QuestionTerm = {
  readonly term: string;
  /** How telling it is among the releases: 0 to 1. */
  readonly weight: number;
  /** Stems that may stand for it, and how well: below 1. */
  readonly others: ReadonlyMap<string, number>;
  /** Stands for a name of the question. */
  readonly name: boolean;
};

/** What the terms need to know of the index. */
export type TermSource = {
  /** The stem as the releases spell it, where the question's own is in none of them; else the stem itself. */
  readonly spelt: (term: string, word: string) => string;
  /** Share of passages that hold a stem, 0 to 1, with nothing known counted as rare. */
  readonly share: (term: string) => number;
  /** Stems that an acronym stands for, and the other way round. */
  readonly related: (term: string) => readonly string[];
};

/** Words that ask, count or connect; they tell what kind of answer is wanted and need not stand in it. */
const asking = new Set(
  termsOf(
    `many much number date time name list give tell show know say said release releases statement announce announced
     announcement press media government singapore question answer kind type sort please thing things get got
     happen actually exactly roughly currently latest newest recent recently now percentage percent share
     part anything anyone year day go goes going come came use still happening update position whats wheres whos hows`,
  ),
);

const light = 0.45;

/** Weighs the words of a question: rare ones most, asking ones little. Repeats count once. */
export const questionTerms = (
  asked: Asked,
  source: TermSource,
  sectors: readonly SectorWords[],
): QuestionTerm[] => {
  const names = new Set(asked.names.flatMap(termsOf));
  const found = new Map<string, QuestionTerm>();
  for (const { term: typed, word, stop } of tokensOf(asked.text)) {
    if (stop) continue;
    const term = source.spelt(typed, word);
    if (found.has(term)) continue;
    const others = new Map<string, number>();
    for (const other of alternativesTo(term)) others.set(other, 0.7);
    for (const other of source.related(term)) others.set(other, 0.8);
    for (const { name } of sectorsAmong([term], sectors))
      for (const other of termsOf(name)) others.set(other, 0.8);
    others.delete(term);
    const rarity = 1 - Math.sqrt(Math.min(1, source.share(term) * 4));
    const weight = Math.max(0.15, rarity) * (asking.has(term) ? light : 1);
    found.set(term, { term, weight, others, name: names.has(typed) });
  }
  return [...found.values()];
};

const sharedLetters = 5;

/** Shares a stem's first letters: "donat" and "donor" do not, "administ" and "administr" do. */
const kin = (one: string, other: string): boolean => {
  const shorter = Math.min(one.length, other.length);
  if (shorter < sharedLetters) return false;
  let same = 0;
  while (same < shorter && one[same] === other[same]) same += 1;
  return same >= sharedLetters && same >= Math.max(one.length, other.length) - 3;
};

/** How well a set of stems holds a term: 1 as it is, less by a word that stands for it, 0 not at all. */
export const matchIn = (
  { term, others }: QuestionTerm,
  terms: { has(term: string): boolean },
): number => {
  if (terms.has(term)) return 1;
  let best = 0;
  for (const [other, worth] of others) if (worth > best && terms.has(other)) best = worth;
  return best;
};

/** As `matchIn`, and also by a word of the same root. */
export const softMatchIn = (term: QuestionTerm, terms: ReadonlyMap<string, number>): number => {
  const exact = matchIn(term, terms);
  if (exact > 0 || term.term.length < sharedLetters) return exact;
  const start = startOf(term.term);
  for (const other of terms.keys())
    if (other.startsWith(start) && kin(term.term, other)) return 0.6;
  return 0;
};
