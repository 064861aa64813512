import type { KnownBlock, ModalView, RichTextBlock } from '@slack/types';

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const option = (text: string, value: string) => ({ text: plain(text), value });
const rich = (text: string): RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});

/** 2 Mar 2026, 14:00 in Barcelona. */
export const deadline = 1_772_456_400;

/** A message with every block that may stand in one, within Slack's limits. */
export const everyBlock: KnownBlock[] = [
  { type: 'header', text: plain('Every block of a message :newspaper:') },
  {
    type: 'section',
    text: {
      type: 'mrkdwn',
      text: `*Bold*, _italic_, ~struck~, \`code\` and <https://example.com/strategy|a link>.\n> A quote of two lines,\n> the second one.\nDue <!date^${deadline}^{date_short_pretty} at {time}|2 Mar 2026>. Not bold: 5*3*2, snake_case_name.\n\`\`\`\nkept   as it is\n\`\`\``,
    },
    accessory: {
      type: 'overflow',
      action_id: 'gallery.overflow',
      options: [option('Snooze an hour', 'snooze'), option('Resolve', 'resolve')],
    },
  },
  {
    type: 'section',
    fields: [
      { type: 'mrkdwn', text: '*Outlet*\nLa Bitácora' },
      { type: 'mrkdwn', text: '*Status*\nOpen' },
    ],
  },
  {
    type: 'section',
    text: { type: 'mrkdwn', text: 'A section with a *picture* beside it.' },
    accessory: {
      type: 'image',
      image_url: 'https://example.com/p.png',
      alt_text: 'The minister at a lectern',
    },
  },
  { type: 'divider' },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_quote',
        elements: [
          {
            type: 'text',
            text: 'Singapore has invested over S$500 million.',
            style: { bold: true },
          },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: ['Healthcare', 'Education'].map((text) => ({
          type: 'rich_text_section',
          elements: [{ type: 'text', text }],
        })),
      },
      {
        type: 'rich_text_preformatted',
        elements: [{ type: 'text', text: 'rich and preformatted' }],
      },
    ],
  },
  {
    type: 'markdown',
    text: '**Markdown** with a [link](https://example.com) and\n\n1. one\n2. two\n\n| Sector | Project |\n|---|---|\n| Health | Screening |',
  },
  {
    type: 'table',
    rows: [
      [rich('Release'), rich('Date')],
      [
        { type: 'raw_text', text: 'National AI Strategy' },
        { type: 'raw_text', text: '19 Nov 2019' },
      ],
    ],
    column_settings: [{ align: 'left' }, { align: 'right' }],
  },
  {
    type: 'image',
    image_url: 'https://example.com/chart.png',
    alt_text: 'A chart of spending by year',
    title: plain('Spending by year'),
  },
  {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: 'gallery.ask',
        text: plain('Ask the press office'),
        style: 'primary',
      },
      {
        type: 'button',
        action_id: 'gallery.withdraw',
        text: plain('Withdraw'),
        style: 'danger',
        value: '7',
        confirm: {
          title: plain('Withdraw?'),
          text: plain('Nobody will answer it.'),
          confirm: plain('Withdraw'),
          deny: plain('Keep it'),
        },
      },
      {
        type: 'button',
        action_id: 'gallery.open',
        text: plain('Open release'),
        url: 'https://example.com/release',
      },
      {
        type: 'static_select',
        action_id: 'gallery.sector',
        placeholder: plain('Sector'),
        options: [option('Healthcare', 'health'), option('Education', 'education')],
      },
      { type: 'datepicker', action_id: 'gallery.day', initial_date: '2026-03-02' },
    ],
  },
  {
    type: 'context',
    elements: [
      { type: 'mrkdwn', text: 'Searched *12 releases*, Nov 2019 to Mar 2026' },
      { type: 'plain_text', text: 'version 3f2a91' },
    ],
  },
  {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'gallery.feedback',
        positive_button: { text: plain('Helpful'), value: 'yes' },
        negative_button: { text: plain('Not helpful'), value: 'no' },
      },
    ],
  },
];

/** A modal with every kind of field. */
export const everyField: ModalView = {
  type: 'modal',
  callback_id: 'gallery.form',
  title: plain('Every field'),
  submit: plain('Send'),
  close: plain('Cancel'),
  blocks: [
    { type: 'section', text: { type: 'mrkdwn', text: 'Only the *press office* sees this.' } },
    {
      type: 'input',
      block_id: 'question',
      label: plain('Your question'),
      hint: plain('In a few words.'),
      element: {
        type: 'plain_text_input',
        action_id: 'text',
        multiline: true,
        focus_on_load: true,
      },
    },
    {
      type: 'input',
      block_id: 'outlet',
      label: plain('Whom do you write for?'),
      element: { type: 'plain_text_input', action_id: 'text', initial_value: 'La Bitácora' },
    },
    {
      type: 'input',
      block_id: 'email',
      optional: true,
      label: plain('E-mail'),
      element: { type: 'email_text_input', action_id: 'email' },
    },
    {
      type: 'input',
      block_id: 'address',
      optional: true,
      label: plain('Page of the article'),
      element: { type: 'url_text_input', action_id: 'url' },
    },
    {
      type: 'input',
      block_id: 'words',
      optional: true,
      label: plain('How many words'),
      element: { type: 'number_input', action_id: 'number', is_decimal_allowed: false },
    },
    {
      type: 'input',
      block_id: 'sector',
      optional: true,
      label: plain('Sector'),
      element: {
        type: 'static_select',
        action_id: 'sector',
        placeholder: plain('Choose a sector'),
        options: [option('Healthcare', 'health'), option('Education', 'education')],
      },
    },
    {
      type: 'input',
      block_id: 'terms',
      label: plain('Attribution'),
      element: {
        type: 'radio_buttons',
        action_id: 'terms',
        initial_option: option('On the record', 'record'),
        options: [option('On the record', 'record'), option('Background', 'background')],
      },
    },
    {
      type: 'input',
      block_id: 'tell',
      optional: true,
      label: plain('Tell me by'),
      element: {
        type: 'checkboxes',
        action_id: 'tell',
        options: [option('Slack', 'slack'), option('Phone', 'phone')],
      },
    },
    {
      type: 'input',
      block_id: 'day',
      optional: true,
      label: plain('Day'),
      element: { type: 'datepicker', action_id: 'day' },
    },
    {
      type: 'input',
      block_id: 'time',
      optional: true,
      label: plain('Time'),
      element: { type: 'timepicker', action_id: 'time' },
    },
    {
      type: 'input',
      block_id: 'instant',
      optional: true,
      label: plain('Moment'),
      element: { type: 'datetimepicker', action_id: 'instant', initial_date_time: deadline },
    },
  ],
};
