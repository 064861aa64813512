/** Verbs that turn a statement into a question, and others that end a noun phrase. */
export const auxiliary =
  "is|are|was|were|be|do|does|did|has|have|had|can|could|will|would|should|may|might|must|shall|isn't|aren't|wasn't|won't|didn't|doesn't";

/** Where a noun phrase ends: at a verb, a preposition, a pronoun. */
export const phraseEnd = new RegExp(
  `^(?:${auxiliary}|been|got|get|gets|took|take|takes|use|used|uses|attended|stand|stands|sat|sit|go|goes|went|put|it|they|we|you|i|he|she|that|who|which|were|there|to|at|of|in|on|for|from|by|with|per|each|since|under|over|about|after|before|during|behind|between|into|against|hosted|made|came|come|won|joined|received|signed|appointed|announced|launched|added|affected|helped|feed|feeds|need|needs|want|needed|when|if|as|than|killed|face|faces|actually|so|a|an|the|gave|give|given|sent|left|lost|paid|found|told|said|saw|met|ran|built|held|kept|grew|rose|fell|became|began|bought|brought|chose|drew|led|spent|spoke|taught|wrote|died|apply|applied|buy|sign|expect|receive|own)$`,
  'i',
);

/** Words in small letters. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}'&-]+/u)
    .filter((word) => word !== '');

/** Words up to the verb or preposition: "new PMET jobs was the…" gives new, pmet, jobs. */
export const phraseOf = (words: readonly string[]): string[] => {
  // "people reported …": behind a noun, such a word is a verb; before it ("licensed moneylenders"), it is not.
  const end = words.findIndex(
    (word, at) => phraseEnd.test(word) || (at > 0 && /[^e]ed$/.test(word)),
  );
  return words.slice(0, end === -1 ? 6 : Math.min(end, 6));
};

export const countWords =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})$/;
/** Words before a noun that tell nothing of its kind. */
export const adjectives =
  /^(?:the|these|those|main|key|new|first|exact|other|different|latest|current|total|all|of|some|his|her|its|their|most|recent|recently|many|only|a|an)$/;
export const isPlural = (noun: string) =>
  /[^s]s$/.test(noun)
    ? !/(?:ness|ss|us|is|news|gas)$/.test(noun)
    : /^(?:people|children|criteria|staff)$/.test(noun);
