import type { Wanted } from './wanted.ts';

/** Head nouns of "what …" and of keyword questions, and what they ask for. The first that fits decides. */
const heads: readonly (readonly [RegExp, readonly Wanted[]])[] = [
  [/^(?:percentages?|per ?cent|percent|shares?|proportion|fraction)$/, ['percentage']],
  [/^(?:penalty|penalties|punishments?|sentence|fines?)$/, ['money', 'duration']],
  [
    /^(?:money|cash|costs?|price|prices|fees?|budget|funding|grant|grants|stipend|salary|pay|wage|wages|worth|expenditure|spending|value|sum|subsidy|payout|investment|fare|charge|charges|bill|prize|prizes|reward|bonus)$/,
    ['money'],
  ],
  [/^(?:duration|length|term|period|runtime|tenure|lifespan)$/, ['duration', 'quantity']],
  [/^(?:time|times|timing|timings|hour|hours)$/, ['clock', 'date']],
  [
    /^(?:date|dates|day|days|year|years|month|months|deadline|quarter|week|birthday|anniversary|start|launch)$/,
    ['date'],
  ],
  [
    /^(?:attendance|headcount|turnout|capacity|size|number|numbers|count|total|tally|population|users|enrolment|intake)$/,
    ['count', 'quantity'],
  ],
  [
    /^(?:rates?|figures?|target|amount|level|limit|cap|maximum|minimum|threshold|improvement|increase|reduction|decrease|growth|rise|drop|fall|savings?|gains?|most|least|average|median|ratio|score|area|distance|weight|temperature|volume|range|quota|notice|ranking|age)$/,
    ['quantity', 'money', 'percentage', 'duration'],
  ],
  [/^(?:website|site|url|link|webpage|page|portal|address)$/, ['address', 'place']],
  [
    /^(?:venue|venues|location|locations|city|cities|country|countries|place|places|town|towns|district|districts|region|regions|site|sites|building|buildings|street|hall|hotel|stations?)$/,
    ['place'],
  ],
  [
    /^(?:minister|chairman|chairwoman|chairperson|chair|ceo|chief|director|head|president|secretary|commissioner|ambassador|officer|winner|winners|author|architect|speaker|spokesman|spokesperson|mp|judge|founder|leader|boss|person|people|man|woman|artist|scientist|professor|officers|ministers|members|designer|successor|predecessor)$/,
    ['person', 'organisation'],
  ],
  [
    /^(?:company|companies|firms?|agency|agencies|organi[sz]ations?|banks?|partners?|vendors?|university|universities|ministry|ministries|outfits?|body|bodies|schools?|developers?|contractors?|consultancy|suppliers?|institutions?|institutes?|teams?|hospitals?|councils?|authority|bidders?|operators?|insurers?)$/,
    ['organisation', 'person'],
  ],
  [
    /^(?:channel|platform|app|tool|product|project|scheme|programme|law|act|award|incident|language)$/,
    ['text'],
  ],
  [/^(?:reasons?|cause|causes|rationale|motive)$/, ['reason']],
  [
    /^(?:meaning|definition|role|purpose|aim|aims|function|mission|objective|objectives)$/,
    ['definition', 'text'],
  ],
];

/** What a noun asks for when it is the head of a question; `undefined` where it tells nothing. */
export const headType = (noun: string): readonly Wanted[] | undefined =>
  heads.find(([pattern]) => pattern.test(noun))?.[1];
