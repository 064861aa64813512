import { isCollection, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Desk, DeskFile, turnBegins, turnEnds } from './desk.ts';

/** Something wrong with desk.yml, said so that whoever edits it can put it right. */
export type DeskProblem = {
  /** 1-based line of desk.yml. */
  readonly line: number;
  readonly message: string;
};

/** What became of the text of desk.yml. */
export type DeskOutcome =
  | { readonly kind: 'read'; readonly desk: Desk }
  | { readonly kind: 'invalid'; readonly problems: readonly DeskProblem[] };

/** A desk.yml of a large office has a few hundred lines; far beyond that it is some other file. */
const MAX_CHARACTERS = 500_000;

/** Reads the text of desk.yml. Total; all faults are reported together, in the order of the file. */
export function readDesk(text: string): DeskOutcome {
  if (text.length > MAX_CHARACTERS)
    return invalid([
      { line: 1, message: 'The file is too long to be a desk.yml: check that it is the right one' },
    ]);

  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors.map(({ message, pos }) => ({
    line: lines.linePos(pos[0]).line,
    message: `This line is not YAML (${message}): check its spaces, colons and quote marks`,
  }));
  if (broken.length > 0) return invalid(broken);

  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 }) ?? {};
  } catch {
    return invalid([
      { line: 1, message: 'Write entries out instead of repeating them with * (YAML aliases)' },
    ]);
  }

  const parsed = DeskFile.safeParse(value, { reportInput: true });
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue) =>
      describe(issue).map(({ path, message }) => ({ line: lineOf(path), message })),
    );
    return invalid(problems);
  }
  const clashes = clashesIn(parsed.data).map(({ path, message }) => ({
    line: lineOf(path),
    message,
  }));
  return clashes.length > 0 ? invalid(clashes) : { kind: 'read', desk: parsed.data };

  /** The line of the innermost part of `path` that the file has. */
  function lineOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length > 0; length -= 1) {
      const parent = document.getIn(path.slice(0, length - 1), true);
      const key = path[length - 1];
      const pair = isMap(parent)
        ? parent.items.find((item) => isNode(item.key) && String(item.key) === key)
        : undefined;
      const node = pair?.key ?? (isCollection(parent) ? parent.get(key, true) : undefined);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }
}

const invalid = (problems: readonly DeskProblem[]): DeskOutcome => ({
  kind: 'invalid',
  problems: problems.toSorted((one, other) => one.line - other.line),
});

type Fault = { readonly path: readonly PropertyKey[]; readonly message: string };

/** One of zod's issues in an editor's words. A line with several unknown names gives several faults. */
function describe(issue: z.core.$ZodIssue): Fault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      message: `"${nameOf([...issue.path, key])}" is not something desk.yml knows: check the spelling and the indentation, or delete it`,
    }));
  const name = nameOf(issue.path);
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return [{ path: issue.path, message: `"${name}" is missing: add it` }];
  const message =
    issue.code === 'invalid_type' && issue.expected === 'object'
      ? 'must hold names with values below it, indented by two spaces'
      : issue.message;
  return [{ path: issue.path, message: `${name === '' ? 'desk.yml' : `"${name}"`} ${message}` }];
}

/** `sectors[2].words`, counted from 1 as people do. */
const nameOf = (path: readonly PropertyKey[]) =>
  path
    .map((part, index) =>
      typeof part === 'number' ? `[${part + 1}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');

/** What is right by itself and wrong beside something else. */
function clashesIn(desk: Desk): Fault[] {
  const twice = (
    list: 'sectors' | 'people' | 'holidays' | 'outlets',
    field: string,
    names: readonly string[],
  ): Fault[] =>
    names.flatMap((name, index) =>
      names.indexOf(name) < index
        ? [
            {
              path: [list, index, field],
              message: `"${name}" stands in "${list}" twice: delete one`,
            },
          ]
        : [],
    );
  const overlaps = (list: 'rota' | 'swaps'): Fault[] =>
    desk[list].flatMap((turn, index) => {
      const other = desk[list].findIndex(
        (one) => turnBegins(one) < turnEnds(turn) && turnBegins(turn) < turnEnds(one),
      );
      return other < index
        ? [
            {
              path: [list, index, 'from'],
              message: `"${list}[${index + 1}]" covers days of "${list}[${other + 1}]": change the dates${list === 'rota' ? ', or move one to swaps' : ''}`,
            },
          ]
        : [];
    });
  return [
    ...twice(
      'sectors',
      'name',
      desk.sectors.map(({ name }) => name.toLowerCase()),
    ),
    ...twice(
      'people',
      'email',
      desk.people.map(({ email }) => email),
    ),
    ...twice(
      'holidays',
      'date',
      desk.holidays.map(({ date }) => date),
    ),
    ...twice(
      'outlets',
      'workspace',
      desk.outlets.map(({ workspace }) => workspace),
    ),
    ...overlaps('rota'),
    ...overlaps('swaps'),
  ];
}
