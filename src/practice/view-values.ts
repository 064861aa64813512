import type { Values } from './slack-state.ts';

type Node = Readonly<Record<string, unknown>>;

/** How the value of each stateful element is called, and what it starts from. */
const fieldsOf: Readonly<Record<string, readonly [field: string, initial: string]>> = {
  channels_select: ['selected_channel', 'initial_channel'],
  checkboxes: ['selected_options', 'initial_options'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  datepicker: ['selected_date', 'initial_date'],
  datetimepicker: ['selected_date_time', 'initial_date_time'],
  email_text_input: ['value', 'initial_value'],
  external_select: ['selected_option', 'initial_option'],
  file_input: ['files', ''],
  multi_channels_select: ['selected_channels', 'initial_channels'],
  multi_conversations_select: ['selected_conversations', 'initial_conversations'],
  multi_external_select: ['selected_options', 'initial_options'],
  multi_static_select: ['selected_options', 'initial_options'],
  multi_users_select: ['selected_users', 'initial_users'],
  number_input: ['value', 'initial_value'],
  plain_text_input: ['value', 'initial_value'],
  radio_buttons: ['selected_option', 'initial_option'],
  rich_text_input: ['rich_text_value', 'initial_value'],
  static_select: ['selected_option', 'initial_option'],
  timepicker: ['selected_time', 'initial_time'],
  url_text_input: ['value', 'initial_value'],
  users_select: ['selected_user', 'initial_user'],
};

/** Elements that carry a value when they are used, but leave none behind in `state.values`. */
const carriedOf: Readonly<Record<string, string>> = {
  feedback_buttons: 'value',
  icon_button: 'value',
  overflow: 'selected_option',
};

/** Elements of a block that Slack keeps a value of or that can be pressed. */
export function elementsOf(block: Node): Node[] {
  const found =
    block.type === 'section'
      ? [block.accessory]
      : block.type === 'input'
        ? [block.element]
        : block.elements;
  const list = Array.isArray(found) ? (found as unknown[]) : [];
  return list.filter((each): each is Node => typeof each === 'object' && each !== null);
}

/** `state.values` of blocks: what they start from, overlaid with what was typed. */
export function stateOf(blocks: readonly unknown[], typed: Values = {}): Values {
  const values: Record<string, Record<string, unknown>> = {};
  for (const block of blocks as readonly Node[]) {
    for (const element of elementsOf(block)) {
      const [field, initial] = fieldsOf[String(element.type)] ?? [];
      if (field === undefined || initial === undefined || typeof element.action_id !== 'string')
        continue;
      const blockId = String(block.block_id);
      const many = field.endsWith('s') || field === 'files';
      const start = { type: element.type, [field]: element[initial] ?? (many ? [] : null) };
      const kept = typed[blockId]?.[element.action_id];
      const same = (kept as Node | undefined)?.type === element.type;
      values[blockId] = { ...values[blockId], [element.action_id]: same ? kept : start };
    }
  }
  return values;
}

/** The value of one element as `state.values` and `actions[0]` have it, from a plain word where it is one. */
export function valueFor(element: Node, value: unknown): Node {
  const type = String(element.type);
  const field = fieldsOf[type]?.[0] ?? carriedOf[type];
  if (field === undefined) return { type };
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && field in value)
    return { ...value, type };
  if (type === 'icon_button') return { type, [field]: element.value };
  if (field === 'selected_option') return { type, [field]: optionOf(element, value) };
  if (field === 'selected_options')
    return { type, [field]: [value].flat().map((each) => optionOf(element, each)) };
  if (field === 'value')
    return { type, [field]: value === null || value === undefined ? null : String(value) };
  return { type, [field]: value };
}

function optionOf(element: Node, value: unknown): unknown {
  if (value === null || typeof value === 'object') return value;
  const groups = (element.option_groups ?? []) as { options: unknown[] }[];
  const options = [
    ...((element.options ?? []) as unknown[]),
    ...groups.flatMap(({ options }) => options),
  ] as Node[];
  const found = options.find(
    (option) =>
      option.value === value || (option.text as { text?: string } | undefined)?.text === value,
  );
  if (found === undefined)
    throw new RangeError(`no option "${value}" in ${String(element.action_id)}`);
  return found;
}

/**
 * What Slack itself finds wrong before it sends a modal: empty fields that are not optional, too long or short texts, and
 * addresses and numbers that are none. Messages by `block_id`.
 */
export function inputErrors(blocks: readonly unknown[], values: Values): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of blocks as readonly Node[]) {
    if (block.type !== 'input') continue;
    const [element] = elementsOf(block);
    const [field] = fieldsOf[String(element?.type)] ?? [];
    if (element === undefined || field === undefined) continue;
    const blockId = String(block.block_id);
    const state = values[blockId]?.[String(element.action_id)] as Node | undefined;
    const value = state?.[field];
    const empty =
      value === null ||
      value === undefined ||
      value === '' ||
      (Array.isArray(value) && value.length === 0);
    const error = empty
      ? block.optional === true
        ? undefined
        : 'Please complete this required field.'
      : valueError(element, value);
    if (error !== undefined) errors[blockId] = error;
  }
  return errors;
}

function valueError(element: Node, value: unknown): string | undefined {
  const text = String(value);
  switch (element.type) {
    case 'plain_text_input': {
      const least = Number(element.min_length ?? 0);
      const most = Number(element.max_length ?? 3000);
      if (text.length < least) return `Please enter at least ${least} characters.`;
      return text.length > most ? `Please enter at most ${most} characters.` : undefined;
    }
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
        ? undefined
        : 'Please enter a valid email address.';
    case 'url_text_input':
      return /^https?:\/\/\S+$/i.test(text) ? undefined : 'Please enter a valid URL.';
    case 'number_input': {
      const number = Number(text);
      const whole = element.is_decimal_allowed === true || Number.isInteger(number);
      const least = Number(element.min_value ?? Number.NEGATIVE_INFINITY);
      const most = Number(element.max_value ?? Number.POSITIVE_INFINITY);
      return Number.isFinite(number) && whole && number >= least && number <= most
        ? undefined
        : 'Please enter a valid number.';
    }
    default:
      return undefined;
  }
}

/** Values laid over one another, the last on top. */
export function merged(...states: readonly (Values | undefined)[]): Values {
  const all: Record<string, Record<string, unknown>> = {};
  for (const state of states) {
    for (const [block, values] of Object.entries(state ?? {}))
      all[block] = { ...all[block], ...values };
  }
  return all;
}
