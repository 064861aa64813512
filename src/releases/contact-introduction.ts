const subject =
  /^(?:for\s+)?(?:all\s+|any\s+|further\s+)*(?:media|press)\s+(?:enquir(?:y|ies)|inquir(?:y|ies)|quer(?:y|ies)|clarifications?|contacts?|relations contacts?)\b/i;
const closing =
  /^(?:(?:for\s+(?:further\s+)?(?:enquiries|inquiries|queries|clarifications?)|for\s+(?:further|more)\s+information(?:\s+on\s+[^.:;@]{1,60})?),?\s+(?:please\s+)?contact\s*:?|contact\s+(?:persons?|details)\s*:?)$/i;

/** Words that may follow the subject on the same line before the first contact. */
const filler =
  /^[\s,:–-]*(?:(?:please|kindly)\s+)?(?:contact|reach out to|get in touch with)?[\s:–-]*/i;

/**
 * Whether a printed line introduces a media-contact block, and what stands behind the introduction on that line.
 * `undefined`: it does not.
 */
export function readIntroduction(line: string): { rest: string } | undefined {
  if (closing.test(line)) return { rest: '' };
  const found = subject.exec(line);
  if (found === null) return undefined;
  const rest = line.slice(found[0].length).replace(filler, '');
  return rest === '' || /@|\d{4}/.test(rest) ? { rest } : undefined;
}
