import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ParseOutcome, parseRelease } from '../../src/releases/parse-release.ts';
import { sentenceText } from '../../src/releases/passage.ts';
import type { Release } from '../../src/releases/release.ts';
import { processorTime } from '../processor-time.ts';

const zone = 'Asia/Singapore';

const release = (outcome: ParseOutcome): Release => {
  if (outcome.kind === 'rejected') throw new Error(outcome.rejection.reason);
  return outcome.release;
};

const read = (text: string, file = '2020-01-02-x.md') =>
  release(parseRelease(file, text, { zone }));
const body = (markdown: string, fields = '') =>
  read(`---\ntitle: A title\n${fields}---\n${markdown}`).passages.slice(1);
const rejection = (text: string) => {
  const outcome = parseRelease('x.md', text, { zone });
  return outcome.kind === 'rejected' ? outcome.rejection : undefined;
};
/** One line a passage: what it is, its number, where it stands, what announces it, its words. */
const outline = (passages: Release['passages']) =>
  passages.map(
    ({ kind, paragraph = '', heading, intro, text }) =>
      `${kind} ${paragraph}[${heading.join(' > ')}]${intro === undefined ? '' : ` (${intro})`} ${text}`,
  );

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/releases/${name}`, import.meta.url), 'utf8');

describe('the seed release', () => {
  const [file = ''] = [
    '2019-11-19-singapore-sets-sights-to-be-a-global-hub-for-developing-and-deploying-ai-solutions.md',
  ];
  const seed = read(readFileSync(new URL(`../../releases/${file}`, import.meta.url), 'utf8'), file);

  test('has its title, link, kind, and the day that its file name says', () => {
    expect(seed).toMatchObject({
      id: '/media-hub/press-releases/singapore-sets-sights-to-be-a-global-hub-for-developing-and-deploying-ai-solutions',
      date: { day: '2019-11-19', source: 'file name' },
      kind: 'press-release',
      language: 'en',
      status: 'published',
      problems: [],
    });
    expect(seed.version).toMatch(/^[0-9a-f]{12}$/);
  });

  test('keeps headings, printed numbers and whole sentences', () => {
    const sixth = seed.passages.find(({ paragraph }) => paragraph === '6');
    expect(sixth?.heading).toEqual(['International Collaboration is Key Ingredient to Success']);
    expect(sixth?.sentences.map((span) => sentenceText(sixth, span))[0]).toBe(
      'Singapore has invested over S$500 million to further AI research innovation and enterprise.',
    );
    expect(sixth?.line).toBe(21);
  });

  test('has two contacts, whose lines are no answer text', () => {
    expect(seed.contacts.map(({ name }) => name)).toEqual(['Goh Yu Chong', 'Terry Lim']);
    const contact = seed.passages.filter(({ kind }) => kind === 'contact');
    expect(contact.at(-1)?.text.split('\n')[0]).toBe('Mr Terry Lim');
    expect(contact.every(({ heading }) => heading.length === 0)).toBe(true);
  });
});

test('editor HTML is read like Markdown', () => {
  const passages = read(fixture('2021-11-08-editor-html.md'), '2021-11-08-editor-html.md').passages;
  expect(outline(passages)).toMatchInlineSnapshot(`
    [
      "title [] Two New Programmes for Harbour Safety",
      "paragraph 1[Introduction] The Port Office set aside S$1.5 million for two programmes. Dr. Tan S. L. spoke at 10 a.m. on Monday.",
      "paragraph 2[Introduction] The programmes will:",
      "list 2[Introduction] (The programmes will:) a. Train 400 pilots & crews a year;
    b. Light the western channel (see Annex C).",
      "paragraph 3[Funding] Half of the money comes from port dues.",
      "row [Funding] (Year	Pilots) 2022	150",
      "row [Funding] (Year	Pilots) 2023	250",
      "boilerplate [Funding] PDF version of the speech",
      "boilerplate [Funding] Last updated on 08 Nov 2021",
    ]
  `);
});

test('Markdown in a file that says it comes from the editor is read as Markdown', () => {
  const { passages } = read(
    [
      '---',
      'title: Reply on Harbour Dues',
      'variant: tiptap',
      '---',
      '**Written reply**  ',
      '**Monday, 8 May 2023**',
      '',
      'To ask the Prime Minister whether harbour dues will rise.',
      '',
      '**Ms Lim Hui Min (for the Prime Minister):**',
      '',
      'Harbour dues stay as they are until 2026.',
    ].join('\n'),
    '2023-05-08-x.md',
  );
  expect(passages.filter(({ kind }) => kind === 'question').map(({ text }) => text)).toEqual([
    'To ask the Prime Minister whether harbour dues will rise.',
  ]);
  expect(passages.at(-1)).toMatchObject({
    kind: 'paragraph',
    text: 'Harbour dues stay as they are until 2026.',
  });
});

test('Markdown of many hands is read as a reader sees it', () => {
  const passages = read(fixture('2016-10-03-mixed-markdown.md'), '2016-10-03-x.md').passages;
  expect(outline(passages)).toMatchInlineSnapshot(`
    [
      "title [] Office and Colleges Sign Memorandum of Understanding",
      "boilerplate [] 03 Oct 2016",
      "paragraph [] The Office and five colleges have agreed on a framework.",
      "paragraph [] It covers M&A law, data sharing and more.",
      "paragraph 2[] More than 2,500 students will benefit each year, and the colleges will review what they teach so that it suits the work of the coming years.",
      "paragraph 3[] The first course starts in 2017. It is open to all, and nobody pays for it before the second year, as the colleges have told their students.",
      "paragraph [What is covered] The memorandum covers the following:",
      "list [What is covered] (The memorandum covers the following:) Curriculum reviews. The Office will help.
    Internships
    1. in start-ups
    2. in banks",
      "block-quote [What is covered] “We are glad,” said Mr Lim.",
      "row [What is covered] (Item	Cost) Rooms	$10",
      "row [What is covered] (Item	Cost) Staff	$2.50",
      "paragraph [What is covered] Question",
      "question [What is covered] Ms Ng: To ask the Minister for Law whether courses are free; and",
      "question [What is covered] (b) whether they will stay so.",
      "paragraph [Answer] Yes.",
      "boilerplate [About the Office] The Office was founded in 1999.",
      "footnote [] North, South, East, West and Central College.",
    ]
  `);
});

test('two dates that disagree are a problem with its line', () => {
  const { date, problems } = read(fixture('2016-10-03-mixed-markdown.md'), '2016-10-03-x.md');
  expect(date).toEqual({ day: '2016-10-03', source: 'file name' });
  expect(problems).toEqual([
    {
      level: 'warning',
      line: 4,
      message:
        'The file name says 2016-10-03, the front matter says 2016-10-04; the file name counts. Correct the wrong one',
    },
  ]);
});

describe('what a reader sees', () => {
  test.each([
    ['escapes', '2\\.  Investigation revealed\\! A \\& B', 'Investigation revealed! A & B'],
    ['entities', 'M&amp;P&nbsp;costs &pound;5 &amp;nbsp;now', 'M&P costs £5 now'],
    ['invisible characters', 'zero\u200Bwidth and soft\u00ADhyphen', 'zerowidth and softhyphen'],
    ['kramdown attributes', 'Read [this](/x){:target="_blank"} now.', 'Read this now.'],
    ['Liquid', 'See {{ "/a.jpg" | absolute_url }} {% include x %} here.', 'See here.'],
    [
      'a link with blanks in its path',
      'See [Annex A (0.1MB)](/files/Annex A (final).pdf).',
      'See Annex A (0.1MB).',
    ],
    ['an image', '![a chart](/x.png) Numbers rose.', 'Numbers rose.'],
    ['bold that was never closed', '**Note: prices rose.', 'Note: prices rose.'],
    [
      'a power and a footnote mark',
      '<p>Some 5 km<sup>2</sup> of land.<sup>[3]</sup></p>',
      'Some 5 km2 of land.',
    ],
    ['text broken by the editor', 'one\ntwo', 'one two'],
    ['a script', '<script>alert(1)</script>\n\nText.', 'Text.'],
    ['a frame that is never closed', '<iframe src="x">\n\nText.', 'Text.'],
    ['a tag in text', 'Type \\<b\\> here', 'Type here'],
  ])('%s', (_, markdown, seen) => {
    expect(body(markdown).map(({ text }) => text)).toEqual([seen]);
  });

  test('CRLF changes neither text nor lines', () => {
    const text = '---\ntitle: T\n---\n\nOne.\n\n## Two\n\nThree.\n';
    expect(read(text.replaceAll('\n', '\r\n')).passages).toEqual(read(text).passages);
  });
});

describe('numbers', () => {
  test.each([
    ['escaped', '2\\. Two is here.\n\n3\\. Three is here.'],
    ['kramdown', '{:start="2"}\n2. Two is here.\n\n{:start="3"}\n3. Three is here.'],
    ['HTML', '<p>2. Two is here.</p>\n<p>3.&nbsp;&nbsp;Three is here.</p>'],
    ['line breaks', '2.\u00A0Two is here.<br>\n<br>\n3.\u00A0Three is here.'],
    ['without a point', '2 Two is here.\n\n3 Three is here.'],
    ['on new lines of one paragraph', '2\\. Two is here.\n3\\. Three is here.'],
  ])('%s paragraph numbers are kept apart from the text', (_, markdown) => {
    expect(body(markdown).map(({ paragraph, text }) => [paragraph, text])).toEqual([
      ['2', 'Two is here.'],
      ['3', 'Three is here.'],
    ]);
  });

  test('a short numbered list is a list, with its numbers as printed', () => {
    const [, list] = body('The winners are:\n\n1. Ann\n2. Ben');
    expect(list).toMatchObject({ kind: 'list', text: '1. Ann\n2. Ben', intro: 'The winners are:' });
  });

  test('a year or an amount at the start is no paragraph number', () => {
    expect(
      body('24 people came.\n\n5 million was spent.').map(({ paragraph }) => paragraph),
    ).toEqual([undefined, undefined]);
  });
});

describe('what answers nobody', () => {
  test.each([
    ['question', 'Ms Ng: To ask the Minister for Law whether fees rose.'],
    ['boilerplate', 'Last updated on 25 Nov 2014'],
    ['boilerplate', '05 Oct 2020 Posted in [Parliamentary speeches](/news)'],
    ['boilerplate', '**Tuesday, 14 October 2025**'],
    ['boilerplate', '[PDF version of the speech](/x.pdf)'],
    ['boilerplate', 'For media enquiries, please contact:'],
    ['boilerplate', 'Share this: Facebook'],
    ['paragraph', 'The fees rose by 5% on 1 January 2020.'],
  ])('%s: %s', (kind, line) => {
    expect(body(`The Office met on Monday.\n\n${line}`).at(-1)?.kind).toBe(kind);
  });

  test('"About …" at the foot, but not in the middle', () => {
    const text = 'The programme starts today and runs for three years in all schools. '.repeat(3);
    const kinds = (markdown: string) => body(markdown).map(({ kind }) => kind);
    expect(kinds(`${text}\n\n## About the Office\n\nFounded in 1999.`)).toEqual([
      'paragraph',
      'boilerplate',
    ]);
    expect(kinds(`## About the fund\n\n${text}\n\n## Dates\n\n${text}`)).toEqual([
      'paragraph',
      'paragraph',
    ]);
  });
});

describe('editorial state', () => {
  test('an embargo without offset is meant in the desk’s zone', () => {
    expect(read('---\ntitle: T\nembargo: 2026-03-01 10:00\n---\nx').embargo?.toISOString()).toBe(
      '2026-03-01T02:00:00.000Z',
    );
  });

  test.each([
    ['embargo: tomorrow', /no instant/],
    ['embargo: 2026-02-30T10:00:00+08:00', /no instant/],
    ['embargo:', /no instant/],
    ['embargo: [1, 2]', /no instant/],
    ['status: withdrwan', /must be published, corrected or withdrawn/],
    ['published: false', /published: false/],
  ])('“%s” hides the file and says why', (line, reason) => {
    const found = rejection(`---\ntitle: T\n${line}\n---\nSecret.`);
    expect(found).toMatchObject({ line: 3, hides: true });
    expect(found?.reason).toMatch(reason);
  });

  test('sectors, kind, agency, note and what it supersedes are read', () => {
    expect(
      read(
        '---\ntitle: T\nstatus: Withdrawn\nnote: Figures were wrong.\nsectors: [Health, Education]\nkind: Speech\nagency: MOH\nsupersedes: old.md\n---\nx',
      ),
    ).toMatchObject({
      status: 'withdrawn',
      note: 'Figures were wrong.',
      sectors: ['Health', 'Education'],
      kind: 'speech',
      agency: 'MOH',
      supersedes: ['old.md'],
    });
  });

  test('a field that cannot be read costs only itself', () => {
    const found = read('---\ntitle: T\nkind: essay\ndate: soon\n---\nx');
    expect(found.title).toBe('T');
    expect(found.problems.map(({ line, level }) => [line, level])).toEqual([
      [3, 'warning'],
      [4, 'warning'],
    ]);
  });
});

test('an empty post that points elsewhere is a release with a link', () => {
  expect(read('---\ntitle: Report\nfile_url: /files/a b.pdf\n---\n')).toMatchObject({
    link: '/files/a b.pdf',
    problems: [],
  });
  expect(read('---\ntitle: T\nexternal: https://news.example/x\n---').link).toBe(
    'https://news.example/x',
  );
  expect(read('---\ntitle: T\nexternal: javascript:alert(1)\n---').link).toBeUndefined();
});

test.each(['//evil.example/x', '/\\evil.example', 'javascript:alert(1)'])(
  'the permalink %s is refused, since it leads off the site',
  (permalink) => {
    const found = read(`---\ntitle: T\npermalink: ${permalink}\n---\nx`);
    expect(found.permalink).toBeUndefined();
    expect(found.problems[0]?.message).toMatch(/no path on your site/);
  },
);

describe('hostile files are refused with a reason', () => {
  test.each([
    ['code', '---js\n{ title: process.exit(1) }\n---\nx', 1],
    ['no front matter', 'Just text.', 1],
    ['front matter left open', '---\ntitle: T\n', 1],
    ['broken YAML', '---\ntitle: "T\n---\nx', 2],
    ['anchors', `---\na: &a [x,x]\nb: &b [*a,*a]\ntitle: T\n---\nx`, 2],
    ['merge keys', '---\ntitle: T\n<<: {a: b}\n---\nx', 3],
    [
      'anchors that unfold',
      `---\ntitle: &a [x,x,x]\n${'bcdefghij'.replace(/./g, (key, at: number, keys: string) => `${key}: &${key} [*${keys[at - 1] ?? 'a'},*${keys[at - 1] ?? 'a'}]\n`)}---\nx`,
      2,
    ],
    ['nested lists in front matter', `---\ntitle: ${'['.repeat(5000)}\n---\nx`, 2],
    ['endless front matter', `---\ntitle: T\n${'a: b\n'.repeat(10_000)}---\nx`, 1],
    ['50 million characters', 'x'.repeat(50_000_000), 1],
    ['a list', '---\n- a\n---\nx', 2],
    ['NUL', '---\ntitle: T\n---\na\u0000b', 4],
    ['an endless line', `---\ntitle: T\n---\n${'x'.repeat(300_000)}`, 4],
    ['an endless file', `---\ntitle: T\n---\n${'line of text\n'.repeat(200_000)}`, 1],
    ['nested quotes', `---\ntitle: T\n---\n${'> '.repeat(500)}x`, 4],
    ['nested HTML', `---\ntitle: T\n---\n${'<div>'.repeat(5000)}x`, 4],
  ])('%s', (_, text, line) => {
    const found = rejection(text);
    expect(found?.reason.length).toBeGreaterThan(10);
    expect(found?.line).toBe(line);
  });

  test('keys of objects’ own make-up change nothing', () => {
    const found = read(
      '---\ntitle: T\n__proto__: {status: withdrawn}\nconstructor: x\ntoString: y\n---\nx',
    );
    expect(found).toMatchObject({ title: 'T', status: 'published' });
    expect(({} as { status?: string }).status).toBeUndefined();
  });

  test.each([
    ['brackets', '['.repeat(20_000)],
    ['links', '[a]('.repeat(10_000)],
    ['stars', '*a_ '.repeat(15_000)],
    ['backticks', '`'.repeat(30_000)],
    ['tags', '<'.repeat(50_000)],
    ['templates', '{{'.repeat(30_000)],
    ['attributes', '{:'.repeat(30_000)],
    ['entities', '&amp;'.repeat(20_000)],
    ['formatting left open', '<b><i><u><s>\n<p>\n'.repeat(60)],
    ['full stops', '. A'.repeat(20_000)],
    ['dots', '.'.repeat(40_000)],
    ['addresses', 'www.'.repeat(15_000)],
    ['digits', '1. '.repeat(20_000)],
    ['table rules', '|-'.repeat(20_000)],
    ['at signs', 'a@'.repeat(20_000)],
    ['half surrogates', '\uD83D'.repeat(20_000)],
    ['joiners', '\u200D\u200B'.repeat(20_000)],
    ['footnotes', '[^1]: a [^1] '.repeat(100)],
    ['nested lists', Array.from({ length: 35 }, (_, at) => `${' '.repeat(at * 2)}- a`).join('\n')],
    ['underlined headings', 'a\n=\n'.repeat(20_000)],
    ['dashes under lines of a list', '- a\n  -\n'.repeat(20_000)],
    ['quotes', '> a\n\n'.repeat(20_000)],
    ['quotes in a list', '- > a\n'.repeat(20_000)],
    ['blanks', `a${' '.repeat(50_000)}b`],
  ])('%s without end take a moment', (_, text) => {
    const time = processorTime(() => parseRelease('x.md', `---\ntitle: T\n---\n${text}`, { zone }));
    expect(time).toBeLessThan(8000);
  });
});

/** Real releases of every site where they are at hand, and in any case two of our own. */
const real = new URL('../../../shared/data/releases/', import.meta.url);
const sources = [
  ...['2021-11-08-editor-html.md', '2016-10-03-mixed-markdown.md'].map(fixture),
  ...(existsSync(real) ? readdirSync(real, { recursive: true, encoding: 'utf8' }) : [])
    .filter((file) => file.endsWith('.md'))
    .sort()
    .filter((_, at) => at % 40 === 0)
    .map((file) =>
      readFileSync(new URL(file.split('/').map(encodeURIComponent).join('/'), real), 'utf8'),
    ),
];
const pieces = [
  '**',
  '<p>',
  '</div>',
  '&nbsp;',
  '\n\n',
  '[',
  '](',
  '{:',
  '{{',
  '---\n',
  '\\',
  '\u0003',
  '\uD800',
  '| ',
  '> ',
  '1. ',
  '<table><tr>',
  '\u200B',
  '<!--',
  '"',
  ': ',
  '# ',
];

/** A real text with pieces cut out, doubled, or put in where they do not belong. */
const damaged = fc
  .record({
    source: fc.constantFrom(...sources),
    edits: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.nat(30),
        put: fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 6 })),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ source, edits }) =>
    edits.reduce((text, { at, cut, put }) => {
      const place = Math.floor(at * text.length);
      return text.slice(0, place) + put + text.slice(place + cut);
    }, source),
  );

test('any damaged file is read or refused, and what is read can be quoted exactly', () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const outcome = parseRelease('2020-01-01-x.md', text, { zone });
      if (outcome.kind === 'rejected') {
        expect(outcome.rejection.reason).not.toMatch(/^Cannot be read:/);
        return;
      }
      for (const passage of outcome.release.passages) {
        expect(passage.text).not.toMatch(
          /<\/?[a-z][^<>]*>|\*\*|\{\{|\{%|\{:|&nbsp;|\u00A0|\u200B|\]\(/i,
        );
        let at = 0;
        for (const { from, to } of passage.sentences) {
          expect(from).toBeGreaterThanOrEqual(at);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(passage.text.length);
          at = to;
        }
      }
    }),
    { numRuns: 80 },
  );
});
