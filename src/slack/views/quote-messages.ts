import type { QuoteCheck } from '../../answers/check-quote.ts';
import type { SaidSentence } from '../../answers/said-sentences.ts';
import type { Release } from '../../releases/release.ts';
import { clip, type Message } from '../block-kit.ts';
import { SAY } from '../wording.ts';
import { type Line, linesMessage } from './lines-message.ts';
import { releaseLine } from './release-line.ts';

/** So many sentences are shown; of more, the oldest and the newest. */
const SHOWN = 12;

/** Every released sentence with the words, oldest first, each dated. */
export function saidSentencesMessage(
  words: string,
  said: readonly SaidSentence[],
  site: string | undefined,
): Message {
  const wanted = clip(words, 120);
  const last = said.at(-1);
  if (last === undefined) return linesMessage(SAY.neverSaid(wanted), [{ text: SAY.tryOther }]);
  const half = SHOWN / 2;
  const shown = said.length <= SHOWN ? said : [...said.slice(0, half), ...said.slice(-half)];
  const lines: Line[] = shown.map(({ release, text }) => ({
    ...releaseLine(release, site),
    quote: text,
  }));
  if (said.length > SHOWN)
    lines.splice(half, 0, { text: SAY.saidBetween(said.length - SHOWN), quote: '…' });
  const newest = newestOf(said.map(({ release }) => release));
  return linesMessage(SAY.saidTitle(said.length, wanted), [
    ...lines,
    releaseLine(newest ?? last.release, site, SAY.saidLatest),
    { text: SAY.saidNoneLater },
  ]);
}

const newestOf = (releases: readonly Release[]): Release | undefined =>
  releases
    .filter(({ date }) => date !== undefined)
    .toSorted((one, other) => (one.date?.day ?? '').localeCompare(other.date?.day ?? ''))
    .at(-1);

/**
 * Whether a quote was released so, and where it differs.
 *
 * @param corrected the correction that did away with the words, where one did
 */
export function quoteCheckMessage(
  check: QuoteCheck,
  site: string | undefined,
  corrected?: { readonly at: string; readonly after: string | null } | undefined,
): Message {
  if (check.kind === 'never-said')
    return linesMessage(SAY.quoteNeverSaid, [{ text: SAY.tryOther }]);
  const { release, text, isCurrent } = check.sentence;
  const source: Line = { ...releaseLine(release, site), quote: text };
  if (check.kind === 'exact')
    return corrected === undefined
      ? linesMessage(isCurrent ? SAY.quoteExact : SAY.quoteEarlier, [source])
      : linesMessage(SAY.quoteBeforeCorrection(corrected.at), [
          source,
          corrected.after === null
            ? { text: SAY.noLonger }
            : { text: SAY.isNow, quote: corrected.after },
        ]);
  return linesMessage(SAY.quoteAltered, [
    source,
    ...(check.added.length === 0
      ? []
      : [{ text: SAY.quoteAdded(check.added.slice(0, 20).join(', ')) }]),
    ...(check.missing.length === 0
      ? []
      : [{ text: SAY.quoteMissing(check.missing.slice(0, 20).join(', ')) }]),
  ]);
}
