import { termsOf } from '../search/terms.ts';
import { withoutChat } from './chat.ts';

/** Two questions of which this part of the telling words is shared ask the same. */
const ALIKE = 0.5;

/** A question as somebody put it; equal ones may come many times. */
export type AskedQuestion = {
  readonly question: string;
  readonly at: Date;
  /** Ids of the releases that came nearest. */
  readonly releases: readonly string[];
};

/** Questions that ask the same in other words. */
export type QuestionGroup = {
  /** The wording most often used. */
  readonly question: string;
  readonly count: number;
  readonly wordings: readonly string[];
  readonly lastAt: Date;
  /** Ids of the releases that came nearest, most often first. */
  readonly releases: readonly string[];
};

/**
 * Groups questions by likeness, most frequent first and then the newest. Each question joins the group whose first
 * wording it shares most with (weighted Dice), so that no chain of small steps ties unlike questions together. What has
 * no telling word, such as a greeting, is left out. The order of the input does not matter.
 *
 * @param weightOf how telling a term is; all alike where it is left out
 */
export function groupQuestions(
  asked: readonly AskedQuestion[],
  weightOf: (term: string) => number = () => 1,
): QuestionGroup[] {
  const wordings = new Map<string, AskedQuestion[]>();
  for (const one of asked) {
    const key = termKey(one.question);
    if (key !== '') wordings.set(key, [...(wordings.get(key) ?? []), one]);
  }
  const groups: { terms: ReadonlySet<string>; members: AskedQuestion[] }[] = [];
  const byFrequency = [...wordings].sort(
    ([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1),
  );
  for (const [key, members] of byFrequency) {
    const terms = new Set(key.split(' '));
    const [best] = groups
      .map((group) => ({ group, likeness: likeness(terms, group.terms, weightOf) }))
      .filter((one) => one.likeness >= ALIKE)
      .toSorted((one, other) => other.likeness - one.likeness);
    if (best === undefined) groups.push({ terms, members: [...members] });
    else best.group.members.push(...members);
  }
  return groups
    .map(({ members }) => summed(members))
    .toSorted(
      (one, other) =>
        other.count - one.count ||
        other.lastAt.getTime() - one.lastAt.getTime() ||
        (one.question < other.question ? -1 : 1),
    );
}

const termKey = (question: string): string =>
  [...new Set(termsOf(withoutChat(question)))].sort().join(' ');

function likeness(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  weightOf: (term: string) => number,
): number {
  const sum = (terms: Iterable<string>) =>
    [...terms].reduce((total, term) => total + Math.max(0.01, weightOf(term)), 0);
  const shared = [...one].filter((term) => other.has(term));
  return (2 * sum(shared)) / (sum(one) + sum(other));
}

function summed(members: readonly AskedQuestion[]): QuestionGroup {
  const wordings = mostOften(members.map(({ question }) => question.replace(/\s+/g, ' ').trim()));
  const lastAt = new Date(Math.max(...members.map(({ at }) => at.getTime())));
  return {
    question: wordings[0] ?? '',
    count: members.length,
    wordings,
    lastAt,
    releases: mostOften(members.flatMap(({ releases }) => [...new Set(releases)])),
  };
}

/** Each once, the most frequent first, and equals in their own order. */
function mostOften(list: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([text]) => text);
}
