import { isDenied } from './denial.ts';
import type { Mention } from './time-mentions.ts';

/**
 * What a mention of a time is for: the moment by which an answer is needed; one that is expressly not it; or a time in
 * what is talked about (an event, opening hours, a year).
 */
export type Role = 'deadline' | 'denied' | 'event';

const ASKING =
  "please|pls|plz|kindly|need(?:ed|s)?|want(?:ed|s)?|require[ds]?|repl(?:y|ies|ied)|respond|revert|get back|come back|getting back|back to (?:me|us)|let (?:me|us) know|give (?:me|us)|send|call (?:me|us)|ring (?:me|us)|e-?mail (?:me|us)|get (?:it|this|that|me|us|something|an answer|a reply|a response)|have (?:it|this|that|something|an answer|a reply|a response)|hear (?:back|from)|appreciate|hop(?:e|ing)|looking (?:for|to)|my editor|i'?m fil|we'?re fil|i file|we file|(?:can|could|would|will|may) (?:you|u|i|we|someone|somebody|anyone|the (?:desk|press office|ministry|minister|agency|spokesperson|spokesman))|urgent|asap|turn ?around|can or not|can anot|\\bcan\\b ?\\?|possible ?\\?|ok(?:ay)? ?\\?|(?:ah|leh|lah|lor|hor)\\b";

/** Words of a request that a question about the news has as well: "what was the response?" */
const SOFT_ASKING =
  'answer(?:s|ed)?|response|comment|quote|statement|confirm(?:ation)?|clarif(?:y|ication)|update|info|details|input|figures|deadline|due|cut-?off|latest|eta';

/** What makes a request of a sentence that is a question about the news: "they reply within two days?" is none. */
const asksAside =
  /\b(?:please|pls|plz|kindly|(?:i|we|i'd|we'd|i'll|we'll|would) (?:\w+ ){0,2}(?:need|want|require|like|appreciate)|need(?:ed)? (?:it |this |that |an? \w+ |your? \w+ |ur \w+ |reply |answers? )?(?:by|before|in|within|b4|latest|today|tomorrow|asap)|(?:can|could|would|will|may|when will|when can) (?:you|u|i|we|someone|somebody|anyone|the (?:desk|press office|spokesperson|spokesman))|let (?:me|us) know|get back|revert|give (?:me|us)|send (?:me|us)|any (?:comments?|updates?|response|word|statement|reply|answer|luck)|my (?:editor|deadline)|our deadline|urgent|asap|turn ?around|can or not|can anot|asking by)\b|(?:\bcan|possible|\bok(?:ay)?) ?\?|\b(?:ah|leh|lah|lor|hor)\b/;
const asksSoftly = new RegExp(`\\b(?:${ASKING}|${SOFT_ASKING})\\b`);

const EVENT =
  /\b(?:press conference|presser|conference|briefing|launch(?:ed|es|ing)?|event|meeting|speech|speak(?:s|ing)?|spoke|interview(?:ed)?|hearing|ceremony|announce(?:d|s|ment)?|start(?:s|ed|ing)?|begin(?:s|ning)?|began|open(?:s|ed|ing)?|close(?:s|d)?|closing|held|hold|happen(?:s|ed|ing)?|scheduled?|took place|takes? place|release[ds]?|issued|said|says|told|visit(?:s|ed|ing)?|arriv(?:e|es|ed|ing)|depart(?:s|ed)?|land(?:s|ed)?|embargo(?:ed)?|sold|occurred|broke|posted|match|concert|parade|vote|election|sitting|parliament|session|webinar|talk|tour|walkabout|forum|ended|ends?|effective|published|tabled|met|signed|fell|rose|crash(?:ed)?|incident|outage|down|fire|flight|train|report(?:ed)?)\b/g;

const OWN_PUBLICATION =
  /(?:\b(?:on air|airs?|airing|go(?:es|ing)? (?:out|live|to (?:print|press|air))|live at|we'?re live|print(?:s|ing)?|press time|publish(?:es|ing)?|fil(?:e|es|ing)|clos(?:e|es|ing) (?:the|our|my) (?:page|paper|edition|story)|(?:story|piece|paper|page) (?:closes|runs|goes)|run(?:s|ning)? (?:it|this|the story|the piece)|broadcast(?:s|ing)?|deadline|due|cut-?off)\b[^.?!]{0,30})$/;

const ON_AIR_INSIDE =
  /\b(?:bulletins?|news|newscast|show|slot|edition|programme|program|broadcast)\b/;

/** The subject left out, as in notes: "going to print at 11pm". */
const ELLIPTIC =
  /^\W*(?:(?:the |my |our )?(?:story|piece|article|show|programme|paper|page|bulletin)|going|on air|live|publishing|filing|printing|airing|broadcasting|closing)\b/;

const NEWS =
  /^\W{0,3}(?:'s )?(?:\w+ )?(?:bulletins?|news|newscast|show|programme|program|broadcast|edition|slot|segment|papers?|print|radio|tv|newsletter|podcast)\b/;

const NO_LATER = /\b(?:no|not|nothing|not any) (?:later|more|after|past)\b[^.?!;,]*$/;

const DENIED_AFTER =
  /^\W{0,3}(?:is |was |'s )?(?:no longer|not (?:needed|necessary|possible|urgent|required|ok)|too (?:late|early|soon|tight)|cannot\b|can'?t|(?:is )?cancelled|isn'?t (?:needed|necessary|ok|possible))/;

const AFTER_WORD =
  /\b(?:since|after|as of|as at|starting|start from|effective|during|past|with effect from|no earlier than|not before|earlier than|from)\s+(?:the |about |around )?$/;

const UNTIL_WORD = /\b(?:until|till|til|up ?to)\s+(?:the )?$/;

const BY_WORD =
  /(?:\b(?:by|before|bef|b4|within|inside|in(?: the)?(?: next)?|under|no later than|not later than|latest(?: by)?|at the latest|due|deadline|at most|max|not after|nothing after|over the next|the next|next)(?: is| at| on| by|:)*(?: the| end of| about| around| say)*|@)\s*$/;

const TAIL =
  /^\W{0,3}(?:deadline|latest|at the latest|cut-?off|max|tops|pls|please|plz|kindly|can\b|cannot\b|ok\b|okay\b|sharp|thanks|thank you|thx|tq|lah?\b|ah\b|leh\b|lor\b|if possible|if you can|would be|will do|works|is (?:ok|okay|fine|good|my deadline|the deadline|when (?:we|i)|our)|from now|is when|turnaround|my deadline|our deadline)/;

const QUESTION =
  /^\W*(?:(?:hi|hello|hey|morning|good \w+|dear \w+|and|so|but|also|just checking|quick (?:one|question)|may i ask|question)\b\W*){0,3}(?:who|what|what'?s|when|where|why|how|which|whose|is|are|was|were|will|does|do|did|has|have|had|should|any|can the|could the|can a|can i still|would the|may the|am)\b/;

const FIRST_PERSON = /\b(?:i|we|i'?m|we'?re|i'?ll|we'?ll|my|our|us|me)\b/;

const PASSIVE =
  /\b(?:will|shall|must|should|would|has|have|had|to|was|were|is|are|been) (?:have )?(?:been |be |not |also |only )*\w+(?:ed|en|ilt|ld|id)\b|\b(?:will|shall|must|should|would) (?!you\b|u\b|need|be (?:great|good|nice|ok|fine|appreciated))\w+/;

const CONTENTLESS =
  /\b(?:by|before|at|on|in|for|the|a|an|is|it|it's|its|this|that|my|our|me|i|we|us|to|and|or|so|be|will|would|can|could|pls|please|plz|hi|hello|hey|thanks|thank|you|thx|tq|need|needed|deadline|reply|answer|response|ok|okay|latest|not|now|just|then|sometime|maybe|let's|say|make|if|possible|lah|la|ah|leh|lor|hor|anytime|any|time|within|from|of|also|great|good|fine|works|do|done|today|due|sharp|later|get|back|sorry|wait|actually|no|u|have|dear|team|all|there|when|between|around|about|or|anot|must|should|want|work|suit|how about|what about|does|alright|possible|sir|madam|i'm|got|till|until|only|very|latest|morning|afternoon|mean|meant|correction|rather|instead|update|change)\b/g;

/** What role a mention plays, told from the sentence that it stands in. */
export function roleOf(mention: Mention, text: string): Role {
  const from = sentenceStart(text, mention.from);
  const to = sentenceEnd(text, mention.to);
  const before = text.slice(from, mention.from);
  const after = text.slice(mention.to, to);
  const sentence = text.slice(from, to);
  const noLater = NO_LATER.test(before);

  if (
    mention.days.some(
      (day) =>
        (day.kind === 'offset' && day.days < 0) || (day.kind === 'weekday' && day.which === 'last'),
    )
  )
    return 'event';
  if (/^\W{0,2}(?:ago|earlier)\b/.test(after)) return 'event';
  const plain = before.replace(/\bcan (?:or not|o not|anot)\b/g, 'can');
  if (!noLater && (isDenied(plain) || DENIED_AFTER.test(after))) return 'denied';
  if (!noLater && AFTER_WORD.test(before) && !(mention.range && isBare(before))) return 'event';
  if (
    /\b(?:for|last|past|over the last|the last|took|lasted|waited|after)\s+(?:the |about )?$/.test(
      before,
    ) &&
    mention.duration !== undefined &&
    !/\bnext\s*$/.test(before)
  )
    return 'event';

  const question = QUESTION.test(sentence);
  const asked = question ? asksAside.test(sentence) : asksSoftly.test(sentence);
  const own = FIRST_PERSON.test(sentence);

  if (UNTIL_WORD.test(before))
    return /\b(?:have|has|got|give|wait|deadline)\b[^.?!]*$/.test(before) ? 'deadline' : 'event';
  const inside = text.slice(mention.from, mention.to);
  const news = NEWS.exec(after);
  if (news !== null || ON_AIR_INSIDE.test(inside))
    return /\b(?:for|before|by|ahead of|in time for|make|on|into)\s+(?:the |my |our |a |this )?$/.test(
      before,
    ) ||
      (!question && isBare(before) && isBare(after.slice(news?.[0].length ?? 0)))
      ? 'deadline'
      : 'event';
  if (
    /^\W{0,3}(?:press conference|presser|briefing|conference|launch|event|meeting|speech|interview|hearing|ceremony|session|sitting|match|show|flight|train|parade|concert|announcement|talk|webinar|forum)\b/.test(
      after,
    )
  )
    return /\b(?:before|ahead of|in time for)\s+(?:the |our |my |today's |tomorrow's )?$/.test(
      before,
    ) && !question
      ? 'deadline'
      : 'event';
  if (isBare(before) && isBare(after)) return 'deadline';
  if (question && !asked) return 'event';
  if ((own || ELLIPTIC.test(before)) && OWN_PUBLICATION.test(before)) return 'deadline';
  if (
    /\b(?:deadline|due|cut-?off)\W*(?:is|was|at|by|on|of|for|:)*\s*(?:by |at |on |before )?$/.test(
      before,
    ) &&
    !question
  )
    return 'deadline';
  if (BY_WORD.test(before) || noLater) {
    const clause = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(' and ')) + 1);
    if (!asked && !own && PASSIVE.test(clause)) return 'event';
    return mention.duration === undefined || asked || own || isBare(before) || !PASSIVE.test(clause)
      ? 'deadline'
      : 'event';
  }
  if (TAIL.test(after) && nearest(before) !== 'event') return 'deadline';
  return asked && nearest(before) === 'asking' ? 'deadline' : 'event';
}

/** Whichever stands nearest before the time: a word of asking, or an event. */
function nearest(before: string): 'asking' | 'event' | 'neither' {
  const last = (pattern: RegExp) => [...before.matchAll(pattern)].at(-1)?.index ?? -1;
  const asking = last(new RegExp(`\\b(?:${ASKING}|${SOFT_ASKING})\\b`, 'g'));
  const event = last(EVENT);
  return asking < 0 && event < 0 ? 'neither' : asking > event ? 'asking' : 'event';
}

/** Nothing is said there but the time and courtesies. */
const isBare = (text: string): boolean =>
  !/[\p{L}\p{N}$€£]/u.test(text.replace(CONTENTLESS, ' ').replace(/\s'?s\b/g, ' '));

/** Of a longer sentence, what stands this near to the time is read. */
const MAX_SENTENCE = 300;

/** A full stop inside a number or an abbreviation ends no sentence. */
const SENTENCE_END = /[.!?;](?=\s|$)|\n|\s-{1,2}\s/g;

function sentenceStart(text: string, at: number): number {
  const first = Math.max(0, at - MAX_SENTENCE);
  let start = first;
  for (const { index: found, 0: mark } of text.slice(first, at).matchAll(SENTENCE_END)) {
    const index = first + found;
    if (
      mark === '.' &&
      /\b(?:[ap]\.m|mr|mrs|ms|dr|no|st|vs|e\.g|i\.e)$/.test(
        text.slice(Math.max(0, index - 4), index),
      )
    )
      continue;
    start = index + mark.length;
  }
  return start;
}

function sentenceEnd(text: string, at: number): number {
  const rest = text.slice(at, at + MAX_SENTENCE);
  const end = rest.matchAll(SENTENCE_END).next().value;
  return at + (end === undefined ? rest.length : end.index + end[0].length);
}
