import type { Asked } from './asked.ts';

/**
 * Sides of an event that are told in amounts and are easily taken for one another: what a thing cost is not what it was
 * fined. A question that names one is answered only by a sentence that speaks of the same one.
 */
type Side = { readonly asks: RegExp; readonly tells: RegExp };

const sides: readonly Side[] = [
  {
    asks: /\b(?:fined?|fines|penalt(?:y|ies)|punish(?:ed|ments?)?|sentenced?|jail(?:ed)?|prison)\b/i,
    tells:
      /\b(?:fin(?:ed?|es|ing)|penalt\w+|punish\w*|sentenced?|jail\w*|imprison\w*|convict\w*|liable|compound\w*|default|caning|not exceeding|ordered to pay)\b/i,
  },
  {
    asks: /\b(?:prize|prizes|win|won|winners?|award(?:ed)?|reward)\b.*\b(?:money|cash|worth|much|value)\b|\bprize money\b|\bcash prize\b/i,
    tells: /\b(?:priz\w+|award\w*|reward\w*|winn\w+|win|won)\b/i,
  },
  {
    asks: /\b(?:salar(?:y|ies)|stipends?|wages?|(?:is|are|was|were|get|gets|be|being) paid|paid (?:as|to|each|per|an hour)|hourly (?:pay|rate)|monthly pay|earns?|remuneration|allowance)\b/i,
    tells:
      /\b(?:salar\w+|stipends?|wages?|paid|pays?|remunerat\w+|allowances?|earn\w*|hourly|income|honorari\w+)\b/i,
  },
  {
    asks: /\b(?:sav(?:e|es|ed|ings?))\b/i,
    tells:
      /\b(?:sav(?:e|es|ed|ings?)|reduc\w+|cut|shorten\w*|decreas\w+|lower\w*|less|faster|gains?|improve\w*)\b/i,
  },
  {
    asks: /\b(?:borrow|loans?|lend)\b/i,
    tells: /\b(?:borrow\w*|loans?|lend\w*|credit|debt)\b/i,
  },
  {
    asks: /\b(?:cost|costs|costing|price[sd]?|spend|spent|spending|expenditure|fees?|charges?|charged|buy|bought|fare)\b/i,
    tells:
      /\b(?:cost\w*|pric\w+|spen[dt]\w*|expend\w+|expens\w+|fees?|charg\w+|pa(?:y|ys|id|yable|yment)\b|bought|buy|purchas\w+|budget\w*|tender\w*|contract\w*|worth|sum|free|total\w*|for sale|fare|invest\w*|amount\w*)\b/i,
  },
  {
    asks: /\b(?:budget|fund(?:s|ed|ing)?|grants?|subsid\w+|invest\w*|put (?:in|into)|set aside|allocat\w+|committed|public money|payout|cash|bonus|get from|receive)\b/i,
    tells:
      /\b(?:budget\w*|fund\w*|grant\w*|subsid\w+|invest\w*|set aside|allocat\w+|commit\w*|co-fund\w*|provid\w+|receiv\w+|injec\w+|support\w*|payout\w*|payment\w*|cash|bonus\w*|credit\w*|rebate\w*|top.?up|enhance\w*|worth|spend\w*|gift\w*|contribut\w+|award\w*)\b/i,
  },
  {
    asks: /\b(?:contract|tender|deal)s? (?:value|sum|worth|size|price)\b|\bvalue of (?:the )?(?:\w+ ){0,5}(?:contract|tenders?|deal)\b/i,
    tells: /\b(?:contract\w*|tender\w*|deal|award\w*|worth|valued?|procure\w*)\b/i,
  },
  {
    asks: /\b(?:end(?:s|ed)?|clos(?:e|es|ed|ing)|deadline|last day|expir(?:e|es|ed|y)|until when|stop(?:s|ped)?)\b/i,
    tells:
      /\b(?:end\w*|clos\w+|deadline|last|expir\w+|until|till|by|before|no later|stop\w*|ceas\w+|conclud\w+|lift\w*|terminat\w+|to|complet\w+)\b/i,
  },
];

/** What people did or are, likewise: who heads a thing is not who announced it. */
const deeds: readonly Side[] = [
  {
    asks: /\b(?:replac\w+|succe(?:ed|eds|eded|ssor)|took over|takes? over|taking over|predecessor)\b/i,
    tells:
      /\b(?:replac\w+|succe\w+|t(?:ook|akes?|aking) over|predecessor|follow\w*|step\w* down|retir\w+|same date|hand\w* over|outgoing|vacat\w+)\b/i,
  },
  {
    asks: /\b(?:heads?|headed|leads?|led|chairs?|chaired|chairman|chairwoman|chairperson|chief|ceo|director|president|boss|runs?|in charge|helms?|secretary|commissioner|governor)\b/i,
    tells:
      /\b(?:head\w*|lead\w*|led|chair\w*|chief|ceo|director\w*|president\w*|runs?|in[- ]charge|helm\w*|secretary|commissioner|governor|appoint\w*|oversee\w*|GCDTO|named)\b/i,
  },
  { asks: /\b(?:design(?:ed|er|s)?|architects?)\b/i, tells: /\b(?:design\w*|architect\w*)\b/i },
  {
    asks: /\b(?:won|wins?|winners?|awarded|beat)\b/i,
    tells: /\b(?:w[io]n\w*|award\w*|prizes?|first place|champion\w*|emerged|select\w*|solution)\b/i,
  },
  { asks: /\b(?:lost|loser|losing)\b/i, tells: /\b(?:los[te]\w*|losing|unsuccessful|lives)\b/i },
  {
    asks: /\b(?:hacked|attack(?:ed|er|ers)|stole|behind the)\b/i,
    tells: /\b(?:hack\w*|attack\w*|stole\w*|perpetrat\w*|threat actor\w*)\b/i,
  },
  { asks: /\b(?:wrote|written|author\w*)\b/i, tells: /\b(?:wr[io]t\w*|author\w*|by)\b/i },
];

export type AttributeFit = 'met' | 'missing' | 'none';

/**
 * Whether a sentence (or its heading) speaks of the side of the event that the question names: `none` where it names
 * none of the sides known.
 */
export const attributeFit = (
  { text, parts }: Asked,
  sentence: string,
  heading: string,
): AttributeFit => {
  const amount = parts.some(({ wants }) =>
    wants.some((wanted) => /^(?:money|quantity|duration|date|percentage)$/.test(wanted)),
  );
  const person = parts.some(({ wants }) => wants[0] === 'person' || wants[0] === 'organisation');
  if (!amount && !person) return 'none';
  const asked = [...(amount ? sides : []), ...(person ? deeds : [])].filter(({ asks }) =>
    asks.test(text),
  );
  if (asked.length === 0) return 'none';
  return asked.some(({ tells }) => tells.test(sentence) || tells.test(heading)) ? 'met' : 'missing';
};
