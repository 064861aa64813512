import { termsOf } from '../search/terms.ts';
import type { Asked } from './asked.ts';
import type { QuestionTerm } from './question-terms.ts';
import { type Value, valuesIn } from './values.ts';
import type { AskedPart, Wanted } from './wanted.ts';

/** How a sentence suits what a question wants. */
export type TypeFit = {
  /** 0 to 1: something of the kind wanted stands in it that the question did not say itself. */
  readonly found: number;
  /** 1 where the question wants something and the sentence has none of it. */
  readonly missing: number;
  /** 0 to 1: a figure stands right before what is counted. */
  readonly unit: number;
};

/** Kinds that a sentence either holds or not; the rest can be told in any words. */
const tellable: ReadonlySet<Wanted> = new Set([
  'money',
  'percentage',
  'count',
  'quantity',
  'duration',
  'date',
  'clock',
  'person',
  'organisation',
  'place',
  'address',
  'reason',
  'list',
  'speech',
  'definition',
]);

/** Words before a name that are no part of it: with them alone, a person named in the question is nobody new. */
const titles: ReadonlySet<string> = new Set(
  termsOf(
    'Mr Mrs Ms Mdm Miss Dr Prof Professor Sir Dame Justice Judge Senator Minister Ambassador President Chairman Chairperson Chair Chief Director Commissioner Secretary Board Executive Deputy Senior Prime Former',
  ),
);

/** A value is news when it is not wholly made of words of the question. */
const isNew = (
  text: string,
  { from, to }: Value,
  asked: ReadonlySet<string>,
  wanted: Wanted,
): boolean => {
  const terms = termsOf(text.slice(from, to));
  return (
    terms.length === 0 ||
    terms.some((term) => !asked.has(term) && !(wanted === 'person' && titles.has(term)))
  );
};

const nounTerms = new WeakMap<AskedPart, ReadonlySet<string>>();

const nounsOf = (part: AskedPart, terms: readonly QuestionTerm[]): ReadonlySet<string> => {
  let nouns = nounTerms.get(part);
  if (nouns === undefined) {
    const stems = part.nouns.slice(-2).flatMap(termsOf);
    nouns = new Set(
      stems.flatMap((stem) => [
        stem,
        ...(terms.find(({ term }) => term === stem)?.others.keys() ?? []),
      ]),
    );
    nounTerms.set(part, nouns);
  }
  return nouns;
};

/** Whether what is counted is named within six words after the figure, or within three before it. */
const unitNear = (text: string, { from, to }: Value, nouns: ReadonlySet<string>): boolean => {
  const after = termsOf(text.slice(to, to + 70)).slice(0, 5);
  const before = termsOf(text.slice(Math.max(0, from - 30), from)).slice(-3);
  return [...after, ...before].some((term) => nouns.has(term));
};

/** A clause that only leads in, such as "As Singapore transforms its key sectors", is no head of a list. */
const leadingIn =
  /^(?:as|while|when|whilst|with|for|to|in|by|since|if|although|besides|through)\b/i;

/**
 * Whether a list in a sentence is one of what is asked for: it is named right before the list ("in these sectors: …",
 * "The seven banks are …") or at its head ("Two officers, Mr …").
 */
const listNames = (text: string, { from }: Value, nouns: ReadonlySet<string>): boolean => {
  const head = from > 0 ? text.slice(0, from) : (/^[^,;:]*/.exec(text)?.[0] ?? '');
  if (from === 0 && leadingIn.test(head)) return false;
  return termsOf(head)
    .slice(-8)
    .some((term) => nouns.has(term));
};

/** The last of the nouns: what "national projects" are is projects. */
const headOf = (part: AskedPart, terms: readonly QuestionTerm[]): ReadonlySet<string> => {
  let nouns = headTerms.get(part);
  if (nouns === undefined) {
    const stems = part.nouns.slice(-1).flatMap(termsOf);
    nouns = new Set(
      stems.flatMap((stem) => [
        stem,
        ...(terms.find(({ term }) => term === stem)?.others.keys() ?? []),
      ]),
    );
    headTerms.set(part, nouns);
  }
  return nouns;
};

const headTerms = new WeakMap<AskedPart, ReadonlySet<string>>();

const fitOfPart = (
  part: AskedPart,
  text: string,
  terms: readonly QuestionTerm[],
  asked: ReadonlySet<string>,
  { listed, introduced }: ListForm,
): TypeFit => {
  const told = part.wants.filter((wanted) => tellable.has(wanted));
  if (told.length === 0 || part.wants[0] === 'text') return { found: 0, missing: 0, unit: 0 };
  let found = listed && told.includes('list') ? 1 : 0;
  let unit = 0;
  if (listed && introduced !== '' && told.includes('list')) {
    const head = headOf(part, terms);
    if (termsOf(introduced).some((term) => head.has(term))) unit = 1;
  }
  told.forEach((wanted, at) => {
    for (const value of valuesIn(text, wanted)) {
      if (!isNew(text, value, asked, wanted)) continue;
      found = Math.max(found, value.sure * (at === 0 ? 1 : 0.7));
      if (part.nouns.length === 0) continue;
      const nouns = nounsOf(part, terms);
      if (
        wanted === 'list'
          ? listNames(text, value, headOf(part, terms))
          : unitNear(text, value, nouns)
      )
        unit = 1;
    }
  });
  const weak = told[0] === 'definition' || told[0] === 'speech' || told[0] === 'reason';
  return { found, missing: found === 0 && !weak ? 1 : 0, unit };
};

/** How a sentence stands in a list: as an item, or as what introduces one; and the words that introduce it. */
export type ListForm = { readonly listed: boolean; readonly introduced: string };

export const notListed: ListForm = { listed: false, introduced: '' };

/** How a sentence suits each part of the question, in their order. */
export const fitsOfParts = (
  { parts }: Asked,
  text: string,
  terms: readonly QuestionTerm[],
  form: ListForm = notListed,
): readonly TypeFit[] => {
  const asked = new Set(terms.map(({ term }) => term));
  return parts.map((part) => fitOfPart(part, text, terms, asked, form));
};

/** Looks in a sentence for what each part of the question wants; the best part counts. */
export const typeFit = (
  asked: Asked,
  text: string,
  terms: readonly QuestionTerm[],
  form: ListForm = notListed,
): TypeFit => {
  const fits = fitsOfParts(asked, text, terms, form);
  return {
    found: Math.max(...fits.map(({ found }) => found)),
    missing: Math.min(...fits.map(({ missing }) => missing)),
    unit: Math.max(...fits.map(({ unit }) => unit)),
  };
};

/** Of a part that can be told, a value must be plain to count; one that any words may tell is always told. */
const plainFrom = 0.7;

/** Parts of a question that some sentence among those quoted tells plainly. */
export const partsTold = (
  { parts }: Asked,
  texts: readonly string[],
  terms: readonly QuestionTerm[],
): number => {
  const asked = new Set(terms.map(({ term }) => term));
  return parts.filter((part) =>
    texts.some((text) => {
      const form = { listed: text.includes('\n'), introduced: '' };
      const { found, missing } = fitOfPart(part, text, terms, asked, form);
      return missing === 0 && (parts.length === 1 || found === 0 || found >= plainFrom);
    }),
  ).length;
};
