import { withoutChat } from '../answers/chat.ts';
import { alternativesTo } from '../answers/everyday-words.ts';
import { foldWord, termsOf, tokensOf } from '../search/terms.ts';

/** A question and who asked it when. */
export type Asked = {
  readonly id: string;
  readonly question: string;
  /** Whoever asks twice counts once. */
  readonly asker: string;
  readonly at: Date;
};

/** How telling a term is, from 0 (says nothing) to 1 (says everything). */
export type Telling = (term: string) => number;

/** Questions on one subject come this close to each other, and so many of them, of so many people, make a surge. */
export const FORMS = { withinMs: 15 * 60_000, questions: 4, askers: 3 } as const;

/** A question is on a subject when this part of its telling words, or of the subject's, is shared. */
const ALIKE = 0.5;
/** One word alone must be nearly all that is asked about. */
const ALIKE_IN_ONE = 0.7;
/** A word belongs to a subject when this part of its questions has it. */
const CORE = 1 / 3;
/** Below this a word is no reason to take two questions for one subject. */
const LEAST_TELLING = 0.3;

/** Words of every question to a press office, whatever it is about. */
const EVERYDAY = new Set(
  `ask aware comment confirm correct deny detail explain explanation give happen hear heard know line look make many
  media minister ministry much news number office official people press question reader reply report respond response
  rumour rumor say said spokesman spokesperson spokeswoman state statement story talk tell today tonight tomorrow true
  truth update verify week write wrong yesterday singapore government agency agencies authority authorities early
  first time hour minute morning afternoon evening night new latest far soon anything something anybody thing`
    .split(/\s+/)
    .flatMap(termsOf),
);

/**
 * How telling words are, by how rare they are in the releases: what no release has said is what people ask about when
 * something has happened.
 *
 * @param idf inverse document frequency; highest for a word that was never seen
 */
export function tellingBy(idf: (term: string) => number): Telling {
  const highest = idf('\u0000');
  return (term) => {
    if (EVERYDAY.has(term)) return 0;
    return highest <= 0 ? 1 : Math.max(0.2, idf(term) / highest);
  };
}

/** What questions have in common: how many of them have each term. */
type Subject = { readonly size: number; readonly counts: ReadonlyMap<string, number> };

const subjectOf = (questions: readonly string[]): Subject => {
  const counts = new Map<string, number>();
  for (const question of questions)
    for (const term of tellingTerms(question)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { size: questions.length, counts };
};

const tellingTerms = (question: string): ReadonlySet<string> =>
  new Set(termsOf(withoutChat(question)).filter((term) => !EVERYDAY.has(term)));

const coreOf = ({ size, counts }: Subject): ReadonlySet<string> =>
  new Set([...counts].filter(([, count]) => count >= size * CORE).map(([term]) => term));

/** Whether two sets of terms are about the same: by rare words that both have, also in another form ("breach", "hack"). */
function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>, telling: Telling): boolean {
  const sum = (terms: Iterable<string>) =>
    [...terms].reduce((total, term) => total + telling(term), 0);
  const [fewer, more] = sum(one) <= sum(other) ? [one, other] : [other, one];
  const shared = [...fewer].filter(
    (term) => more.has(term) || [...alternativesTo(term)].some((word) => more.has(word)),
  );
  const reasons = shared.filter((term) => telling(term) >= LEAST_TELLING);
  if (reasons.length === 0) return false;
  return sum(shared) / sum(fewer) >= (reasons.length === 1 ? ALIKE_IN_ONE : ALIKE);
}

/** Whether a question is on the subject of others. */
export const isAlike = (question: string, others: readonly string[], telling: Telling): boolean =>
  areAlike(tellingTerms(question), coreOf(subjectOf(others)), telling);

/**
 * The groups of questions on one subject that make a surge: at least four, of three people, within a quarter of an
 * hour. It is a suggestion, for a person to judge: what is grouped stays apart in everything else. Each question is in
 * one group at most; the order of the input does not matter.
 */
export function findSurges<One extends Asked>(asked: readonly One[], telling: Telling): One[][] {
  const inOrder = asked.toSorted(
    (one, other) => one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1),
  );
  const groups: One[][] = [];
  for (const one of inOrder) {
    const alike = groups.filter((group) => isAlike(one.question, questionsOf(group), telling));
    // What speaks of two groups at once ties them together.
    const joined = [...alike.flat(), one];
    for (const group of alike) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups.filter(isSurge);
}

const questionsOf = (group: readonly Asked[]): string[] => group.map(({ question }) => question);

function isSurge(group: readonly Asked[]): boolean {
  const times = group.map(({ at }) => at.getTime()).toSorted((one, other) => one - other);
  return times.some((from) => {
    const near = group.filter(
      ({ at }) => at.getTime() >= from && at.getTime() - from <= FORMS.withinMs,
    );
    return (
      near.length >= FORMS.questions && new Set(near.map(({ asker }) => asker)).size >= FORMS.askers
    );
  });
}

const MOST_WORDS = 4;

/** What questions are about, in words that people used: the most telling that most of them share, most shared first. */
export function subjectWords(questions: readonly string[], telling: Telling): string[] {
  const { counts } = subjectOf(questions);
  const worth = (term: string) => (counts.get(term) ?? 0) * telling(term);
  const words = new Map<string, Map<string, number>>();
  for (const question of questions)
    for (const { term, from, to, stop } of tokensOf(question)) {
      if (stop || (counts.get(term) ?? 0) < questions.length * CORE) continue;
      const word = foldWord(question.slice(from, to));
      const forms = words.get(term) ?? new Map<string, number>();
      words.set(term, forms.set(word, (forms.get(word) ?? 0) + 1));
    }
  return [...words.keys()]
    .toSorted((one, other) => worth(other) - worth(one) || (one < other ? -1 : 1))
    .slice(0, MOST_WORDS)
    .flatMap((term) => {
      const forms = [...(words.get(term) ?? [])].toSorted(
        ([a, one], [b, other]) => other - one || (a < b ? -1 : 1),
      );
      return forms[0]?.[0] ?? [];
    });
}
