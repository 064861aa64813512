import { sentenceText } from '../releases/passage.ts';
import type { Quote } from './answer.ts';
import type { Candidate } from './candidate.ts';
import { confidenceIn, evidenceNames, evidenceOf } from './confidence.ts';
import type { Prepared } from './features.ts';
import { newerTeller } from './newer-teller.ts';
import { matchIn } from './question-terms.ts';
import { factsOfPassage, factsOfRelease } from './sentence-facts.ts';
import { partsTold } from './type-fit.ts';
import { valuesIn } from './values.ts';
import type { AskedPart, Wanted } from './wanted.ts';

export type Level = {
  readonly kind: 'answered' | 'unsure' | 'not-found';
  /** Chance, 0 to 1, that the best quote answers. */
  readonly confidence: number;
};

/** From here on a quote is given firmly: at least nine in ten were right on the development questions, few as they are. */
const sureFrom = 0.65;

/** The same for a list that names what is asked for: the words around it need not be those of the question. */
const namedListFrom = 0.1;

/** A value of the kind asked must be plain: a person by a title, a day or a month, not a mere year or capital letter. */
const plainFrom = 0.7;

/** What may be told in any words, or by any name with capitals. */
const loose: ReadonlySet<Wanted> = new Set(['text', 'definition', 'organisation', 'speech']);

/** The share of the question's words that a sentence, with what stands around it, has to say for this. */
const nearlyAll = 0.85;

/** A sentence decides yes or no only where it says as much of the question: "shortlisted for the prize" is not "won". */
const decidingFrom = 0.8;

/** What was done is not told by what will be: how many took part, what was said, whether it came about. */
const asksOfPast =
  /\b(?:did|was|were|had|took|went|came|won|made|gave|got|said|told|\p{Ll}{3,}ed)\b/iu;
const asksOfFuture =
  /\b(?:will|would|shall|going to|plan\w*|target\w*|aim\w*|expect\w*|hop\w+|due)\b/i;
const tellsOfFuture =
  /\b(?:will|shall|(?:is|are) (?:going|due|set) to|(?:expect|hope|plan|aim|intend)(?:s|ed)? to|targets?|by 20\d\d)\b/i;
const ofItsTime: ReadonlySet<Wanted> = new Set(['count', 'speech', 'yes-no']);

/** Below this share of the question's words, nothing in the releases is near. */
const nearFrom = 0.13;

/** From this share on, one word is enough. */
const subjectFrom = 0.35;

const evidence = (values: readonly number[], name: (typeof evidenceNames)[number]): number =>
  values[evidenceNames.indexOf(name)] ?? 0;

const reason =
  /\b(?:because|due to|owing to|in view of|as a result|in response to|reasons?|(?:is|are|was|were) needed|so that|in order to)\b/i;

/** A list of which only a part has room is no whole answer. */
const isCut = ({ passage, text }: Quote): boolean => {
  const last = passage.sentences.at(-1);
  return (
    passage.kind === 'list' && last !== undefined && !text.endsWith(sentenceText(passage, last))
  );
};

/** A list, or a sentence with three things or more in a row. */
const enumerates = (quotes: readonly Quote[]): boolean =>
  quotes.some(
    ({ text }) => text.includes('\n') || /[,;][^,;]+[,;]? (?:and|or|&) |[,;][^,;]+[,;]/.test(text),
  );

/** Amounts belong to their year: another year's is no answer, and must not be shown as if it were near. */
const isAmount = ({ wants: [wanted] }: AskedPart): boolean =>
  wanted === 'money' || wanted === 'percentage' || wanted === 'count' || wanted === 'quantity';

/** One word in common is chance; two, or most of a short question, is a subject. */
const isNear = ({ terms }: Prepared, { sentence, found }: Candidate, coverage: number): boolean => {
  if (coverage < nearFrom) return false;
  if (coverage >= subjectFrom) return true;
  const { title } = factsOfRelease(found.release);
  const { heading, intro, sentences } = factsOfPassage(found.passage);
  const before = sentences[sentence.at - 1]?.places ?? intro;
  return (
    terms.filter((term) =>
      [sentence.places, before, heading, intro, title].some((words) => matchIn(term, words) > 0),
    ).length >= 2
  );
};

/** Whether one can see in a sentence that it tells this part. */
const isTellable = ({ wants: [wanted] }: AskedPart): boolean =>
  wanted !== 'text' && wanted !== 'definition' && wanted !== 'yes-no';

/** A share of a sum already spoken of: "how much of the money goes to healthcare". */
const shareOf =
  /\bhow much of\b|\bwhat (?:share|part|portion|proportion) of (?:the|this|that) (?:money|sum|budget|fund\w*|amount|investment)\b/i;
const sharedWith =
  /\b(?:go(?:es|ing)?|went|given|allocated|earmarked|reserved|meant|set aside|spent|used)? ?(?:to|for|on|towards)\b (.*)$/i;

/**
 * A sum that is told of the whole is no answer for a part of it, and must not be shown as if it were: the part has to
 * be named beside it.
 */
const isWholeForPart = ({ asked, terms }: Prepared, { sentence, found }: Candidate): boolean => {
  if (!shareOf.test(asked.text)) return false;
  const target = sharedWith.exec(asked.text)?.[1];
  if (target === undefined) return false;
  const small = target.toLowerCase();
  const wanted = terms.filter(({ term }) => small.includes(term.slice(0, 5)));
  const heading = new Set(found.passage.heading.join(' ').toLowerCase().split(/\s+/));
  return !wanted.some((term) => matchIn(term, sentence.places) > 0 || heading.has(term.term));
};

/** Decides how firmly the quotes may be given: the rules come first, then the learnt chance of being right. */
export const decideLevel = (
  prepared: Prepared,
  ranked: readonly Candidate[],
  quotes: readonly Quote[],
): Level => {
  const [best] = ranked;
  if (best === undefined || quotes.length === 0) return { kind: 'not-found', confidence: 0 };
  const values = evidenceOf(prepared, ranked);
  const confidence = confidenceIn(values);
  const level = (kind: Level['kind']): Level => ({ kind, confidence });
  const { asked, terms } = prepared;
  const listNamed =
    evidence(values, 'unitNear') > 0 && asked.parts.some(({ wants }) => wants.includes('list'));
  if (!listNamed && !isNear(prepared, best, evidence(values, 'coverageWithContext')))
    return level('not-found');
  if (evidence(values, 'yearMissing') > 0 && asked.parts.some(isAmount)) return level('not-found');
  if (
    ranked
      .slice(0, 8)
      .some(
        (candidate) =>
          isWholeForPart(prepared, candidate) &&
          valuesIn(candidate.sentence.text, 'money').length > 0,
      )
  )
    return level('not-found');
  // A list that is called one of what is asked for speaks for itself.
  const isNamedList = listNamed && evidence(values, 'typeFound') === 1;
  const texts = quotes.map(({ text }) => text);
  // A word or two may be asked about in many ways: only "what is …" is plain enough.
  const vague =
    asked.parts[0]?.wants[0] === 'text' && terms.filter(({ weight }) => weight >= 0.4).length < 2;
  // "To help …" stands in every other sentence: a reason must be called one.
  const reasoned =
    asked.parts.every(({ wants }) => wants[0] !== 'reason') ||
    texts.slice(0, 1).some((text) => reason.test(text));
  // Where any words may answer, or any name, only a sentence that says nearly all of the question is known to.
  const anyWords =
    asked.parts.every(({ wants: [wanted] }) => wanted !== undefined && loose.has(wanted)) &&
    evidence(values, 'coverageWithContext') < nearlyAll;
  const undecided =
    asked.parts.every(({ wants: [wanted] }) => wanted === 'yes-no') &&
    evidence(values, 'coverageWithContext') < decidingFrom;
  // A number of other things, unless the sentence says all the rest of the question.
  const ofOthers =
    asked.parts.every(({ wants: [wanted] }) => wanted === 'count') &&
    evidence(values, 'unitNear') === 0 &&
    evidence(values, 'coverageWithContext') < nearlyAll;
  const yetToCome =
    asked.parts.every(({ wants: [wanted] }) => wanted !== undefined && ofItsTime.has(wanted)) &&
    asksOfPast.test(asked.text) &&
    !asksOfFuture.test(asked.text) &&
    tellsOfFuture.test(best.sentence.text);
  // A figure that a newer release may have overtaken is not known to be the latest.
  const overtaken = newerTeller(asked, ranked) !== undefined;
  const firm =
    !overtaken &&
    !vague &&
    !anyWords &&
    !undecided &&
    !ofOthers &&
    !yetToCome &&
    reasoned &&
    confidence >= (isNamedList ? namedListFrom : sureFrom) &&
    partsTold(asked, texts, terms) === asked.parts.length &&
    evidence(values, 'attributeMissing') === 0 &&
    evidence(values, 'yearMissing') === 0 &&
    evidence(values, 'countWithoutUnit') === 0 &&
    (evidence(values, 'untyped') > 0 || evidence(values, 'typeFound') >= plainFrom) &&
    (asked.parts.length === 1 || asked.parts.every(isTellable)) &&
    (asked.parts.every(({ wants }) => !wants.includes('list')) ||
      (enumerates(quotes) && !quotes.slice(0, 1).some(isCut)));
  return level(firm ? 'answered' : 'unsure');
};
