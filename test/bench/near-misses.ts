import { createHash } from 'node:crypto';
import { alternativesTo } from '../../src/answers/everyday-words.ts';
import { valuesIn } from '../../src/answers/values.ts';
import type { Wanted } from '../../src/answers/wanted.ts';
import { type Passage, sentenceText } from '../../src/releases/passage.ts';
import type { Release } from '../../src/releases/release.ts';
import { tokensOf } from '../../src/search/terms.ts';

/** A question made from a sentence of a release. */
export type MadeQuestion = {
  readonly question: string;
  /** What was swapped so that no release answers; `none` where the sentence answers. */
  readonly swapped: 'none' | 'attribute' | 'year' | 'event';
  readonly release: Release;
  readonly passage: Passage;
  readonly sentence: string;
};

/** A number from 0 to 1 told by a text alone, so that the same releases make the same questions. */
const chance = (text: string): number =>
  createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;

const asksFor: readonly (readonly [Wanted, readonly string[]])[] = [
  ['money', ['how much money', 'how much']],
  ['percentage', ['what percentage', 'what share']],
  ['duration', ['how long']],
  ['date', ['when', 'on what date']],
  ['person', ['who']],
];

/** Questions about an event that ask for what such a sentence seldom tells. */
const otherSides: readonly (readonly [Wanted, readonly string[]])[] = [
  [
    'money',
    [
      'How much did {} cost?',
      'What was the budget for {}?',
      'How much was spent on {}?',
      'What is the fee for {}?',
    ],
  ],
  ['date', ['When will {} end?', 'On what date did {} start?', 'When was {} completed?']],
  [
    'count',
    [
      'How many people took part in {}?',
      'How many complaints were received about {}?',
      'How many staff work on {}?',
    ],
  ],
  ['person', ['Who heads {}?', 'Who designed {}?', 'Who replaced the head of {}?']],
  ['percentage', ['What percentage of people are satisfied with {}?', 'What share of {} failed?']],
  ['duration', ['How long did {} take?', 'How long will {} run?']],
];

const nameOf = (text: string): string | undefined =>
  [
    ...text.matchAll(
      /\b(?:\p{Lu}[\p{L}\d’'-]*)(?:\s+(?:(?:of|for|and|the)\s+)?\p{Lu}[\p{L}\d’'-]*){1,5}\b/gu,
    ),
  ]
    .map(([name]) => name)
    .filter(
      (name) =>
        !/^(?:The|This|In|On|For|We|Our|It|Mr|Ms|Mrs|Dr|Minister|Prof|As|At|From|With|To|And|But)\b/.test(
          name,
        ),
    )
    .sort((one, other) => other.length - one.length)[0];

/** Drops some words that a person would not repeat and says others in everyday words. */
const reworded = (text: string, seed: string): string =>
  text
    .split(/\s+/)
    .flatMap((word, at) => {
      const [token] = tokensOf(word);
      if (token === undefined) return [word];
      const luck = chance(`${seed} ${at}`);
      const [other] = alternativesTo(token.term);
      if (other !== undefined && luck < 0.25) return [other];
      return !token.stop && luck > 0.68 && !/^\p{Lu}|\d/u.test(word) ? [] : [word];
    })
    .join(' ');

const askAbout = (sentence: string, from: number, to: number, asking: string): string => {
  const before = sentence.slice(0, from).split(/\s+/).slice(-11).join(' ');
  const after = sentence
    .slice(to)
    .replace(/[.;:]\s*$/, '')
    .split(/\s+/)
    .slice(0, 9)
    .join(' ');
  return `${reworded(before, sentence)} ${asking} ${reworded(after, `${sentence} after`)}?`
    .replace(/\s+/g, ' ')
    .trim();
};

const kinds: ReadonlySet<string> = new Set(['paragraph', 'list', 'block-quote']);

type Source = { readonly release: Release; readonly passage: Passage; readonly sentence: string };

const sourcesOf = (releases: readonly Release[], share: number): Source[] =>
  releases
    .filter(({ language }) => language === 'en')
    .flatMap((release) =>
      release.passages
        .filter(({ kind }) => kinds.has(kind))
        .flatMap((passage) =>
          passage.sentences.map((span) => ({
            release,
            passage,
            sentence: sentenceText(passage, span),
          })),
        ),
    )
    .filter(
      ({ sentence }) => sentence.length > 70 && sentence.length < 320 && chance(sentence) < share,
    );

const answerable = ({ release, passage, sentence }: Source): MadeQuestion[] => {
  for (const [wanted, askings] of asksFor) {
    const value = valuesIn(sentence, wanted).find(({ sure }) => sure >= 0.95);
    if (value === undefined) continue;
    const asking = askings[Math.floor(chance(`${sentence} asking`) * askings.length)] ?? '';
    const question = askAbout(sentence, value.from, value.to, asking);
    return [{ question, swapped: 'none', release, passage, sentence }];
  }
  return [];
};

const counted = ({ release, passage, sentence }: Source): MadeQuestion[] => {
  const match = /\b(\d[\d,]*)\s+((?:\p{Ll}+ ){0,2}\p{Ll}+s)\b/u.exec(sentence);
  if (match === null || /^(?:19|20)\d\d$/.test(match[1] ?? '')) return [];
  const question = askAbout(
    sentence,
    match.index,
    match.index + match[0].length,
    `how many ${match[2]}`,
  );
  return [{ question, swapped: 'none', release, passage, sentence }];
};

const attributeSwapped = ({ release, passage, sentence }: Source): MadeQuestion[] => {
  const name = nameOf(sentence);
  if (name === undefined) return [];
  const near = release.passages
    .flatMap((one) => one.sentences.map((span) => sentenceText(one, span)))
    .filter((text) => text.includes(name))
    .join('\n');
  const luck = chance(`${sentence} swap`);
  const free = otherSides.filter(([wanted]) => valuesIn(near, wanted).length === 0);
  const [, askings] = free[Math.floor(luck * free.length)] ?? [];
  const asking = askings?.[Math.floor(chance(`${sentence} which`) * askings.length)];
  return asking === undefined
    ? []
    : [
        {
          question: asking.replace('{}', `the ${name}`),
          swapped: 'attribute',
          release,
          passage,
          sentence,
        },
      ];
};

const yearSwapped = (made: MadeQuestion, known: string): MadeQuestion[] => {
  const year = made.release.date?.day.slice(0, 4);
  if (year === undefined) return [];
  const other = String(Number(year) + (chance(`${made.sentence} year`) < 0.5 ? 2 : -3));
  if (known.includes(other) || /\b(?:19|20)\d\d\b/.test(made.question)) return [];
  return [
    { ...made, question: `${made.question.replace(/\?$/, '')} in ${other}?`, swapped: 'year' },
  ];
};

const eventSwapped = (made: MadeQuestion, other: MadeQuestion | undefined): MadeQuestion[] => {
  const name = nameOf(made.question);
  const stranger = other === undefined ? undefined : nameOf(other.sentence);
  if (name === undefined || stranger === undefined || stranger === name) return [];
  return [{ ...made, question: made.question.replace(name, stranger), swapped: 'event' }];
};

/**
 * Questions made from the releases' own sentences: one in three answered by its sentence, the others near misses, in
 * which the thing asked, the year, or the event is another.
 *
 * @param share of the sentences to make questions from, 0 to 1
 */
export const makeQuestions = (releases: readonly Release[], share: number): MadeQuestion[] => {
  const sources = sourcesOf(releases, share);
  const made = sources.flatMap((source) => {
    const numbers = counted(source);
    return numbers.length > 0 && chance(`${source.sentence} kind`) < 0.5
      ? numbers
      : answerable(source);
  });
  const texts = new Map(
    releases.map((release) => [release, release.passages.map(({ text }) => text).join('\n')]),
  );
  return [
    ...made,
    ...sources.filter(({ sentence }) => chance(`${sentence} some`) < 0.6).flatMap(attributeSwapped),
    ...made
      .filter((_, at) => at % 3 === 0)
      .flatMap((one) => yearSwapped(one, texts.get(one.release) ?? '')),
    ...made.flatMap((one, at) =>
      at % 3 === 1 ? eventSwapped(one, made[(at + 7) % made.length]) : [],
    ),
  ];
};
