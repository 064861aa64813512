import {
  type Limit,
  limitsByName,
  limitsByType,
  limitsOfIds,
  maxBlocks,
  maxCharactersOfBlocks,
  maxCharactersOfMarkdown,
  maxCharactersOfTables,
  placesOf,
} from './block-limits.ts';
import { schemaProblems } from './check-schema.ts';

export type Place = keyof typeof maxBlocks;
type Node = Readonly<Record<string, unknown>>;

/**
 * What Slack would say against a list of blocks, each problem with a JSON pointer to it as in
 * `response_metadata.messages`; empty when it would take them.
 */
export function blockProblems(blocks: unknown, place: Place): string[] {
  if (!Array.isArray(blocks)) return ['blocks is not a list [json-pointer:/blocks]'];
  const shape = blocks.flatMap((block, index) =>
    schemaProblems('KnownBlock', block, `/blocks/${index}`),
  );
  if (shape.length > 0) return shape;
  const nodes = [...nodesBelow(blocks, '/blocks', 'blocks')];
  return [
    ...(blocks.length > maxBlocks[place]
      ? [`more than ${maxBlocks[place]} blocks [json-pointer:/blocks]`]
      : []),
    ...nodes.flatMap(({ node, path, name }) => nodeProblems(node, path, name)),
    ...blocks.flatMap((block: Node, index) => placeProblems(block, place, `/blocks/${index}`)),
    ...repeated(blocks, 'block_id').map(
      (id) => `block_id "${id}" is used twice [json-pointer:/blocks]`,
    ),
    ...nodes.flatMap(({ node, path, name }) =>
      name === 'blocks' || name === 'child_blocks'
        ? repeated(elementsOf(node), 'action_id').map(
            (id) => `action_id "${id}" is used twice in a block [json-pointer:${path}]`,
          )
        : [],
    ),
    ...(nodes.filter(({ node }) => node.focus_on_load === true).length > 1
      ? ['more than one element has focus_on_load [json-pointer:/blocks]']
      : []),
    ...totalProblems(blocks, place),
  ];
}

/** Bounds of one object: `problems(view, limitsOfView, '')`. */
export function limitProblems(node: Node, limits: readonly Limit[], path: string): string[] {
  return limits.flatMap(({ at, min, max }) => {
    const value = at
      .split('.')
      .reduce<unknown>((part, key) => (part as Node | undefined)?.[key], node);
    const size = sizeOf(value);
    if (size === undefined) return [];
    const pointer = `[json-pointer:${path}/${at.replaceAll('.', '/')}]`;
    if (max !== undefined && size > max) return [`must be at most ${max}, is ${size} ${pointer}`];
    if (min !== undefined && size < min) return [`must be at least ${min}, is ${size} ${pointer}`];
    return [];
  });
}

const sizeOf = (value: unknown) =>
  typeof value === 'number'
    ? value
    : typeof value === 'string' || Array.isArray(value)
      ? value.length
      : undefined;

function* nodesBelow(
  value: unknown,
  path: string,
  name: string,
): Generator<{ node: Node; path: string; name: string }> {
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* nodesBelow(each, `${path}/${index}`, name);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const node = value as Node;
  yield { node, path, name };
  for (const [key, each] of Object.entries(node)) yield* nodesBelow(each, `${path}/${key}`, key);
}

function nodeProblems(node: Node, path: string, name: string): string[] {
  const byType = typeof node.type === 'string' ? (limitsByType[node.type] ?? []) : [];
  const byName = limitsByName[name] ?? [];
  const options = node.options ?? node.option_groups;
  return [
    ...limitProblems(node, [...byType, ...byName, ...limitsOfIds], path),
    ...(name === 'options' && node.value === undefined
      ? [`an option needs a value [json-pointer:${path}]`]
      : []),
    ...(node.type === 'section' && node.text === undefined && node.fields === undefined
      ? [`a section needs text or fields [json-pointer:${path}]`]
      : []),
    ...(/^(multi_)?static_select$/.test(String(node.type)) && options === undefined
      ? [`needs options or option_groups [json-pointer:${path}]`]
      : []),
    ...initialProblems(node, path),
    ...formatProblems(node, path),
  ];
}

/** What is chosen from the start must be among the options, letter for letter. */
function initialProblems(node: Node, path: string): string[] {
  const groups = (node.option_groups ?? []) as { options: unknown[] }[];
  const offered = [
    ...((node.options ?? []) as unknown[]),
    ...groups.flatMap(({ options }) => options),
  ];
  const chosen = [node.initial_option, ...((node.initial_options ?? []) as unknown[])];
  if (offered.length === 0) return [];
  const known = new Set(offered.map((option) => JSON.stringify(option)));
  return chosen
    .filter((option) => option !== undefined && !known.has(JSON.stringify(option)))
    .map(() => `the initial option is not among the options [json-pointer:${path}]`);
}

function formatProblems(node: Node, path: string): string[] {
  const wrong = (at: string, form: RegExp) =>
    node[at] !== undefined && !form.test(String(node[at]))
      ? [`has the wrong form [json-pointer:${path}/${at}]`]
      : [];
  if (node.type === 'datepicker') return wrong('initial_date', /^\d{4}-\d\d-\d\d$/);
  if (node.type === 'timepicker') return wrong('initial_time', /^([01]\d|2[0-3]):[0-5]\d$/);
  if (node.type === 'datetimepicker') return wrong('initial_date_time', /^\d{10}$/);
  if (node.type === 'button') return wrong('url', /^[a-z][a-z0-9+.-]*:\S+$/i);
  if (node.type === 'image') return wrong('image_url', /^https?:\/\/\S+$/i);
  return [];
}

function placeProblems(block: Node, place: Place, path: string): string[] {
  const places = placesOf[String(block.type)];
  return places === undefined || places.includes(place)
    ? []
    : [`${block.type} is not allowed in a ${place} [json-pointer:${path}]`];
}

const elementsOf = (block: Node): readonly unknown[] =>
  block.type === 'section'
    ? [block.accessory]
    : block.type === 'input'
      ? [block.element]
      : listOf(block.elements);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function repeated(nodes: readonly unknown[], key: string): string[] {
  const ids = nodes
    .map((node) => (node as Node | undefined)?.[key])
    .filter((id) => typeof id === 'string');
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) < index))];
}

function totalProblems(blocks: readonly Node[], place: Place): string[] {
  if (place !== 'message') return [];
  const of = (type: string) => blocks.filter((block) => block.type === type);
  const tables = [...of('table'), ...of('data_table')];
  return [
    ...(of('table').length > 1 ? ['only_one_table_allowed [json-pointer:/blocks]'] : []),
    ...tables.flatMap((table) => tableProblems(table)),
    ...over('markdown', charactersOf(of('markdown')), maxCharactersOfMarkdown),
    ...over('tables', charactersOf(tables), maxCharactersOfTables),
    ...over('msg_blocks_too_long: all blocks', charactersOf(blocks), maxCharactersOfBlocks),
  ];
}

function tableProblems(table: Node): string[] {
  const widths = (table.rows as unknown[][]).map((row) => row.length);
  return [
    ...(Math.max(...widths) > 20 ? ['more than 20 columns [json-pointer:/blocks]'] : []),
    ...(table.type === 'data_table' && new Set(widths).size > 1
      ? ['rows are not all as wide [json-pointer:/blocks]']
      : []),
  ];
}

const over = (what: string, characters: number, max: number) =>
  characters > max
    ? [
        `${what} together must be at most ${max} characters, are ${characters} [json-pointer:/blocks]`,
      ]
    : [];

/** Characters that somebody would read. */
function charactersOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + charactersOf(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, each]) =>
      sum + (key === 'text' && typeof each === 'string' ? each.length : charactersOf(each)),
    0,
  );
}
