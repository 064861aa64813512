/** A bound on the length of a string or list, or on a number. */
export type Limit = { readonly at: string; readonly min?: number; readonly max?: number };

const text = (at: string, max: number): Limit => ({ at: `${at}.text`, min: 1, max });
const list = (at: string, max: number, min = 1): Limit => ({ at, min, max });
const upTo = (at: string, max: number): Limit => ({ at, max });

const choices = [list('options', 100), list('option_groups', 100)];
const placeholder = text('placeholder', 150);

/**
 * Slack's limits by the `type` of a block or element, as its reference pages and SDKs state them (docs, *Block Kit
 * reference*). Where sources disagree the tighter one stands, such as 75 for an option's value.
 */
export const limitsByType: Readonly<Record<string, readonly Limit[]>> = {
  actions: [list('elements', 25)],
  alert: [text('text', 200)],
  button: [
    text('text', 75),
    upTo('value', 2000),
    upTo('url', 3000),
    upTo('accessibility_label', 75),
  ],
  card: [text('title', 150), text('subtitle', 150), text('body', 200), list('actions', 3)],
  carousel: [list('elements', 10)],
  channels_select: [placeholder],
  checkboxes: [list('options', 10)],
  container: [text('title', 150), text('subtitle', 150), list('child_blocks', 10)],
  context: [list('elements', 10)],
  context_actions: [list('elements', 5)],
  conversations_select: [placeholder],
  data_table: [list('rows', 101, 2), { at: 'page_size', min: 1, max: 100 }, upTo('caption', 2000)],
  datepicker: [placeholder],
  email_text_input: [placeholder],
  external_select: [placeholder],
  feedback_buttons: [
    text('positive_button.text', 75),
    text('negative_button.text', 75),
    upTo('positive_button.value', 2000),
    upTo('negative_button.value', 2000),
    upTo('positive_button.accessibility_label', 75),
    upTo('negative_button.accessibility_label', 75),
  ],
  file_input: [{ at: 'max_files', min: 1, max: 10 }],
  header: [text('text', 150)],
  icon_button: [text('text', 75), upTo('accessibility_label', 75), upTo('value', 2000)],
  image: [upTo('alt_text', 2000), text('title', 2000), list('image_url', 3000)],
  input: [text('label', 2000), text('hint', 2000)],
  markdown: [list('text', 12_000)],
  mrkdwn: [list('text', 3000)],
  multi_channels_select: [placeholder, { at: 'max_selected_items', min: 1 }],
  multi_conversations_select: [placeholder, { at: 'max_selected_items', min: 1 }],
  multi_external_select: [placeholder, { at: 'max_selected_items', min: 1 }],
  multi_static_select: [placeholder, { at: 'max_selected_items', min: 1 }, ...choices],
  multi_users_select: [placeholder, { at: 'max_selected_items', min: 1 }],
  number_input: [placeholder],
  overflow: [list('options', 5)],
  plain_text: [list('text', 3000)],
  plain_text_input: [
    placeholder,
    upTo('initial_value', 3000),
    { at: 'min_length', min: 0, max: 3000 },
    { at: 'max_length', min: 1, max: 3000 },
  ],
  radio_buttons: [list('options', 10)],
  rich_text_input: [
    placeholder,
    { at: 'min_lines', min: 1, max: 100 },
    { at: 'max_lines', min: 1, max: 100 },
  ],
  section: [text('text', 3000), list('fields', 10)],
  static_select: [placeholder, ...choices],
  table: [list('rows', 100), list('column_settings', 20)],
  timepicker: [placeholder],
  url_text_input: [placeholder],
  users_select: [placeholder],
  video: [text('title', 199), upTo('author_name', 49), text('description', 200)],
  workflow_button: [text('text', 75), upTo('accessibility_label', 75)],
};

/** Limits of parts that carry no `type`, by the name they stand under. */
export const limitsByName: Readonly<Record<string, readonly Limit[]>> = {
  confirm: [text('title', 100), text('text', 300), text('confirm', 30), text('deny', 30)],
  fields: [upTo('text', 2000)],
  options: [text('text', 75), upTo('value', 75), text('description', 75), upTo('url', 3000)],
  option_groups: [text('label', 75), list('options', 100)],
};

/** On every block and element. */
export const limitsOfIds: readonly Limit[] = [upTo('block_id', 255), upTo('action_id', 255)];

export const limitsOfView: readonly Limit[] = [
  text('title', 24),
  text('submit', 24),
  text('close', 24),
  upTo('private_metadata', 3000),
  upTo('callback_id', 255),
  upTo('external_id', 255),
  upTo('blocks', 100),
];

export const maxBlocks = { message: 50, modal: 100, home: 100 } as const;

/** Characters of all blocks of a message together; reported where Slack first answered `msg_blocks_too_long`. */
export const maxCharactersOfBlocks = 13_200;
/** `markdown` blocks of one message together. */
export const maxCharactersOfMarkdown = 12_000;
/** Tables of one message together. */
export const maxCharactersOfTables = 10_000;
export const maxBytesOfView = 250_000;

/** Blocks that Slack takes in only some places; all others go anywhere. */
export const placesOf: Readonly<Record<string, readonly (keyof typeof maxBlocks)[]>> = {
  alert: ['modal'],
  context_actions: ['message'],
  data_table: ['message'],
  file: ['message'],
  markdown: ['message'],
  plan: ['message'],
  table: ['message'],
  task_card: ['message'],
};
