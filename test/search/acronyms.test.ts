import { describe, expect, test } from 'vitest';
import { acronymsIn, createAcronyms } from '../../src/search/acronyms.ts';

describe('acronymsIn() learns', () => {
  test.each([
    [
      'by the Smart Nation and Digital Government Office (SNDGO) today',
      'sndgo',
      'smart nation digit govern offic',
    ],
    ['as part of its National Artificial Intelligence (AI) Strategy', 'ai', 'artifici intellig'],
    ['the Ministry of Law (“MinLaw”) said', undefined, undefined],
    ['the Ministry of Manpower ("MOM") said', 'mom', 'ministri manpow'],
    ['under the PDPA (Personal Data Protection Act)', 'pdpa', 'person data protect act'],
    ['Small and Medium Enterprises (SMEs) may apply', 'sme', 'small medium enterpris'],
  ])('from %j', (text, short, long) =>
    expect(acronymsIn(text)).toEqual(short === undefined ? [] : [{ short, long }]),
  );
});

describe('acronymsIn() is not taken in by', () => {
  test.each([
    'the scheme (see Annex)',
    'it grew by 5 per cent (2019)',
    'we met Tom (UK) there',
    '((((((',
    'a (b',
    '('.repeat(10_000),
  ])('%.30s', (text) => expect(acronymsIn(text)).toEqual([]));
});

test('the long form that most releases give wins, and what is taken out is forgotten', () => {
  const acronyms = createAcronyms();
  const data = [{ short: 'dpa', long: 'data protect act' }];
  acronyms.add(data);
  acronyms.add([{ short: 'dpa', long: 'deferr prosecut agreement' }]);
  acronyms.add([{ short: 'dpa', long: 'deferr prosecut agreement' }]);
  expect(acronyms.expand('dpa')).toEqual(['deferr', 'prosecut', 'agreement']);
  expect(acronyms.shorten(['the', 'data', 'protect', 'act'])).toEqual(['dpa']);
  acronyms.remove(data);
  expect(acronyms.shorten(['data', 'protect', 'act'])).toEqual([]);
});
