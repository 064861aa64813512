import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snippetOf } from '../../src/search/snippet.ts';
import { termsOf, tokensOf } from '../../src/search/terms.ts';

const wanted = (words: string) => new Map(termsOf(words).map((term) => [term, 1]));

const marked = ({ text, marks }: ReturnType<typeof snippetOf>) =>
  marks.map(({ from, to }) => text.slice(from, to));

const filler = 'Many things were said on that day and all of them were noted with care. '.repeat(6);

test('snippetOf() shows a short text whole and marks each form of the words', () => {
  const snippet = snippetOf(
    'Our strategy builds on earlier strategies for AI.',
    wanted('AI strategy'),
  );
  expect(snippet.text).toBe('Our strategy builds on earlier strategies for AI.');
  expect(marked(snippet)).toEqual(['strategy', 'strategies', 'AI']);
});

test('snippetOf() shows the sentence where the words stand together', () => {
  const text = `${filler}The fund gives robots to schools. ${filler}`;
  const snippet = snippetOf(text, wanted('robots schools'));
  expect(snippet.text).toMatch(/^… The fund gives robots to schools\./);
  expect(snippet.text).toMatch(/ …$/);
  expect(marked(snippet)).toEqual(['robots', 'schools']);
});

describe('snippetOf() never cuts through', () => {
  const units = [
    'National AI Office',
    'S$500 million',
    'Smart Nation and Digital Government Office',
    '19 November 2019',
    'Mr Lim',
    '👩‍👩‍👧‍👦👩‍👩‍👧‍👦',
  ];
  test.each(units)('%s', (unit) => {
    for (let shift = 0; shift < 60; shift += 1) {
      const text = `Robots ${'x '.repeat(shift)}with ${unit}, then ${unit}, while ${unit} and ${filler}`;
      const { text: shown } = snippetOf(text, wanted('robots'), 80);
      const bare = shown.replace(/ …$/, '');
      expect(text.startsWith(bare)).toBe(true);
      const at = bare.length;
      const cutUnit = [...text.matchAll(new RegExp(unit.replace('$', '\\$'), 'gu'))].find(
        (match) => match.index < at && at < match.index + unit.length,
      );
      expect(cutUnit, shown).toBeUndefined();
    }
  });
});

test('snippetOf() cuts between words or whole characters only, and its marks are asked words', () => {
  const word = fc.constantFrom(
    'robots',
    'school',
    '人工智能',
    '👩‍👩‍👧',
    'é',
    'S$5',
    'million',
    'The',
    'a',
    '\n',
    '.',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 200 }), fc.constantFrom(' ', ''), (words, glue) => {
      const text = words.join(glue);
      const terms = wanted('robot schools 智能');
      const { text: shown, marks } = snippetOf(text, terms, 60);
      const bare = shown.replace(/^… | …$/g, '');
      expect(text.replaceAll(/\s/g, ' ')).toContain(bare);
      for (const { from, to } of marks)
        expect(tokensOf(shown.slice(from, to)).some(({ term }) => terms.has(term))).toBe(true);
      expect(bare).not.toMatch(/^[\u200d\u0301]|\u200d$|^[\udc00-\udfff]|[\ud800-\udbff]$/);
    }),
  );
});

test('snippetOf() shows a part of a long Chinese text', () => {
  const { text } = snippetOf('人工智能'.repeat(200), wanted('智能'), 60);
  expect(text.length).toBeLessThan(80);
});
