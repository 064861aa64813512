import type { Span } from '../releases/passage.ts';
import type { Wanted } from './wanted.ts';

/** A stretch of a sentence that could answer, and how surely it is of the kind wanted: 1 is plain, .5 is a guess. */
export type Value = Span & { readonly sure: number };

const small =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand';
const scale = 'million|billion|trillion|thousand|hundred|mil|bn|mn|[mk]';
const figure = `(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:[ -]?(?:${scale})\\b)?`;
const months =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const units =
  '(?:working |calendar |business |consecutive )?(?:years?|months?|weeks?|fortnights?|days?|hours?|hrs?|minutes?|mins?|seconds?|decades?)';
const honorific =
  '(?:Mr|Mrs|Ms|Mdm|Miss|Dr|Prof|Professor|A\\/Prof|Assoc(?:iate)?\\.? Prof(?:essor)?|Sir|Dame|Justice|Judge|Senator|Minister|Ambassador|President|Chairman|Chairperson|Chair|Chief|Director|Commissioner|Secretary|BG|COL|LTC|MG|LG|SMS|MOS|DPM|PM|SM|ESM|Datuk|Tan Sri|Encik|Puan|Senior Minister(?: of State)?|Prime Minister|Minister of State|Parliamentary Secretary)';
const namePart = "\\p{Lu}[\\p{L}'’.-]*";
const name = `${namePart}(?:\\s+(?:(?:bin|binte|s\\/o|d\\/o|de|van|von|der|bte|Bin|Binte)\\s+)?${namePart}){0,5}`;

const bodies =
  'Ministry|Agency|Authority|Board|Council|Committee|Commission|Bank|University|Polytechnic|Institute|College|School|Hospital|Group|Centre|Center|Office|Department|Corporation|Company|Association|Federation|Foundation|Union|Pte|Ltd|Limited|Inc|LLP|LLC|Corp|Holdings|Services|Technologies|Solutions|Systems|Laborator(?:y|ies)|Labs?|Panel|Society|Fund|Network|Partners|Consulting|Police|Court';
const spots =
  'Road|Street|Avenue|Drive|Lane|Park|Gardens?|Centre|Center|Hall|Hotel|Building|Tower|Campus|Town|District|Library|Auditorium|Theatre|Museum|Square|Plaza|Mall|Hub|Island|Bay|Beach|River|Reservoir|Station|Terminal|Airport|Port|School|College|University|Hospital|Club|Stadium|Complex|House|Point|Place|Quay|Estate|Village|City|Convention|Expo|Room|Level';

type Finder = { readonly pattern: RegExp; readonly sure: number };
const find = (source: string, sure = 1, flags = 'gu'): Finder => ({
  pattern: new RegExp(source, flags),
  sure,
});

const money = [
  find(
    `(?:(?:S|US|A|NZ|HK|SGD|USD|RM|C)\\s?)?[$€£¥]\\s?${figure}(?:\\s?(?:to|-|–)\\s?[$€£¥]?${figure})?`,
    1,
    'giu',
  ),
  find(
    `\\b(?:SGD|USD|EUR|RMB)\\s?${figure}|\\b${figure}\\s?(?:dollars|cents|euros|pounds)\\b`,
    1,
    'giu',
  ),
];
const percentage = [
  find(`\\b\\d[\\d.,]*\\s?(?:%|per\\s?cent\\b|percent\\b|percentage points?\\b)`, 1, 'giu'),
  find(
    `\\b(?:(?:one|two|three|four|nine)[ -](?:half|thirds?|quarters?|fifths?|tenths?|in (?:two|three|four|five|six|ten|\\d+))|half of|a (?:third|quarter|fifth) of|\\d in \\d+|majority of)\\b`,
    0.8,
    'giu',
  ),
];
const date = [
  find(
    `\\b\\d{1,2}(?:st|nd|rd|th)?(?:\\s?(?:to|-|–|and)\\s?\\d{1,2})?\\s+(?:${months})\\b(?:,?\\s+\\d{4})?|\\b(?:${months})\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?\\b(?:,?\\s+\\d{4})?`,
  ),
  find(`\\b(?:${months})\\.?,?\\s+(?:19|20)\\d\\d\\b`, 0.95),
  find(
    `\\b(?:[1-4]Q|Q[1-4]|[12]H|(?:first|second|third|fourth|last) (?:quarter|half) of)\\s?(?:of\\s)?(?:FY)?(?:19|20)?\\d\\d\\b|\\b(?:end|mid|early|late|by|in|since|until|from|before|after|year|around|FY)[ -]?(?:19|20)\\d\\d\\b`,
    0.85,
    'giu',
  ),
  find(`\\b(?:19|20)\\d\\ds?\\b`, 0.6),
  find(
    `\\b(?:immediate effect|(?:next|last|this|the same) (?:year|month|week|quarter)|(?:${months})\\b|tomorrow|yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)`,
    0.4,
  ),
];
const clock = [
  find(
    `\\b\\d{1,2}(?:[.:]\\d\\d)?\\s?(?:a\\.m\\.|p\\.m\\.|[ap]m\\b)|\\b\\d{1,2}[:.]\\d\\d\\s?(?:hrs?|h)?\\b|\\b\\d{4}\\s?h(?:ou)?rs\\b|\\b(?:noon|midnight)\\b`,
    1,
    'giu',
  ),
];
const duration = [
  find(
    `\\b(?:${figure}|${small}|a|an|several|few)(?:\\s?(?:to|-|–|or)\\s?(?:\\d+|${small}))?[ -](?:${units})\\b`,
    1,
    'giu',
  ),
  find(
    `\\b(?:indefinitely|permanently|for life|overnight|year-long|month-long|week-long)\\b`,
    0.7,
    'giu',
  ),
];
const count = [
  find(
    `(?<![$€£¥\\d.,])\\b${figure}(?![\\d%]|\\s?(?:%|per\\s?cent|percent)|\\s?(?:${months})\\b)`,
    1,
    'giu',
  ),
  find(
    `\\b(?:${small})(?:[ -](?:${small}))?\\b|\\b(?:dozens?|a hundred|hundreds|thousands|millions|none|zero|no)\\b`,
    0.8,
    'giu',
  ),
];
const measure = find(
  `\\b${figure}\\s?-?(?:km|kilometres?|metres?|m2|sqm|sq m|square (?:metres?|feet|kilometres?)|sq ft|ha|hectares?|tonnes?|tons|kg|kilograms?|grams?|litres?|MW|MWp|GW|GWp|kWh|MWh|GWh|MLD|mgd|million gallons|degrees?|°C|Mbps|Gbps|storeys?|beds?|units?|times|points?|seats?)\\b|\\b\\d+\\.\\d+\\b`,
  1,
  'giu',
);
const person = [
  find(`\\b${honorific}\\.?\\s+(?:\\([^)]{1,20}\\)\\s*)?${name}`),
  find(
    `\\b\\p{Lu}\\p{Ll}+(?:\\s+(?:\\p{Lu}\\.|(?:bin|binte|s\\/o|d\\/o|de|van)|\\p{Lu}[\\p{L}'’-]+)){1,3}\\b`,
    0.5,
  ),
];
const organisation = [
  find(
    `\\b(?:\\p{Lu}[\\p{L}\\d'’&.-]*\\s+(?:(?:of|for|and|the|&)\\s+)*){0,6}(?:${bodies})\\b(?:\\s+(?:of|for)\\s+(?:the\\s+)?\\p{Lu}[\\p{L}]+(?:\\s+\\p{Lu}[\\p{L}]+)*)?`,
    0.9,
  ),
  find(`\\b(?:\\p{Lu}{2,}|\\p{Lu}\\p{Ll}+\\p{Lu}\\p{L}*)\\b`, 0.7),
  find(`(?<=[\\p{Ll},;] )\\p{Lu}[\\p{L}\\d&’'-]+(?:\\s+\\p{Lu}[\\p{L}\\d&’'-]+)*`, 0.5),
];
const place = [
  find(
    `\\b(?:\\p{Lu}[\\p{L}\\d'’-]*\\s+){0,4}(?:${spots})\\b(?:\\s+\\d+)?|\\bBlk\\.? \\d+|\\b\\d+ \\p{Lu}\\p{Ll}+ (?:Road|Street|Avenue|Drive)|\\bVenue:\\s*\\S+`,
    0.9,
  ),
  find(
    `(?<=\\b(?:in|at|to|from|near|across|outside|within|around|between) (?:the )?)\\p{Lu}[\\p{L}'’-]+(?:[ -]\\p{Lu}[\\p{L}'’-]+)*`,
    0.7,
  ),
  find(
    `^\\p{Lu}[\\p{L} ]{2,30}(?=,? ?[–—-] )|\\b(?:islandwide|nationwide|online|overseas|worldwide)\\b`,
    0.6,
  ),
];
const address = [
  find(
    `\\b(?:https?:\\/\\/|www\\.)\\S+|\\b[\\w-]+(?:\\.[\\w-]+)*\\.(?:gov|com|org|net|edu|sg)(?:\\.\\w{2})?(?:\\/[\\w./?=&-]*)?`,
    1,
    'giu',
  ),
  find(`\\b(?:website|portal|app|hotline)\\b`, 0.4, 'giu'),
];
const reason = [
  find(
    `\\b(?:because|due to|owing to|as a result of|in view of|in order to|so that|so as to|given (?:that|the|their|its)|in response to|on account of|to (?:ensure|prevent|protect|help|enable|allow|avoid|reduce|support|strengthen|address|encourage|provide|meet|make|improve|better|facilitate)|is needed for|are needed for|needed for|caused by|following|leading to|aims? to|therefore|this is to|reasons?|for (?:knowingly|failing))\\b`,
    1,
    'giu',
  ),
  find(`\\b(?:since|as|to|for|after|hence|with)\\b`, 0.3, 'giu'),
];
const definition = [
  find(
    `\\b(?:is|are|was) (?:an?|the|one of)\\b|\\b(?:refers? to|stands for|is defined|are defined|means?|known as|consists? of|comprises?|aims? to|is designed|seeks? to|enables?|allows?|serves? (?:as|to)|set up to|established to)\\b|, an? [\\p{Ll}-]+`,
    1,
    'gu',
  ),
];
const list = [
  find(
    `\\b(?:are|were|namely|include[sd]?|comprises?|comprised|consists? of|as follows)\\b[^,;]*[,;](?:[^,;]*[,;])*\\s*(?:[^\\s,;]+\\s+){0,6}?(?:and|or)\\b`,
    1,
    'giu',
  ),
  // A colon and three things or more behind it.
  find(`:\\s+[^,;:.]{2,80}(?:[,;][^,;:.]{2,80}){2,}`, 1, 'giu'),
  find(`:\\s|\\b(?:namely|comprise[sd]?|as follows|consists? of|they are)\\b`, 0.8, 'giu'),
  find(`^[^,;]*[,;][^,;]*[,;].*?\\b(?:and|or)\\b`, 0.8, 'giu'),
  find(`\\b(?:include[sd]?|including|such as)\\b`, 0.6, 'giu'),
];
const speech = [
  find(
    `[“"][^”"]{20,}|\\b(?:said|says|added|noted|told|remarked|commented|explained|believes?)\\b`,
    1,
    'giu',
  ),
];

const finders: Record<Wanted, readonly Finder[]> = {
  money,
  percentage,
  count,
  quantity: [
    ...percentage,
    ...money,
    measure,
    ...duration,
    ...count.map(({ pattern, sure }) => ({ pattern, sure: sure * 0.6 })),
  ],
  duration,
  date,
  clock,
  person,
  organisation,
  place,
  address,
  reason,
  definition,
  list,
  speech,
  'yes-no': [],
  text: [],
};

/** Capitalised runs that are no names of people. */
const notPeople = new RegExp(
  `\\b(?:${bodies}|${spots}|${months}|Singapore|National|Government|Public|Digital|Smart|Nation|Programme|Act|Bill|Framework|Strategy|Initiative|Scheme|Award|Report|Plan|Masterplan|The|This|These|For|In|And|New|International|Asia|Pacific|Day|Week|Year|Festival|Conference|Forum|Summit|Media|Press|Release|Ministries|Parliament|World|Science|Technology|Data|Health|Law|Prime|Deputy|Permanent|Minister)\\b`,
  'u',
);

/** Finds what in a sentence could be the thing wanted; figures that only number a paragraph or a year are no counts. */
export const valuesIn = (text: string, wanted: Wanted): Value[] => {
  const found: Value[] = [];
  for (const { pattern, sure } of finders[wanted]) {
    pattern.lastIndex = 0;
    for (const match of text.matchAll(pattern)) {
      const from = match.index;
      const to = from + match[0].length;
      if (wanted === 'person' && sure < 1 && notPeople.test(match[0])) continue;
      if ((wanted === 'count' || wanted === 'quantity') && /^(?:19|20)\d\d$/.test(match[0]))
        continue;
      if (found.some((other) => other.from < to && from < other.to)) continue;
      found.push({ from, to, sure });
    }
  }
  return found;
};
