/** Nouns of public life that are verbs too: "the trains stop" and "the institute trains nurses". */
const ALSO_VERBS = new Set(
  `air bank bill board book border bridge bus charge clean cloud coach cook court cover crash cure dam dock doctor drain
  dress drill drink drive drone drug exercise exhaust farm father film fine fire fish flood fly fuel fund garden ground
  guard hack harbour head heat host house insure judge jump land lease lift light loan mail market master mine mother
  nurse orbit park patrol phone plant play plough police pollute pool port post power process program protest pump race
  rail rain record rent report research rocket sail scam school score seal ship shop signal ski smoke sport stage steam
  steer store storm study supply tax taxi teach test tour track trade traffic train treat trek truck vote waste water
  weather weed wire work`.split(/\s+/),
);

/** What stands before a noun, so that what follows is none of the verbs. */
const BEFORE_NOUN =
  /^(?:a|an|the|this|these|that|those|which|what|whose|all|any|both|each|every|few|fewer|how|many|more|most|no|other|several|some|such|my|our|your|his|her|its|their|new|old|of|on|in|at|by|for|from|with|without|about|into|onto|over|under|between|than|as|like|per|via|and|or|\d[\d,.]*|.*['’]s)$/i;

/** What begins an object: after it stands what somebody trains, lifts or fires. */
const OBJECT =
  /^(?:a|an|the|this|these|those|all|any|both|each|every|many|more|some|several|my|our|your|his|her|its|their|them|him|us|me|you|people|staff|two|three|four|five|six|seven|eight|nine|ten|\d[\d,.]*|[a-z]+(?<!s)s)$/i;

/** Ends like the plural of a noun, and is none. */
const NO_PLURAL = /^(?:as|does|has|is|thus|was|us|this|yes|always|perhaps|runs|stops|goes)$/i;

/** A person or thing that does something; or a word after which a verb stands in its first form. */
const BEFORE_VERB =
  /^(?:who|it|he|she|they|we|i|you|to|will|would|can|could|may|might|must|shall|should|cannot|not)$/i;
const AUXILIARY = /^(?:do|does|did|will|would|can|could|may|might|must|shall|should|to)$/i;

/**
 * Whether a word that can be a noun or a verb is used as a verb where it stands: "which institute trains nurses", "to
 * train nurses". In doubt it is a noun.
 *
 * @param before the text up to the word, and `after` it the rest
 */
export function isVerbAt(word: string, before: string, after: string): boolean {
  const plural = /(?<!s)s$/i.test(word);
  const base = plural ? word.slice(0, -1) : word;
  if (![base, base.replace(/e$/i, '')].some((form) => ALSO_VERBS.has(form.toLowerCase())))
    return false;
  // Only blanks may stand between: behind a comma another sentence or list goes on.
  const previous = /([\p{L}\p{N}'’,.-]*[\p{L}\p{N}'’])\s+$/u.exec(before)?.[1];
  const next = /^\s+([\p{L}\p{N}][\p{L}\p{N}'’,-]*)/u.exec(after)?.[1]?.replace(/,$/, '');
  if (previous === undefined || next === undefined) return false;
  const takesObject = OBJECT.test(next) && !NO_PLURAL.test(next);
  // "A scheme that trains nurses": of one thing nobody says "that trains".
  if (plural && /^that$/i.test(previous)) return takesObject;
  if (!takesObject || BEFORE_NOUN.test(previous)) return false;
  if (plural) return true;
  return (
    BEFORE_VERB.test(previous) ||
    before
      .split(/\s+/)
      .slice(-7)
      .some((one) => AUXILIARY.test(one))
  );
}
