import { expect, test } from 'vitest';
import { readRichText } from '../../../../src/practice/page/text/rich-text.ts';

test('readRichText() gives the same tree as mrkdwn would', () => {
  const nodes = readRichText({
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'as\nstated ', style: { bold: true, italic: true } },
          { type: 'text', text: 'x', style: { code: true } },
          { type: 'link', url: 'https://a.sg', text: 'here' },
          { type: 'user', user_id: 'U1' },
          { type: 'emoji', name: 'no_such' },
          { type: 'date', timestamp: 5, format: '{date}', fallback: 'then' },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'ordered',
        indent: 1,
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a' }] }],
      },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'q' }] },
      {
        type: 'rich_text_preformatted',
        elements: [
          { type: 'text', text: 'p' },
          { type: 'link', url: 'https://b.sg' },
        ],
      },
    ],
  });
  const text = (words: string) => ({ kind: 'text', text: words });
  expect(nodes).toEqual([
    {
      kind: 'paragraph',
      children: [
        {
          kind: 'italic',
          children: [{ kind: 'bold', children: [text('as'), { kind: 'break' }, text('stated ')] }],
        },
        { kind: 'code', text: 'x' },
        { kind: 'link', url: 'https://a.sg', children: [text('here')] },
        { kind: 'user', id: 'U1', label: null },
        text(':no_such:'),
        { kind: 'date', epoch: 5, format: '{date}', url: null, fallback: 'then' },
      ],
    },
    { kind: 'list', ordered: true, indent: 1, start: 1, items: [[text('a')]] },
    { kind: 'quote', children: [text('q')] },
    { kind: 'preformatted', text: 'phttps://b.sg' },
  ]);
});
