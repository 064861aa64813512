import type { Release } from '../releases/release.ts';
import { splitSentences } from '../releases/split-sentences.ts';
import { isVisible } from '../releases/visible.ts';
import type { ReleaseIndex } from '../search/release-index.ts';
import { termsOf } from '../search/terms.ts';
import { type Fact, plainName } from './fact.ts';
import { factsIn } from './facts-in-text.ts';

/** So many passages on the subject of a sentence are looked through. */
const NEAR = 12;
/** So many passages are looked through for a name. */
const NAMED = 6;
/** So many telling words on each side say what a figure counts. */
const BESIDE = 4;
const BESIDE_CHARACTERS = 80;

type Options = {
  readonly index: Pick<ReleaseIndex, 'findPassages'>;
  /** Decides what may be seen: an embargoed release supports nothing. */
  readonly now: Date;
  /** Releases that the enquiry is about. */
  readonly cited: readonly Release[];
};

/**
 * The figures, dates and names in a reply that no visible release near its subject supports, in order and each once:
 * for whoever is about to send it to look at, never to stop them. What is looked through for a sentence are the
 * passages nearest to it and the cited releases, where the words beside a figure must fit too; a name may also stand
 * anywhere else.
 */
export function unsupportedFacts(text: string, { index, now, cited }: Options): Fact[] {
  const seen = new Set<string>();
  const shown = cited.filter((release) => isVisible(release, now)).map(groundOf);
  return text
    .split('\n')
    .flatMap((line) => splitSentences(line).map(({ from, to }) => line.slice(from, to)))
    .flatMap((sentence) => {
      const facts = factsIn(sentence);
      if (facts.length === 0) return [];
      const near = index.findPassages(sentence, { now, limit: NEAR });
      const ground = [
        ...shown,
        ...near.map(({ passage, release }) =>
          groundFor(passage, () => [
            release.title,
            ...passage.heading,
            passage.intro ?? '',
            passage.text,
            release.date?.day ?? '',
          ]),
        ),
      ];
      return facts.filter((fact) => !isSupported(fact, sentence, ground, { index, now, cited }));
    })
    .filter(({ keys }) => {
      const name = keys.join(' ');
      return seen.has(name) ? false : seen.add(name);
    });
}

/** What a stretch of a release says: its figures and dates with the words beside them, and its words for names. */
type Ground = { readonly beside: ReadonlyMap<string, ReadonlySet<string>>; readonly words: string };

const grounds = new WeakMap<object, Ground>();

/** Worked out at its first use, and kept as long as what it is of. */
function groundFor(owner: object, texts: () => readonly string[]): Ground {
  const kept = grounds.get(owner);
  if (kept !== undefined) return kept;
  const beside = new Map<string, Set<string>>();
  const text = texts().filter((one) => one !== '');
  for (const one of text)
    for (const fact of factsIn(one))
      for (const key of fact.keys) {
        const terms = beside.get(key) ?? new Set();
        for (const term of termsBeside(one, fact)) terms.add(term);
        beside.set(key, terms);
      }
  const ground = { beside, words: ` ${text.map(plainName).join(' | ')} ` };
  grounds.set(owner, ground);
  return ground;
}

/** The telling words nearest to a figure: "five" of projects is not "five" of years. */
const termsBeside = (text: string, { from, to }: Fact): string[] => [
  ...termsOf(text.slice(Math.max(0, from - BESIDE_CHARACTERS), from)).slice(-BESIDE),
  ...termsOf(text.slice(to, to + BESIDE_CHARACTERS)).slice(0, BESIDE),
];

const groundOf = (release: Release): Ground =>
  groundFor(release, () => [
    release.title,
    release.agency ?? '',
    release.date?.day ?? '',
    ...release.passages.flatMap(({ text, heading }) => [...heading, text]),
  ]);

function isSupported(
  fact: Fact,
  sentence: string,
  ground: readonly Ground[],
  options: Options,
): boolean {
  if (fact.kind === 'name') {
    const isSaid = (name: string) =>
      ground.some(({ words }) => words.includes(` ${name} `)) || isNamedElsewhere(name, options);
    const parts = partsOf(fact.words);
    return isSaid(plainName(fact.words)) || (parts.length > 1 && parts.every(isSaid));
  }
  const terms = fact.kind === 'figure' ? termsBeside(sentence, fact) : [];
  return ground.some(({ beside }) =>
    fact.keys.every((key) =>
      alternatives(key).some((other) => {
        const there = beside.get(other);
        return there !== undefined && (terms.length === 0 || terms.some((term) => there.has(term)));
      }),
    ),
  );
}

/** What supports a fact too: the same sum of money, where the reply leaves the currency out; a day of the month. */
const alternatives = (key: string): string[] => {
  if (key.startsWith('number:')) return [key, key.replace('number:', 'money:$:')];
  // "From April" is supported by a day in April.
  const month = /^month:(\d+)$/.exec(key)?.[1];
  return month === undefined
    ? [key]
    : [key, ...Array.from({ length: 31 }, (_, day) => `day:${day + 1}/${month}`)];
};

/** "Ministry of Health and SingHealth" is two names; "Ministry of Health" is one. */
const partsOf = (words: string): string[] =>
  words
    .split(/,|\s(?:and|&|for|in|on)\s/)
    .map(plainName)
    .filter((part) => part !== '');

function isNamedElsewhere(name: string, { index, now, cited }: Options): boolean {
  const contacts = cited.flatMap(({ contacts }) => contacts);
  if (
    contacts.some((contact) =>
      plainName(`${contact.name} | ${contact.organisation} | ${contact.role}`).includes(name),
    )
  )
    return true;
  return index
    .findPassages(name, { now, limit: NAMED })
    .some(({ passage, release }) =>
      ` ${plainName(release.title)} | ${plainName(passage.text)} `.includes(` ${name} `),
    );
}
