import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Release } from '../../src/releases/release.ts';
import { buildIndex, createIndex } from '../../src/search/release-index.ts';
import { aContact, aPassage, aRelease } from '../builders.ts';

const now = new Date('2026-11-23T09:00:00+08:00');

const strategy = aRelease({
  title: 'Singapore sets out its national AI strategy',
  date: '2019-11-19',
  passages: [
    'The strategy names five sectors: transport, estates, healthcare, education and security.',
    'Over S$500 million has been put into artificial intelligence (AI) research.',
    'The Smart Nation and Digital Government Office (SNDGO) leads the work.',
    aPassage({ kind: 'contact', text: 'Mr Terry Lim\nAssistant Director, Smart Nation Office' }),
  ],
  contacts: [aContact({ name: 'Terry Lim', organisation: 'Smart Nation Office' })],
});
const speech = aRelease({
  title: 'Opening of a clinic for older patients',
  date: '2021-03-02',
  kind: 'speech',
  passages: [
    'Our hospital opened a clinic for older patients in the east.',
    'Doctors will use artificial intelligence to read scans.',
  ],
});
const buses = aRelease({
  title: 'Driverless buses on trial',
  date: '2023-05-05',
  passages: ['Driverless buses are on trial in three towns.', 'The trial of buses ends next year.'],
});

const indexOf = (...releases: readonly Release[]) => {
  const index = createIndex({ sectors: [{ name: 'Healthcare', words: ['hospital', 'clinic'] }] });
  for (const release of releases) index.put(release);
  return index;
};
const index = indexOf(strategy, speech, buses);
const titles = (text: string) =>
  index.search({ text }, now).hits.map(({ release }) => release.title);

describe('a look-up finds first', () => {
  test.each([
    ['AI strategy', strategy],
    ['ai', strategy],
    ['strategies for A.I. sectors', strategy],
    ['driverless bus', buses],
    // spelling, and words written as one
    ['artifical inteligence stratgey', strategy],
    ['Terry Lim', strategy],
    // short and long forms stand for each other
    ['SNDGO', strategy],
    ['"older patients"', speech],
  ])('%s', (text, release) => expect(titles(text)[0]).toBe(release.title));
});

describe('a look-up narrowed', () => {
  test.each([
    ['artificial intelligence kind:speech', [speech]],
    ['artificial intelligence -doctors', [strategy]],
    ['artificial intelligence since:2020', [speech]],
    ['artificial intelligence until:2020', [strategy]],
    ['"use artificial intelligence"', [speech]],
    ['"intelligence artificial"', []],
    ['contact:lim', [strategy]],
    ['sector:health', [speech, strategy]],
    ['since:2020', [buses, speech]],
    ['latest', [buses, speech, strategy]],
  ])('%s', (text, releases) => expect(titles(text)).toEqual(releases.map(({ title }) => title)));
});

test('a look-up says what it did not understand, and searches with the rest', () => {
  const { problems, hits } = index.search({ text: 'buses kind:poem sector:farming' }, now);
  expect(problems).toEqual([
    expect.stringContaining('“poem” is no kind of release'),
    expect.stringContaining('“farming” is no sector: Healthcare'),
  ]);
  expect(hits[0]?.release).toBe(buses);
});

test('a look-up reads a text without end only as far as a person would type, and says so', () => {
  const { problems, hits } = index.search({ text: `buses ${'trams '.repeat(100_000)}` }, now);
  expect(problems).toEqual(['Only the first 8000 characters were read.']);
  expect(hits[0]?.release).toBe(buses);
});

test('a look-up offers the spelling that it searched with', () => {
  expect(index.search({ text: 'driverles buses' }, now).didYouMean).toBe('driverless buses');
  expect(index.search({ text: 'driverless buses' }, now).didYouMean).toBeUndefined();
});

test('a look-up without a match names what comes nearest, and only then', () => {
  const result = index.search({ text: 'buses until:2020' }, now);
  expect(result).toMatchObject({ total: 0, hits: [], nearest: buses });
  expect(index.search({ text: 'buses' }, now).nearest).toBeUndefined();
  expect(index.search({ text: 'zzzz' }, now)).toMatchObject({
    total: 0,
    hits: [],
    nearest: undefined,
  });
});

test('a look-up marks what matched', () => {
  const [hit] = index.search({ text: 'driverless bus' }, now).hits;
  expect(hit?.snippet.marks.map(({ from, to }) => hit.snippet.text.slice(from, to))).toEqual([
    'Driverless',
    'buses',
  ]);
});

test('a look-up counts all that match and shows no more than asked for', () => {
  const { total, hits } = index.search({ text: 'artificial intelligence', limit: 1 }, now);
  expect([total, hits.length]).toEqual([2, 1]);
});

test('passages for an answer are never titles, contacts, footers or questions to ministers', () => {
  const kinds = ['contact', 'boilerplate', 'question', 'title', 'paragraph'] as const;
  const passages = kinds.map((kind) => aPassage({ kind, text: `Robots in schools, as ${kind}.` }));
  const found = indexOf(aRelease({ passages })).findPassages('robots in schools', {
    now,
    limit: 9,
  });
  expect(found.map(({ passage }) => passage.kind)).toEqual(['paragraph']);
});

test('the heading over a passage helps to find it', () => {
  const under = (heading: string) =>
    aPassage({ heading: [heading], text: 'Grants go up to S$5,000.' });
  const found = indexOf(
    aRelease({ title: 'Grants', passages: [under('For schools'), under('For hawkers')] }),
  ).findPassages('grants for hawkers', { now, limit: 1 });
  expect(found[0]?.passage.heading).toEqual(['For hawkers']);
});

test('a day that is named is preferred, and so is the newest where it is asked for', () => {
  const budget = (date: string) =>
    aRelease({ title: `Budget ${date}`, date, passages: ['The budget supports families.'] });
  const budgets = indexOf(budget('2019-02-18'), budget('2021-02-16'), budget('2023-02-14'));
  const first = (question: string) =>
    budgets.findReleases(question, { now, limit: 1 })[0]?.release.date?.day;
  expect(first('How did the budget support families in 2021?')).toBe('2021-02-16');
  expect(first('How does the latest budget support families?')).toBe('2023-02-14');
});

test('a changed file replaces the one before, and a removed one is gone', () => {
  const changing = indexOf(buses, strategy);
  changing.put({ ...buses, title: 'Trams on trial', passages: [aPassage({ text: 'Trams run.' })] });
  expect(changing.search({ text: 'buses' }, now).total).toBe(0);
  expect(changing.search({ text: 'trams' }, now).total).toBe(1);
  changing.remove(buses.file);
  expect(changing.search({ text: 'trams' }, now).total).toBe(0);
  expect(changing.releases(now)).toEqual([strategy]);
});

test('buildIndex() pauses on the way and ends with all releases', async () => {
  const releases = Array.from({ length: 40 }, (_, number) =>
    aRelease({ title: `Release ${number}`, passages: Array(10).fill('A word and another.') }),
  );
  let pauses = 0;
  const pause = async () => {
    pauses += 1;
  };
  const built = await buildIndex(releases, { pause });
  expect(pauses).toBeGreaterThanOrEqual(3);
  expect(built.releases(now)).toHaveLength(40);
});

describe('what must not be seen does not show in anything', () => {
  const vocabulary =
    'ai robots schools budget merger secret hospital fund data office grant trial'.split(' ');
  const words = fc.array(
    fc.constantFrom(...vocabulary, 'The', 'of', 'Digital Trade Office (DTO)', '2021', 'healht'),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  const release = fc.record({
    title: words,
    passages: fc.array(words, { minLength: 1, maxLength: 4 }),
    year: fc.constantFrom('2019', '2021', undefined),
  });
  const made =
    (prefix: string) =>
    (given: { title: string[]; passages: string[][]; year: string | undefined }, number: number) =>
      aRelease({
        id: `${prefix}${number}`,
        title: given.title.join(' '),
        date: given.year === undefined ? undefined : `${given.year}-05-05`,
        passages: given.passages.map((passage) => `${passage.join(' ')}.`),
      });
  const asked = fc.oneof(
    words.map((parts) => parts.join(' ')),
    fc.constantFrom(
      'mergre',
      'sercet schols',
      'latest',
      'dto',
      'digital trade office',
      '"secret merger"',
      'data -secret',
      'kind:speech',
      'sector:robots',
      'since:2021 fund',
    ),
  );
  /** Everything that an asker could see, to the last digit. */
  const all = (subject: ReturnType<typeof createIndex>, question: string, at: Date) =>
    JSON.stringify([
      subject.search({ text: question }, at),
      subject.findPassages(question, { now: at, limit: 20 }),
      subject.findReleases(question, { now: at, limit: 20 }),
      subject.documentFrequency('merger'),
      subject.releases(at),
    ]);
  const lifted = new Date(now.getTime() + 60_000);

  test('neither while an embargo holds, nor after a release is withdrawn, removed or the clock goes back', () => {
    fc.assert(
      fc.property(
        fc.array(release, { maxLength: 5 }),
        fc.array(release, { minLength: 1, maxLength: 3 }),
        fc.array(asked, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('embargoed', 'withdrawn', 'clock back', 'removed'),
        (open, closed, questions, why) => {
          const visible = open.map(made('m'));
          // File names on both sides of the visible ones, since equal hits stand by file.
          const hidden = closed.map(made('a')).concat(closed.map(made('z')));
          const without = indexOf(...visible);
          const subject = indexOf();
          const [before, after] = [hidden.slice(0, 1), hidden.slice(1)];
          const hide = (one: Release): Release =>
            why === 'withdrawn' ? { ...one, status: 'withdrawn' } : { ...one, embargo: lifted };
          for (const one of [...before, ...visible, ...after])
            subject.put(visible.includes(one) ? one : why === 'removed' ? one : hide(one));
          if (why === 'clock back') all(subject, 'secret merger', lifted);
          if (why === 'removed') {
            all(subject, 'secret merger', now);
            for (const one of hidden) subject.remove(one.file);
          }
          for (const question of questions)
            expect(all(subject, question, now)).toBe(all(without, question, now));
        },
      ),
      { numRuns: 100 },
    );
  });

  test('and it is there at the instant the embargo lifts, as if it had always been', () => {
    const secret = aRelease({ title: 'Secret merger', embargo: lifted });
    const later = indexOf(strategy, secret);
    expect(later.search({ text: 'merger' }, new Date(lifted.getTime() - 1)).total).toBe(0);
    expect(later.search({ text: 'merger' }, lifted).hits[0]?.release).toBe(secret);
    expect(all(later, 'secret strategy', lifted)).toBe(
      all(indexOf(secret, strategy), 'secret strategy', lifted),
    );
  });
});
