import matter from 'gray-matter';
import { isAlias, LineCounter, parseDocument } from 'yaml';

/** The front matter of one file as it stands, not yet checked. */
export type FrontMatter = {
  readonly kind: 'read';
  readonly fields: Readonly<Record<string, unknown>>;
  /** 1-based line of the file where a field stands. */
  readonly lineOf: (field: string) => number;
  /** Fields given twice; the first one counts. */
  readonly repeated: readonly { readonly field: string; readonly line: number }[];
  readonly body: string;
  /** 1-based line of the file where the body starts. */
  readonly bodyLine: number;
};

export type BrokenFrontMatter = {
  readonly kind: 'broken';
  readonly line: number;
  readonly reason: string;
};

/** Longest front matter that is read, in UTF-16 units; the longest of 10,161 real ones has under 3,000. */
const longest = 20_000;

/**
 * Splits a file into front matter and body.
 *
 * gray-matter would run front matter marked `---js` as code, and without options it keeps a broken file in a cache and
 * returns it as valid the next time. The options given here stop both. Scalars are all read as text (`failsafe`), so
 * that a date stays as it was typed and `title: 2024` stays a title; anchors are refused, so that no file unfolds
 * into gigabytes.
 *
 * @param text the whole file, with `\n` line ends
 */
export function readFrontMatter(text: string): FrontMatter | BrokenFrontMatter {
  const leading = /^\s*/.exec(text.slice(0, 1000))?.[0] ?? '';
  const source = text.slice(leading.length);
  const firstLine = 1 + newlines(leading);
  const opening = /^---([^\n]*)/.exec(source.slice(0, 200));
  if (opening === null)
    return broken(
      firstLine,
      'No front matter: start the file with ---, title: …, and --- on lines of their own',
    );
  if (opening[1]?.trim() !== '')
    return broken(
      firstLine,
      `Front matter must start with --- alone, not “${opening[0].slice(0, 40).trim()}”`,
    );
  const end = source.indexOf('\n---', 3);
  if (end === -1)
    return broken(
      firstLine,
      'The front matter is not closed: put --- on a line after its last field',
    );
  if (end > longest)
    return broken(firstLine, `The front matter is longer than ${longest} characters`);

  const read: {
    fault?: BrokenFrontMatter;
    lines: Map<string, number>;
    repeated: FrontMatter['repeated'];
  } = {
    lines: new Map(),
    repeated: [],
  };
  const yaml = (block: string): Record<string, unknown> => {
    const outcome = readYaml(block, firstLine);
    if (outcome.kind === 'broken') {
      read.fault = outcome;
      return {};
    }
    read.lines = outcome.lines;
    read.repeated = outcome.repeated;
    return outcome.fields;
  };
  const refuse = (): never => {
    throw new SyntaxError('Cannot read front matter: only YAML is accepted');
  };
  const file = matter(source, {
    language: 'yaml',
    engines: { yaml: { parse: yaml }, javascript: refuse, coffee: refuse, json: refuse },
  });
  if (read.fault) return read.fault;
  const body = file.content;
  return {
    kind: 'read',
    fields: file.data,
    lineOf: (field) => read.lines.get(field) ?? firstLine,
    repeated: read.repeated,
    body,
    bodyLine: firstLine + newlines(source.slice(0, source.length - body.length)),
  };
}

type YamlFields = {
  readonly kind: 'fields';
  readonly fields: Record<string, unknown>;
  readonly lines: Map<string, number>;
  readonly repeated: { readonly field: string; readonly line: number }[];
};

/** @param openingLine 1-based line of the opening `---`; the block starts at the end of that line */
function readYaml(block: string, openingLine: number): YamlFields | BrokenFrontMatter {
  const counter = new LineCounter();
  const document = parseDocument(block, {
    schema: 'failsafe',
    uniqueKeys: false,
    lineCounter: counter,
    logLevel: 'silent',
    prettyErrors: false,
  });
  const lineAt = (offset: number) => openingLine - 1 + Math.max(1, counter.linePos(offset).line);
  const [error] = document.errors;
  if (error)
    return broken(
      lineAt(error.pos[0]),
      `The front matter is not valid YAML: ${error.message.split('\n')[0]}`,
    );
  const top: unknown = document.contents;
  if (top === null) return { kind: 'fields', fields: {}, lines: new Map(), repeated: [] };
  const items = pairsOf(top);
  if (items === undefined)
    return broken(openingLine + 1, 'The front matter is not a list of “field: value” lines');
  const fields: Record<string, unknown> = Object.create(null);
  const lines = new Map<string, number>();
  const repeated: { field: string; line: number }[] = [];
  for (const { name, offset, value, shared } of items) {
    if (shared || name === '<<')
      return broken(
        lineAt(offset),
        'The front matter uses YAML anchors or merge keys: write each value out',
      );
    if (lines.has(name)) repeated.push({ field: name, line: lineAt(offset) });
    else {
      lines.set(name, lineAt(offset));
      fields[name] = value;
    }
  }
  return { kind: 'fields', fields, lines, repeated };
}

type YamlPair = {
  readonly name: string;
  readonly offset: number;
  readonly value: unknown;
  /** The value has an anchor, or stands for one. */
  readonly shared: boolean;
};

function pairsOf(node: unknown): YamlPair[] | undefined {
  if (!isNode(node) || !Array.isArray(node.items)) return undefined;
  const pairs: YamlPair[] = [];
  for (const item of node.items as unknown[]) {
    if (typeof item !== 'object' || item === null || !('key' in item)) return undefined;
    const key = item.key;
    if (!isNode(key) || typeof key.value !== 'string') continue;
    const value = 'value' in item ? item.value : undefined;
    const shared = isNode(value) && (value.anchor !== undefined || isAlias(value));
    pairs.push({ name: key.value, offset: key.range?.[0] ?? 0, value: plain(value), shared });
  }
  return pairs;
}

type YamlNode = { items?: unknown; value?: unknown; anchor?: unknown; range?: readonly number[] };

const isNode = (value: unknown): value is YamlNode => typeof value === 'object' && value !== null;

/** Text, or a list of texts; anything deeper is no field of a release. */
function plain(node: unknown): unknown {
  if (!isNode(node)) return undefined;
  if (typeof node.value === 'string') return node.value;
  if (!Array.isArray(node.items)) return undefined;
  return (node.items as unknown[]).map((item) =>
    isNode(item) && typeof item.value === 'string' ? item.value : undefined,
  );
}

const broken = (line: number, reason: string): BrokenFrontMatter => ({
  kind: 'broken',
  line,
  reason,
});

const newlines = (text: string): number => text.split('\n').length - 1;
