import { checkQuote } from '../answers/check-quote.ts';
import { saidSentences } from '../answers/said-sentences.ts';
import { momentWords } from '../desk/deadline-words.ts';
import type { AnswerLog } from '../enquiries/answer-log.ts';
import { correctionOfWords } from '../enquiries/corrected-words.ts';
import type { Corrections } from '../enquiries/correction.ts';
import type { Release } from '../releases/release.ts';
import type { ReleaseHistory } from '../releases/release-history.ts';
import type { ReleaseIndex } from '../search/release-index.ts';
import type { Message } from './block-kit.ts';
import type { SlackDeps } from './deps.ts';
import { quoteCheckMessage, saidSentencesMessage } from './views/quote-messages.ts';

/** What somebody wants to know of released words: where they stand, or whether a quote is right. */
export type QuoteAsked = { readonly kind: 'said' | 'check'; readonly words: string };

const opening = '["“”„«\'‘]';
const closing = '["”“»\'’]';

const patterns: readonly (readonly [QuoteAsked['kind'], RegExp])[] = [
  ['check', new RegExp(`^check:?\\s+${opening}(.+?)${closing}?[\\s.?!]*$`, 'is')],
  ['check', /^check:\s*(.+)$/is],
  ['said', new RegExp(`^said:?\\s+${opening}(.+?)${closing}?[\\s.?!]*$`, 'is')],
  [
    'said',
    /^(?:and |so |but )?(?:have|has|did) (?:we|you|they|the government|the ministry) ever (?:said?|mention(?:ed)?|stated?|used?|written?|quoted?|announced?)\s+(.+?)(?:,?\s+and (?:when|where|how often))?\s*\??$/is,
  ],
];

/** Reads `said "…"`, `check "…"` and "have we ever said …?"; `undefined` for anything else. */
export function readQuoteAsked(text: string): QuoteAsked | undefined {
  for (const [kind, pattern] of patterns) {
    const words = pattern.exec(text.trim())?.[1]?.trim();
    if (words !== undefined && /[\p{L}\p{N}]/u.test(words)) return { kind, words };
  }
  return undefined;
}

type Deps = Pick<SlackDeps, 'index' | 'desk' | 'now'> & {
  readonly store: Pick<ReleaseHistory, 'versionsOf'> &
    Pick<AnswerLog, 'answersQuoting'> &
    Pick<Corrections, 'correctionsOf'>;
};

/** A quote that is anywhere near right has its passage among the first, and its release. */
const NEAR_PASSAGES = 20;
const NEAR_RELEASES = 8;

function nearestTo(index: ReleaseIndex, words: string, now: Date): Release[] {
  const passages = index.findPassages(words, { now, limit: NEAR_PASSAGES });
  const releases = index.findReleases(words, { now, limit: NEAR_RELEASES });
  return [...new Set([...passages, ...releases].map(({ release }) => release))];
}

/** Answers it from what may be seen now; earlier versions only of releases that may be seen. */
export async function answerQuoteAsked(
  { index, desk, now, store }: Deps,
  { kind, words }: QuoteAsked,
): Promise<Message> {
  const { site } = desk();
  if (kind === 'said')
    return saidSentencesMessage(words, saidSentences(index().releases(now()), words), site);
  const near = nearestTo(index(), words, now());
  const earlier = new Map(
    await Promise.all(
      near.map(async (release) => [release.id, await servedBefore(store, release)] as const),
    ),
  );
  const check = checkQuote(words, near, earlier);
  if (check.kind !== 'exact' || check.sentence.isCurrent) return quoteCheckMessage(check, site);
  const { release, text } = check.sentence;
  const correction = correctionOfWords(await store.correctionsOf(release.id), text, 'before');
  return quoteCheckMessage(
    check,
    site,
    correction && {
      at: momentWords(correction.since, desk().zone),
      after: correction.after,
    },
  );
}

/**
 * Sentences of earlier versions that were served: somebody was quoted from them. A version that was only ever under
 * embargo, or a draft that was saved and mended at once, must not be told of.
 */
async function servedBefore(
  store: Deps['store'],
  { id, version: current }: Release,
): Promise<string[]> {
  const answers = await store.answersQuoting(id);
  const served = new Set(
    answers.flatMap(({ quotes }) =>
      quotes.flatMap(({ releaseId, version }) => (releaseId === id ? [version] : [])),
    ),
  );
  if (served.size === 0) return [];
  return (await store.versionsOf(id))
    .filter(({ version }) => version !== current && served.has(version))
    .toReversed()
    .flatMap(({ sentences }) => sentences);
}
