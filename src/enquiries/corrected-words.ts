import { wordsOf } from './correct-answers.ts';
import type { Correction } from './correction.ts';

/** A correction that stands: the desk has decided that words were wrong, whether people were told or not. */
export type Standing = Correction & { readonly since: Date };

/** The corrections of a release that later answers speak of, latest first: a change of form is none. */
const standing = (corrections: readonly Correction[]): Standing[] =>
  corrections
    .flatMap((one) => {
      const since =
        one.status === 'signed'
          ? one.signedAt
          : one.status === 'quiet' && one.class === 'minor'
            ? one.classedAt
            : undefined;
      return since === undefined ? [] : [{ ...one, since }];
    })
    .toReversed();

/**
 * The correction that made a text what it is (`after`), or that did away with it (`before`); and the words that were put
 * in its place.
 */
export function correctionOfWords(
  corrections: readonly Correction[],
  text: string,
  side: 'before' | 'after',
): { readonly since: Date; readonly after: string | null } | undefined {
  const asked = wordsOf(text);
  for (const { since, changes } of standing(corrections))
    for (const change of changes) {
      const words = change[side];
      if (words === null) continue;
      const known = wordsOf(words);
      if (asked.includes(known) || known.includes(asked)) return { since, after: change.after };
    }
  return undefined;
}
