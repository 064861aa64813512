import { noise, type Rule } from './time-token.ts';

/** Addresses, money, telephone numbers, quantities, and numbers of sections, buses and years: no times. */
export const NOISE: readonly Rule[] = [
  noise(
    'good (?:morning|afternoon|evening|night|day)\\b|(?<=^)(?:morning|afternoon|evening)(?=[,!])',
  ),
  noise(
    'https?://\\S{1,2000}|www\\.\\S{1,2000}|<[@#!][^>\\n]{0,200}>|[\\w.+-]{1,64}@[\\w.-]{2,255}',
  ),
  noise(
    '(?:[a-z]{1,3})?[$€£¥] ?\\d[\\d,.]{0,20}(?: ?(?:k|m|mn|bn|b|million|billion|trillion)\\b)?',
  ),
  noise('(?:rm|sgd|usd|eur|gbp|myr|cny|rmb|idr) ?\\d[\\d,.]{0,20}(?!\\d* ?[ap]m)'),
  noise('\\+\\d[\\d ().-]{6,20}\\d'),
  noise('(?:1[ -])?(?:1800|1900)[ -]\\d{3}[ -]?\\d{3,4}\\b'),
  noise('[3689]\\d{3}[ -]\\d{4}\\b(?! ?h)'),
  noise('\\d{7,}'),
  noise('24[/x-]7\\b|9/11(?= (?:attack|terror|memorial|anniv))'),
  noise(
    '(?:sections?|clauses?|para(?:graph)?s?|pages?|pg|chapters?|articles?|tables?|figures?|fig|annex|versions?|vol(?:ume)?|no\\.|number|level|block|blk|routes?|bus(?:es)?|rooms?|units?|gate|terminal|phase|stage|tier|question|item|footnote|grade|primary|ages?|aged|covid|channel|magnitude|windows|rule|regulation|ratio|score|psi|psle|bus service) ?[-:#]? ?\\d[\\d.:/-]{0,12}(?!\\d* ?(?:[ap]\\.?m|hrs?\\b))(?: (?:of|in)\\b)?',
  ),
  noise('(?:# ?|[gvqps]|no\\. ?)\\d[\\d.-]{0,8}\\b(?! ?[ap]m)'),
  noise(
    '\\d[\\d,.]{0,15}(?:\\+)? ?(?:%|per ?cent\\b|percent|percentage|million|billion|trillion|thousand|mn\\b|bn\\b|km|kg|cm\\b|mm\\b|sqm|met(?:re|er)s?\\b|tonnes?|dollars?|cents?\\b|degrees?|deg\\b|points?\\b|people|persons?\\b|pax|times\\b|gb\\b|mb\\b|ghz|flats|units|years?\\b|yrs?\\b|months?\\b|litres?|hectares?|megawatts?|mw\\b|kwh|sgd|usd|ringgit|seconds?\\b|secs?\\b|runs|goals|seats|votes|cases|schools|hospitals|agencies|projects)',
  ),
  noise('\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?'),
  noise('\\d+\\.\\d+\\.\\d+\\.\\d+|\\d+\\.\\d{3,}|\\d+\\.\\d(?!\\d)(?! ?(?:h|min))'),
];
