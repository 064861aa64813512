import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchResult } from '../../../src/search/search-result.ts';
import { AskValue, ReleaseValue } from '../../../src/slack/ids.ts';
import {
  latestMessage,
  markedElements,
  searchMessage,
} from '../../../src/slack/views/search-message.ts';
import { aPassage, aRelease } from '../../builders.ts';
import { RUNS, release, searchResult } from '../arbitraries.ts';
import { expectAllInText, expectMessage } from '../seen.ts';

const site = 'https://www.agency.gov.sg';

describe('whatever stands in the releases and in the query', () => {
  test('Slack takes the look-up, nothing in it is alive, and a screen reader hears all of it', () => {
    fc.assert(
      fc.property(searchResult, (result) => {
        const message = searchMessage(result, { site });
        expectMessage(message);
        expectAllInText(message);
      }),
      RUNS,
    );
  });

  test('so it is with the latest releases', () => {
    fc.assert(
      fc.property(fc.array(release, { maxLength: 5 }), (releases) => {
        const message = latestMessage(releases, { site });
        expectMessage(message);
        expectAllInText(message);
      }),
      RUNS,
    );
  });

  test('marking a snippet changes none of its words', () => {
    fc.assert(
      fc.property(fc.lorem(), fc.uniqueArray(fc.nat(60)), (text, cuts) => {
        const ends = cuts.filter((cut) => cut <= text.length).sort((one, other) => one - other);
        const marks = ends.flatMap((to, at) =>
          at % 2 === 0 ? [] : [{ from: ends[at - 1] ?? 0, to }],
        );
        const said = markedElements({ text, marks });
        expect(said.map((element) => ('text' in element ? element.text : '')).join('')).toBe(text);
        expect(said.filter(({ type, ...rest }) => 'style' in rest)).toHaveLength(marks.length);
      }),
      RUNS,
    );
  });
});

const lab = aRelease({ title: 'A new laboratory opens', date: '2019-11-19' });
const result = (given: Partial<SearchResult>): SearchResult => ({
  query: { text: 'laboratory' },
  total: 0,
  hits: [],
  didYouMean: undefined,
  nearest: undefined,
  problems: [],
  ...given,
});
const hit = {
  release: lab,
  passage: aPassage(),
  score: 1,
  snippet: { text: 'a new laboratory today', marks: [{ from: 6, to: 16 }] },
};

describe('a look-up', () => {
  test('shows the words that matched in bold, and only those', () => {
    expect(markedElements(hit.snippet)).toEqual([
      { type: 'text', text: 'a new ' },
      { type: 'text', text: 'laboratory', style: { bold: true } },
      { type: 'text', text: ' today' },
    ]);
  });

  test('says how many match and how many of them it shows', () => {
    expect(searchMessage(result({ hits: [hit], total: 1 }), { site }).text).toContain('1 release');
    const { text } = searchMessage(result({ hits: [hit, hit], total: 40 }), { site });
    expect(text).toContain('40 releases match “laboratory”. The 2 best:');
  });

  test('says what of the query it did not understand', () => {
    const { text } = searchMessage(
      result({ hits: [hit], total: 1, problems: ['“since:tomorow” is no day.'] }),
      { site },
    );
    expect(text).toContain('“since:tomorow” is no day.');
  });

  test('that finds nothing names the nearest, another spelling, and a person to ask', () => {
    const message = searchMessage(
      result({ query: { text: 'labratory' }, nearest: lab, didYouMean: 'laboratory' }),
      { site },
    );
    expect(message.text).toContain('No release matches “labratory”');
    expect(message.text).toContain('Did you mean “laboratory”?');
    expect(message.text).toContain('The nearest release: A new laboratory opens');
    const ask = JSON.stringify(message.blocks).match(
      /"action_id":"enquiry.ask".*?"value":"(.*?[^\\])"/,
    );
    const value = AskValue.decode(JSON.parse(`"${ask?.[1]}"`));
    expect(value).toEqual({ q: 'labratory', cited: [lab.id] });
  });

  test('offers nothing that leads nowhere when there are no releases at all', () => {
    expect(latestMessage([], { site }).blocks).toHaveLength(1);
  });

  test('each button knows its release', () => {
    const { blocks } = latestMessage([lab], { site });
    const [, , actions] = blocks;
    if (actions?.type !== 'actions') throw new Error('no buttons');
    for (const element of actions.elements)
      expect('value' in element ? ReleaseValue.decode(element.value) : undefined).toEqual({
        id: lab.id,
      });
  });
});
