import { termsOf } from '../search/terms.ts';
import { withoutChat } from './chat.ts';

/** Words that point back to what was said: "when was that?", "who leads it?". */
const pointsBack =
  /\b(?:that|this|it|its|they|them|their|theirs|those|these|he|him|his|she|her|there|then|same|former|latter|the (?:programme|scheme|plan|project|strategy|app|trial|pilot|event|award|fund|survey|study|law|bill|act|office|initiative|announcement|release))\b/i;

/** "And for schools?", "what about 2022": the last question with another object. */
const swapsObject =
  /^(?:(?:and|but|so|ok(?:ay)?|then|also)[\s,]+)?(?:what about|how about|and what of|what of|and|same for|for|in|by|at|with|on|to|from|but|or)\s+(.{2,80}?)\s*\??$/i;

/** A bare asking word: "when?", "and why?", "how much?", "who said that?". */
const bareAsking =
  /^(?:(?:and|but|so|ok(?:ay)?|then)[\s,]+)?(?:who|when|where|why|how(?: (?:much|many|long|big|often))?|which(?: ones?)?|what(?: for| time| date)?|since when|until when|by when|by whom|really|are you sure)\b.{0,18}\??$/i;

const hasOwnVerb = /\b(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b/i;

const askingWords =
  /\b(?:who|whom|whose|what|which|when|where|why|how|much|many|long|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|be|been)\b/gi;

/** Most telling words that a question may have and still lean on the one before. */
const fewWords = 3;

/**
 * The question as it would stand alone, given the last one of the same person in the thread; as typed where it needs
 * nothing of it.
 */
export const standingAlone = (question: string, last: string | undefined): string => {
  if (last === undefined) return question;
  const text = withoutChat(question);
  const own = termsOf(text).length;
  const before = withoutChat(last).replace(/[?.!\s]+$/, '');
  const swapped = swapsObject.exec(text)?.[1];
  if (swapped !== undefined && own <= fewWords + 1 && !hasOwnVerb.test(text))
    return `${before} ${text.replace(/^(?:and|but|so|ok(?:ay)?|then|also|what about|how about)[\s,]+/i, '').replace(/^(?:what about|how about)\s+/i, '')}`;
  if (own > fewWords) return question;
  if (!bareAsking.test(text) && !pointsBack.test(text)) return question;
  const subject = before.replace(askingWords, ' ').replace(/\s+/g, ' ').trim();
  return `${text.replace(/[?.!\s]+$/, '').replace(/^(?:and|but|so|ok(?:ay)?|then)[\s,]+/i, '')} ${subject}?`;
};
