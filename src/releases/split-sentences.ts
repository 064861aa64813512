import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { isAbbreviation, mendSentences } from './mend-sentences.ts';
import type { Span } from './passage.ts';

/** Only sentence boundaries: the other stages of the model are not needed and cost twice the time. */
const openModel = () => winkNLP(model, ['sbd']);
/** Opened at its first use, since it takes long and a start may not need it. */
let opened: ReturnType<typeof openModel> | undefined;
const sentenceFinder = () => {
  opened ??= openModel();
  return opened;
};

/**
 * Cuts one line of text into its sentences. Nothing but blanks between sentences is left out.
 *
 * @param text unescaped, one line
 * @param offset added to every span
 */
export function splitSentences(text: string, offset = 0): Span[] {
  const whole = trimmed(text, 0, text.length);
  if (whole === undefined) return [];
  const spans = mayHoldSeveral.test(text) ? cut(text) : [whole];
  return spans.flatMap((span) => {
    const { from, to } = trimmed(text, span.from, span.to) ?? { from: 0, to: 0 };
    return from < to ? [{ from: from + offset, to: to + offset }] : [];
  });
}

/** An end of a sentence with more text after it. */
const mayHoldSeveral = /[.?!…。！？][^\s]{0,6}\s*\S/;

function cut(text: string): Span[] {
  const plain = cutPlain(text);
  if (plain !== undefined) return plain;
  const spans: Span[] = [];
  let at = 0;
  for (const sentence of sentenceFinder().readDoc(text).sentences().out()) {
    const end = skip(text, at, sentence);
    const span = trimmed(text, at, end);
    if (span) spans.push(span);
    at = end;
  }
  const rest = trimmed(text, at, text.length);
  return mendSentences(text, rest ? [...spans, rest] : spans);
}

/** A stop, the word before it and what follows. Sought from the start of a word, and of a row of stops: either may be endless. */
const stops = /(?<!\S\S)(\S*?)(?<![.?!…])([.?!…]+["”’')\]]*)\s+(\S)/g;
/** Chinese stops, and stops with a letter or a footnote's number right behind them. */
const needsModel = /[。！？]|[a-z\d)][.?!]["”’')]*(?:[A-Z]|\d{1,2}\s)/;

/**
 * Cuts a text in which every stop is plain: after a common word before a capital, or before a small letter. Most
 * paragraphs are such, and need no model.
 *
 * @returns `undefined` where some stop is not plain
 */
function cutPlain(text: string): Span[] | undefined {
  if (needsModel.test(text)) return undefined;
  const spans: Span[] = [];
  let start = 0;
  for (const { 0: whole, 1: word = '', 2: stop = '', 3: next = '', index } of text.matchAll(
    stops,
  )) {
    if (/[a-z,;]/.test(next) && !/^\.?…|\.\.|["”]/.test(stop)) continue;
    if (
      !/^[A-Z“"‘(]$/.test(next) ||
      !/^["“‘'(]*[\p{L}’'/-]*\p{Ll}{2}$/u.test(word) ||
      isAbbreviation(word)
    )
      return undefined;
    const end = index + word.length + stop.length;
    spans.push({ from: start, to: end });
    start = index + whole.length - 1;
  }
  return [...spans, { from: start, to: text.trimEnd().length }];
}

/** Where `sentence` ends in `text`, counted by its characters other than blanks, since those may be rendered otherwise. */
function skip(text: string, from: number, sentence: string): number {
  let left = sentence.replace(/\s+/g, '').length;
  let at = from;
  while (left > 0 && at < text.length) {
    if (/\S/.test(text.charAt(at))) left -= 1;
    at += 1;
  }
  return at;
}

function trimmed(text: string, from: number, to: number): Span | undefined {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return start < end ? { from: start, to: end } : undefined;
}
