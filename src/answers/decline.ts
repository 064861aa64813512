import type { NotFoundReason } from './answer.ts';

/** What is said to a bot without asking the releases anything, told by its wording. */
type Declined = Extract<
  NotFoundReason,
  'small-talk' | 'thanks' | 'opinion' | 'instructions' | 'private' | 'empty'
>;

const greeting =
  /^(?:hi+|hiya|hello+|hey+|yo|howdy|good (?:morning|afternoon|evening|night|day)|morning|evening|afternoon|bye|goodbye|see you|test(?:ing)?|ping|help)(?:[\s,]+(?:there|all|team|everyone|bot|media desk|again|you))*[\s!.?,]*$/i;

const thanks =
  /^(?:(?:ok(?:ay)?|great|perfect|cool|nice|lovely|brilliant|awesome|noted|got it|alright|super|wonderful)[\s,!.]*)*(?:(?:many )?thanks?(?: you)?|thx|tks|ty|cheers|appreciate(?:d)?(?: it)?|much appreciated|ok(?:ay)?|great|perfect|cool|nice|lovely|brilliant|awesome|noted|got it|alright|super|wonderful|you'?re (?:great|the best|a star|a lifesaver))(?:[\s,]+(?:so much|very much|a lot|a bunch|for (?:that|this|the help|your help|your time|everything|the quote|the quick \w+)|again|all|everyone|team|media desk|bot|you|(?:that|this|it)(?:'?s| is| was)? (?:(?:so|very|really|super|most|just|exactly) )*(?:helpful|useful|great|all|perfect|kind|quick|clear|what (?:i|we) (?:need(?:ed)?|wanted|was looking for|were looking for))|(?:so |very |really |super |most )*(?:helpful|useful|kind)|indeed|mate))*[\s!.:)]*$/i;

const talk: readonly RegExp[] = [
  /\bhow(?:'?s| is| are| was) (?:you|u|things|life|it going|your (?:day|week|weekend|morning|evening))\b/i,
  /\b(?:who|what) are you\b|\bare you (?:a |an )?(?:bot|robot|human|real|person|ai|machine|chatgpt|there|ok|okay|sentient|alive|busy|free)\b|\bwhat(?:'?s| is) your (?:name|favou?rite|age|job|purpose)\b|\bwho (?:made|built|created|wrote) you\b|\bhow old are you\b|\bdo you (?:like|love|dream|sleep|eat|have feelings|get tired)\b/i,
  /\b(?:tell|know|got) (?:me |us )?(?:a |any |some |another )*(?:jokes?|riddles?|stor(?:y|ies)|fun facts?)\b|\bsing (?:me|us|a)\b|^knock[ ,-]*knock\b/i,
  /\bweather (?:going|like|today|tomorrow|now|this week|next week|forecast for)\b|\bwill it rain\b|\bwhat(?:'s| is) the (?:time|temperature)(?: now| today)?\s*\??$|\bwhat (?:time|day) is it\b/i,
  /\b(?:bitcoin|crypto|ethereum|share|stock|exchange) (?:price|rate)s?\b.*\b(?:now|today|currently)\b|\bprice of (?:bitcoin|gold|oil)\b.*\b(?:now|today)\b/i,
  /\b(?:recommend|suggest|know) (?:me |us )?(?:a |any |some )?(?:good )?(?:restaurant|movie|film|book|place to eat|lunch|recipe|hotel)s?\b|\bwhat should i (?:eat|wear|watch|cook|have for)\b|\brecipe for\b/i,
  // Trouble at home, with a program, cooking, sums, sport and luck: no press office answers for them.
  /\bhow (?:do (?:i|you|we)|to|can i|should i|would i) (?!apply|register|sign up|join)\p{L}+ .{0,60}\b(?:css|html|javascript|typescript|python|java|c\+\+|php|sql|regex|excel|react|docker|linux|bash|kubernetes|github?|div|array|loop|function)\b/iu,
  /\bmy (?:\w+ ){1,3}(?:keeps?|won'?t|isn'?t working|is (?:not working|broken|slow|frozen|stuck)|broke(?: down)?|stopped working|crash(?:es|ed))\b/i,
  /\bhow (?:do (?:i|you|we)|to|can i|should i|long (?:do|should) i) (?:fix|repair|cook|bake|boil|fry|roast|knit|unblock|unclog|lose weight|get rid of)\b/i,
  /^(?:what(?:'s| is) )?\d[\d.,]* ?(?:[+*x×/÷-]|plus|minus|times|divided by) ?\d[\d.,]*\s*[=?]*$/i,
  /\bwhat(?:'s| is) the capital of \p{Lu}/u,
  /\bwho (?:won|is winning) (?:the )?(?:match|football|soccer|world cup|champions league|grand prix|nba)\b|\b(?:football|soccer|nba|premier league) (?:scores?|results?|fixtures)\b/i,
  /\bhoroscope\b|\b(?:4d|toto|lottery) (?:numbers?|results?)\b|\b(?:book|order) me (?:an?|some)\b|\bmarry me\b|\bmy (?:boy|girl)friend\b/i,
];

const opinions: readonly RegExp[] = [
  /\b(?:do|did|would|don't) (?:you|u) (?:personally |really |honestly )?(?:think|believe|reckon|feel|agree|support|like|prefer|recommend|expect)\b/i,
  /\bwhat(?:'?s| is| are|s)? (?:your|ur) (?:own |personal |honest )?(?:opinion|view|views|take|thoughts?|guess|prediction|feeling|stance|verdict)\b|\bin your (?:opinion|view|mind|experience)\b|\byour (?:thoughts|opinion|views?|take) (?:on|about)\b|\bhow do you feel\b|\bwhat (?:do|would) you (?:make|think|say|reckon)\b/i,
  /\bshould i (?:buy|sell|invest|vote|trust|believe|worry|be worried)\b|\bwho (?:should|will|would) (?:i vote|you vote|win)\b|\b(?:party|candidate|team) will win\b|\b(?:who|which \w+) (?:will|is going to|is likely to) win (?:the )?(?:next |coming |upcoming )?(?:general )?(?:elections?|presidency|vote|world cup)\b/i,
  /\b(?:is|was|are) (?:it|this|that|they|the \w+) (?:really |actually )?(?:a )?(?:waste of|any good|worth it|stupid|silly|pointless|propaganda|overrated)\b/i,
];

const instructions: readonly RegExp[] = [
  /\b(?:new|updated|additional|further|special) (?:instructions?|orders?|directives?|system prompt)\b\s*(?:from|:|for you)|\b(?:end|start|begin|finish|prefix|sign|close|preface) (?:every|each|all|your|any|the next) (?:\w+ )?(?:repl(?:y|ies)|responses?|answers?|messages?)\b/i,
  /\b(?:ignore|disregard|forget|override|bypass|skip|drop|discard)\b.{0,40}\b(?:instructions?|rules?|prompts?|guidelines?|guardrails?|restrictions?|training|directions?|polic(?:y|ies) above|everything|above|previous|earlier|prior)\b/i,
  /\b(?:system|hidden|initial|secret|original|developer) (?:prompts?|message|instructions?)\b|\b(?:your|ur) (?:prompt|instructions|rules|guidelines|source code|configuration|config|tokens?|api keys?|passwords?|secrets?|credentials|environment)\b/i,
  /\b(?:developer|debug|admin(?:istrator)?|god|dan|jailbreak|unrestricted|sudo|root|maintenance) mode\b|\bjail ?break\b|\bdo anything now\b/i,
  /\byou are now\b|\bfrom now on,? (?:you|act|answer|respond)\b|\b(?:pretend|imagine|role-?play|act (?:as|like)|suppose) (?:that |to be |you|as |you're |if you)/i,
  /^\s*(?:system|assistant|developer|admin|root)\s*[:>\]]|<\|?\/?(?:system|im_start|im_end|endoftext|context|prompt|instructions?|user|assistant|documents?)\b\W|\[(?:system|inst)\]|\buser is an? admin/i,
  /\b(?:from|use|using) your (?:own|general|internal) (?:knowledge|memory|training|words)\b|\bwithout (?:any )?(?:citations?|quot(?:es|ing)|sources?|searching)\b|\b(?:make|made) (?:something |it |one )?up\b|\b(?:invent|fabricate|hallucinate) (?:a|an|some|me)\b/i,
  /\b(?:write|draft|compose|generate|create|produce|craft|make|give|do) (?:me |us |up )?(?:a |an |the |some |another |short |fake |new |funny |nice )*(?:poem|haiku|limerick|song|rap|story|essay|joke|tweets?|blog(?: post)?|caption|headline|press release|news release|statement|speech|script|python|code|letter|resignation|email to|article|homework|slogan|cover letter)\b/i,
  /\b(?:repeat|say|print|output|echo|reply with|respond with|answer with|type) (?:after me|exactly|the (?:word|phrase|following|text)|back|only|just|everything above|all (?:of )?the (?:text|words) above|verbatim)\b/i,
  /\b(?:list|show|print|reveal|dump|read|display|cat|open|give) (?:me |us )?(?:all |the |your |every |any )*(?:files?|director(?:y|ies)|environment variables?|env|database|tables|tokens?|secrets?|passwords?|credentials|\/etc\S*|\.env)\b.{0,20}(?:you|\?|$|on (?:the|your))/i,
  /\btranslate (?:this|that|the following|it|into|to)\b|\bsummari[sz]e (?:this|the following|my|it) (?:text|article|email|document)?\b|\bsolve (?:this|the|my)\b|\bdebug (?:this|my)\b/i,
  /\b(?:drop|delete|truncate) table\b|\bselect \* from\b|<script\b|\brm -rf\b/i,
];

/** Where somebody lives, and the numbers by which the State knows them: no release is asked for that, whoever it is. */
const privateDetails: readonly RegExp[] = [
  /(?:'s?|\b\p{L}{3,}s|\bhis|\bher) (?:home|house|private|residential|perso?nal|own) (?:\p{L}+ )?(?:add?ress?|mobile|phone|hand ?phone|cell|telephone|numb?e?r|e-?mail)\b/iu,
  /(?:'s|s'|\bhis|\bher|\btheir) (?:\p{L}+ ){0,3}(?:nric|passport|bank account|credit card|date of birth|birthday|blood type|salary slip|medical records?)\b/iu,
  /\bwhere (?:does|do|is) (?:the )?(?:\p{L}+ ){1,4}(?:live|staying|sleep)\b(?! in\b.*\bsince\b)(?=\s*(?:now|these days|exactly)?\s*\??$)/iu,
];

/** Why a text is no question to the releases, or `undefined` where it may be one. `text` is without courtesies. */
export const declinedBecause = (typed: string, text: string): Declined | undefined => {
  if (!/[\p{L}\p{N}]/u.test(typed)) return 'empty';
  if (instructions.some((pattern) => pattern.test(typed))) return 'instructions';
  if (privateDetails.some((pattern) => pattern.test(text))) return 'private';
  if (greeting.test(typed.trim())) return 'small-talk';
  if (thanks.test(typed.trim())) return 'thanks';
  if (talk.some((pattern) => pattern.test(text))) return 'small-talk';
  if (opinions.some((pattern) => pattern.test(text))) return 'opinion';
  return undefined;
};
