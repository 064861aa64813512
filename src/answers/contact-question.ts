import { slipsBetween } from '../search/spelling.ts';

/** A question for people to ask: whom it wants, and what about. */
export type ContactAsked = {
  /** What is left of the question once the asking is taken out: names, an agency, a subject. */
  readonly about: string;
  /** Somebody whose own number or address is asked for, by post: "the minister". */
  readonly post: string | undefined;
  /** A number or address for the public, such as a hotline: told in the text rather than at the foot. */
  readonly publicLine: boolean;
};

const reachWords = [
  'email',
  'emails',
  'mobile',
  'phone',
  'contact',
  'contacts',
  'hotline',
  'telephone',
  'number',
  'minister',
  'press',
  'media',
  'enquiries',
];

/** Misspelt words of reaching people, put right: only swapped or left-out letters, since "contract" is another word. */
const repaired = (text: string): string =>
  text.replace(/\p{L}{4,}/gu, (word) => {
    const small = word.toLowerCase();
    if (reachWords.includes(small) || ordinary.has(small)) return word;
    const meant = reachWords.find(
      (right) =>
        right.length >= small.length &&
        small.length >= 4 &&
        slipsBetween(small, right, 1) <= 1 &&
        !small.startsWith(right),
    );
    return meant ?? word;
  });

const ordinary = new Set(
  'phones mobil prone pressed meida medial numbers ministry pres email hone'
    .split(' ')
    .filter((word) => word !== 'mobil' && word !== 'meida'),
);

const reach =
  '(?:call|ring|phone|e-?mail|contact|reach|write to|speak (?:to|with)|talk (?:to|with)|get (?:hold of|in touch with|through to)|message|text|approach|liaise with|send (?:[\\w\\s]{1,40}? )?(?:to)|ask|chase|follow up with|interview)';
const self =
  '(?:i|we|one|you|u|journalists?|reporters?|the (?:press|media)|media|my (?:editor|colleague|team))';

const asksForPeople: readonly RegExp[] = [
  new RegExp(
    `\\b(?:who|whom|who'?s)\\b.{0,30}?\\b(?:do|can|could|should|would|may|must|to|might|shall)\\b ?${self}? ?\\b.*?${reach}\\b`,
    'i',
  ),
  new RegExp(`\\b(?:who|whom)\\b ?(?:to|2) ${reach}`, 'i'),
  /\b(?:press|media|news|pr|comms|communications?) (?:contacts?|officers?|persons?|people|enquir(?:y|ies)|quer(?:y|ies)|relations|liaisons?|spokes\w+|numbers?|email|desk number)\b/i,
  /\b(?:who|whom)\b.{0,60}?\b(?:takes?|answers?|handles?|fields?|receives?|deals? with)\b.{0,20}?\b(?:questions?|quer(?:y|ies)|enquir(?:y|ies)|calls?)\b/i,
  /\b(?:who|whos|who's)(?: is| are)? (?:the |your )?(?:\w+ )?spokes(?:person|man|woman)\b|\bcontact (?:person|persons|people|details?|numbers?|info(?:rmation)?|point|email|officers?)\b|\bpoint of contact\b|\bpoc\b|\bcontacts? (?:for|at|of|from|on|in|re)\b|^(?:the )?contacts?\??$|\b(?:who|what)(?:'s|s| is| are| was| were) (?:the )?(?:\w+ ){0,3}contacts?\b(?! trac)/i,
  /\b(?:who|whos|who's) (?:is |was )?(?:handling|in charge of (?:media|press|enquiries|queries)|answering|dealing with|responsible for (?:media|press|enquiries))\b/i,
  /\b(?:e-?mail|mobile|phone|telephone|tel|handphone|hp|office|did|direct|cell(?:phone)?|fax) ?(?:address|no\b\.?|numbers?|num\b|#)/i,
  /(?:\b\p{L}+(?:'s|s')|^\p{L}+(?: \p{L}+)?s) (?:e-?mail|mobile|phone|handphone|number|contact|hp)\b(?! (?:app|users?|scam|service|plan))/iu,
  /(?:^|\b(?:what|whats|what's|give|need|want|have|get) (?:is |are |me |the |an? )*)(?:e-?mail|mobile|phone|handphone|(?:phone|mobile|contact) number) (?:for|of) /i,
  /\b(?:how|where) (?:do|can|could|should|to|would) ?(?:i|we|one|journalists|the (?:press|media))? ?(?:contact|reach|get (?:hold of|in touch with)|call|e-?mail|phone|ring)\b/i,
  /\bwhere (?:do|can|should) (?:i|we) (?:send|direct|address) (?:\w+ )*(?:questions?|quer(?:y|ies)|enquir(?:y|ies)|requests?)\b/i,
  /\b(?:i|we)(?:'d like| want| need| would like)? to (?:speak|talk) (?:to|with) (?:someone|somebody|a person|the person)\b/i,
];

const publicLine =
  /\b(?:hotline|helpline|toll-?free)\b|\b(?:what|which) (?:\w+ )?(?:number|phone number|email|address) (?:can|do|should|must|could) (?!i\b|we\b)/i;

const posts =
  /\b((?:prime |deputy prime |senior |law |health |education |transport |defence |finance )?ministers?|pm|dpm|president|permanent secretary|ceo|chief executive|chairman|chairwoman|chairperson|mp|ambassador|commissioner|judge|director-general)(?:'?s)?\b/i;

const ownNumber =
  /\b(?:e-?mail|mobile|phone|telephone|handphone|hp|number|no|cell|address|contact|home)\b/i;

const asking = new RegExp(
  [
    `\\b(?:who|whom|who'?s|whos)\\b ?(?:(?:do|can|could|should|would|may|must|to|might|shall|is|was)\\b)? ?(?:${self}\\b)? ?(?:${reach}\\b)?`,
    `\\b${reach} (?:someone|somebody|anyone|a person|the person)\\b`,
    '\\b(?:the )?(?:press|media|news|pr|comms|communications?) (?:contacts?|officers?|persons?|people|enquir(?:y|ies)|quer(?:y|ies)|relations|liaisons?|numbers?|email|questions?|calls?)\\b',
    '\\b(?:contacts?|e-?mails?|mobile|phone|telephone|tel|handphone|hp|numbers?|address|hotline|person|details?|poc|no|did|officer|spokes\\w+)\\b',
    "\\b(?:what|whats|what's|which|how|where|is|are|do|does|can|i|we|want|need|like|to|the|me|give|for|of|at|in|on|from|about|abt|re|regarding|with|should|get|hold|call|ring|send|my|cv|comment|comments|interviews?|have|handl\\w+|media|press|takes?|answers?|fields?|receives?|spokes\\w+|someone|somebody|quer(?:y|ies)|in touch|an?|and|or|by|that|this|it|'s)\\b",
  ].join('|'),
  'gi',
);

/** Reads a question that asks whom to call or write to; `undefined` where it asks something else. */
export const readContactQuestion = (text: string): ContactAsked | undefined => {
  const question = repaired(text);
  const short = question.split(/\s+/).length <= 6;
  const named =
    short &&
    /\b(?:e-?mail|mobile|phone|handphone|hotline|number|contact|contacts|hp)(?: (?:no|number|address|pls|please))?[\s?!.]*$/i.test(
      question,
    );
  const isPublic = publicLine.test(question);
  if (!isPublic && !named && !asksForPeople.some((pattern) => pattern.test(question)))
    return undefined;
  const post = ownNumber.test(question) ? posts.exec(question)?.[1] : undefined;
  return {
    about: question
      .replace(asking, ' ')
      .replace(/[^\p{L}\p{N}'’&.@_-]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    post,
    publicLine: isPublic,
  };
};
