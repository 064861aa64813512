import type { Release } from '../releases/release.ts';
import {
  type SentenceChange,
  sentenceDifference,
  sentencesOf,
} from '../releases/release-difference.ts';
import type { ReleaseVersion } from '../releases/release-history.ts';
import type { AnswerGiven } from './answer-log.ts';
import type { CorrectionNote, WordChange } from './correction.ts';

/** Somebody who was given words, in one thread, that no longer stand in the release. */
export type LostWords = {
  /** Key of the latest answer that gave them. */
  readonly key: string;
  /** Of all answers that did. */
  readonly answerKeys: readonly string[];
  readonly channel: string;
  readonly threadTs: string;
  readonly userId: string;
  readonly changes: readonly WordChange[];
};

type Version = Pick<ReleaseVersion, 'version' | 'sentences'>;

type Known = {
  readonly releaseId: string;
  /** Versions that were served, oldest first. */
  readonly versions: readonly Version[];
  /** What people were told of earlier corrections of this release, oldest first. */
  readonly notes: readonly CorrectionNote[];
  /** The release as it may be seen now; `undefined` when it may not (withdrawn, under embargo, deleted). */
  readonly after: Release | undefined;
};

/**
 * Who was given words that no longer stand in a release: exactly those, each once a thread. A change of spaces, quote
 * marks or paragraphs is none. Words that were dealt with by an earlier correction are lost only when what took their
 * place then is gone too.
 *
 * @param answers those that quoted the release, in any version
 */
export function lostWords(
  answers: readonly AnswerGiven[],
  { releaseId, versions, notes, after }: Known,
): LostWords[] {
  const sentences = after === undefined ? [] : sentencesOf(after);
  const standing = wordsOf(after?.passages.map(({ text }) => text).join(' ') ?? '');
  const stands = (words: string): boolean => standing.includes(wordsOf(words));
  const successor = after === undefined ? () => null : successorsAmong(versions, sentences);
  const byPerson = new Map<string, LostWords>();
  for (const { key, channel, threadTs, userId, quotes } of answers) {
    const own = notes.filter(({ answerKeys }) => answerKeys.includes(key));
    const given = quotes
      .filter((quote) => quote.releaseId === releaseId)
      .flatMap(({ text, version }) =>
        text.split('\n').flatMap((line) =>
          sentencesIn(
            line,
            versions.find((one) => one.version === version),
          ),
        ),
      );
    const changes = given.flatMap((line) => {
      const { held, settled } = heldOf(line, own);
      return settled === null || stands(settled)
        ? []
        : [{ before: held, after: successor(settled) ?? successor(line) }];
    });
    if (changes.length === 0) continue;
    const person = JSON.stringify([channel, threadTs, userId]);
    const before = byPerson.get(person);
    byPerson.set(person, {
      key,
      answerKeys: [...(before?.answerKeys ?? []), key],
      channel,
      threadTs,
      userId,
      changes: distinctChanges([...(before?.changes ?? []), ...changes]),
    });
  }
  return [...byPerson.values()];
}

/** The sentences of a line of a quote, as its version had them; the line itself where they are not known. */
function sentencesIn(line: string, version: Version | undefined): readonly string[] {
  const words = wordsOf(line);
  const found = (version?.sentences ?? []).filter(
    (sentence) => /[\p{L}\p{N}]/u.test(sentence) && words.includes(wordsOf(sentence)),
  );
  return found.length === 0 ? [line] : found;
}

/** The changes of several people, each once, in the order in which they come. */
export function distinctChanges(changes: readonly WordChange[]): WordChange[] {
  const byWords = new Map<string, WordChange>();
  for (const change of changes) {
    const words = wordsOf(change.before);
    if (!byWords.has(words)) byWords.set(words, change);
  }
  return [...byWords.values()];
}

/**
 * What somebody holds who was given a line: the line, or what they were told took its place. `settled` is what the last
 * decision about it was made on: while that stands, nothing is new. `null`: they know that nothing took its place.
 */
function heldOf(
  line: string,
  notes: readonly CorrectionNote[],
): { held: string; settled: string | null } {
  let held = line;
  let settled: string | null = line;
  for (const { changes, isTold } of notes) {
    const change = changes.find(
      ({ before }) => wordsOf(before) === wordsOf(held) || wordsOf(before) === wordsOf(line),
    );
    if (change === undefined) continue;
    settled = change.after;
    if (isTold && change.after !== null) held = change.after;
  }
  return { held, settled };
}

/** Finds what took the place of words, by the newest version that had them. */
function successorsAmong(
  versions: readonly Version[],
  sentences: readonly string[],
): (words: string) => string | null {
  const differences = new Map<number, readonly SentenceChange[]>();
  const differenceOf = (at: number) => {
    const known =
      differences.get(at) ?? sentenceDifference(versions[at]?.sentences ?? [], sentences);
    differences.set(at, known);
    return known;
  };
  return (text) => {
    const words = wordsOf(text);
    for (let at = versions.length - 1; at >= 0; at -= 1)
      for (const change of differenceOf(at))
        if (change.kind === 'changed' && sharesWords(words, wordsOf(change.before)))
          return change.after;
    return null;
  };
}

const sharesWords = (one: string, other: string): boolean =>
  one.includes(other) || other.includes(one);

/**
 * What a text says, and not how it is set: letters, numbers with their decimals and their sign, per cent and currency.
 * `1,500` and `1500` are one number; `4.5` and `45`, or `-3` and `3`, are not.
 */
export const wordsOf = (text: string): string =>
  ` ${(
    text
      .normalize('NFKC')
      .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
      .match(
        /(?<![\p{L}\p{N}])[-−](?=[\p{N}$€£])|\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}%$€£]+?(?=\p{N}+[.,]\p{N})|[\p{L}\p{N}%$€£]+/gu,
      ) ?? []
  ).join(' ')} `;
