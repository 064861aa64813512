import fc from 'fast-check';
import type { Answer, Quote } from '../../src/answers/answer.ts';
import type { Enquiry } from '../../src/enquiries/enquiry.ts';
import type { Contact } from '../../src/releases/contact.ts';
import type { Passage } from '../../src/releases/passage.ts';
import type { Release } from '../../src/releases/release.ts';
import type { SearchResult } from '../../src/search/search-result.ts';
import { aContact, aPassage, aRelease } from '../builders.ts';
import { anEnquiry } from '../enquiries/an-enquiry.ts';

/** Runs of each property: enough to meet every kind of text below many times, and quick. */
export const RUNS = { numRuns: 25 };

/** What people and files can hold that a careless view would break on. */
const nasty = [
  '<!channel> wake up',
  '<@U12345678> and <@W0123ABCD|Terry Lim>',
  '<https://evil.example|smartnation.gov.sg>',
  '<mailto:press@evil.example|Terry_Lim@pmo.gov.sg>',
  '<!date^1795600000^{date_long}^https://evil.example|tomorrow>',
  '<<!channel>> <!cha<!channel>nnel> &lt;!here&gt; &amp;lt;',
  '```\nunclosed',
  '>>> a quote\n*Status*\nResolved',
  'bud\u200bget\u200c for\u200d he\u2060alth\ufeff',
  'Terry_Lim@\u202egs.vog.omp\u202c \u2067x\u2069 \u061c',
  'sectors \ud800 and \udfff',
  'x\u0000y\u0007\u001b[31m\r\nz',
  '\uff1c!channel\uff1e',
  'مستشفى الأطفال في المدينة',
  '国家人工智能策略涵盖哪些领域？',
  '👩‍👩‍👧‍👦🇸🇬👍🏽',
  '"}],"blocks":[{"type":"section"}]',
  '$& $` $1 %s {0}',
  '  \t\n\u00a0\u3000 ',
];

const repeated = fc
  .tuple(
    fc.constantFrom('a', '<', '&', '"', '\\', '😀', '\u0301', '\n', 'word ', '国'),
    fc.constantFrom(76, 151, 2001, 3001, 30_000),
    fc.constantFrom('', 'x'),
  )
  .map(([unit, times, before]) => before + unit.repeat(times / unit.length));

/** Any text that a person may type or a file may hold: hostile, long, in any script, broken. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...nasty) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...nasty), { maxLength: 6 }).map((all) => all.join(' ')),
  },
  { weight: 1, arbitrary: repeated },
);

/** The same with a letter in it, for what is never empty. */
export const hostileWords = hostileText.map((text) => `T${text}`);

const plainWords = fc
  .array(fc.constantFrom('the', 'ministry', 'S$500 million', '25%', 'AI', 'hospitals', 'Ōtaki'), {
    minLength: 3,
    maxLength: 25,
  })
  .map((all) => `${all.join(' ')}.`);

export const day = fc
  .tuple(
    fc.integer({ min: 1990, max: 2030 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const orNothing = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Numbers that are told apart by their look: those beginning with 9 are somebody's own. */
export const MOBILE = { e164: '+6591234567', printed: '9123 4567', kind: 'mobile' } as const;
export const OFFICE = { e164: '+6561234567', printed: '6123 4567', kind: 'office' } as const;

export const contact: fc.Arbitrary<Contact> = fc
  .record({
    name: orNull(hostileWords),
    honorific: orNull(fc.constantFrom('Ms', 'Mr', 'Dr')),
    role: orNull(hostileWords),
    organisation: orNull(hostileWords),
    email: orNull(fc.constant('press@agency.gov.sg')),
    phones: fc.subarray([MOBILE, OFFICE]),
  })
  .map(aContact);

export const passage: fc.Arbitrary<Passage> = fc
  .record({
    kind: fc.constantFrom(
      'paragraph',
      'list',
      'row',
      'block-quote',
      'footnote',
      'contact',
      'boilerplate',
    ),
    text: fc.oneof(plainWords, hostileWords),
    heading: fc.array(hostileWords, { maxLength: 2 }),
    paragraph: orNothing(fc.constantFrom('1', '12', '3a')),
  })
  .map((given) => aPassage(given as Partial<Passage>));

export const release: fc.Arbitrary<Release> = fc
  .record({
    id: fc.oneof(fc.constant('/media-hub/press-releases/ai-strategy'), hostileWords),
    title: hostileWords,
    date: orNothing(day),
    passages: fc.array(passage, { maxLength: 6 }),
    contacts: fc.array(contact, { maxLength: 4 }),
    status: fc.constantFrom('published', 'corrected'),
    note: orNothing(hostileWords),
    permalink: orNothing(fc.constant('/media-hub/press-releases/ai-strategy')),
    language: fc.constantFrom('en', 'zh', 'ms', 'ta'),
  })
  .map((given) => aRelease(given as Parameters<typeof aRelease>[0]));

/** One that can be opened from a button. */
export const openRelease = release.map((given) => ({ ...given, id: given.id.slice(0, 300) }));

const quote: fc.Arbitrary<Quote> = fc
  .tuple(
    release,
    fc.oneof({ weight: 3, arbitrary: plainWords }, { weight: 1, arbitrary: hostileWords }),
  )
  .map(([from, text]) => ({ release: from, passage: from.passages[0] ?? aPassage(), text }));

const common = {
  question: hostileText,
  searched: fc.record({
    releases: fc.integer({ min: 0, max: 20_000 }),
    from: orNothing(day),
    to: orNothing(day),
  }),
  contacts: fc.array(fc.record({ contact, release }), { maxLength: 4 }),
  score: fc.constant(1),
  nearest: orNothing(release),
};

export const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({
    ...common,
    kind: fc.constantFrom('answered' as const, 'unsure' as const),
    quotes: fc.array(quote, { minLength: 1, maxLength: 3 }),
    later: fc.array(release, { maxLength: 3 }),
  }),
  fc.record({ ...common, kind: fc.constant('contact' as const) }),
  fc.record({
    ...common,
    kind: fc.constant('not-found' as const),
    reason: fc.constantFrom(
      'nothing-near',
      'small-talk',
      'thanks',
      'opinion',
      'instructions',
      'empty',
      'no-contact',
    ),
  }) as fc.Arbitrary<Answer>,
);

export const searchResult: fc.Arbitrary<SearchResult> = fc
  .record({
    text: hostileWords,
    total: fc.integer({ min: 1, max: 900 }),
    found: fc.array(fc.tuple(release, fc.oneof(plainWords, hostileWords)), { maxLength: 5 }),
    didYouMean: orNothing(hostileWords),
    nearest: orNothing(release),
    problems: fc.array(
      hostileWords.map((text) => text.slice(0, 120)),
      { maxLength: 2 },
    ),
  })
  .map(({ text, total, found, didYouMean, nearest, problems }) => ({
    query: { text },
    total: Math.max(total, found.length),
    hits: found.map(([one, words]) => ({
      release: one,
      passage: one.passages[0] ?? aPassage(),
      score: 1,
      snippet: { text: words.slice(0, 200), marks: [{ from: 0, to: 1 }] },
    })),
    didYouMean,
    nearest: found.length > 0 ? undefined : nearest,
    problems,
  }));

export const DESK_PEOPLE = ['UJOURNALIST', 'UCONTACT', 'UOWNER', 'UOFFERED'] as const;

const at = new Date('2026-03-02T01:00:00.000Z');

const reply = fc
  .record({
    text: hostileWords,
    attribution: fc.constantFrom('on-the-record' as const, 'background' as const),
    kind: fc.constantFrom('waiting', 'sent', 'failed'),
    corrects: orNothing(fc.constant('r0')),
  })
  .map(({ kind, text, attribution, corrects }) => ({
    id: 'r1',
    by: 'UOWNER',
    at,
    sendAt: at,
    text,
    attribution,
    ...(corrects === undefined ? {} : { corrects }),
    delivery:
      kind === 'sent'
        ? ({ kind: 'sent', channel: 'CSHARED', ts: '1.1', at } as const)
        : kind === 'failed'
          ? ({ kind: 'failed', reason: 'channel_not_found', at } as const)
          : ({ kind: 'waiting' } as const),
  }));

const state = fc.constantFrom(
  { status: 'open' as const },
  { status: 'claimed' as const, owner: 'UOWNER', claimedAt: at },
  { status: 'claimed' as const, owner: 'UOWNER', claimedAt: at, offer: { to: 'UOFFERED', at } },
  { status: 'answered' as const, owner: 'UOWNER', claimedAt: at, answeredAt: at },
  { status: 'resolved' as const, resolvedBy: 'UOWNER', resolvedAt: at },
  {
    status: 'resolved' as const,
    resolvedBy: 'UOWNER',
    resolvedAt: at,
    duplicateOf: { id: '5b0c6c1e-7a9f-4b53-8a52-0d5f0c1f7b12', reference: 'ME-26-0002' },
  },
  { status: 'withdrawn' as const, withdrawnAt: at },
);

/** An enquiry in any state, with hostile words wherever a person could have put them. */
export const enquiry: fc.Arbitrary<Enquiry> = fc
  .record({
    state,
    question: hostileWords,
    outlet: hostileText,
    reach: hostileText,
    asker: hostileWords,
    title: hostileWords,
    contactName: hostileWords,
    role: orNull(hostileWords),
    why: hostileWords,
    skipped: fc.array(fc.record({ name: hostileWords, why: hostileWords }), { maxLength: 3 }),
    replies: fc.array(reply, { maxLength: 4 }),
    hasDeadline: fc.boolean(),
    troubles: fc.array(fc.constant({ what: 'reply:x:y', reason: 'channel_not_found', at }), {
      maxLength: 4,
    }),
  })
  .map((given) => {
    const { deadline, ...usual } = anEnquiry();
    const [first] = usual.recipients;
    const { status: _, ...facts } = usual;
    return {
      ...facts,
      question: given.question,
      outlet: given.outlet,
      reach: given.reach,
      asker: { ...usual.asker, name: given.asker },
      cited: [{ id: 'ai-strategy', file: 'a.md', title: given.title }],
      route: { who: given.contactName, why: given.why, skipped: given.skipped },
      recipients: [
        { ...first, slackId: 'UCONTACT' },
        {
          name: given.contactName,
          role: given.role,
          email: 'press@agency.gov.sg',
          phones: [OFFICE],
          slackId: null,
        },
      ],
      replies: given.replies,
      troubles: given.troubles,
      ...(given.hasDeadline && deadline !== undefined ? { deadline } : {}),
      ...given.state,
    } as Enquiry;
  });
