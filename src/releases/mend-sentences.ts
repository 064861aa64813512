import type { Span } from './passage.ts';

/** Words that end in a point without ending a sentence, even before a capital. */
const abbreviations = new Set(
  'mr mrs ms mdm dr prof assoc asst rev hon gen col lt sgt capt maj st jr sr no nos e.g i.e cf vs v viz al approx para paras sec secs s ss art arts fig figs p pp vol ch ed eds ca incl est dept tel ext inc ltd pte bhd co corp jan feb mar apr jun jul aug sept oct nov dec h.e u.s u.k ph.d m.d b.c a.m p.m ave blk'.split(
    ' ',
  ),
);

/** Whether a word may end in a point without ending a sentence. */
export const isAbbreviation = (word: string): boolean => {
  const bare = word.toLowerCase().replace(/^[^a-z]+/, '');
  return abbreviations.has(bare) || /^(?:etc|[ivx]+)$/.test(bare);
};

/** Words that start a sentence: what tells a forgotten blank (`services.These gaps`) from a name (`Tech.Pass`). */
const starters =
  /^(?:The|This|These|Those|We|It|In|For|However|Our|To|They|As|A|An|There|He|She|But|And|If|When|While|With|At|On|By|From|Such|All|Some|Since|Under|Please|You|Your|Mr|Ms|Mrs|Dr|Minister|Members?)\b/;

/**
 * Puts right what the sentence finder gets wrong in releases: it cuts `www.gov.sg` and `GPT-3.5.`, and runs on after
 * `Annex C.`, `5.30pm.` and now and then after a plain word.
 *
 * @param spans sentences of `text` as found, in order and apart
 */
export function mendSentences(text: string, spans: readonly Span[]): Span[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of spans) {
    const last = joined.at(-1);
    if (last && belongsTogether(text, last, from)) last.to = to;
    else joined.push({ from, to });
  }
  return joined.flatMap((span) => cutRunOn(text, span)).flatMap((span) => cutChinese(text, span));
}

function cutChinese(text: string, { from, to }: Span): Span[] {
  const cuts: Span[] = [];
  let start = from;
  for (const { 0: stop, index } of text.slice(from, to).matchAll(chineseEnd)) {
    cuts.push({ from: start, to: from + index + stop.length });
    start = from + index + stop.length;
  }
  return [...cuts, { from: start, to }];
}

function belongsTogether(text: string, before: Span, next: number): boolean {
  const left = text.slice(before.from, before.to);
  const right = text.slice(next, next + 20);
  if (/^\(?(?:[a-z]|[ivx]{1,5}|\d{1,3})[.)]$/i.test(left)) return true;
  if (before.to === next) return !(/[a-z\d)]{2}[.?!]["”’)]*$/.test(left) && starters.test(right));
  if (/[?!…]["”’)\]]*$/.test(left) && /^[a-z,;)]/.test(right)) return true;
  if (/^[,;)\]]/.test(right)) return true;
  return endsInAbbreviation(left);
}

/** Only such as never end a sentence: a person's or a number's name must follow. */
const endsInAbbreviation = (left: string): boolean =>
  /(?:^|[\s(“"])(?:Mr|Mrs|Ms|Mdm|Dr|Prof|H\.E|St|Nos?|vs|e\.g|i\.e|cf|et seq|Assoc)\.$/.test(
    left,
  ) && !/\b(?:is|was|said|say|answer is|yes or) no\.$/i.test(left);

/** A Chinese stop ends a sentence without a blank behind it. */
const chineseEnd = /[。！？][”’」』）]*(?=[^\s。！？”’」』）])/g;

/** A point, mark or closing quote with a capital, a quote or a bracket behind it. */
const mayEnd = /(?<!\S)([^\s]+?)([.?!。]["”’)\]]*(?:\d{1,2})?)\s+(?=["“‘(]?[A-Z])/g;

function cutRunOn(text: string, { from, to }: Span): Span[] {
  const sentence = text.slice(from, to);
  const cuts: Span[] = [];
  let start = 0;
  for (const match of sentence.matchAll(mayEnd)) {
    const [whole, word = '', stop = ''] = match;
    const end = match.index + whole.trimEnd().length;
    const before = sentence.slice(start, match.index);
    const after = sentence.slice(match.index + whole.length);
    if (before === '' || !isEnd(word, stop, before, after)) continue;
    cuts.push({ from: from + start, to: from + end });
    start = match.index + whole.length;
  }
  return [...cuts, { from: from + start, to }];
}

function isEnd(word: string, stop: string, before: string, after: string): boolean {
  const bare = word.replace(/^["“‘'([]+/, '');
  if (stop.startsWith('?') || stop.startsWith('!')) return stop.length > 1 || starters.test(after);
  if (abbreviations.has(bare.toLowerCase()))
    return /^(?:ltd|inc|pte|bhd|co|corp|etc|a\.m|p\.m)$/i.test(bare) && starters.test(after);
  if (/^etc$/i.test(bare)) return true;
  if (/^[A-Z]$/.test(bare))
    return /\b(?:Annex|Appendix|Part|Table|Phase|Category|Group|Class|Schedule|Section|Grade|Hall)\s$/.test(
      before,
    );
  if (/^(?:[A-Za-z]\.)+[A-Za-z]$/.test(bare))
    return starters.test(after) && !/^[A-Z]\b/.test(after);
  // A word, a number or a closing bracket: a name in capitals (`NovA`) or a link is no reason to run on.
  return /[a-z\d)%\]’'][^\s]{0,2}$/.test(bare) || /^[A-Z]{2,}s?$/.test(bare);
}
