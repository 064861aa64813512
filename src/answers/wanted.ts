import { headType } from './head-nouns.ts';
import { mainClause } from './main-clause.ts';
import {
  adjectives,
  auxiliary,
  countWords,
  isPlural,
  phraseEnd,
  phraseOf,
  wordsOf,
} from './noun-phrase.ts';

/** What kind of thing would answer a question, or a part of it. */
export type Wanted =
  | 'money'
  | 'percentage'
  | 'count'
  /** Any amount: tonnes, litres, weeks of notice, a share, a rate. */
  | 'quantity'
  | 'duration'
  | 'date'
  /** A time of the day. */
  | 'clock'
  | 'person'
  | 'organisation'
  | 'place'
  /** A site or page. */
  | 'address'
  | 'reason'
  | 'definition'
  | 'list'
  | 'yes-no'
  /** Words of somebody. */
  | 'speech'
  | 'text';

/** One part of a question. */
export type AskedPart = {
  /** Any of these answers it; the first is the likeliest. */
  readonly wants: readonly Wanted[];
  /** The words that name what is counted, measured or listed, such as `polytechnic students`. */
  readonly nouns: readonly string[];
};

const whWord =
  /\b(?:who|whom|whose|what|wat|which|when|wen|where|why|how|name|list)(?:'?s|'re|'d)?\b/i;
const asksYesNo = new RegExp(
  `^(?:(?:and|so|but) )?(?:${auxiliary}|any|anything|anyone|anybody|is it true)\\b`,
  'i',
);

const whatPart = (core: string): AskedPart => {
  const words = wordsOf(core).slice(1);
  const linked = new RegExp(`^(?:${auxiliary})$`).test(words[0] ?? '');
  const contracted = /^\w+'?s\b/i.test(core);
  const inverted =
    linked &&
    /^(?:did|does|do|has|have|had|can|could|will|would|should|must|may|might)$/.test(
      words[0] ?? '',
    );
  const rest = words
    .slice(linked ? 1 : 0)
    .filter((word, at) => !(at < 2 && /^(?:the|a|an|his|her|its)$/.test(word)));
  const has = (pattern: RegExp) => pattern.test(core);
  if (has(/\b(?:cost|costs|costing|charge|charged|paid)\b/i) && (inverted || has(/\bhow much\b/i)))
    return { wants: ['money'], nouns: [] };
  if (inverted && has(/\b(?:say|said|saying|comment|think|tell|told|remark)\b/i))
    return { wants: ['speech'], nouns: [] };
  if (has(/^\w+ (?:does|do|did)\b.*\b(?:mean|stand for|refer to)\b|\bmeant by\b/i))
    return { wants: ['definition'], nouns: [] };
  if (has(/\bhow much\b/i)) return { wants: ['quantity', 'money', 'percentage'], nouns: [] };
  if (inverted) {
    const thing = /^\w+ \w+ (.*?)(?: (?:be|reach|have been)\b)/i.exec(core)?.[1];
    const wants = thing === undefined ? undefined : headType(wordsOf(thing).at(-1) ?? '');
    return { wants: wants ?? ['text'], nouns: [] };
  }
  const number = rest.findIndex((word) => countWords.test(word));
  const phrase = phraseOf(rest[0] === 'of' ? rest.slice(1).filter((word) => word !== 'the') : rest);
  const nouns = phrase.filter((word) => !adjectives.test(word) && !countWords.test(word));
  const kinds = /^(?:kinds?|types?|sorts?|categories)$/.test(nouns[0] ?? '') && rest.includes('of');
  if (kinds) return { wants: ['list'], nouns: phraseOf(rest.slice(rest.indexOf('of') + 1)) };
  for (const noun of nouns.slice(-2).toReversed()) {
    const wants = headType(noun);
    if (wants === undefined) continue;
    if (number === 0 && isPlural(noun)) return { wants: ['list', ...wants], nouns };
    return {
      wants:
        isPlural(noun) && !/^(?:money|fines|costs|savings|gains)$/.test(noun)
          ? [...wants, 'list']
          : wants,
      nouns,
    };
  }
  if (rest[0] === 'most' || rest[0] === 'least')
    return { wants: ['quantity', 'money', 'percentage', 'duration'], nouns };
  const head = nouns.at(-1) ?? '';
  if (number === 0 || isPlural(head)) return { wants: ['list'], nouns };
  if ((linked || contracted) && words.length <= 8 && nouns.length > 0)
    return { wants: ['definition', 'text'], nouns };
  return { wants: ['text'], nouns };
};

const howPart = (core: string, lead: string): AskedPart => {
  const words = wordsOf(core);
  const second = words[1] ?? '';
  if (second === 'come') return { wants: ['reason'], nouns: [] };
  if (second === 'long') return { wants: ['duration'], nouns: [] };
  if (second === 'soon') return { wants: ['date', 'duration'], nouns: [] };
  if (/^(?:many|mny)$/.test(second)) {
    const nouns = phraseOf(words.slice(2));
    if (
      /^(?:years?|months?|weeks?|days?|hours?|minutes?)$/.test(nouns.at(-1) ?? '') &&
      /\b(?:for|over|within)\s*$|^$/i.test(lead)
    )
      return { wants: ['duration'], nouns };
    return { wants: ['count'], nouns };
  }
  if (second === 'much') {
    const third =
      words
        .slice(2)
        .find(
          (word) =>
            !/^(?:more|less|extra|additional|public|new|of|total|the|government)$/.test(word),
        ) ?? '';
    if (phraseEnd.test(third) || third === '') {
      const priced =
        /\b(?:cost|costs|paid|pay|fined|spend|spent|invest|invested|worth|earn|charged?|put (?:in|into)|raised?|owe|of the (?:money|budget|fund|funding))\b/i;
      return {
        wants: priced.test(core) ? ['money'] : ['money', 'quantity', 'percentage'],
        nouns: [],
      };
    }
    if (/^(?:money|cash|funding|funds|budget|investment)$/.test(third))
      return { wants: ['money'], nouns: [] };
    return {
      wants: ['quantity', 'money', 'duration', 'percentage'],
      nouns: phraseOf(words.slice(words.indexOf(third))),
    };
  }
  if (
    /^(?:big|large|tall|high|far|fast|heavy|wide|deep|old|often|frequently|small|low|expensive)$/.test(
      second,
    )
  )
    return {
      wants: second === 'expensive' ? ['money'] : ['quantity', 'percentage', 'duration', 'money'],
      nouns: [],
    };
  return { wants: ['text'], nouns: [] };
};

const whPart = (wh: string, core: string, lead: string): AskedPart => {
  if (/^wh?en/i.test(wh)) return { wants: ['date'], nouns: [] };
  if (/^why/i.test(wh)) return { wants: ['reason'], nouns: [] };
  if (/^how/i.test(wh)) return howPart(core, lead);
  if (/^who/i.test(wh)) return { wants: ['person', 'organisation'], nouns: [] };
  if (/^where/i.test(wh)) {
    const online =
      /\b(?:check|find|read|download|apply|register|sign up|learn|see|buy|report|book|submit|view|obtain|details|information)\b/i;
    const personal = /^where'?s? (?:can|do|could|should|must|to)\b/i;
    return personal.test(core) && online.test(core)
      ? { wants: ['address', 'place'], nouns: [] }
      : { wants: ['place'], nouns: [] };
  }
  if (/^(?:name|list)/i.test(wh))
    return {
      wants: ['list'],
      nouns: phraseOf(wordsOf(core).slice(1)).filter((word) => !adjectives.test(word)),
    };
  const what = whatPart(core);
  // "At which family centre …": a place, whatever the noun is.
  return what.wants[0] === 'text' && /\b(?:at|in|near|to|from)$/i.test(lead) && /^which/i.test(wh)
    ? { wants: ['place', 'organisation'], nouns: what.nouns }
    : what;
};

/** Words for several of a kind, of which keywords want the list: "spatial challenge sponsors". */
const groups =
  /^(?:sponsors|winners|partners|members|speakers|participants|sectors|areas|countries|agencies|finalists|recipients|panellists|panelists|categories|features|criteria|themes|topics|strategies|principles|pillars|recommendations|objectives|requirements|co-chairs)$/;

const isAmountHead = (word: string): boolean =>
  /^(?:money|count|percentage|date|clock|duration|place)$/.test(headType(word)?.[0] ?? '');

const keywordPart = (text: string): AskedPart => {
  const words = wordsOf(text);
  const listed =
    /\b(?:participating|list of|names of|members of|types of|categories(?: of)?)\b(.*)/i.exec(
      text,
    )?.[1];
  if (listed !== undefined) return { wants: ['list'], nouns: phraseOf(wordsOf(listed)) };
  const group = words.findLast((word) => groups.test(word));
  if (group !== undefined && !words.some((word) => isAmountHead(word)))
    return { wants: ['list'], nouns: [group] };
  if (/\brunning time\b|\bhow long\b/i.test(text)) return { wants: ['duration'], nouns: [] };
  const numberOf = /\b(?:number|total|count) of (.*)/i.exec(text);
  if (numberOf?.[1] !== undefined)
    return { wants: ['count', 'quantity'], nouns: phraseOf(wordsOf(numberOf[1])) };
  const plain = words.filter((word) => !/\d/.test(word));
  const amount = plain
    .map(headType)
    .find((wants) => wants !== undefined && /^(?:money|count|percentage)$/.test(wants[0] ?? ''));
  const bound = plain.some((word) => /^(?:for|of|in|at|on|about|to|by)$/.test(word));
  const heads = [phraseOf(plain).at(-1), bound ? undefined : plain.at(-1), plain[0]];
  const wants = heads.map((word) => headType(word ?? '')).find((found) => found !== undefined);
  return { wants: amount ?? wants ?? ['text'], nouns: [] };
};

const readPart = (whole: string): AskedPart => {
  const part = mainClause(whole);
  if (asksYesNo.test(part)) {
    // "Is finance one of the sectors?" is decided by the list of them.
    const among =
      /\b(?:one of|among|amongst|included (?:in|among)|counted among) (?:the|these|those) (.+)$/i.exec(
        part,
      )?.[1];
    return among === undefined
      ? { wants: ['yes-no'], nouns: [] }
      : { wants: ['yes-no', 'list'], nouns: phraseOf(wordsOf(among)) };
  }
  // "Of singles who never dated, what share …": the asking word comes after the comma.
  const late = /,\s*(?=(?:what|how|which|when|where|who|why)\b)/i.exec(part);
  const from = late === null ? 0 : late.index + late[0].length;
  const found = whWord.exec(part.slice(from));
  const match = found === null ? null : { 0: found[0], index: found.index + from };
  const verbless = !new RegExp(`\\b(?:${auxiliary})\\b`, 'i').test(part);
  if (match === null || (verbless && match.index > 0 && /^(?:name|list)/i.test(match[0])))
    return keywordPart(part);
  const lead = part.slice(0, match.index).trim();
  return whPart(match[0], part.slice(match.index), lead);
};

/** Tells what a question wants by its wording: "when … and for how long" is two parts, a date and a duration. */
export const readParts = (text: string): readonly AskedPart[] => {
  const parts = text
    .split(
      /,? and (?=(?:(?:over|for|by|at|on|in|of|to) )?(?:how|what|when|where|who|which|why)\b)|[?!.]\s+(?=\p{L})/iu,
    )
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part));
  const joined = /^(?:who|what|where|when|why|how)$/i.test(parts[0] ?? '')
    ? [text.replace(/^\w+ and /i, '')]
    : [];
  const read = [...parts.filter((part) => joined.length === 0 || part !== parts[1]), ...joined].map(
    readPart,
  );
  const firm = read.filter(({ wants }) => wants[0] !== 'text');
  return firm.length > 0 ? firm : [read[0] ?? { wants: ['text'], nouns: [] }];
};
