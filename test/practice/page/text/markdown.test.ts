import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../../src/practice/page/text/markdown.ts';

const text = (words: string) => ({ kind: 'text', text: words });

describe('parseMarkdown() reads the standard Markdown of a markdown block', () => {
  test.each([
    ['bold', '**a**', [{ kind: 'bold', children: [text('a')] }]],
    [
      'italic',
      '*a* _b_',
      [
        { kind: 'italic', children: [text('a')] },
        text(' '),
        { kind: 'italic', children: [text('b')] },
      ],
    ],
    ['struck', '~~a~~', [{ kind: 'strike', children: [text('a')] }]],
    ['code', '`a*b*`', [{ kind: 'code', text: 'a*b*' }]],
    ['a link', '[a](https://a.sg)', [{ kind: 'link', url: 'https://a.sg', children: [text('a')] }]],
    [
      'a picture as a link',
      '![a](https://a.sg/a.png)',
      [{ kind: 'link', url: 'https://a.sg/a.png', children: [text('a')] }],
    ],
    [
      'a bare address',
      'https://a.sg/x.',
      [{ kind: 'link', url: 'https://a.sg/x', children: [text('https://a.sg/x')] }, text('.')],
    ],
    ['an escape', '2\\. a', [text('2. a')]],
    ['a mention', '<@U1>', [{ kind: 'user', id: 'U1', label: null }]],
    ['words with underscores', 'a_b_c', [text('a_b_c')]],
  ])('%s', (_, written, children) => {
    expect(parseMarkdown(written)).toEqual([{ kind: 'paragraph', children }]);
  });

  test('headings, rules, quotes and code stand by themselves', () => {
    expect(parseMarkdown('# One\n***\n> two\n```\nthree\n```\nfour\nfive')).toEqual([
      { kind: 'heading', children: [text('One')] },
      { kind: 'rule' },
      { kind: 'quote', children: [{ kind: 'paragraph', children: [text('two')] }] },
      { kind: 'preformatted', text: 'three' },
      { kind: 'paragraph', children: [text('four'), { kind: 'break' }, text('five')] },
    ]);
  });

  test('lists keep their kind, depth and first number', () => {
    expect(parseMarkdown('- a\n  - b\n\n3. c\n4. d')).toEqual([
      { kind: 'list', ordered: false, indent: 0, start: 1, items: [[text('a')]] },
      { kind: 'list', ordered: false, indent: 1, start: 1, items: [[text('b')]] },
      { kind: 'list', ordered: true, indent: 0, start: 3, items: [[text('c')], [text('d')]] },
    ]);
  });

  test('a table has its rows without the line between head and body', () => {
    expect(parseMarkdown('| a | b |\n|---|:-:|\n| 1 | 2 |')).toEqual([
      {
        kind: 'table',
        rows: [
          [[text('a')], [text('b')]],
          [[text('1')], [text('2')]],
        ],
      },
    ]);
  });
});
