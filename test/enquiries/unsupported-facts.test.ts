import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { factsIn } from '../../src/enquiries/facts-in-text.ts';
import { unsupportedFacts } from '../../src/enquiries/unsupported-facts.ts';
import { loadReleases } from '../../src/releases/load-releases.ts';
import { sentenceText } from '../../src/releases/passage.ts';
import type { Release } from '../../src/releases/release.ts';
import { visibleReleases } from '../../src/releases/visible.ts';
import { buildIndex } from '../../src/search/release-index.ts';
import { aContact, aRelease } from '../builders.ts';

/** One agency's releases; all of them would take minutes. */
const REAL = process.env.GUARD_FOLDER ?? '../shared/data/releases/mse';

const now = new Date('2026-11-25T06:00:00Z');

const indexOf = (releases: readonly Release[]) =>
  buildIndex(releases, { pause: async () => {}, now });

const strategy = aRelease({
  title: 'National AI Strategy',
  date: '2019-11-19',
  passages: [
    'Singapore has invested over S$500 million to further AI research.',
    'Dr Vivian Balakrishnan announced five National AI Projects in Barcelona on 13 November 2019.',
    'About 12.5 per cent of 1,200 firms took part by 31 March.',
  ],
  contacts: [aContact({ name: 'Goh Yu Chong', organisation: 'Smart Nation Office' })],
});

const marked = async (text: string, releases: readonly Release[] = [strategy]) =>
  unsupportedFacts(text, { index: await indexOf(releases), now, cited: [] }).map(
    ({ words }) => words,
  );

describe('what no release supports is pointed out before a reply goes out', () => {
  test.each([
    ['the words of the release', 'Singapore has invested over S$500 million in AI research.', []],
    ['another figure', 'Singapore has invested S$600 million in AI research.', ['S$600 million']],
    ['another currency', 'Singapore has invested US$500 million in AI.', ['US$500 million']],
    ['the same sum in figures', 'Singapore has invested $500,000,000 in AI research.', []],
    ['a short form', 'Singapore has invested S$500m in AI research.', []],
    ['another minister', 'Dr Vivian Menon announced the AI Projects.', ['Dr Vivian Menon']],
    ['a number in words', 'There are five National AI Projects.', []],
    ['another number in words', 'There are seven National AI Projects.', ['seven']],
    ['another day', 'It was announced in Barcelona on 14 November 2019.', ['14 November 2019']],
    ['a day in another form', 'It was announced in Barcelona on Nov 13, 2019.', []],
    ['another year', 'The projects were announced in November 2018.', ['November 2018']],
    ['another share', 'About 15.2% of firms took part.', ['15.2%']],
    ['the share with a sign', 'About 12.5% of the 1,200 firms took part.', []],
    ['a reply without facts', 'We will come back to you with more as soon as we can.', []],
    ['a place that no release names', 'The projects were announced in Helsinki.', ['Helsinki']],
  ])('%s', async (_, text, expected) => {
    expect(await marked(text)).toEqual(expected);
  });

  test('what is embargoed or withdrawn supports nothing', async () => {
    const text = 'Singapore has invested over S$500 million to further AI research.';
    const hidden = { ...strategy, embargo: new Date('2026-11-26T00:00:00Z') };
    expect(await marked(text, [hidden])).toContain('S$500 million');
    expect(await marked(text, [{ ...strategy, status: 'withdrawn' }])).toContain('S$500 million');
    expect(
      unsupportedFacts(text, { index: await indexOf([hidden]), now, cited: [hidden] }),
    ).not.toEqual([]);
  });

  test('no text makes it fail', async () => {
    const index = await indexOf([strategy]);
    for (const text of [
      '',
      '\u0000',
      '💥 S$',
      'S$,,,',
      '١٢٣',
      '9'.repeat(3000),
      'Aa '.repeat(1000),
    ])
      expect(Array.isArray(unsupportedFacts(text, { index, now, cited: [] }))).toBe(true);
  });
});

/** A sentence with one fact in it made wrong, and the words that are wrong; each call of `n` chooses anew. */
function planted(sentence: string, n: number): { text: string; wrong: string } | undefined {
  const facts = factsIn(sentence).filter((fact) => altered(fact.words, fact.kind, n) !== undefined);
  const fact = facts[n % Math.max(1, facts.length)];
  const wrong = fact === undefined ? undefined : altered(fact.words, fact.kind, n);
  if (fact === undefined || wrong === undefined) return undefined;
  return { text: sentence.slice(0, fact.from) + wrong + sentence.slice(fact.to), wrong };
}

const strangers = ['Rajan Pillay', 'Helmi Osman', 'Verena Kowalski', 'Quek Ziyang', 'Tordenskjold'];
const spelled = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function altered(words: string, kind: 'figure' | 'date' | 'name', n: number): string | undefined {
  if (kind === 'name') {
    const [, lead = ''] = /^(.*\s)\S+$/s.exec(words) ?? [];
    return `${lead}${strangers[n % strangers.length]}`;
  }
  const digits = [...words.matchAll(/\d/g)];
  if (digits.length === 0) {
    const word = spelled.find((one) => words.toLowerCase() === one);
    return word === undefined ? undefined : spelled[(spelled.indexOf(word) + 4) % spelled.length];
  }
  // A slip of the pen: one digit, such as the one most often mistyped, is another.
  const digit = digits[n % digits.length] ?? digits[0];
  if (digit === undefined) return undefined;
  const other = (Number(digit[0]) + 1 + (n % 8)) % 10;
  const wrong = `${words.slice(0, digit.index)}${other || 7}${words.slice(digit.index + 1)}`;
  return wrong === words ? undefined : wrong;
}

async function score(folder: string, every: number) {
  const { releases } = await loadReleases(folder, { zone: 'Asia/Singapore' });
  const visible = visibleReleases(releases, now).filter(({ language }) => language === 'en');
  const index = await indexOf(releases);
  const sentences = visible
    .flatMap(({ passages }) =>
      passages
        .filter(({ kind }) => kind === 'paragraph' || kind === 'list')
        .flatMap((passage) => passage.sentences.map((span) => sentenceText(passage, span))),
    )
    .filter((_, place) => place % every === 0);
  const missed: string[] = [];
  const accused: string[] = [];
  let wrong = 0;
  sentences.forEach((sentence, n) => {
    const clean = unsupportedFacts(sentence, { index, now, cited: [] });
    if (clean.length > 0) accused.push(`${clean.map(({ words }) => words)} | ${sentence}`);
    const made = planted(sentence, n);
    if (made === undefined || sentence.includes(made.wrong)) return;
    wrong += 1;
    const found = unsupportedFacts(made.text, { index, now, cited: [] });
    const isCaught = found.some(
      ({ words }) => made.wrong.includes(words) || words.includes(made.wrong),
    );
    if (!isCaught) missed.push(`${made.wrong} | ${made.text}`);
  });
  return { sentences: sentences.length, wrong, missed, accused };
}

describe('the guard over whole folders of releases', () => {
  test('every quote of the releases passes, and errors planted in them are caught', async () => {
    const { sentences, wrong, missed, accused } = await score('releases', 1);
    expect(sentences).toBeGreaterThan(10);
    expect(wrong).toBeGreaterThan(8);
    expect(accused).toEqual([]);
    expect(missed).toEqual([]);
  });

  test.skipIf(!existsSync(REAL))(
    'the same over a sample of some hundreds of real releases (skipped where they are not at hand)',
    async () => {
      const { wrong, missed, accused, sentences } = await score(
        REAL,
        Number(process.env.GUARD_EVERY ?? 60),
      );
      if (process.env.GUARD_SHOW !== undefined) console.info({ sentences, wrong, missed, accused });
      expect(accused.length / sentences).toBeLessThan(0.02);
      expect(missed.length / wrong).toBeLessThan(0.05);
    },
    60_000,
  );
});
