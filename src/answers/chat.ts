/** Courtesies that people put around a question; each is cut only where something is left. */
const before: readonly RegExp[] = [
  /^(?:hi|hiya|hello|hey|hallo|yo|dear|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|greetings)\b(?:[ ,]+(?:there|all|team|folks|everyone|guys|media desk|again))*[\s!,.:;–—-]*/i,
  /^(?:quick|one|just (?:a|one)|a) (?:quick )?(?:check|question|one|qn|q|thing)\b[^–—:?,-]{0,40}[–—:?,-]+\s*/i,
  /^(?:sorry(?: to (?:bother|trouble)(?: you)?)?|excuse me|pls|please|ok(?:ay)?|so|thanks(?: in advance)?|also|erm?|um+)[\s,.!:–—-]+/i,
  /^(?:i'?m|i am|we'?re|we are) (?:trying|looking|hoping|writing|working)[^,.?!]{0,30}?\b(?:to (?:work out|find out|find|check|confirm|understand|know)|for)\s+/i,
  /^(?:i|we)(?:'d| would)? (?:like|want|need|wish|wanted|was wondering)(?: to (?:know|ask|check|find out|confirm|understand))?(?: if| about| whether)?\s+(?=who|what|which|when|where|why|how|is|are|was|were|do|does|did|can|the)/i,
  /^(?:can|could|would|will) (?:you|u|anyone|someone|somebody) (?:please |pls |kindly |possibly )?(?:tell|let|help|give|confirm|share|advise|say|remind|explain|clarify|check)(?: (?:me|us))?(?: know| with| to| find(?: out)?| on)?\s+/i,
  /^(?:do|does|would|any chance) (?:you|u|anyone|anybody|someone) (?:happen to )?(?:know|have any idea|remember)(?: if| about)?\s+/i,
  /^(?:please|pls|kindly) (?:tell|let|give|confirm|share|advise|explain)(?: (?:me|us))?(?: know)?\s+/i,
  /^(?:any idea|wondering|just wondering|curious|may i (?:know|ask)|can i (?:know|ask)|tell me)(?: about| if)?[\s,:–—-]+/i,
  /^@?media[- ]?desk[\s,:]+/i,
];

const after: readonly RegExp[] = [
  /[\s,.!?;–—-]*\b(?:thanks|thank you|thx|tks|ty|cheers|many thanks|much appreciated|please|pls|lol|haha)(?: (?:so|very) much| in advance| a lot)?[\s!.]*$/i,
  /[\s,.!?;–—-]+(?:can|could) (?:you|anyone|u) (?:please )?(?:help|check|confirm|advise|assist)(?: me)?[\s?!.]*$/i,
  /[\s,.!?;–—-]+(?:on deadline|need (?:it|this) (?:asap|urgently|soon)|asap|urgent(?:ly)?)[\s!.]*$/i,
];

/** Words as they are typed in a hurry, and what they stand for. */
const shorthand: ReadonlyMap<string, string> = new Map([
  ['wat', 'what'],
  ['wht', 'what'],
  ['whats', "what's"],
  ['wats', "what's"],
  ['wen', 'when'],
  ['whos', "who's"],
  ['wheres', "where's"],
  ['hw', 'how'],
  ['u', 'you'],
  ['ur', 'your'],
  ['r', 'are'],
  ['abt', 'about'],
  ['ppl', 'people'],
  ['govt', 'government'],
  ['b4', 'before'],
  ['bc', 'because'],
  ['coz', 'because'],
  ['yr', 'year'],
  ['yrs', 'years'],
]);

/** The text with hurried spellings written out; "R&D" and names with capitals stay as they are. */
const writtenOut = (text: string): string =>
  text.replace(
    /(?<![\p{L}\p{N}&.@/-])\p{Ll}[\p{Ll}\d]{0,5}(?![\p{L}\p{N}&@/'-])/gu,
    (word) => shorthand.get(word) ?? word,
  );

/** A question without the courtesies around it. What is nothing but courtesy stays as it is. */
export const withoutChat = (typed: string): string => {
  let text = writtenOut(typed.replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim());
  for (let round = 0; round < 4; round += 1) {
    const start = text;
    for (const pattern of [...before, ...after]) {
      const rest = text.replace(pattern, '').trim();
      if (/\p{L}{2}/u.test(rest)) text = rest;
    }
    if (text === start) break;
  }
  return text;
};
