import { describe, expect, test } from 'vitest';
import { blockProblems } from '../../src/practice/check-blocks.ts';
import { messageRejection, viewRejection } from '../../src/practice/check-payload.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const section = (more: object = { text: mrkdwn('words') }) => ({ type: 'section', ...more });
const button = (id: string, more: object = {}) => ({
  type: 'button',
  action_id: id,
  text: plain('Press'),
  ...more,
});
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const option = (value: string, text = value) => ({ text: plain(text), value });
const select = (more: object = {}) => ({
  type: 'static_select',
  action_id: 'choose',
  options: [option('a'), option('b')],
  ...more,
});
const input = (element: object, more: object = {}) => ({
  type: 'input',
  label: plain('Label'),
  element,
  ...more,
});
const words = { type: 'plain_text_input', action_id: 'words' };
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

describe('blocks that Slack takes', () => {
  test.each<[string, object[]]>([
    ['none', []],
    ['a section with an accessory', [section({ text: mrkdwn('a'), accessory: button('b') })]],
    ['a section of fields only', [section({ fields: [mrkdwn('a'), plain('b')] })]],
    ['text of 3,000 characters', [section({ text: mrkdwn('x'.repeat(3000)) })]],
    ['a header and a divider', [{ type: 'header', text: plain('Title') }, { type: 'divider' }]],
    [
      'context with an image',
      [
        {
          type: 'context',
          elements: [
            mrkdwn('a'),
            { type: 'image', alt_text: 'b', image_url: 'https://example.org/a.png' },
          ],
        },
      ],
    ],
    ['25 buttons', [actions(...many(25, (index) => button(`b${index}`)))]],
    ['the same action in two blocks', [actions(button('read')), actions(button('read'))]],
    ['a chosen option that is on offer', [actions(select({ initial_option: option('b') }))]],
    [
      'a table',
      [
        {
          type: 'table',
          rows: [
            [
              { type: 'raw_text', text: 'a' },
              { type: 'raw_text', text: 'b' },
            ],
          ],
        },
      ],
    ],
    [
      'rich text',
      [
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                { type: 'text', text: 'a', style: { bold: true } },
                { type: 'user', user_id: 'U1' },
              ],
            },
          ],
        },
      ],
    ],
    ['markdown', [{ type: 'markdown', text: '**a**' }]],
    ['50 blocks', many(50, () => ({ type: 'divider' }))],
  ])('%s', (_, blocks) => {
    expect(blockProblems(blocks, 'message')).toEqual([]);
  });
});

describe('blocks that Slack refuses', () => {
  test.each<[string, unknown, RegExp]>([
    ['no list', { type: 'divider' }, /not a list/],
    [
      'an unknown block',
      [{ type: 'sectoin', text: mrkdwn('a') }],
      /type that is one of.*\/blocks\/0\]/,
    ],
    ['a section without text', [section({})], /needs text or fields/],
    ['empty text', [section({ text: mrkdwn('') })], /at least 1.*\/blocks\/0\/text\/text/],
    [
      'text of 3,001 characters',
      [section({ text: mrkdwn('x'.repeat(3001)) })],
      /at most 3000, is 3001/,
    ],
    ['11 fields', [section({ fields: many(11, () => mrkdwn('a')) })], /at most 10, is 11/],
    [
      'a field of 2,001 characters',
      [section({ fields: [mrkdwn('x'.repeat(2001))] })],
      /at most 2000/,
    ],
    [
      'an unknown property',
      [section({ text: mrkdwn('a'), colour: 'red' })],
      /additional property: colour/,
    ],
    ['mrkdwn in a header', [{ type: 'header', text: mrkdwn('a') }], /\/blocks\/0\/text/],
    [
      'a header of 151 characters',
      [{ type: 'header', text: plain('x'.repeat(151)) }],
      /at most 150/,
    ],
    ['26 buttons', [actions(...many(26, (index) => button(`b${index}`)))], /at most 25/],
    [
      'a button of 76 characters',
      [actions(button('b', { text: plain('x'.repeat(76)) }))],
      /at most 75/,
    ],
    [
      'a button value of 2,001 characters',
      [actions(button('b', { value: 'x'.repeat(2001) }))],
      /at most 2000/,
    ],
    [
      'a button with a wrong style',
      [actions(button('b', { style: 'warning' }))],
      /primary, danger/,
    ],
    ['a button that leads nowhere', [actions(button('b', { url: 'example.org' }))], /wrong form/],
    [
      'the same action twice in a block',
      [actions(button('b'), button('b'))],
      /"b" is used twice in a block/,
    ],
    [
      'the same block twice',
      [
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'a' },
      ],
      /"a" is used twice/,
    ],
    ['an action_id of 256 characters', [actions(button('x'.repeat(256)))], /at most 255/],
    ['no options', [actions(select({ options: [] }))], /at least 1/],
    [
      'neither options nor groups',
      [actions({ type: 'static_select', action_id: 'a' })],
      /needs options/,
    ],
    [
      '101 options',
      [actions(select({ options: many(101, (index) => option(`${index}`)) }))],
      /at most 100/,
    ],
    [
      'an option value of 76 characters',
      [actions(select({ options: [option('x'.repeat(76), 'a')] }))],
      /at most 75/,
    ],
    [
      'an option without a value',
      [actions(select({ options: [{ text: plain('a') }] }))],
      /needs a value/,
    ],
    [
      'a chosen option that is not on offer',
      [actions(select({ initial_option: option('c') }))],
      /not among the options/,
    ],
    [
      'six entries in an overflow',
      [
        actions({
          type: 'overflow',
          action_id: 'a',
          options: many(6, (index) => option(`${index}`)),
        }),
      ],
      /at most 5/,
    ],
    [
      '11 checkboxes',
      [
        actions({
          type: 'checkboxes',
          action_id: 'a',
          options: many(11, (index) => option(`${index}`)),
        }),
      ],
      /at most 10/,
    ],
    [
      'a date that is none',
      [actions({ type: 'datepicker', action_id: 'a', initial_date: '3 March' })],
      /wrong form/,
    ],
    [
      'a confirmation of 301 characters',
      [actions(button('b', { confirm: { text: plain('x'.repeat(301)) } }))],
      /at most 300/,
    ],
    [
      'an image without a description',
      [{ type: 'image', image_url: 'https://example.org/a.png' }],
      /alt_text/,
    ],
    [
      'two tables',
      many(2, () => ({ type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] })),
      /only_one_table_allowed/,
    ],
    [
      'a table of 21 columns',
      [{ type: 'table', rows: [many(21, () => ({ type: 'raw_text', text: 'a' }))] }],
      /more than 20 columns/,
    ],
    [
      'an alert outside a modal',
      [{ type: 'alert', text: mrkdwn('a') }],
      /not allowed in a message/,
    ],
    ['51 blocks', many(51, () => ({ type: 'divider' })), /more than 50 blocks/],
    [
      'blocks that are too long together',
      many(5, () => section({ text: mrkdwn('x'.repeat(2900)) })),
      /msg_blocks_too_long/,
    ],
    [
      'two elements that want the focus',
      many(2, (index) => input({ ...words, action_id: `${index}`, focus_on_load: true })),
      /more than one element has focus/,
    ],
  ])('%s', (_, blocks, problem) => {
    const problems = blockProblems(blocks, 'message');
    expect(problems.join('\n')).toMatch(problem);
  });
});

describe('messages', () => {
  test.each<[string, object, string | undefined]>([
    ['text alone', { text: 'a' }, undefined],
    ['blocks alone', { blocks: [section()] }, undefined],
    ['nothing', {}, 'no_text'],
    ['empty text and no blocks', { text: '', blocks: [] }, 'no_text'],
    ['text beyond the limit', { text: 'x'.repeat(4001) }, 'msg_too_long'],
    ['invalid blocks', { text: 'a', blocks: [{}] }, 'invalid_blocks'],
    ['invalid blocks in an attachment', { attachments: [{ blocks: [{}] }] }, 'invalid_attachments'],
    ['markdown beside text', { markdown_text: 'a', text: 'b' }, 'markdown_text_conflict'],
    [
      'metadata without a type',
      { text: 'a', metadata: { event_payload: {} } },
      'invalid_metadata_format',
    ],
  ])('%s', (_, args, error) => {
    expect(messageRejection(args as Record<string, unknown>, 4000)?.error).toBe(error);
  });
});

describe('views', () => {
  const modal = (more: object = {}) => ({
    type: 'modal',
    title: plain('Title'),
    blocks: [section()],
    ...more,
  });

  test.each<[string, object]>([
    ['a modal to read', modal()],
    ['a modal to fill', modal({ submit: plain('Send'), blocks: [input(words)] })],
    ['100 blocks', modal({ blocks: many(100, () => ({ type: 'divider' })) })],
    ['an alert', modal({ blocks: [{ type: 'alert', text: mrkdwn('a'), level: 'warning' }] })],
  ])('takes %s', (_, view) => {
    expect(viewRejection(view, 'modal')).toBeUndefined();
  });

  test.each<[string, unknown, RegExp]>([
    ['no view', 'modal', /must be object/],
    ['a modal without a title', { type: 'modal', blocks: [] }, /title/],
    [
      'a title of 25 characters',
      modal({ title: plain('x'.repeat(25)) }),
      /at most 24.*\/view\/title/,
    ],
    ['a submit of 25 characters', modal({ submit: plain('x'.repeat(25)) }), /at most 24/],
    ['input without submit', modal({ blocks: [input(words)] }), /needs submit/],
    [
      'private_metadata of 3,001 characters',
      modal({ private_metadata: 'x'.repeat(3001) }),
      /at most 3000/,
    ],
    ['101 blocks', modal({ blocks: many(101, () => ({ type: 'divider' })) }), /100/],
    ['a Home tab as a modal', { type: 'home', blocks: [] }, /modal/],
    ['a fault inside', modal({ blocks: [section({})] }), /json-pointer:\/view\/blocks\/0/],
  ])('refuses %s', (_, view, problem) => {
    expect(viewRejection(view, 'modal')?.problems.join('\n')).toMatch(problem);
  });
});
