import type { Contact } from '../releases/contact.ts';
import type { Passage } from '../releases/passage.ts';
import type { Release } from '../releases/release.ts';

/** One or more neighbouring sentences of a passage, word for word. */
export type Quote = {
  readonly release: Release;
  readonly passage: Passage;
  /** Cut from `passage.text` by offsets; for a list, with its introducing sentence before it on a line of its own. */
  readonly text: string;
};

/** A contact and the release at whose foot the contact stands. */
export type ReleaseContact = { readonly contact: Contact; readonly release: Release };

/** What was looked through: said in every reply, so that a refusal is proof of a search. */
export type Searched = {
  readonly releases: number;
  /** `YYYY-MM-DD` of the oldest and the newest dated release. */
  readonly from: string | undefined;
  readonly to: string | undefined;
};

type Common = {
  readonly question: string;
  readonly searched: Searched;
  /** People at the foot of the releases quoted, else of the nearest one; may be empty. */
  readonly contacts: readonly ReleaseContact[];
  /**
   * How near the releases come to the question, 0 to 1, for logs and benchmarks; never shown. Low for a strange
   * subject; a near miss may have as much as an answer.
   */
  readonly score: number;
  /** Chance, 0 to 1, that the best quote answers; left out where sentences were not weighed. */
  readonly confidence?: number;
  /** Releases that the question is about, best first, ten at most; left out where sentences were not weighed. */
  readonly closest?: readonly Release[];
};

/** Why nothing is quoted. */
export type NotFoundReason =
  | 'nothing-near'
  | 'small-talk'
  | 'thanks'
  | 'opinion'
  | 'private'
  | 'instructions'
  | 'empty'
  | 'no-contact';

/**
 * The reply to a question, in three honest levels and one for contacts. `answered`: the asked attribute itself is seen
 * in the quotes. `unsure`: closest in the releases; they may not answer. `contact`: the people to ask, from the
 * contact block. `not-found`: nothing is quoted.
 */
export type Answer =
  | (Common & {
      readonly kind: 'answered' | 'unsure';
      /** One to three, best first. */
      readonly quotes: readonly Quote[];
      /** Later releases on the same subject, newest first. */
      readonly later: readonly Release[];
      readonly nearest: Release | undefined;
    })
  | (Common & { readonly kind: 'contact'; readonly nearest: Release | undefined })
  | (Common & {
      readonly kind: 'not-found';
      readonly reason: NotFoundReason;
      readonly nearest: Release | undefined;
    });
